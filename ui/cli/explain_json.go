package cli

import (
	"tachiba/model"
	"tachiba/ui/export"
)

// readSentence is a reading as JSON has it.
type readSentence struct {
	Sentence string          `json:"sentence"`
	Line     int             `json:"line"`
	Words    []readingWord   `json:"words"`
	Clauses  []readingClause `json:"clauses"`
	Names    []readingName   `json:"names"`
	Signs    []readingSign   `json:"signs"`
	Weighed  []weighed       `json:"weighed"`
}

type readingWord struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
}

type readingClause struct {
	Text   string          `json:"text"`
	Ending string          `json:"ending"`
	Holder string          `json:"holder"`
	Actors []model.ActorID `json:"actors"`
	Sure   float64         `json:"sure"`
}

type readingName struct {
	Text   string          `json:"text"`
	Actors []model.ActorID `json:"actors"`
	Third  bool            `json:"third_party"`
	Role   string          `json:"role"`
}

type readingSign struct {
	Text  string        `json:"text"`
	Topic model.TopicID `json:"topic,omitempty"`
	Sign  int           `json:"sign,omitempty"`
	Class string        `json:"class,omitempty"`
}

type weighed struct {
	Actor   model.ActorID `json:"actor"`
	Topic   model.TopicID `json:"topic"`
	Rule    *model.Stance `json:"rule"`   // null: the rules say nothing
	Stance  *model.Stance `json:"stance"` // null: nothing is coded
	Chance  float64       `json:"chance"` // that anything is said
	Favor   float64       `json:"favor"`
	Against float64       `json:"against"`
	Cond    float64       `json:"conditional"`
	Reasons []reason      `json:"reasons"`
}

type reason struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
}

func newReading(r model.Reading) readSentence {
	out := readSentence{
		Sentence: r.Text, Line: r.Line, Words: []readingWord{}, Clauses: []readingClause{}, Names: []readingName{},
		Signs: []readingSign{}, Weighed: []weighed{},
	}
	for _, w := range r.Words {
		out.Words = append(out.Words, readingWord(w))
	}
	for _, c := range r.Clauses {
		out.Clauses = append(out.Clauses, readingClause{c.Text, c.Ending, c.Holder, list(c.Actors), export.Thousandths(c.Sure)})
	}
	for _, n := range r.Names {
		out.Names = append(out.Names, readingName{n.Text, list(n.Actors), n.Third, n.Role})
	}
	for _, s := range r.Signs {
		out.Signs = append(out.Signs, readingSign(s))
	}
	for _, w := range r.Weighed {
		v := weighed{
			Actor: w.Actor, Topic: w.Topic, Rule: export.StanceOrNull(w.Rule), Stance: export.StanceOrNull(w.Stance),
			Chance: export.Thousandths(1 - w.Chances[model.NoEvidence]), Favor: export.Thousandths(w.Chances[model.Favor]),
			Against: export.Thousandths(w.Chances[model.Against]), Cond: export.Thousandths(w.Chances[model.Conditional]), Reasons: []reason{},
		}
		for _, why := range w.Reasons {
			v.Reasons = append(v.Reasons, reason{why.Name, export.Thousandths(why.Weight)})
		}
		out.Weighed = append(out.Weighed, v)
	}
	return out
}
