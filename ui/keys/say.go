package keys

import (
	"regexp"
	"slices"
	"strings"

	"tachiba/ui/lang"
)

// mention is what a message has between braces where it names a key: {undo} is the
// key of a binding, {switch next  } the key and the words around it, which both go
// where it has none. ~ before the binding stands where letters are text.
var mention = regexp.MustCompile(`^(\s*)(~?)([a-z_]+)(.*)$`)

// besides are the keys by which lists are moved in while letters are text, whatever
// the key map has.
var besides = map[string]string{"up": "ctrl+p", "down": "ctrl+n"}

// sayer says the keys of a key map in messages.
type sayer struct {
	*lang.Printer
	held map[string][]string // by binding
}

// say returns what a message shows for the words between its braces.
func (s sayer) say(words string) string {
	part := mention.FindStringSubmatch(words)
	if part == nil {
		return words // no catalogue has that: a test holds it
	}
	before, letters, id, after := part[1], part[2] == "", part[3], part[4]
	switch k := s.key(id, letters); {
	case k != "":
		return before + k + after
	case before+after != "":
		return ""
	}
	return s.without(id)
}

// key returns the key that is shown for a binding. Where letters are keys, that is an
// arrow if it has one, else the first; where they are text, the first that writes
// none. It is "" without any.
func (s sayer) key(id string, letters bool) string {
	held := s.held[id]
	at := slices.IndexFunc(held, func(k string) bool {
		return letters && arrows[k] != "" || !letters && (k == space || !writes(k))
	})
	switch {
	case at < 0 && !letters:
		return besides[id]
	case len(held) == 0:
		return ""
	}
	return Show(held[max(at, 0):][:1])
}

// without returns how to do what a binding without keys does: the key of the palette
// and the name there. It is "" for what the palette does not list.
func (s sayer) without(id string) string {
	for _, p := range all() {
		if p.id == id && (p.title == moveTitle || p.title == dialogTitle) {
			return ""
		}
	}
	return strings.TrimSpace(s.key("palette", true) + " " + s.T("key."+id))
}
