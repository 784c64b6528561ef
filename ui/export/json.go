package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"math"
	"time"

	"tachiba/model"
)

// WriteJSON writes v as JSON, one object a line where indent is "".
func WriteJSON(w io.Writer, v any, indent string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	return e.Encode(v)
}

// Statement is a statement as JSON has it.
type Statement struct {
	Digest     string        `json:"digest"`
	Line       int           `json:"line"`
	Sentence   string        `json:"sentence"`
	Role       model.Role    `json:"role"`
	Actor      model.ActorID `json:"actor"`
	Speaker    string        `json:"speaker"`
	Topic      model.TopicID `json:"topic"`
	Stance     model.Stance  `json:"stance"`
	Date       model.Date    `json:"date"`
	Outlet     string        `json:"outlet"`
	URL        string        `json:"url"`
	Cue        string        `json:"cue"`
	Confidence float64       `json:"confidence"`
	Origin     string        `json:"origin"` // coder, accepted, changed, added
}

// NewStatement returns a statement as JSON has it.
func NewStatement(s model.Statement) Statement {
	return Statement{
		s.Digest, s.Line, s.Text, s.Role, s.Actor, s.Speaker, s.Topic, s.Stance, s.Date, s.Outlet, s.URL, s.Cue,
		Thousandths(s.Confidence), origin(s),
	}
}

// Thousandths keeps of a share what it can tell.
func Thousandths(v float64) float64 { return math.Round(v*1000) / 1000 }

// StanceOrNull returns a stance as JSON has it: nil, written as null, for no
// evidence.
func StanceOrNull(s model.Stance) *model.Stance {
	if s == model.NoEvidence {
		return nil
	}
	return &s
}

// origin returns whose code a statement is, in a word.
func origin(s model.Statement) string { return cmp.Or(string(s.Origin), "coder") }

// Position is a position as JSON has it.
type Position struct {
	Stance  *model.Stance `json:"stance"` // null: no evidence
	Counts  model.Counts  `json:"counts"`
	Newest  model.Date    `json:"newest"`
	Shifted bool          `json:"shifted"`
}

// NewPosition returns a position as JSON has it.
func NewPosition(p model.Position) Position {
	return Position{StanceOrNull(p.Stance), p.Counts, p.Newest, p.Shifted}
}

// Cells is an object by actor, in the order in which they were added.
type Cells struct {
	actors []model.ActorID
	values []any
}

// Add adds an actor's cell.
func (c *Cells) Add(actor model.ActorID, cell any) {
	c.actors, c.values = append(c.actors, actor), append(c.values, cell)
}

// MarshalJSON writes an object whose keys stand in the order of the actors.
func (c Cells) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, actor := range c.actors {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := WriteJSON(&b, actor, ""); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := WriteJSON(&b, c.values[i], ""); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Filter is a filter as JSON has it: its keys are those of the flags.
type Filter struct {
	Actors        []model.ActorID `json:"actors"`
	Topics        []model.TopicID `json:"topics"`
	Stances       []model.Stance  `json:"stances"`
	Since         model.Date      `json:"since"`
	Until         model.Date      `json:"until"`
	Search        string          `json:"search"`
	MinConfidence float64         `json:"min_confidence"`
	Review        model.Review    `json:"review"`
	New           bool            `json:"new"`
}

// NewFilter returns a filter as JSON has it.
func NewFilter(f model.Filter) Filter {
	return Filter{ // null is no list
		append([]model.ActorID{}, f.Actors...), append([]model.TopicID{}, f.Topics...), append([]model.Stance{}, f.Stances...), f.Since, f.Until, f.Text, f.MinConfidence, f.Review, f.New,
	}
}

// document is all of an export but its statements, which follow one by one.
type document struct {
	MadeBy   string     `json:"made_by"`
	Made     *string    `json:"made"` // a day, null where it is not said
	Lang     model.Lang `json:"language"`
	Conflict string     `json:"conflict"`
	Filter   Filter     `json:"filter"`
	Digests  int        `json:"digests"`  // read
	Total    int        `json:"total"`    // statements there are
	Selected int        `json:"selected"` // of these
	Actors   []named    `json:"actors"`
	Topics   []topicRow `json:"topics"`
}

type named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type topicRow struct {
	named
	Proposition string   `json:"proposition"`
	Divided     *float64 `json:"divided"` // null: fewer than two actors have evidence
	Cells       Cells    `json:"cells"`
}

// positionWithHistory is a cell of the matrix.
type positionWithHistory struct {
	Position
	History []day `json:"history"` // newest first
}

type day struct {
	Date   model.Date   `json:"date"`
	Counts model.Counts `json:"counts"`
}

// json writes one object: who made it, the filter, the matrix and, last, the
// statements, newest first.
func (e *exporter) json() error {
	var head bytes.Buffer
	if err := WriteJSON(&head, e.document(), "  "); err != nil {
		return err
	}
	e.out.Write(bytes.TrimSuffix(head.Bytes(), []byte("\n}\n")))
	e.out.WriteString(",\n  \"statements\": [")
	var line bytes.Buffer
	for i, s := range e.each(e.Comparison.Selected) {
		line.Reset()
		if err := WriteJSON(&line, NewStatement(s), ""); err != nil {
			return err
		}
		if i > 0 {
			e.out.WriteByte(',')
		}
		e.out.WriteString("\n    ")
		e.out.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
	}
	_, err := e.out.WriteString("\n  ]\n}\n")
	return err
}

func (e *exporter) document() document {
	c := &e.Comparison
	out := document{
		MadeBy: "tachiba", Lang: e.Look.Lang(), Conflict: e.Look.Name(e.Look.Lexicon.Name), Filter: NewFilter(e.Filter),
		Digests: e.Digests, Total: c.Total, Selected: c.Shown, Actors: []named{}, Topics: []topicRow{},
	}
	if !e.Made.IsZero() {
		made := e.Made.Format(time.DateOnly)
		out.Made = &made
	}
	for _, a := range c.Actors {
		out.Actors = append(out.Actors, named{string(a.ID), e.Look.Name(a.Name)})
	}
	for _, row := range c.Rows {
		t := topicRow{
			named: named{string(row.Topic.ID), e.Look.Name(row.Topic.Name)}, Proposition: e.Look.Name(row.Topic.Proposition),
		}
		if row.Comparable() {
			apart := Thousandths(row.Divided)
			t.Divided = &apart
		}
		for i, p := range row.Cells {
			one := positionWithHistory{NewPosition(p), []day{}}
			for _, d := range p.History {
				one.History = append(one.History, day{d.Date, d.Counts})
			}
			t.Cells.Add(c.Actors[i].ID, one)
		}
		out.Topics = append(out.Topics, t)
	}
	return out
}
