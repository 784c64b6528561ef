package ui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/width"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/link"
	"tachiba/ui/palette"
	"tachiba/ui/prompt"
	"tachiba/ui/review"
)

// openedMsg is how opening the browser went.
type openedMsg struct {
	url string
	err error
}

// Update takes a message in. A library is searched beside the interface: a key
// never waits for it.
func (a App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	before := a.open()
	m, cmd := a.take(msg)
	a = m.(App)
	if now := a.open(); now != before && now != "" {
		cmd = tea.Batch(cmd, a.markRead())
	}
	if a.view == digestsView {
		a.digests.Refresh()
	}
	if a.linear && a.stale {
		a.relist()
	}
	if a.asking {
		a.asking = false
		asked := a
		cmd = tea.Batch(cmd, func() tea.Msg { return asked.ask() })
	}
	if lib := a.options.Library; lib != nil {
		if err := lib.Fault(); err != nil {
			a.message = a.look.Error(err)
		}
	}
	return a, cmd
}

// open returns the digest whose text is open, "" without any.
func (a *App) open() string {
	if a.view != digestsView || !a.digests.Reading() {
		return ""
	}
	d, _ := a.digests.Selected()
	return d.ID
}

func (a App) take(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
		a.resize()
	case tea.BackgroundColorMsg:
		a.dark = msg.IsDark()
		a.paint()
	case batchMsg[model.Update]:
		if msg.job != a.load {
			return a, nil // of the samples, which a library has replaced
		}
		return a.loaded(msg)
	case batchMsg[model.Progress]:
		return a.coded(msg)
	case batchMsg[model.Step]:
		return a.stepped(msg)
	case ledgerMsg:
		return a.read(msg)
	case answerMsg:
		a.answer(msg)
	case changedMsg:
		return a, a.changed(msg)
	case replayedMsg:
		return a, a.replayed(msg)
	case link.Cell:
		a.columns.Show(msg.Topic, msg.Actor, msg.Facing)
		a.show(columnsView)
	case link.Sentence:
		a.openSentence(msg.Statement)
	case link.Digest:
		a.openDigest(msg.ID)
	case markedMsg:
		if msg.err != nil {
			a.message = a.look.Error(msg.err)
		}
	case feedsMsg:
		a.showFeeds(msg)
	case prompt.Answered:
		return a, a.answered(msg)
	case review.Decided:
		return a, a.decided(msg)
	case filter.Chosen:
		return a, a.chosen(msg)
	case filter.Removed:
		return a, a.removeSaved(msg.ID)
	case palette.Chosen:
		a.dialog = nil
		return a.run(msg.ID)
	case explainedMsg:
		a.explained(msg)
	case exportedMsg:
		a.exported(msg)
	case filter.Picked, filter.Dated, filter.Closed:
		a.dialogAnswer(msg)
	case restedMsg:
		if int(msg) == a.moves {
			a.compare.SetBrief(false)
		}
	case dismissedMsg:
		if msg.err != nil {
			a.message = a.look.Error(msg.err)
		}
	case openedMsg:
		a.message = a.look.T("app.opened", msg.url)
		if msg.err != nil {
			a.message = a.look.T("app.open_failed", msg.url, msg.err.Error())
		}
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.MouseClickMsg:
		return a.click(msg.Mouse())
	case tea.MouseWheelMsg:
		a.wheel(msg.Mouse())
	default:
		return a.forward(msg)
	}
	return a, nil
}

// forward hands a message to whoever has the keys.
func (a App) forward(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch {
	case a.dialog != nil:
		cmd = a.dialog.Update(msg)
	case a.searching:
		return a.typeSearch(msg)
	default:
		cmd = a.inView(msg)
		a.followColumns()
	}
	if _, ok := msg.(tea.KeyPressMsg); ok && cmd != nil {
		return a.take(cmd()) // at once: the next key may be here already
	}
	return a, cmd
}

// inView hands a message to the lines of the linear mode, or to the view.
func (a *App) inView(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok && a.linear {
		if cmd, ok := a.lines.Update(press); ok {
			return cmd
		}
	}
	a.stale = true
	return a.room().Update(msg)
}

// press takes a key: an open dialog or the search line first, then what holds in
// every view, then the view.
func (a App) press(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	if key.Matches(msg, a.keys.Interrupt) {
		return a, a.quit()
	}
	a.message = ""
	if a.searching || a.dialog != nil && a.dialog.Typing() {
		return a.forward(msg)
	}
	msg = narrow(msg)
	if a.dialog != nil {
		return a.forward(msg)
	}
	if cmd, ok := a.global(msg); ok {
		return a, cmd
	}
	m, cmd := a.forward(msg)
	a = m.(App)
	a.sayArrangement(msg)
	if a.rest > 0 && a.view == compareView && cmd == nil {
		cmd = a.moved()
	}
	return a, cmd
}

