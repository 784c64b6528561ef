package lang

import (
	"strconv"
	"strings"

	"tachiba/model"
)

// Problem says a problem in the printer's language: where it is, what is wrong,
// and what to do.
func (p *Printer) Problem(m *model.Problem) string {
	where := m.Path
	if m.Line > 0 {
		where += ":" + strconv.Itoa(m.Line)
	}
	if m.Key != "" {
		where += ": " + m.Key
	}
	text := where + ": " + p.T("problem."+string(m.Code))
	if m.Want != "" {
		text += p.T("problem.want", p.want(m.Want))
	}
	if d := m.Detail(); d != "" {
		text += " (" + p.phrase(d) + ")"
	}
	return text
}

// want says what was expected: a set phrase, a list to choose from, and what
// stood there instead.
func (p *Printer) want(s string) string {
	s, got, ok := strings.Cut(s, "; got ")
	if list, choice := strings.CutPrefix(s, "one of "); choice {
		s = p.T("problem.one_of", list)
	} else {
		s = p.phrase(s)
	}
	if ok {
		s += p.T("problem.got", got)
	}
	return s
}

// phrase returns a set phrase in the printer's language, where the catalogue has
// it: problems are made in English.
func (p *Printer) phrase(s string) string {
	if key := "want." + s; p.keys[key] {
		return p.T(key)
	}
	return s
}
