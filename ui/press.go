package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/width"

	"tachiba/ui/filter"
	"tachiba/ui/keys"
)

// press takes a key: an open dialog or the search line first, then what holds in
// every view, then the view.
func (a App) press(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	if key.Matches(msg, a.keys.Interrupt) {
		cmd := a.quit()
		return a, cmd
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
	a.sayElsewhere(msg)
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

// action is what a key does in every view.
type action struct {
	of func(*keys.Map) key.Binding
	do func(*App) tea.Cmd
}

// actions are the keys that mean the same in every view.
var actions = []action{
	{func(k *keys.Map) key.Binding { return k.Quit }, (*App).quit},
	{func(k *keys.Map) key.Binding { return k.Back }, (*App).goBack},
	{func(k *keys.Map) key.Binding { return k.Compare }, to(compareView)},
	{func(k *keys.Map) key.Binding { return k.Digests }, to(digestsView)},
	{func(k *keys.Map) key.Binding { return k.Timeline }, to(timelineView)},
	{func(k *keys.Map) key.Binding { return k.Shifts }, to(shiftsView)},
	{func(k *keys.Map) key.Binding { return k.Agreement }, to(agreementView)},
	{func(k *keys.Map) key.Binding { return k.Actors }, picks(filter.Actors)},
	{func(k *keys.Map) key.Binding { return k.Topics }, picks(filter.Topics)},
	{func(k *keys.Map) key.Binding { return k.Stances }, picks(filter.Stances)},
	{func(k *keys.Map) key.Binding { return k.Dates }, silent((*App).openDates)},
	{func(k *keys.Map) key.Binding { return k.Sure }, silent((*App).openSure)},
	{func(k *keys.Map) key.Binding { return k.Search }, (*App).openSearch},
	{func(k *keys.Map) key.Binding { return k.Review }, silent((*App).cycleReview)},
	{func(k *keys.Map) key.Binding { return k.New }, silent((*App).toggleNew)},
	{func(k *keys.Map) key.Binding { return k.Saved }, silent((*App).openSaved)},
	{func(k *keys.Map) key.Binding { return k.Clear }, silent((*App).clearFilter)},
	{func(k *keys.Map) key.Binding { return k.Undo }, (*App).undo},
	{func(k *keys.Map) key.Binding { return k.Redo }, (*App).redo},
	{func(k *keys.Map) key.Binding { return k.Outline }, silent((*App).openOutline)},
	{func(k *keys.Map) key.Binding { return k.Related }, silent((*App).openRelated)},
	{func(k *keys.Map) key.Binding { return k.Reading }, (*App).explain},
	{func(k *keys.Map) key.Binding { return k.Correct }, silent((*App).openReview)},
	{func(k *keys.Map) key.Binding { return k.Open }, (*App).openSource},
	{func(k *keys.Map) key.Binding { return k.Copy }, (*App).copyCitation},
	{func(k *keys.Map) key.Binding { return k.Export }, silent((*App).openExport)},
	{func(k *keys.Map) key.Binding { return k.Add }, silent((*App).openAdd)},
	{func(k *keys.Map) key.Binding { return k.Fetch }, (*App).fetch},
	{func(k *keys.Map) key.Binding { return k.Feeds }, (*App).readFeeds},
	{func(k *keys.Map) key.Binding { return k.Read }, (*App).toggleRead},
	{func(k *keys.Map) key.Binding { return k.Star }, (*App).toggleStar},
	{func(k *keys.Map) key.Binding { return k.Remove }, (*App).remove},
	{func(k *keys.Map) key.Binding { return k.Palette }, silent((*App).openPalette)},
	{func(k *keys.Map) key.Binding { return k.Linear }, silent((*App).toggleLinear)},
	{func(k *keys.Map) key.Binding { return k.Theme }, silent((*App).nextTheme)},
	{func(k *keys.Map) key.Binding { return k.Problems }, silent((*App).openProblems)},
	{func(k *keys.Map) key.Binding { return k.Help }, silent((*App).openHelp)},
}

func silent(do func(*App)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		do(a)
		return nil
	}
}

func to(v view) func(*App) tea.Cmd { return silent(func(a *App) { a.goTo(v) }) }

func picks(f filter.Field) func(*App) tea.Cmd { return silent(func(a *App) { a.openPicker(f) }) }

// global handles the keys that mean the same in every view.
func (a *App) global(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	for _, x := range actions {
		if key.Matches(msg, x.of(a.keys)) {
			return x.do(a), true
		}
	}
	return nil, false
}
