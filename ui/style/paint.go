package style

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
)

// paint is how a role is drawn. A colour is "#rrggbb" or a number from 0 to 255 of
// xterm's palette, "" for the terminal's own.
type paint struct {
	front, back string
	attributes  []string
}

// attributes are what a paint can be beside coloured.
var attributes = map[string]func(lipgloss.Style) lipgloss.Style{
	"bold":      func(s lipgloss.Style) lipgloss.Style { return s.Bold(true) },
	"faint":     func(s lipgloss.Style) lipgloss.Style { return s.Faint(true) },
	"underline": func(s lipgloss.Style) lipgloss.Style { return s.Underline(true).UnderlineSpaces(true) },
	"reverse":   func(s lipgloss.Style) lipgloss.Style { return s.Reverse(true) },
}

// own is the colour that the terminal has set itself.
const own = "none"

var hex = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// parsePaint reads a paint: "COLOUR on COLOUR" with attributes after it, of which
// each part may be left out. It returns false for anything else.
func parsePaint(s string) (p paint, ok bool) {
	words := strings.Fields(s)
	colour := func() (string, bool) {
		if len(words) == 0 {
			return "", false
		}
		n, err := strconv.Atoi(words[0])
		switch c := words[0]; {
		case c == own:
			words = words[1:]
			return "", true
		case hex.MatchString(c), err == nil && n >= 0 && n <= 255:
			words = words[1:]
			return c, true
		}
		return "", false
	}
	p.front, _ = colour()
	if len(words) > 0 && words[0] == "on" {
		words = words[1:]
		if p.back, ok = colour(); !ok {
			return p, false
		}
	}
	p.attributes = words
	return p, !slices.ContainsFunc(words, func(w string) bool { return attributes[w] == nil })
}

func (p paint) style() lipgloss.Style {
	s := lipgloss.NewStyle()
	if p.front != "" {
		s = s.Foreground(lipgloss.Color(p.front))
	}
	if p.back != "" {
		s = s.Background(lipgloss.Color(p.back))
	}
	for _, a := range p.attributes {
		s = attributes[a](s)
	}
	return s
}
