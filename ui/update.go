package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/width"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/link"
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
	m, cmd := a.take(msg)
	a = m.(App)
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

func (a App) take(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
		a.resize()
	case tea.BackgroundColorMsg:
		a.setDark(msg.IsDark())
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
		a.columns.Show(msg.Topic, msg.Actor)
		a.show(columnsView)
	case link.Sentence:
		return a, a.openDigest(msg.Statement)
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
		a.chosen(msg)
	case filter.Picked, filter.Dated, filter.Closed:
		a.dialogAnswer(msg)
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
		a.dialog, cmd = a.dialog.update(msg)
	case a.searching:
		return a.typeSearch(msg)
	default:
		reading := a.digests.Reading()
		cmd = a.room().Update(msg)
		a.followColumns()
		if a.view == digestsView && a.digests.Reading() && !reading {
			cmd = tea.Batch(cmd, a.markRead())
		}
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && cmd != nil && a.answers(press) {
		return a.take(cmd()) // at once: the next key may be here already
	}
	return a, cmd
}

// answers tells whether what a key leads to is an answer of a dialog or a view, not
// a cursor's blinking.
func (a App) answers(press tea.KeyPressMsg) bool {
	return a.dialog == nil || !a.dialog.typing() || key.Matches(press, a.keys.Enter, a.keys.Back)
}

// press takes a key: an open dialog or the search line first, then what holds in
// every view, then the view.
func (a App) press(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	if key.Matches(msg, a.keys.Interrupt) {
		return a, a.quit()
	}
	a.message = ""
	if a.searching || a.dialog != nil && a.dialog.typing() {
		return a.forward(msg)
	}
	msg = narrow(msg)
	if a.dialog != nil {
		return a.forward(msg)
	}
	if cmd, ok := a.global(msg); ok {
		return a, cmd
	}
	if a.view == compareView && key.Matches(msg, a.keys.Sort) {
		a.message = a.look.T("app.by_divided")
		if a.compare.ByDivided() { // before the key takes effect
			a.message = a.look.T("app.by_lexicon")
		}
	}
	return a.forward(msg)
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
		a.goBack()
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
func (a *App) goBack() {
	last := len(a.back) - 1
	switch {
	case !a.fromCard && a.room().Back():
	case last >= 0:
		a.view, a.back, a.fromCard = a.back[last], slices.Clone(a.back[:last]), false
	case a.working():
		a.stop()
	case a.filter.Active():
		a.clearFilter()
	}
}

func (a *App) openDigest(s model.Statement) tea.Cmd {
	if !a.digests.Open(s) {
		return nil
	}
	a.show(digestsView)
	a.fromCard = true
	return a.markRead()
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
