package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

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
	if a.linear {
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

func (a App) take(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
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
		cmd = a.changed(msg)
	case replayedMsg:
		cmd = a.replayed(msg)
	case link.Cell:
		a.columns.Show(msg.Topic, msg.Actor, msg.Facing)
		a.show(columnsView)
	case link.Sentence:
		a.openSentence(msg.Statement)
	case link.Digest:
		a.openDigest(msg.ID)
	case markedMsg:
		cmd = a.marked(msg)
	case feedsMsg:
		a.showFeeds(msg)
	case prompt.Answered:
		cmd = a.answered(msg)
	case review.Decided:
		cmd = a.decided(msg)
	case filter.Chosen:
		cmd = a.chosen(msg)
	case filter.Removed:
		cmd = a.removeSaved(msg.ID)
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
	return a, cmd
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
			if cmd == nil && key.Matches(press, a.keys.Enter) {
				a.message = a.look.T("app.nothing_to_open")
			}
			return cmd
		}
	}
	a.stale = true
	return a.room().Update(msg)
}
