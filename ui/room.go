package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/agreement"
	"tachiba/ui/columns"
	"tachiba/ui/compare"
	"tachiba/ui/digests"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/plain"
	"tachiba/ui/shifts"
	"tachiba/ui/timeline"
)

// room is what the root asks of a view.
type room interface {
	SetLook(*look.Look, *keys.Map)
	SetSize(w, h int)
	// Update, Click and Wheel take in what a person does; the command that they
	// return tells what it leads to. Coordinates are those of the view.
	Update(tea.Msg) tea.Cmd
	Click(x, y int) tea.Cmd
	Wheel(x, n int)
	// Back undoes one level inside of the view, and reports whether there was one.
	Back() bool
	View() string
	// Plain is the view as lines, of each list at most so many entries, all for 0.
	Plain(most int) []plain.Line
	// Statement is what the cursor is on, false without any.
	Statement() (model.Statement, bool)
	// Hints are the keys that are of most use now.
	Hints() []key.Binding
}

// view is one of the screens.
type view int

const (
	compareView view = iota
	columnsView
	digestsView
	timelineView
	shiftsView
	agreementView
)

// viewNames are the names of the views' messages.
var viewNames = map[view]string{
	compareView: "compare", columnsView: "columns", digestsView: "digests", timelineView: "timeline", shiftsView: "shifts", agreementView: "agreement",
}

// tabbed are the views that have a tab.
var tabbed = []view{compareView, digestsView, timelineView, shiftsView, agreementView}

// viewOf returns the view of a name, the comparison for "".
func viewOf(name string) view {
	if name == "side" {
		return columnsView
	}
	for _, v := range tabbed {
		if viewNames[v] == name {
			return v
		}
	}
	return compareView
}

// views are the screens' models. They are values, so that a dialog that is
// cancelled brings them back as they were.
type views struct {
	compare   compare.Model
	columns   columns.Model
	digests   digests.Model
	timeline  timeline.Model
	shifts    shifts.Model
	agreement agreement.Model
}

func newViews(l *look.Look, k *keys.Map) views {
	return views{
		compare.New(l, k), columns.New(l, k), digests.New(l, k), timeline.New(l, k), shifts.New(l, k), agreement.New(l, k),
	}
}

// rooms returns the views in the order of their numbers.
func (v *views) rooms() [6]room {
	return [...]room{&v.compare, &v.columns, &v.digests, &v.timeline, &v.shifts, &v.agreement}
}

// room returns the view shown.
func (a *App) room() room { return a.rooms()[a.view] }
