package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// open returns the digest whose text is open, "" without any.
func (a *App) open() string {
	if a.view != digestsView || !a.digests.Reading() {
		return ""
	}
	d, _ := a.digests.Selected()
	return d.ID
}

// goTo shows one of the views that have a tab. Esc leads back from it to what was
// side by side, or to the comparison, the home; not through other tabs.
func (a *App) goTo(v view) {
	a.fromCard = false
	from := a.view
	a.show(v)
	switch {
	case v == compareView:
		a.back = nil
	case from == columnsView:
		a.back = []view{compareView, columnsView}
	default:
		a.back = []view{compareView}
	}
}

// followColumns puts the comparison's cursor on what is side by side.
func (a *App) followColumns() {
	if a.view == columnsView {
		a.compare.Select(a.columns.Topic(), a.columns.Actor())
	}
}

// goBack undoes one level: inside the view, then the view, then loading, then the
// filter.
func (a *App) goBack() tea.Cmd {
	last := len(a.back) - 1
	switch {
	case (!a.fromCard || a.digests.Trail()) && a.room().Back():
	case last >= 0:
		a.view, a.back, a.fromCard = a.back[last], slices.Clone(a.back[:last]), false
		a.resize() // the welcome comes and goes with its view
	case a.working():
		a.stop()
	case a.filter.Active():
		a.clearFilter()
	case a.welcoming():
		return a.dismiss()
	}
	a.stale = true
	return nil
}

// openSentence shows a statement's digest at its very sentence; Esc leads back.
func (a *App) openSentence(s model.Statement) {
	if a.digests.Open(s) {
		a.sought, a.stale = &s, true
		a.show(digestsView)
		a.fromCard = true
	}
}

// openDigest shows the text of a digest.
func (a *App) openDigest(id string) {
	if a.digests.Choose(id) {
		a.show(digestsView)
	}
}

func (a *App) clearFilter() {
	if !a.filter.Active() {
		a.message = a.look.T("app.no_filter")
		return
	}
	a.setFilter(model.Filter{})
	a.message = a.look.T("app.cleared")
}

func (a *App) openSource() tea.Cmd {
	s, ok := a.statement()
	if !ok || s.URL == "" {
		a.message = a.look.T("app.no_source")
		return nil
	}
	open := a.options.Open
	return func() tea.Msg { return openedMsg{s.URL, open(s.URL)} }
}

func (a *App) copyCitation() tea.Cmd {
	s, ok := a.statement()
	if !ok {
		a.message = a.look.T("app.nothing_to_copy")
		return nil
	}
	a.message = a.look.T("app.copied")
	return tea.SetClipboard(a.look.Citation(s))
}
