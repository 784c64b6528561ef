// Package filter holds the dialogs that set the filter, and the chips that show
// it.
package filter

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/scroll"
	"tachiba/ui/text"
)

// Option is one value to choose.
type Option struct {
	ID    string
	Label string
	Count int // statements that it selects beside the other filters
	On    bool
}

// Picked tells which options are on, after each change.
type Picked struct{ IDs []string }

// Chosen tells which option a chooser's person took.
type Chosen struct{ ID string }

// Closed tells that a dialog is done: kept, or to be undone.
type Closed struct{ Kept bool }

// Picker is a dialog that switches options on and off.
type Picker struct {
	look    *look.Look
	keys    *keys.Map
	title   string
	options []Option
	one     bool // the first choice closes it
	at, top int
	w, h    int
}

// NewChooser returns a dialog that takes one of options; those that are on are
// marked.
func NewChooser(l *look.Look, k *keys.Map, title string, options []Option) Picker {
	return Picker{look: l, keys: k, title: title, options: options, one: true}
}

// NewPicker returns the dialog for options.
func NewPicker(l *look.Look, k *keys.Map, title string, options []Option) Picker {
	return Picker{look: l, keys: k, title: title, options: options}
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (p *Picker) SetSize(w, h int) {
	p.w, p.h = w, h
	p.scroll()
}

// Update moves, switches an option, switches all off, or closes.
func (p Picker) Update(msg tea.Msg) (Picker, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p, nil
	}
	k := p.keys
	switch {
	case key.Matches(press, k.Up):
		p.at--
	case key.Matches(press, k.Down):
		p.at++
	case key.Matches(press, k.Top):
		p.at = 0
	case key.Matches(press, k.Bottom):
		p.at = len(p.options) - 1
	case key.Matches(press, k.Pick), p.one && key.Matches(press, k.Enter):
		return p.toggle()
	case !p.one && key.Matches(press, k.Clear):
		p.options = slices.Clone(p.options)
		for i := range p.options {
			p.options[i].On = false
		}
		return p, p.picked()
	case key.Matches(press, k.Enter):
		return p, func() tea.Msg { return Closed{true} }
	case key.Matches(press, k.Back, k.Quit):
		return p, func() tea.Msg { return Closed{false} }
	}
	p.scroll()
	return p, nil
}

func (p Picker) toggle() (Picker, tea.Cmd) {
	if p.at >= len(p.options) {
		return p, nil
	}
	if p.one {
		id := p.options[p.at].ID
		return p, func() tea.Msg { return Chosen{id} }
	}
	p.options = slices.Clone(p.options)
	p.options[p.at].On = !p.options[p.at].On
	return p, p.picked()
}

func (p Picker) picked() tea.Cmd {
	var ids []string
	for _, o := range p.options {
		if o.On {
			ids = append(ids, o.ID)
		}
	}
	return func() tea.Msg { return Picked{ids} }
}

// Wheel moves by n options.
func (p *Picker) Wheel(n int) {
	p.at += n
	p.scroll()
}

// Click switches the option at line y of the dialog.
func (p Picker) Click(y int) (Picker, tea.Cmd) {
	if i := p.top + y - frameTop; y >= frameTop && y < frameTop+p.visible() && i < len(p.options) {
		p.at = i
		return p.toggle()
	}
	return p, nil
}

// frameTop is the lines of the dialog above its options.
const frameTop = 2

func (p Picker) visible() int { return max(1, min(len(p.options), p.h-6)) }

func (p *Picker) scroll() {
	p.at, p.top = scroll.Keep(p.at, p.top, len(p.options), p.visible())
}

// View returns the dialog.
func (p Picker) View() string {
	width := 0
	for _, o := range p.options {
		width = max(width, text.Width(o.Label))
	}
	hints := p.look.T("filter.picker_keys")
	if p.one {
		hints = p.look.T("filter.chooser_keys")
	}
	inner := min(p.w-6, max(width+16, text.Width(hints)))
	lines := []string{p.look.Fit(p.look.Title.Render(p.title), inner)}
	for i := p.top; i < min(p.top+p.visible(), len(p.options)); i++ {
		lines = append(lines, p.line(p.options[i], i == p.at, inner))
	}
	lines = append(lines, p.look.Fit(p.look.Muted.Render(text.Truncate(hints, inner, p.look.Ellipsis)), inner))
	return Frame(p.look, strings.Join(lines, "\n"))
}

func (p Picker) line(o Option, selected bool, inner int) string {
	box := p.look.Off
	if o.On {
		box = p.look.On
	}
	count := p.look.T("filter.count", o.Count)
	mark, style := "  ", p.look.Text
	if selected {
		mark, style = p.look.Fit(p.look.Cursor, 2), p.look.Selected
	}
	label := p.look.Fit(box+" "+o.Label, inner-2-text.Width(count)-1)
	return mark + style.Render(label+" "+count)
}

// Frame returns the content of a dialog in its border.
func Frame(l *look.Look, content string) string {
	border := lipgloss.RoundedBorder()
	if l.Signs.Rule == "-" {
		border = lipgloss.ASCIIBorder()
	}
	return lipgloss.NewStyle().Border(border).Padding(0, 1).Render(content)
}
