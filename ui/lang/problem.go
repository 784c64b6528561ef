package lang

import (
	"strconv"

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
		text += p.T("problem.want", m.Want)
	}
	if m.Err != nil {
		text += " (" + m.Err.Error() + ")"
	}
	return text
}
