package config

import (
	"fmt"
	"strconv"
	"strings"

	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/text"
)

// Default returns the text of a configuration that changes nothing, with every
// setting as a comment that says what it does, in the language of p.
func Default(p *lang.Printer) string { return p.T("config.default", keyLines(p)) }

// keyLines returns a line for each binding: its keys, and what it does.
func keyLines(p *lang.Printer) string {
	ids := keys.IDs()
	settings, width := make([]string, len(ids)), 0
	for i, id := range ids {
		quoted := keys.Default(id)
		for i, k := range quoted {
			quoted[i] = strconv.Quote(k)
		}
		settings[i] = fmt.Sprintf("#%s = [%s]", id, strings.Join(quoted, ", "))
		width = max(width, text.Width(settings[i]))
	}
	for i, id := range ids {
		settings[i] = text.Fit(settings[i], width, "") + "  # " + p.T("key."+id)
	}
	return strings.Join(settings, "\n")
}
