// Package style holds what the interface looks like: colours and signs.
package style

import (
	"strings"

	"charm.land/lipgloss/v2"

	"tachiba/model"
	"tachiba/ui/text"
)

// Theme is the styles and signs of a screen. Nothing rests on colour alone: the
// signs tell stances apart, and what is selected is also in reverse video.
type Theme struct {
	Signs
	Text, Muted, Strong, Title, Accent, Chip, Warn, Selected, Faint lipgloss.Style
	Actor, Topic, Cue                                               lipgloss.Style
	stances                                                         map[model.Stance]lipgloss.Style
	heat                                                            [5]lipgloss.Style
	ascii, wide                                                     bool
}

// Choice is what a theme is made of.
type Choice struct {
	Name string         // of a theme, "" for the default one
	Own  map[string]Own // the reader's own themes
	Dark bool           // the terminal's background is
	// ASCII draws with ASCII alone.
	ASCII bool
	// Wide is a terminal that draws characters of ambiguous width in two cells: the
	// signs are ones that take one everywhere.
	Wide bool
}

// For returns the theme that was chosen, the default one where there is none of
// that name.
func For(c Choice) Theme {
	sheet := c.sheet()
	of := func(r Role) lipgloss.Style {
		p, _ := parsePaint(sheet[r]) // checked when it was read
		return p.style()
	}
	t := Theme{
		Signs: unicodeSigns, Text: of(Text), Muted: of(Muted), Faint: of(Faint),
		Strong: of(Text).Bold(true), Title: of(Title), Accent: of(Accent), Chip: of(Accent).Bold(true),
		Warn: of(Warn), Selected: of(Selected), Actor: of(Actor), Topic: of(Topic), Cue: of(Cue),
		stances: map[model.Stance]lipgloss.Style{
			model.Favor: of(Favor), model.Against: of(Against), model.Conditional: of(Conditional), model.NoEvidence: of(Muted),
		},
		heat: [...]lipgloss.Style{of(Heat1), of(Heat2), of(Heat3), of(Heat4), of(Heat5)},
	}
	switch {
	case c.ASCII:
		t.Signs, t.ascii = asciiSigns, true
	case c.Wide:
		t.Signs, t.wide = surely(), true
	}
	return t
}

// ascii writes the signs of the interface's own words; what digests say stays.
var ascii = strings.NewReplacer(" → ", " > ", "↑", "up", "↓", "down", "←", "left", "→", "right", "–", "-", "…", "..", "“", `"`, "”", `"`, "≥", ">=")

// Draw returns words of the interface in the signs that the theme draws with.
func (t Theme) Draw(s string) string {
	switch {
	case t.ascii:
		return ascii.Replace(s)
	case t.wide:
		return text.Unambiguous(s)
	}
	return s
}

// Screen returns a screen as the terminal is to have it, styles and all: where it
// draws characters of ambiguous width in two cells, with look-alikes of one.
func (t Theme) Screen(s string) string {
	if t.wide {
		return text.Unambiguous(s)
	}
	return s
}

// Stance returns the style of a stance.
func (t Theme) Stance(s model.Stance) lipgloss.Style { return t.stances[s] }

// Heat returns the style of a share from 0 to 1: one hue in five steps, the text
// readable on each. It says nothing alone; the share is to be written too.
func (t Theme) Heat(share float64) lipgloss.Style {
	return t.heat[max(0, min(int(share*float64(len(t.heat))), len(t.heat)-1))]
}

// Sign returns the sign of a stance.
func (t Theme) Sign(s model.Stance) string {
	switch s {
	case model.Favor:
		return t.Favor
	case model.Against:
		return t.Against
	case model.Conditional:
		return t.Conditional
	}
	return t.None
}
