package style

import (
	"maps"
	"slices"
)

// sheet is the paints of a theme, as parsePaint reads them. A role that is not
// there is plain.
type sheet map[Role]string

// The themes that come with the program.
const (
	Default  = "default"  // light or dark, as the terminal's background is
	Light    = "light"    // for a light background
	Dark     = "dark"     // for a dark one
	Contrast = "contrast" // of high contrast, on either background
	Mono     = "mono"     // without colours
	ANSI     = "ansi"     // of the 16 colours that the terminal sets itself
)

var builtIn = []string{Default, Light, Dark, Contrast, Mono, ANSI}

// sheets are the built-in themes, for a light and a dark background. Blue, orange
// and a neutral tone for the stances are told apart by colour-blind readers (Okabe
// and Ito 2008); shares have one hue in five steps of lightness. Colours are those
// of xterm's 256, so that a terminal with fewer colours than a million shows the
// same ones.
var sheets = map[string][2]sheet{
	Default:  {lightSheet, darkSheet},
	Light:    {lightSheet, lightSheet},
	Dark:     {darkSheet, darkSheet},
	Contrast: {lightContrast, darkContrast},
	Mono:     {monoSheet, monoSheet},
	ANSI:     {lightANSI, darkANSI},
}

var (
	lightSheet = sheet{
		Muted: "#626262", Faint: "#767676", Title: "#005faf bold", Accent: "#005faf", Warn: "#af5f00 bold", Selected: "reverse bold",
		Favor: "#005faf", Against: "#af5f00", Conditional: "#1c1c1c", Actor: "#8700af", Topic: "#00875f", Cue: "underline",
		Heat1: "#000000 on #eeeeee", Heat2: "#000000 on #afd7ff", Heat3: "#000000 on #87afd7", Heat4: "#000000 on #5f87af", Heat5: "#ffffff on #005f87",
	}
	darkSheet = sheet{
		Muted: "#a8a8a8", Faint: "#767676", Title: "#87afff bold", Accent: "#87afff", Warn: "#ffaf5f bold", Selected: "reverse bold",
		Favor: "#87afff", Against: "#ffaf5f", Conditional: "#eeeeee", Actor: "#d7afff", Topic: "#87d7af", Cue: "underline",
		Heat1: "#ffffff on #303030", Heat2: "#ffffff on #005f87", Heat3: "#000000 on #5f87af", Heat4: "#000000 on #87afd7", Heat5: "#000000 on #afd7ff",
	}
	lightContrast = sheet{
		Text: "#000000", Muted: "#585858", Faint: "#585858", Title: "#0000d7 bold", Accent: "#0000d7 bold", Warn: "#af0000 bold", Selected: "#ffffff on #000000 bold",
		Favor: "#0000d7", Against: "#af0000", Conditional: "#000000", Actor: "#5f0087", Topic: "#005f00", Cue: "bold underline",
		Heat1: "#000000 on #eeeeee", Heat2: "#000000 on #afd7ff", Heat3: "#000000 on #87afd7", Heat4: "#ffffff on #005f87", Heat5: "#ffffff on #00005f",
	}
	darkContrast = sheet{
		Text: "#ffffff", Muted: "#a8a8a8", Faint: "#a8a8a8", Title: "#5fafff bold", Accent: "#5fafff bold", Warn: "#ffaf00 bold", Selected: "#000000 on #ffffff bold",
		Favor: "#5fafff", Against: "#ffaf00", Conditional: "#ffffff", Actor: "#d7afff", Topic: "#87ffaf", Cue: "bold underline",
		Heat1: "#ffffff on #303030", Heat2: "#ffffff on #005f87", Heat3: "#000000 on #87afd7", Heat4: "#000000 on #afd7ff", Heat5: "#000000 on #eeeeee",
	}
	monoSheet = sheet{
		Title: "bold", Accent: "bold", Warn: "bold", Selected: "reverse bold", Favor: "bold", Against: "bold",
		Actor: "bold", Topic: "underline", Cue: "bold underline",
		Heat2: "underline", Heat3: "bold", Heat4: "bold underline", Heat5: "reverse bold",
	}
	// 8, bright black, is the background itself in some palettes, so that it draws
	// nothing here.
	lightANSI = sheet{
		Muted: "faint", Faint: "faint", Title: "4 bold", Accent: "4", Warn: "1 bold", Selected: "reverse bold",
		Favor: "4", Against: "1", Conditional: "bold", Actor: "5", Topic: "6", Cue: "underline",
		Heat2: "4", Heat3: "4 bold", Heat4: "4 reverse", Heat5: "4 reverse bold",
	}
	darkANSI = sheet{
		Muted: "faint", Faint: "faint", Title: "12 bold", Accent: "12", Warn: "11 bold", Selected: "reverse bold",
		Favor: "12", Against: "11", Conditional: "bold", Actor: "13", Topic: "14", Cue: "underline",
		Heat2: "12", Heat3: "12 bold", Heat4: "12 reverse", Heat5: "12 reverse bold",
	}
)

// Own is a theme of the reader's: paints that differ from those of a built-in one,
// the default where it names none.
type Own struct {
	Extends string
	Paints  map[Role]string
}

// Names returns the names of all themes, the built-in ones first.
func Names(themes map[string]Own) []string {
	return append(slices.Clone(builtIn), slices.Sorted(maps.Keys(themes))...)
}

// BuiltIn tells whether a theme of that name comes with the program.
func BuiltIn(name string) bool { return slices.Contains(builtIn, name) }

// ValidPaint tells whether s is a paint, as an own theme has it: "#005faf bold",
// "16 on 153", "none underline", or the name of a role, which stands for what the
// extended theme has there. A colour is #rrggbb, a number from 0 to 255 (to 15 the
// terminal's own) or none; bold, faint, underline and reverse may follow.
func ValidPaint(s string) bool {
	_, ok := parsePaint(s)
	return ok || slices.Contains(Roles[:], Role(s))
}

// sheet returns the paints that a choice comes down to; for a name that there is
// not, those of the default theme.
func (c Choice) sheet() sheet {
	name := c.Name
	mine, ok := c.Own[name]
	if ok {
		name = mine.Extends
	}
	pair, ok := sheets[name]
	if !ok {
		pair = sheets[Default]
	}
	base := pair[0]
	if c.Dark {
		base = pair[1]
	}
	out := maps.Clone(base)
	for role, spec := range mine.Paints {
		if slices.Contains(Roles[:], Role(spec)) {
			spec = base[Role(spec)]
		}
		out[role] = spec
	}
	return out
}
