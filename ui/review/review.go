// Package review is the dialog in which a person says what a sentence says:
// whether the coder is right, what is right instead, or what it missed.
package review

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// Decided tells what a person said. Was is the zero Code for a statement that the
// coder missed, Now for one that is none.
type Decided struct {
	Verdict  model.Verdict
	Was, Now model.Code
}

// Model is the dialog.
type Model struct {
	look     *look.Look
	keys     *keys.Map
	sentence string
	coded    []model.Statement // of the sentence
	at       int               // which of them; their number is a new one
	choice   [3]int            // places in the lexicon's actors, its topics, and the stances
	field    int
	w, h     int
}

// New returns the dialog for a sentence, at the statement with a code, or at a new
// one where the sentence has none.
func New(l *look.Look, k *keys.Map, sentence string, coded []model.Statement, code model.Code) *Model {
	m := &Model{look: l, keys: k, sentence: sentence, coded: coded, w: 80, h: 24}
	m.at = slices.IndexFunc(coded, func(s model.Statement) bool { return s.Code() == code })
	if m.at < 0 {
		m.at = len(coded)
	}
	m.show()
	return m
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (m *Model) SetSize(w, h int) { m.w, m.h = w, h }

// show puts the fields on the statement's code.
func (m *Model) show() {
	m.choice = [3]int{}
	if m.at < len(m.coded) {
		code := m.coded[m.at].Code()
		m.choice = [3]int{
			max(0, slices.IndexFunc(m.look.Lexicon.Actors, func(a model.Actor) bool { return a.ID == code.Actor })),
			max(0, slices.IndexFunc(m.look.Lexicon.Topics, func(t model.Topic) bool { return t.ID == code.Topic })),
			max(0, slices.Index(model.Stances[:], code.Stance)),
		}
	}
}

// code returns what the fields say.
func (m *Model) code() model.Code {
	return model.Code{Actor: m.look.Lexicon.Actors[m.choice[0]].ID, Topic: m.look.Lexicon.Topics[m.choice[1]].ID, Stance: model.Stances[m.choice[2]]}
}

func (m *Model) number(field int) int {
	return [3]int{len(m.look.Lexicon.Actors), len(m.look.Lexicon.Topics), len(model.Stances)}[field]
}

// Update changes the fields. The command that it returns, if any, is the answer:
// Decided or filter.Closed.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := m.keys
	switch {
	case key.Matches(press, k.Up):
		m.field = (m.field + 2) % 3
	case key.Matches(press, k.Down):
		m.field = (m.field + 1) % 3
	case key.Matches(press, k.Left):
		m.turn(-1)
	case key.Matches(press, k.Right):
		m.turn(1)
	case key.Matches(press, k.Switch):
		m.at = (m.at + 1) % (len(m.coded) + 1)
		m.show()
	case key.Matches(press, k.Enter):
		return decide(m.decision())
	case key.Matches(press, k.Reject):
		if m.at < len(m.coded) {
			return decide(Decided{Verdict: model.Reject, Was: m.coded[m.at].Code()})
		}
	case key.Matches(press, k.Back, k.Quit):
		return func() tea.Msg { return filter.Closed{Kept: false} }
	}
	return nil
}

func decide(d Decided) tea.Cmd { return func() tea.Msg { return d } }

// turn changes the field under the cursor to its next value.
func (m *Model) turn(n int) {
	all := m.number(m.field)
	m.choice[m.field] = (m.choice[m.field] + n + all) % all
}

func (m *Model) decision() Decided {
	now := m.code()
	switch {
	case m.at == len(m.coded):
		return Decided{Verdict: model.Add, Now: now}
	case m.coded[m.at].Code() == now:
		return Decided{Verdict: model.Accept, Was: now, Now: now}
	}
	return Decided{Verdict: model.Change, Was: m.coded[m.at].Code(), Now: now}
}

// Typing tells that letters are keys.
func (m *Model) Typing() bool { return false }

// Cursor tells that the terminal's cursor is not to be seen.
func (m *Model) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Wheel does nothing: there is nothing to scroll.
func (m *Model) Wheel(int) {}

// Click puts the cursor on the field at line y of the dialog, and turns it to its
// next value where it is there.
func (m *Model) Click(_, y int) tea.Cmd {
	if field := y - 1 - m.head(); field >= 0 && field < 3 {
		if field == m.field {
			m.turn(1)
		}
		m.field = field
	}
	return nil
}

// head returns the lines above the fields, inside the frame.
func (m *Model) head() int { return 1 + len(m.lines()) }

// lines returns the sentence, as much of it as there is room for.
func (m *Model) lines() []string {
	lines := text.Wrap(m.sentence, m.inner())
	if room := max(1, m.h-8-len(m.hints())); len(lines) > room {
		lines = lines[:room]
		lines[room-1] = text.Truncate(lines[room-1], m.inner()-2, "") + m.look.Ellipsis
	}
	return lines
}

func (m *Model) inner() int { return max(10, min(m.w-6, 76)) }

// hints returns the keys, on as many lines as they need.
func (m *Model) hints() []string {
	if m.at == len(m.coded) {
		return text.Wrap(m.look.T("review.keys_add"), m.inner())
	}
	return text.Wrap(m.look.T("review.keys"), m.inner())
}

// View returns the dialog.
func (m *Model) View() string {
	inner := m.inner()
	title := m.look.T("review.title")
	if m.at == len(m.coded) {
		title = m.look.T("review.add")
	}
	if n := len(m.coded); m.at < n {
		title = m.look.Join(title, m.look.T("review.at", m.at+1, n))
	}
	lines := []string{m.look.Title.Render(title)}
	lines = append(lines, m.lines()...)
	code := m.code()
	for i, value := range []string{m.look.Actor(code.Actor), m.look.Topic(code.Topic), m.look.Badge(code.Stance)} {
		lines = append(lines, m.line(i, value))
	}
	lines = append(lines, m.state())
	for _, l := range m.hints() {
		lines = append(lines, m.look.Muted.Render(l))
	}
	for i := range lines {
		lines[i] = m.look.Fit(lines[i], inner)
	}
	return filter.Frame(m.look, strings.Join(lines, "\n"))
}

func (m *Model) line(field int, value string) string {
	labels := []string{m.look.T("table.actor"), m.look.T("table.topic"), m.look.T("table.stance")}
	width := 0
	for _, l := range labels {
		width = max(width, text.Width(l))
	}
	mark, style := "  ", m.look.Text
	if field == m.field {
		mark, style = m.look.Fit(m.look.Cursor, 2), m.look.Selected
	}
	return mark + m.look.Muted.Render(m.look.Fit(labels[field], width)) + "  " + style.Render(m.look.Draw("← ")+value+m.look.Draw(" →"))
}

// state tells whose code the statement is, and how sure.
func (m *Model) state() string {
	if m.at == len(m.coded) {
		return ""
	}
	s := m.coded[m.at]
	if s.Origin != model.ByCoder {
		return m.look.Muted.Render(m.look.T("review." + string(s.Origin)))
	}
	return m.look.Muted.Render(m.look.T("review.coder", int(s.Confidence*100+0.5)))
}
