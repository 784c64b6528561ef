// Package style holds what the interface looks like: colours and signs.
package style

import (
	"strings"

	"charm.land/lipgloss/v2"

	"tachiba/model"
)

// Signs are the characters that the screens are drawn with.
type Signs struct {
	Favor, Against, Conditional, None string
	Shift, Cursor, Picked             string
	Rule, Side, Bar, HalfBar          string
	On, Off, Ellipsis, Between, More  string
	New, Reviewed, Starred, Unread    string
	Open, Close                       string // quotation marks
}

var (
	unicodeSigns = Signs{
		Favor: "▲", Against: "▼", Conditional: "◆", None: "·", Shift: "⇄", Cursor: "▸", Picked: "●",
		Rule: "─", Side: "│", Bar: "█", HalfBar: "▌", On: "[✓]", Off: "[ ]", Ellipsis: "…", Between: " · ", More: "↓",
		New: "*", Reviewed: "✓", Starred: "★", Unread: "•",
		Open: "「", Close: "」",
	}
	asciiSigns = Signs{
		Favor: "+", Against: "x", Conditional: "~", None: ".", Shift: "<>", Cursor: ">", Picked: "*",
		Rule: "-", Side: "|", Bar: "#", HalfBar: "=", On: "[x]", Off: "[ ]", Ellipsis: "..", Between: ", ", More: "v",
		New: "!", Reviewed: "=", Starred: "*", Unread: "o",
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
	ascii                                                           bool
}

// New returns the theme for a dark or light background; with ascii it draws with
// ASCII alone. Blue and orange are told apart by colour-blind readers (Okabe and
// Ito 2008). All are of the 256-colour palette of xterm, so that a terminal with
// fewer colours shows the same ones.
func New(dark, ascii bool) Theme {
	pick := lipgloss.LightDark(dark)
	fg := func(light, dark string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(pick(lipgloss.Color(light), lipgloss.Color(dark)))
	}
	plain, blue, muted := lipgloss.NewStyle(), fg("#005faf", "#87afff"), fg("#626262", "#a8a8a8")
	t := Theme{
		Signs: unicodeSigns, Text: plain, Muted: muted, Faint: fg("#8a8a8a", "#767676"),
		Strong: plain.Bold(true), Title: blue.Bold(true), Accent: blue, Chip: blue.Bold(true),
		Warn: fg("#af5f00", "#ffaf5f").Bold(true), Selected: plain.Reverse(true).Bold(true),
		Actor: fg("#8700af", "#d7afff"), Topic: fg("#00875f", "#87d7af"), Cue: plain.Underline(true).UnderlineSpaces(true),
		stances: map[model.Stance]lipgloss.Style{
			model.Favor: blue, model.Against: fg("#af5f00", "#ffaf5f"),
			model.Conditional: fg("#5f5f00", "#d7d75f"), model.NoEvidence: muted,
		},
	}
	if ascii {
		t.Signs, t.ascii = asciiSigns, true
	}
	return t
}

// ascii writes the signs of the interface's own words; what digests say stays.
var ascii = strings.NewReplacer("↑", "up", "↓", "down", "←", "left", "→", "right", "–", "-", "…", "..", "“", `"`, "”", `"`, "≥", ">=")

// Draw returns words of the interface in the signs that the theme draws with.
func (t Theme) Draw(s string) string {
	if t.ascii {
		return ascii.Replace(s)
	}
	return s
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