// restedMsg tells that the cursor has stood still since a number of moves.
type restedMsg int

// moved makes the preview brief until the cursor rests.
func (a *App) moved() tea.Cmd {
	a.moves++
	a.compare.SetBrief(true)
	n := a.moves
	return tea.Tick(a.rest, func(time.Time) tea.Msg { return restedMsg(n) })
}

// sayArrangement says how the comparison is sorted and what it hides, once a key
// has changed it.
func (a *App) sayArrangement(msg tea.KeyPressMsg) {
	switch {
	case a.view != compareView:
	case key.Matches(msg, a.keys.Sort):
		a.message = a.look.T("app.by_" + string(a.compare.Order()))
	case key.Matches(msg, a.keys.Hide):
		switch n := a.compare.Hidden(); {
		case n > 0:
			a.message = a.look.T("app.hidden", n)
		case a.compare.HidesEmpty():
			a.message = a.look.T("app.none_hidden")
		default:
			a.message = a.look.T("app.all_topics")
		}
	}
}

// narrow returns the key that an input method's full-width letter stands for.
func narrow(msg tea.KeyPressMsg) tea.KeyPressMsg {
	if s := width.Narrow.String(msg.Text); s != msg.Text && len(s) == 1 {
		msg.Text, msg.Code = s, rune(s[0])
	} else if msg.Text == "　" {
		msg.Text, msg.Code = " ", tea.KeySpace
	}
	return msg
}

// global handles the keys that mean the same in every view.
func (a *App) global(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := a.keys
	switch {
	case key.Matches(msg, k.Quit):
		return a.quit(), true
	case key.Matches(msg, k.Back):
		return a.goBack(), true
	case key.Matches(msg, k.Compare):
		a.goTo(compareView)
	case key.Matches(msg, k.Digests):
		a.goTo(digestsView)
	case key.Matches(msg, k.Timeline):
		a.goTo(timelineView)
	case key.Matches(msg, k.Shifts):
		a.goTo(shiftsView)
	case key.Matches(msg, k.Agreement):
		a.goTo(agreementView)
	case key.Matches(msg, k.Actors):
		a.openPicker(filter.Actors)
	case key.Matches(msg, k.Topics):
		a.openPicker(filter.Topics)
	case key.Matches(msg, k.Stances):
		a.openPicker(filter.Stances)
	case key.Matches(msg, k.Dates):
		a.openDates()
	case key.Matches(msg, k.Sure):
		a.openSure()
	case key.Matches(msg, k.Search):
		return a.openSearch(), true
	case key.Matches(msg, k.Clear):
		a.clearFilter()
	case key.Matches(msg, k.Undo):
		return a.undo(), true
	case key.Matches(msg, k.Redo):
		return a.redo(), true
	case key.Matches(msg, k.Review):
		a.cycleReview()
	case key.Matches(msg, k.New):
		a.toggleNew()
	case key.Matches(msg, k.Saved):
		a.openSaved()
	case key.Matches(msg, k.Reading):
		return a.explain(), true
	case key.Matches(msg, k.Outline):
		a.openOutline()
	case key.Matches(msg, k.Related):
		a.openRelated()
	case key.Matches(msg, k.Export):
		a.openExport()
	case key.Matches(msg, k.Palette):
		a.openPalette()
	case key.Matches(msg, k.Theme):
		a.nextTheme()
	case key.Matches(msg, k.Linear):
		a.toggleLinear()
	case key.Matches(msg, k.Help):
		a.openHelp()
	case key.Matches(msg, k.Problems):
		a.openProblems()
	case key.Matches(msg, k.Open):
		return a.openSource(), true
	case key.Matches(msg, k.Copy):
		return a.copyCitation(), true
	default:
		return a.keeping(msg)
	}
	return nil, true
}

// keeping handles the keys that change the library.
func (a *App) keeping(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := a.keys
	switch {
	case key.Matches(msg, k.Add):
		a.openAdd()
	case key.Matches(msg, k.Fetch):
		return a.fetch(), true
	case key.Matches(msg, k.Feeds):
		return a.readFeeds(), true
	case key.Matches(msg, k.Remove):
		return a.remove(), true
	case key.Matches(msg, k.Read):
		return a.toggleRead(), true
	case key.Matches(msg, k.Star):
		return a.toggleStar(), true
	case key.Matches(msg, k.Correct):
		a.openReview()
	default:
		return nil, false
	}
	return nil, true
}

// goTo shows one of the views that have a tab. Nothing leads back from the
// comparison, the home.
func (a *App) goTo(v view) {
	a.fromCard = false
	a.show(v)
	if v == compareView {
		a.back = nil
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
