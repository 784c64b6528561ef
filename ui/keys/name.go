package keys

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/width"
)

// space is the one key that writes a character and has a name.
const space = "space"

var modifiers = map[string]tea.KeyMod{
	"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift, "meta": tea.ModMeta, "hyper": tea.ModHyper, "super": tea.ModSuper,
}

// named are the keys with names, by the names that Bubble Tea gives them and some
// that are usual elsewhere.
var named = func() map[string]rune {
	out := map[string]rune{
		"escape": tea.KeyEsc, "return": tea.KeyEnter, "del": tea.KeyDelete, "ins": tea.KeyInsert, "pageup": tea.KeyPgUp, "pagedown": tea.KeyPgDown,
	}
	for _, code := range []rune{
		tea.KeyEnter, tea.KeyTab, tea.KeyBackspace, tea.KeyEsc, tea.KeySpace, tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight,
		tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown, tea.KeyInsert, tea.KeyDelete, tea.KeyBegin, tea.KeyMenu, tea.KeyPause,
	} {
		out[tea.Key{Code: code}.Keystroke()] = code
	}
	for code := rune(tea.KeyF1); code <= tea.KeyF24; code++ {
		out[tea.Key{Code: code}.Keystroke()] = code
	}
	return out
}()

// Name returns a key as Bubble Tea names it where a person may write it otherwise
// (Ctrl+X, escape, a full-width letter), and false for what no key is called.
func Name(s string) (string, bool) {
	mod, base := cutModifiers(width.Narrow.String(s))
	code, known := named[strings.ToLower(base)]
	if base == " " {
		code, known = tea.KeySpace, true
	}
	if known {
		return tea.Key{Code: code, Mod: mod}.Keystroke(), true
	}
	code, n := utf8.DecodeRuneInString(base)
	if n != len(base) || code == utf8.RuneError || !unicode.IsGraphic(code) {
		return "", false
	}
	switch {
	case mod == 0:
		return base, true
	case mod == tea.ModShift && !unicode.IsLetter(code): // what it writes depends on the keyboard
		return "", false
	case mod == tea.ModShift:
		return string(unicode.ToUpper(code)), true
	case unicode.IsUpper(code):
		code = unicode.ToLower(code)
		if !mod.Contains(tea.ModCtrl) {
			mod |= tea.ModShift
		}
	}
	return tea.Key{Code: code, Mod: mod}.Keystroke(), true
}

// cutModifiers takes the modifiers off what a person calls a key; the key may be +.
func cutModifiers(s string) (mod tea.KeyMod, base string) {
	for {
		head, rest, ok := strings.Cut(s, "+")
		m, known := modifiers[strings.ToLower(head)]
		if !ok || !known || rest == "" {
			return mod, s
		}
		mod, s = mod|m, rest
	}
}

// alias tells whether most terminals send a key as tab, enter or esc.
func alias(name string) bool {
	mod, base := cutModifiers(name)
	return mod.Contains(tea.ModCtrl) && (base == "i" || base == "m" || base == "[")
}

// writes tells whether a key writes a character.
func writes(name string) bool { return name == space || utf8.RuneCountInString(name) == 1 }
