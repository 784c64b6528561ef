// Package style holds what the interface looks like: colours and signs.
package style

import (
	"image/color"

	"charm.land/lipgloss/v2"

	"tachiba/model"
)

// Signs are the characters that the screens are drawn with.
type Signs struct {
	Favor, Against, Conditional, None string
	Shift, Cursor, Picked             string
	Rule, Side, Bar, HalfBar          string
	On, Off, Ellipsis, Dot, More      string
	Open, Close                       string // quotation marks
}

var (
	unicodeSigns = Signs{
		Favor: "▲", Against: "▼", Conditional: "◆", None: "·", Shift: "⇄", Cursor: "▸", Picked: "●",
		Rule: "─", Side: "│", Bar: "█", HalfBar: "▌", On: "[✓]", Off: "[ ]", Ellipsis: "…", Dot: "·", More: "↓",
		Open: "「", Close: "」",
	}
	asciiSigns = Signs{
		Favor: "+", Against: "-", Conditional: "~", None: ".", Shift: "<>", Cursor: ">", Picked: "*",
		Rule: "-", Side: "|", Bar: "#", HalfBar: "=", On: "[x]", Off: "[ ]", Ellipsis: "..", Dot: "-", More: "v",
		Open: `"`, Close: `"`,
	}
)

// Theme is the styles and signs of a screen. Nothing rests on colour alone: the
// signs tell stances apart, and what is selected is also in reverse video.
type Theme struct {
	Signs
	Text, Muted, Strong, Title, Accent, Chip, Warn, Selected, Faint lipgloss.Style
	Actor, Topic, Cue                                               lipgloss.Style
	stances                                                         map[model.Stance]lipgloss.Style
}

// New returns the theme for a dark or light background; with ascii it draws with
// ASCII alone. Blue and orange are told apart by colour-blind readers (Okabe and
// Ito 2008), and have a contrast of at least 4.5 on their background (WCAG 2.1).
func New(dark, ascii bool) Theme {
	pick := lipgloss.LightDark(dark)
	c := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	plain := lipgloss.NewStyle()
	muted := plain.Foreground(c("#5f6368", "#9aa0a6"))
	t := Theme{
		Signs: unicodeSigns, Text: plain, Muted: muted, Strong: plain.Bold(true),
		Title: plain.Bold(true).Foreground(c("#0b57a4", "#8ab4f8")), Accent: plain.Foreground(c("#0b57a4", "#8ab4f8")),
		Chip: plain.Bold(true).Foreground(c("#0b57a4", "#8ab4f8")), Warn: plain.Bold(true).Foreground(c("#a33b00", "#ffab70")),
		Selected: plain.Reverse(true).Bold(true), Faint: plain.Foreground(c("#9aa0a6", "#5f6368")),
		Actor: plain.Foreground(c("#6f3fb5", "#c9a7ff")), Topic: plain.Foreground(c("#00695c", "#7fd6c2")),
		Cue: plain.Underline(true).UnderlineSpaces(true),
		stances: map[model.Stance]lipgloss.Style{
			model.Favor: plain.Foreground(c("#0b57a4", "#7cb7ff")), model.Against: plain.Foreground(c("#b54708", "#ff9e57")),
			model.Conditional: plain.Foreground(c("#7a5c00", "#e3c65b")), model.NoEvidence: muted,
		},
	}
	if ascii {
		t.Signs = asciiSigns
	}
	return t
}

// Stance returns the style of a stance.
func (t Theme) Stance(s model.Stance) lipgloss.Style { return t.stances[s] }

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
