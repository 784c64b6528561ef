package export

import (
	"strconv"

	"tachiba/model"
)

// The columns of an event list, as the Discourse Network Analyzer 3 exports it:
// the statement and its document, then the variables of its statement type "DNA
// Statement". The last four are ours.
var dnaColumns = []string{
	"statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text",
	"person", "organization", "concept", "agreement", "conditional", "stance", "url", "line",
}

// dna writes the event list of the Discourse Network Analyzer, with semicolons
// between as it does; what holds one is quoted (RFC 4180) rather than changed. The person is the speaker, the organization the actor, the
// concept the topic's proposition. Agreement is boolean there: 1 for favor, 0 for
// against. A conditional stance is neither, so its agreement is empty (a missing
// value) and the column conditional is 1. Without a date, time is empty too.
func (e *exporter) dna() error {
	rows := NewRows(e.out)
	rows.Comma = ';'
	if err := rows.Write(dnaColumns); err != nil {
		return err
	}
	documents := map[string]int{} // a document's ID is a number there
	for i, s := range e.each(e.Comparison.Selected) {
		document, known := documents[s.Digest]
		if !known {
			document = len(documents) + 1
			documents[s.Digest] = document
		}
		agreement, conditional := agreement(s.Stance)
		if err := rows.Write([]string{
			strconv.Itoa(i + 1), dnaTime(s.Date), strconv.Itoa(document), s.Digest, "", model.OutletName(s.Outlet, s.URL), "", string(s.Role),
			model.StripMark(s.Text), s.Speaker, e.Look.Actor(s.Actor), e.concept(s.Topic), agreement, conditional, string(s.Stance),
			s.URL, strconv.Itoa(s.Line),
		}); err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

// agreement returns a stance as the values of the variable agreement and of the
// one that tells conditional stances from missing ones.
func agreement(s model.Stance) (agreement, conditional string) {
	switch s {
	case model.Favor:
		return "1", "0"
	case model.Against:
		return "0", "0"
	}
	return "", "1"
}

// dnaTime returns a date as a time of the analyzer, which has one for each
// statement: midnight.
func dnaTime(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return d.String() + " 00:00:00"
}

// concept returns what agreement is said of: the topic's proposition, or its name
// where it has none.
func (e *exporter) concept(id model.TopicID) string {
	if p := e.proposition(id); p != "" {
		return p
	}
	return e.Look.Topic(id)
}
