package timeline

import (
	"strings"

	"charm.land/lipgloss/v2"

	"tachiba/model"
	"tachiba/ui/text"
)

// ink is one of the styles that lanes are drawn in.
type ink int

const (
	blank ink = iota // nothing but spaces
	faint
	muted
	plainText
	strong
	title
	chosen
	favor
	against
	conditional
	inks
)

func inkOf(s model.Stance) ink {
	switch s {
	case model.Favor:
		return favor
	case model.Against:
		return against
	case model.Conditional:
		return conditional
	}
	return muted
}

// pen draws a line. Setting hundreds of signs in their styles is what a frame costs
// most: signs of one style are set together, and what was set before is remembered.
type pen struct {
	styles [inks]lipgloss.Style
	widths [inks]int // of the stances' signs
	known  [inks]map[string]string
	line   strings.Builder
	run    []byte // drawn in ink, not set yet
	ink    ink
}

func (m Model) newPen() *pen {
	t := &m.look.Theme
	p := &pen{styles: [inks]lipgloss.Style{
		faint: t.Faint, muted: t.Muted, plainText: t.Text, strong: t.Strong, title: t.Title, chosen: t.Selected,
		favor: t.Stance(model.Favor), against: t.Stance(model.Against), conditional: t.Stance(model.Conditional),
	}}
	for _, s := range model.Stances {
		p.widths[inkOf(s)] = text.Width(t.Sign(s))
	}
	return p
}

// draw adds s to the line.
func (p *pen) draw(i ink, s string) {
	if i != p.ink {
		p.set()
		p.ink = i
	}
	p.run = append(p.run, s...)
}

func (p *pen) set() {
	switch set, ok := p.known[p.ink][string(p.run)]; {
	case len(p.run) == 0:
	case p.ink == blank:
		p.line.Write(p.run)
	case ok:
		p.line.WriteString(set)
	default:
		if p.known[p.ink] == nil {
			p.known[p.ink] = map[string]string{}
		}
		set = p.styles[p.ink].Render(string(p.run))
		p.known[p.ink][string(p.run)] = set
		p.line.WriteString(set)
	}
	p.run = p.run[:0]
}

// take returns the line and begins a new one.
func (p *pen) take() string {
	p.set()
	s := p.line.String()
	p.line.Reset()
	return s
}
