// Package gold reads statements that people coded, the measure of the coder.
// A gold file is JSON Lines, one statement a line:
//
//	{"digest":"d1","line":16,"sentence":"…","actor":"US","topic":"nato","stance":"against"}
//
// "also" lists further stances that count as right, "optional": true marks a
// statement that counts neither way.
package gold

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"tachiba/model"
)

// row is a line of a gold file.
type row struct {
	Digest   string         `json:"digest"`
	Line     int            `json:"line"`
	Sentence string         `json:"sentence"`
	Actor    model.ActorID  `json:"actor"`
	Topic    model.TopicID  `json:"topic"`
	Stance   model.Stance   `json:"stance"`
	Also     []model.Stance `json:"also,omitempty"`
	Optional bool           `json:"optional,omitempty"`
	correction
}

// longest is the length of the longest line that is read, in bytes.
const longest = 1 << 20

// Read returns the rows of a gold file in their order; empty lines are skipped.
// Among corrections are rows of statements that a person rejected. A line that
// is not a row gives a *model.Problem with path, line, key and what was expected
// there, a failing reader one that wraps its error.
func Read(r io.Reader, path string) ([]model.GoldRow, error) {
	rows, err := read(r, path, model.ProblemGold)
	if err != nil {
		return nil, err
	}
	var out []model.GoldRow
	for _, r := range rows {
		g := model.GoldRow{
			Digest: r.Digest, Line: r.Line, Sentence: r.Sentence, Actor: r.Actor, Topic: r.Topic, Stance: r.Stance, Also: r.Also, Optional: r.Optional,
			Verdict: r.Verdict,
		}
		if r.Was != nil {
			g.Was = *r.Was
		}
		out = append(out, g)
	}
	return out, nil
}

// read returns the rows of a file; a line that is none is a problem with code.
func read(r io.Reader, path string, code model.ProblemCode) ([]row, error) {
	var rows []row
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	n := 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		row, problem := parse(line)
		if problem != nil {
			problem.Code, problem.Path, problem.Line = code, path, n
			return nil, problem
		}
		rows = append(rows, row)
	}
	if err := lines.Err(); err != nil {
		problem := &model.Problem{Code: model.ProblemUnreadable, Path: path, Line: n + 1, Err: err}
		if errors.Is(err, bufio.ErrTooLong) {
			problem.Code, problem.Want = code, fmt.Sprintf("a line of at most %d bytes", longest)
		}
		return nil, problem
	}
	return rows, nil
}

// parse returns the row of one line, or a problem without its place.
func parse(line []byte) (row, *model.Problem) {
	var r row
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields() // a misspelt "optional" must not count silently
	if err := d.Decode(&r); err != nil {
		return row{}, jsonProblem(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return row{}, &model.Problem{Want: "one JSON object a line"}
	}
	return r, r.check()
}

func jsonProblem(err error) *model.Problem {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) && wrong.Field != "" {
		key := strings.TrimPrefix(wrong.Field, "correction.") // the part of a row that is embedded
		return &model.Problem{Key: key, Want: kind(key), Err: err}
	}
	if _, key, ok := strings.Cut(err.Error(), "unknown field "); ok {
		return &model.Problem{
			Key: strings.Trim(key, `"`), Err: err,
			Want: "one of digest, line, sentence, actor, topic, stance, also, optional, verdict, was, at, by",
		}
	}
	return &model.Problem{Want: "a JSON object", Err: err}
}

// kind says what the value of a key is.
func kind(key string) string {
	switch key {
	case "line":
		return "a whole number"
	case "also":
		return "a list of stances"
	case "optional":
		return "true or false"
	}
	return "a text in quotes"
}

func (r row) check() *model.Problem {
	for _, need := range []struct{ key, value string }{
		{"digest", r.Digest}, {"sentence", r.Sentence}, {"actor", string(r.Actor)}, {"topic", string(r.Topic)},
	} {
		if need.value == "" {
			return &model.Problem{Key: need.key, Want: "a text that is not empty"}
		}
	}
	if r.Line < 1 {
		return &model.Problem{Key: "line", Want: "a whole number from 1"}
	}
	if !slices.Contains(model.Stances[:], r.Stance) {
		return &model.Problem{Key: "stance", Want: stances}
	}
	for _, s := range r.Also {
		if !slices.Contains(model.Stances[:], s) {
			return &model.Problem{Key: "also", Want: stances}
		}
	}
	return r.correction.check()
}

const stances = "favor, against or conditional"
