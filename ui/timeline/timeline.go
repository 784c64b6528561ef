// Package timeline shows what each actor said when: a lane an actor, time from
// left to right, a sign where something was said.
package timeline

import (
	"slices"
	"sync"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/link"
	"tachiba/ui/look"
)

// Model is the view. Its cursor is a lane and a day, so that it stays where it is
// when the comparison or the zoom changes.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	comparison model.Comparison
	chosen     model.TopicID   // the only topic shown, "" for all
	chart      func() *chart   // of the comparison and the topic; computed when first asked for
	calendar   func() calendar // of the digests; likewise
	zoom       model.Zoom
	zoomed     bool // by a person; else the zoom is the finest that fits
	unfolded   []model.ActorID
	crowded    []model.ActorID // of those, whose people are all shown
	on         who
	day        model.Date // the cursor is on the mark nearest to it; unknown for the newest
	nth        int        // which statement of the day is selected, or newest
	left, top  int        // the first period and row in sight
	w, h       int
}

// newest is the nth of the newest statement of a mark, whatever its day.
const newest = -1

// who tells the lanes apart.
type who struct {
	actor   model.ActorID
	person  bool
	speaker string
}

func of(l model.Lane) who { return who{l.Actor, l.Person, l.Speaker} }

// New returns the view without a comparison.
func New(l *look.Look, k *keys.Map) Model {
	m := Model{look: l, keys: k}
	m.SetComparison(model.Comparison{})
	m.SetDigests(nil)
	return m
}

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) { m.w, m.h = w, h }

// SetComparison replaces what is shown. What is drawn of it is computed when it is
// first drawn.
func (m *Model) SetComparison(c model.Comparison) {
	m.comparison = c
	if m.row(m.chosen) < 0 {
		m.chosen = ""
	}
	m.rechart()
}

// SetDigests replaces the digests whose dates are shown below the lanes.
func (m *Model) SetDigests(list []model.Listing) {
	m.calendar = sync.OnceValue(func() calendar { return newCalendar(list) })
}

func (m *Model) rechart() {
	c, topic := m.comparison, m.chosen
	m.chart = sync.OnceValue(func() *chart { return newChart(c, topic) })
}

func (m Model) row(topic model.TopicID) int {
	return slices.IndexFunc(m.comparison.Rows, func(r model.Row) bool { return r.Topic.ID == topic })
}

// topic returns the topic that all lanes are about, false where there are more.
func (m Model) topic() (model.Topic, bool) {
	i := m.row(m.chosen)
	if len(m.comparison.Rows) == 1 {
		i = 0
	}
	if i < 0 {
		return model.Topic{}, false
	}
	return m.comparison.Rows[i].Topic, true
}

// Update moves the cursor, changes zoom and topic, unfolds a lane, and asks for the
// digest of a statement.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := m.keys
	switch {
	case key.Matches(press, k.Up):
		m.turn(-1)
	case key.Matches(press, k.Down):
		m.turn(1)
	case key.Matches(press, k.Left):
		m.move(-1)
	case key.Matches(press, k.Right):
		m.move(1)
	case key.Matches(press, k.Top):
		m.move(-len(m.marks()))
	case key.Matches(press, k.Bottom):
		m.move(len(m.marks()))
	case key.Matches(press, k.PageUp):
		m.page(-1)
	case key.Matches(press, k.PageDown):
		m.page(1)
	case key.Matches(press, k.Next):
		m.step(1)
	case key.Matches(press, k.Prev):
		m.step(-1)
	case key.Matches(press, k.ZoomIn):
		m.zoomTo(m.level() - 1)
	case key.Matches(press, k.ZoomOut):
		m.zoomTo(m.level() + 1)
	case key.Matches(press, k.Fold, k.Pick):
		m.unfold()
	case key.Matches(press, k.NextTopic):
		m.changeTopic(1)
	case key.Matches(press, k.PrevTopic):
		m.changeTopic(-1)
	case key.Matches(press, k.Enter):
		return m.open()
	}
	return nil
}

// Statement returns the selected statement of the mark under the cursor, false
// without any.
func (m Model) Statement() (model.Statement, bool) {
	e, at := m.selection()
	if at >= e.Len() {
		return model.Statement{}, false
	}
	return e.At(at), true
}

func (m Model) open() tea.Cmd {
	s, ok := m.Statement()
	if !ok {
		return nil
	}
	return func() tea.Msg { return link.Sentence{Statement: s} }
}

// Back folds the lanes around the cursor, else brings back the other topics; it
// returns false where there is nothing to undo.
func (m *Model) Back() bool {
	switch {
	case m.lane() != nil && slices.Contains(m.unfolded, m.lane().Actor):
		m.fold(m.lane().Actor)
	case m.chosen != "":
		m.setTopic("")
	default:
		return false
	}
	return true
}

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding {
	k := m.keys
	hints := []key.Binding{k.Enter, k.Fold}
	zoom := m.level()
	if zoom > model.ByDay {
		hints = append(hints, k.ZoomIn)
	}
	if zoom < model.ByMonth {
		hints = append(hints, k.ZoomOut)
	}
	if len(m.comparison.Rows) > 1 {
		hints = append(hints, k.NextTopic)
	}
	if e, _ := m.selection(); e.Len() > 1 {
		hints = append(hints, k.Next)
	}
	return append(hints, k.Open, k.Copy)
}
