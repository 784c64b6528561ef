package gold

import (
	"bufio"
	"encoding/json"
	"io"
	"slices"
	"time"

	"tachiba/model"
)

// A correction is a row of a gold file with what it corrects. Of a rejected
// statement actor, topic and stance are those that it had; such a row is none of
// gold.
//
//	{"digest":"d1",…,"stance":"against","verdict":"changed","was":{"actor":"US","topic":"nato","stance":"favor"},"at":"2026-11-22T09:00:00Z"}

// correction is what a row says beyond gold.
type correction struct {
	Verdict model.Verdict `json:"verdict,omitempty"`
	Was     *model.Code   `json:"was,omitempty"`
	At      *time.Time    `json:"at,omitempty"`
	By      string        `json:"by,omitempty"`
}

// WriteCorrections writes corrections as JSON Lines that Read takes as gold.
func WriteCorrections(w io.Writer, list []model.Correction) error {
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for _, c := range list {
		code := c.Now
		r := row{Digest: c.Digest, Line: c.Line, Sentence: c.Sentence}
		r.Verdict, r.By = c.Verdict, c.By
		if !c.At.IsZero() {
			r.At = &c.At
		}
		switch c.Verdict {
		case model.Reject:
			code = c.Was
		case model.Change:
			r.Was = &c.Was
		}
		r.Actor, r.Topic, r.Stance = code.Actor, code.Topic, code.Stance
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return out.Flush()
}

// ReadCorrections returns the corrections in a file. A row of plain gold is a
// statement that somebody added. Errors are as Read's, with ProblemCorrections.
func ReadCorrections(r io.Reader, path string) ([]model.Correction, error) {
	rows, err := read(r, path, model.ProblemCorrections)
	if err != nil {
		return nil, err
	}
	list := make([]model.Correction, len(rows))
	for i, r := range rows {
		code := model.Code{Actor: r.Actor, Topic: r.Topic, Stance: r.Stance}
		c := model.Correction{Digest: r.Digest, Line: r.Line, Sentence: r.Sentence, Verdict: r.Verdict, By: r.By}
		if r.At != nil {
			c.At = *r.At
		}
		switch r.Verdict {
		case "":
			c.Verdict, c.Now = model.Add, code
		case model.Add:
			c.Now = code
		case model.Accept:
			c.Was, c.Now = code, code
		case model.Reject:
			c.Was = code
		case model.Change:
			c.Was, c.Now = *r.Was, code
		}
		list[i] = c
	}
	return list, nil
}

func (c correction) check() *model.Problem {
	switch {
	case c.Verdict != "" && !slices.Contains(model.Verdicts[:], c.Verdict):
		return &model.Problem{Key: "verdict", Want: "accepted, changed, rejected or added"}
	case c.Verdict == model.Change && (c.Was == nil || c.Was.Actor == "" || c.Was.Topic == "" || !slices.Contains(model.Stances[:], c.Was.Stance)):
		return &model.Problem{Key: "was", Want: "actor, topic and stance before the change"}
	}
	return nil
}
