package export

import "tachiba/ui/look"

// Choice is a file that can be made of a View.
type Choice struct {
	Format  string
	Picture string // for an SVG
	Label   string // in the person's language
}

// Choices returns all there are, in the order in which they are offered.
func Choices(l *look.Look) []Choice {
	var out []Choice
	for _, f := range Formats {
		if f != SVG {
			out = append(out, Choice{Format: f, Label: l.T("export.format_" + f)})
			continue
		}
		for _, p := range Pictures {
			out = append(out, Choice{f, p, l.T("export.format_svg_" + p)})
		}
	}
	return out
}
