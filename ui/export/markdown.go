package export

import (
	"fmt"
	"strings"

	"tachiba/model"
	"tachiba/ui/markdown"
)

// most is how many statements a cell of the Markdown table refers to.
const most = 3

// markdown writes the matrix as a table of GitHub's Markdown. Each cell refers by
// footnotes to the newest statement that carries its position and the newest others.
func (e *exporter) markdown() error {
	fmt.Fprintf(e.out, "# %s\n\n", markdown.Escape(e.title()))
	for _, line := range e.about() {
		fmt.Fprintf(e.out, "%s  \n", markdown.Escape(line))
	}
	e.out.WriteByte('\n')
	notes := e.markdownTable()
	fmt.Fprintf(e.out, "\n%s\n\n", markdown.Escape(e.legend()+" "+e.Look.T("export.cited", most)))
	for i, s := range notes {
		fmt.Fprintf(e.out, "[^%d]: %s\n", i+1, e.markdownNote(s))
	}
	return nil
}

// markdownTable writes the matrix and returns the statements that it refers to,
// in the order of their numbers.
func (e *exporter) markdownTable() (notes []model.Statement) {
	titles := []string{e.Look.T("table.topic"), e.Look.T("table.proposition")}
	for _, a := range e.Comparison.Actors {
		titles = append(titles, e.Look.Name(a.Name))
	}
	for i, t := range titles {
		titles[i] = markdown.Escape(t)
	}
	e.markdownRow(titles)
	e.out.WriteString(strings.Repeat("| --- ", len(titles)) + "|\n")
	for _, row := range e.Comparison.Rows {
		cells := []string{"**" + markdown.Escape(e.Look.Name(row.Topic.Name)) + "**", markdown.Escape(e.Look.Name(row.Topic.Proposition))}
		for _, p := range row.Cells {
			cell := markdown.Escape(e.Look.Position(p))
			for _, s := range cited(p) {
				notes = append(notes, s)
				cell += fmt.Sprintf("[^%d]", len(notes))
			}
			cells = append(cells, cell)
		}
		e.markdownRow(cells)
	}
	return notes
}

func (e *exporter) markdownRow(cells []string) {
	e.out.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// cited returns the newest statement that carries a position, then the newest
// others.
func cited(p model.Position) (out []model.Statement) {
	if p.Evidence.Len() == 0 {
		return nil
	}
	leading := p.Leading()
	out = append(out, p.Evidence.At(leading))
	for i := 0; i < p.Evidence.Len() && len(out) < most; i++ {
		if i != leading {
			out = append(out, p.Evidence.At(i))
		}
	}
	return out
}

// markdownNote returns a statement as a footnote: stance, sentence, speaker,
// outlet, date and place.
func (e *exporter) markdownNote(s model.Statement) string {
	l := e.Look
	source := l.Join(markdown.Escape(s.Speaker), markdown.Link(model.OutletName(s.Outlet, s.URL), s.URL), l.Date(s.Date), markdown.Escape(place(s)))
	return markdown.Escape(l.Mark(s)+" "+l.Quote(model.StripMark(s.Text))) + " " + source
}

// legend says what the signs stand for.
func (e *exporter) legend() string {
	l := e.Look
	var parts []string
	for _, s := range append(model.Stances[:], model.NoEvidence) {
		parts = append(parts, l.Sign(s)+" "+l.Stance(s))
	}
	parts = append(parts, l.Shift+" "+l.T("plain.shifted"))
	return l.T("export.legend", l.List(parts...))
}
