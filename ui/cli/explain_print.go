package cli

import (
	"fmt"

	"tachiba/model"
	"tachiba/ui/reading"
)

// printReadings prints how sentences were read, as the interface says it.
func (a *app) printReadings(readings []model.Reading) {
	under := false // a heading with a text
	for _, l := range reading.Lines(&a.Look, readings) {
		switch {
		case l.Heading:
			under = l.Text != ""
			fmt.Fprintln(a.out, l.Text)
		case under:
			fmt.Fprintf(a.out, "  %s %s\n", l.Name, l.Text)
		case l.Name == "":
			fmt.Fprintln(a.out, l.Text)
		default:
			fmt.Fprintf(a.out, "%s: %s\n", l.Name, l.Text)
		}
	}
}
