package gold

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tachiba/model"
)

var (
	was = model.Code{Actor: "US", Topic: "nato", Stance: model.Favor}
	now = model.Code{Actor: "RU", Topic: "ceasefire", Stance: model.Against}
	at  = time.Date(2025, 3, 20, 9, 30, 0, 0, time.UTC)
)

// TestCorrectionsComeBack writes corrections and reads them, and the same lines as
// gold.
func TestCorrectionsComeBack(t *testing.T) {
	list := []model.Correction{
		{Digest: "d/一", Line: 3, Sentence: "「文」と<述べた>。", Verdict: model.Accept, Was: was, Now: was, At: at},
		{Digest: "d", Line: 4, Sentence: "文。", Verdict: model.Change, Was: was, Now: now, At: at, By: "港の人"},
		{Digest: "d", Line: 5, Sentence: "文。", Verdict: model.Reject, Was: was, At: at},
		{Digest: "d", Line: 6, Sentence: "文。", Verdict: model.Add, Now: now},
	}
	var b bytes.Buffer
	if err := WriteCorrections(&b, list); err != nil {
		t.Fatal(err)
	}
	got, err := ReadCorrections(bytes.NewReader(b.Bytes()), "c.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, got); diff != "" {
		t.Error(diff)
	}
	rows, err := Read(bytes.NewReader(b.Bytes()), "c.jsonl")
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows of gold, %v", len(rows), err)
	}
	for i, want := range []model.Code{was, now, was, now} {
		if r := rows[i]; (model.Code{Actor: r.Actor, Topic: r.Topic, Stance: r.Stance}) != want {
			t.Errorf("row %d is %+v, want %+v", i, r, want)
		}
	}
}

// TestGoldIsAdded reads plain gold as statements that somebody added.
func TestGoldIsAdded(t *testing.T) {
	got, err := ReadCorrections(strings.NewReader("\ufeff"+good+"\n\n"), "g.jsonl")
	want := []model.Correction{{Digest: "d", Line: 3, Sentence: "文。", Verdict: model.Add, Now: model.Code{Actor: "US", Topic: "nato", Stance: model.Against}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestCorrectionProblems(t *testing.T) {
	with := func(more string) string { return strings.Replace(good, `"line"`, more+`,"line"`, 1) }
	for name, tt := range map[string]struct{ line, key string }{
		"no JSON":         {"{", ""},
		"unknown verdict": {with(`"verdict":"maybe"`), "verdict"},
		"verdict's type":  {with(`"verdict":1`), "verdict"},
		"change of what":  {with(`"verdict":"changed"`), "was"},
		"half a change":   {with(`"verdict":"changed","was":{"actor":"US","topic":"nato"}`), "was"},
		"stance before":   {with(`"verdict":"changed","was":{"actor":"US","topic":"nato","stance":"neutral"}`), "was"},
		"unknown key":     {with(`"when":"now"`), "when"},
		"no time":         {with(`"at":"yesterday"`), ""},
		"no stance":       {strings.Replace(good, "against", "", 1), "stance"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadCorrections(strings.NewReader(good+"\n"+tt.line), "c.jsonl")
			var p *model.Problem
			if !errors.As(err, &p) {
				t.Fatalf("got %v, want a problem", err)
			}
			if p.Code != model.ProblemCorrections || p.Path != "c.jsonl" || p.Line != 2 || p.Key != tt.key || p.Want == "" {
				t.Errorf("got %+v, want line 2, key %q and what was expected", p, tt.key)
			}
		})
	}
}

// FuzzCorrections reads any text: what is accepted is written and read as the same
// corrections.
func FuzzCorrections(f *testing.F) {
	f.Add(good)
	f.Add(strings.Replace(good, `"line"`, `"verdict":"changed","was":{"actor":"US","topic":"nato","stance":"favor"},"at":"2025-03-20T09:30:00+09:00","by":"人","line"`, 1))
	f.Add(strings.Replace(good, `"line"`, `"verdict":"rejected","line"`, 1) + "\n\n{")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ReadCorrections(strings.NewReader(text), "c.jsonl")
		if err != nil {
			var p *model.Problem
			if !errors.As(err, &p) || p.Code != model.ProblemCorrections || p.Line < 1 {
				t.Fatalf("%v", err)
			}
			return
		}
		var b bytes.Buffer
		if err := WriteCorrections(&b, list); err != nil {
			t.Fatalf("%+v can't be written: %v", list, err)
		}
		if b.Len() > longest {
			return // what is escaped takes more room
		}
		again, err := ReadCorrections(bytes.NewReader(b.Bytes()), "c.jsonl")
		if diff := cmp.Diff(list, again, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
	})
}
