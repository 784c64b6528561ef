package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"tachiba/model"
)

// Rows writes records as CSV.
type Rows struct{ *csv.Writer }

// NewRows returns a writer of records as encoding/csv writes them; they must be
// flushed in the end.
func NewRows(w io.Writer) Rows { return Rows{csv.NewWriter(w)} }

// Write writes a record, each of its cells guarded.
func (r Rows) Write(cells []string) error {
	guarded := make([]string, len(cells))
	for i, cell := range cells {
		guarded[i] = guardFormula(cell)
	}
	return r.Writer.Write(guarded)
}

// guardFormula keeps a spreadsheet from running a cell that comes from a file
// (OWASP, CSV injection).
func guardFormula(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}

// byteOrderMark opens a file as UTF-8.
const byteOrderMark = "\ufeff"

// csv writes a line a statement, in the person's words. The lines end as RFC 4180
// has it, and the file opens with a byte order mark: without one, Excel takes it
// for the code page of the machine, in Japan Shift_JIS.
func (e *exporter) csv() error {
	rows := NewRows(e.out)
	rows.UseCRLF = true
	if _, err := e.out.WriteString(byteOrderMark); err != nil {
		return err
	}
	var titles []string
	for _, key := range []string{
		"table.date", "table.actor", "table.topic", "table.proposition", "table.stance", "table.sentence", "export.speaker",
		"table.outlet", "export.address", "table.digest", "export.line", "export.confidence", "export.origin",
	} {
		titles = append(titles, e.Look.T(key))
	}
	if err := rows.Write(titles); err != nil {
		return err
	}
	for _, s := range e.each(e.Comparison.Selected) {
		if err := rows.Write([]string{
			s.Date.String(), e.Look.Actor(s.Actor), e.Look.Topic(s.Topic), e.proposition(s.Topic), e.Look.Stance(s.Stance),
			model.StripMark(s.Text), s.Speaker, model.OutletName(s.Outlet, s.URL), s.URL, s.Digest, strconv.Itoa(s.Line),
			strconv.FormatFloat(Thousandths(s.Confidence), 'f', -1, 64), e.Look.T("export.origin_" + origin(s)),
		}); err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

// proposition returns what favor and against are said of, "" for a topic that the
// lexicon does not have.
func (e *exporter) proposition(id model.TopicID) string {
	t, _ := e.Look.Lexicon.Topic(id)
	return e.Look.Name(t.Proposition)
}
