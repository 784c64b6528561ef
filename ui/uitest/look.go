package uitest

import (
	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/look"
	"tachiba/ui/style"
)

// Look returns the default theme on a dark background with the test lexicon, in a
// language and maybe with ASCII alone, and the key map.
func Look(l model.Lang, ascii bool) (*look.Look, *keys.Map) {
	lk := &look.Look{Theme: style.For(style.Choice{Dark: true, ASCII: ascii}), Printer: lang.New(l), Lexicon: Lexicon()}
	k := keys.New(lk.Printer)
	return lk, &k
}
