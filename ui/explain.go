package ui

import (
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/pager"
	"tachiba/ui/reading"
)

// explainedMsg is how the sentence of a statement was read.
type explainedMsg struct {
	statement model.Statement
	readings  []model.Reading
	err       error
}

// explain reads the sentence under the cursor again, beside the interface, to show
// how it was coded.
func (a *App) explain() tea.Cmd {
	s, ok := a.statement()
	if !ok {
		a.message = a.look.T("app.nothing_to_explain")
		return nil
	}
	a.message = a.look.T("app.explaining")
	digest, explain, ctx := a.contents.digest, a.options.Explain, a.ctx
	return func() tea.Msg {
		d, err := digest(s.Digest)
		if err != nil {
			return explainedMsg{err: err}
		}
		readings, err := explain(ctx, d, s.Line)
		return explainedMsg{s, readings, err}
	}
}

// explained shows it, unless a person is at something else already.
func (a *App) explained(m explainedMsg) {
	switch {
	case m.err != nil:
		a.message = a.look.Error(m.err)
		return
	case a.busy():
		return
	}
	a.message = ""
	of := m.readings[:0:0]
	for _, r := range m.readings {
		if r.Text == m.statement.Text {
			of = append(of, r)
		}
	}
	if len(of) == 0 {
		of = m.readings
	}
	a.openDialog(pager.New(a.look, a.keys, a.look.T("key.reading"), reading.Lines(a.look, of)))
}
