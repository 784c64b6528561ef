package ui

import (
	"maps"

	"tachiba/ui/linear"
)

// listing is what the lines of the linear mode are of: while it stays the same,
// the cursor stays on its line.
type listing struct {
	view    view
	reading bool // a digest's text, not the list
	of      string
}

// listing returns what the lines of the linear mode are to be of.
func (a *App) listing() listing {
	now := listing{view: a.view}
	switch a.view {
	case columnsView:
		now.of = string(a.columns.Topic())
	case digestsView:
		if now.reading = a.digests.Reading(); now.reading {
			d, _ := a.digests.Selected()
			now.of = d.ID
		}
	}
	return now
}

// relist makes the lines of the linear mode anew, where they may be others.
func (a *App) relist() {
	now := a.listing()
	if !a.stale && now == a.listed {
		return
	}
	a.spots = maps.Clone(a.spots)
	if a.spots == nil {
		a.spots = map[listing]int{}
	}
	a.spots[a.listed] = a.lines.At()
	same := now == a.listed
	a.lines.SetLines(a.room().Plain(linear.Most), same)
	switch {
	case a.sought != nil:
		a.lines.Seek(*a.sought)
	case !same: // where one was
		a.lines.Go(a.spots[now])
	}
	a.listed, a.stale, a.sought = now, false, nil
}

// toggleLinear changes between screens and plain lines.
func (a *App) toggleLinear() {
	a.setLinear(!a.linear)
	a.message = a.look.T("app.screens")
	if a.linear {
		a.message = a.look.T("app.linear")
	}
}

// setLinear shows plain lines, or screens.
func (a *App) setLinear(on bool) {
	a.linear, a.stale, a.listed = on, true, listing{}
	l := *a.look
	l.Linear = on
	a.setLook(&l)
	a.resize()
}
