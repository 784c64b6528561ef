package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/keys"
)

// locals are the keys that only some views know.
var locals = []struct {
	of func(*keys.Map) key.Binding
	in []view
}{
	{func(k *keys.Map) key.Binding { return k.Sort }, []view{compareView}},
	{func(k *keys.Map) key.Binding { return k.Hide }, []view{compareView}},
	{func(k *keys.Map) key.Binding { return k.NextTopic }, []view{columnsView, timelineView, shiftsView, agreementView}},
	{func(k *keys.Map) key.Binding { return k.PrevTopic }, []view{columnsView, timelineView, shiftsView, agreementView}},
	{func(k *keys.Map) key.Binding { return k.Pick }, []view{columnsView, timelineView, shiftsView}},
	{func(k *keys.Map) key.Binding { return k.Align }, []view{columnsView}},
	{func(k *keys.Map) key.Binding { return k.ZoomIn }, []view{timelineView}},
	{func(k *keys.Map) key.Binding { return k.ZoomOut }, []view{timelineView}},
	{func(k *keys.Map) key.Binding { return k.Fold }, []view{timelineView}},
	{func(k *keys.Map) key.Binding { return k.Next }, []view{digestsView, timelineView}},
	{func(k *keys.Map) key.Binding { return k.Prev }, []view{digestsView, timelineView}},
	{func(k *keys.Map) key.Binding { return k.NextSentence }, []view{digestsView}},
	{func(k *keys.Map) key.Binding { return k.PrevSentence }, []view{digestsView}},
	{func(k *keys.Map) key.Binding { return k.Switch }, []view{columnsView, digestsView, shiftsView, agreementView}},
}

// sayElsewhere says where a key works that this view does not know, or that it works
// nowhere.
func (a *App) sayElsewhere(msg tea.KeyPressMsg) {
	for _, l := range locals {
		b := l.of(a.keys)
		if !key.Matches(msg, b) {
			continue
		}
		if !slices.Contains(l.in, a.view) {
			var names []string
			for _, v := range l.in {
				names = append(names, a.look.T("elsewhere."+viewNames[v]))
			}
			a.message = a.look.T("elsewhere.works_in", a.look.Draw(b.Help().Key), b.Help().Desc, a.look.List(names...))
		}
		return
	}
	if msg.Text != "" && !a.keys.Knows(msg) {
		a.message = a.look.T("elsewhere.nowhere", msg.Text)
	}
}
