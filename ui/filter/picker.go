// Package filter holds the dialogs that set the filter, the chips that show it, and
// what dialogs have in common: their frame, the line that is typed, their keys.
package filter

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/scroll"
)

// Option is one value to choose.
type Option struct {
	ID    string
	Label string
	// Reading is the label in kana, by which it is found in romaji. Alias are other
	// names by which it is found.
	Reading string
	Alias   []string
	// Depth is 1 for what belongs to the last option before it of depth 0: a member
	// of an actor.
	Depth     int
	Count     int // statements that it selects beside the other filters
	On        bool
	Removable bool
	Uncounted bool // Count says nothing
}

// Picked tells which options are on, after each change. Done tells that the dialog
// closes and keeps them.
type Picked struct {
	IDs  []string
	Done bool
}

// Chosen tells which option a chooser's person took.
type Chosen struct{ ID string }

// Removed tells which option a person wants to be rid of. The dialog stays open:
// SetOptions shows what is left.
type Removed struct{ ID string }

// Closed tells that a dialog is done: kept, or to be undone.
type Closed struct{ Kept bool }

// Picker is a dialog that switches options on and off, or takes one. Typing narrows
// them.
type Picker struct {
	look     *look.Look
	keys     *keys.Map
	title    string
	options  []Option
	one      bool // the first choice closes it
	switched bool // something was
	query    Input
	rows     []row
	at, top  int // of the rows
	w, h     int
}

// NewChooser returns a dialog that takes one of options; those that are on are
// marked.
func NewChooser(l *look.Look, k *keys.Map, title string, options []Option) *Picker {
	p := NewPicker(l, k, title, options)
	p.one = true
	return p
}

// NewPicker returns the dialog for options.
func NewPicker(l *look.Look, k *keys.Map, title string, options []Option) *Picker {
	p := &Picker{look: l, keys: k, title: title, options: slices.Clone(options), query: NewInput(), w: 80, h: 24}
	p.narrow(-1)
	return p
}

// SetOptions replaces the options. The cursor stays on its option while that is
// there, and the query stays.
func (p *Picker) SetOptions(options []Option) {
	id := ""
	if i := p.current(); i >= 0 {
		id = p.options[i].ID
	}
	p.options = slices.Clone(options)
	p.narrow(slices.IndexFunc(p.options, func(o Option) bool { return o.ID == id }))
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (p *Picker) SetSize(w, h int) {
	p.w, p.h = w, h
	p.scroll()
}

// Typing tells that letters are text, not keys.
func (p *Picker) Typing() bool { return true }

// Update narrows by what is typed, moves, switches an option or all off, or closes.
// The command that it returns, if any, is an answer: Picked, Chosen, Removed or
// Closed.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		p.edit(msg)
		return nil
	}
	if press.String() == "ctrl+u" { // before page up, which it is elsewhere
		return p.empty()
	}
	if n, ok := Step(press, p.keys, p.visible()); ok {
		p.at += n
		p.scroll()
		return nil
	}
	k := p.keys
	switch {
	case Pressed(press, k.Pick), press.Text == "　":
		return p.toggle()
	case Pressed(press, k.Switch) && !p.one:
		cmd := p.toggle()
		p.Wheel(1)
		return cmd
	case Pressed(press, k.Enter):
		return p.enter()
	case Pressed(press, k.Back) && p.query.Value() != "":
		p.setQuery("")
	case Pressed(press, k.Back):
		return answer(Closed{false})
	case Pressed(press, k.Remove) && p.query.AtEnd() && p.removable():
		return answer(Removed{p.options[p.current()].ID})
	default:
		p.edit(press)
	}
	return nil
}

func answer(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// edit changes the query.
func (p *Picker) edit(msg tea.Msg) {
	if p.query.Update(msg) {
		p.narrow(p.current())
	}
}

func (p *Picker) setQuery(s string) {
	p.query.SetValue(s)
	p.narrow(p.current())
}

// empty empties the query, or switches all off where there is none.
func (p *Picker) empty() tea.Cmd {
	if p.query.Value() != "" || p.one {
		p.setQuery("")
		return nil
	}
	for i := range p.options {
		p.options[i].On = false
	}
	return p.picked(false)
}

// toggle switches the option under the cursor, or takes it.
func (p *Picker) toggle() tea.Cmd {
	i := p.current()
	if i < 0 {
		return nil
	}
	if p.one {
		return answer(Chosen{p.options[i].ID})
	}
	p.options[i].On = !p.options[i].On
	return p.picked(false)
}

// enter takes a chooser's option. A picker is kept as it is, but for a person who
// typed a name and switched nothing: they mean the option that they see under the
// cursor.
func (p *Picker) enter() tea.Cmd {
	i := p.current()
	switch {
	case p.one:
		return p.toggle()
	case p.query.Value() == "" || p.switched || i < 0 || p.options[i].On:
		return answer(Closed{true})
	}
	p.options[i].On = true
	return p.picked(true)
}

func (p *Picker) picked(done bool) tea.Cmd {
	p.switched = true
	var ids []string
	for _, o := range p.options {
		if o.On {
			ids = append(ids, o.ID)
		}
	}
	return answer(Picked{ids, done})
}

func (p *Picker) removable() bool {
	i := p.current()
	return i >= 0 && p.options[i].Removable
}

// Wheel moves by n options.
func (p *Picker) Wheel(n int) {
	p.at += n
	p.scroll()
}

// Click switches the option at line y of the dialog, or takes it.
func (p *Picker) Click(_, y int) tea.Cmd {
	if i := p.top + y - rowsTop; y >= rowsTop && y < rowsTop+p.visible() && i < len(p.rows) {
		p.at = i
		return p.toggle()
	}
	return nil
}

func (p *Picker) scroll() { p.at, p.top = scroll.Keep(p.at, p.top, len(p.rows), p.visible()) }
