package ui

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"tachiba/ui/filter"
)

// click takes a click: on an open dialog, a tab, a chip, or the view.
func (a App) click(m tea.Mouse) (tea.Model, tea.Cmd) {
	if m.Button != tea.MouseLeft {
		return a, nil
	}
	a.message = ""
	if a.searching {
		a.endSearch(true)
	}
	var cmd tea.Cmd
	switch {
	case a.dialog != nil:
		x, y, box := a.dialogPlace()
		if m.X < x || m.X >= x+lipgloss.Width(box) || m.Y < y || m.Y >= y+lipgloss.Height(box) {
			a.dialog = nil
			a.settleFilter(true)
			return a, nil
		}
		cmd = a.dialog.Click(m.X-x, m.Y-y)
	case m.Y == 0:
		a.clickTab(m.X)
	case m.Y == 1:
		cmd = a.clickChip(m.X)
	case m.Y >= a.bodyTop() && m.Y < a.bodyTop()+a.bodyHeight():
		cmd = a.clickView(m.X, m.Y-a.bodyTop())
	}
	return a, cmd
}

func (a *App) clickView(x, y int) (cmd tea.Cmd) {
	if a.linear {
		return a.lines.Click(y)
	}
	cmd = a.room().Click(x, y)
	a.followColumns()
	return cmd
}

func (a *App) clickTab(x int) {
	_, zones := a.tabs()
	for i, z := range zones {
		if x < z.from || x >= z.to {
			continue
		}
		a.goTo(tabbed[i])
	}
}

func (a *App) clickChip(x int) tea.Cmd {
	_, zones := filter.Chips(a.look, a.filter, a.comparison, a.w)
	for _, z := range zones {
		if x < z.From || x >= z.To {
			continue
		}
		switch z.Field {
		case filter.Days:
			a.openDates()
		case filter.Text:
			return a.openSearch()
		case filter.Actors, filter.Topics, filter.Stances:
			a.openPicker(z.Field)
		}
	}
	return nil
}

func (a *App) wheel(m tea.Mouse) {
	n := 1
	if m.Button == tea.MouseWheelUp {
		n = -1
	} else if m.Button != tea.MouseWheelDown {
		return
	}
	switch {
	case a.dialog != nil:
		a.dialog.Wheel(n)
	case a.linear:
		a.lines.Wheel(n)
	default:
		a.room().Wheel(m.X, n)
		a.followColumns()
	}
}
