package gold

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

const good = `{"digest":"d","line":3,"sentence":"文。","actor":"US","topic":"nato","stance":"against"}`

func TestRead(t *testing.T) {
	rows, err := Read(strings.NewReader("\ufeff"+good+"\r\n\n"+
		strings.Replace(good, `"against"`, `"favor","also":["conditional"],"optional":true`, 1)), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	row := model.GoldRow{Digest: "d", Line: 3, Sentence: "文。", Actor: "US", Topic: "nato", Stance: model.Against}
	other := row
	other.Stance, other.Also, other.Optional = model.Favor, []model.Stance{model.Conditional}, true
	if diff := cmp.Diff([]model.GoldRow{row, other}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestReadProblems(t *testing.T) {
	swap := func(old, new string) string { return strings.Replace(good, old, new, 1) }
	for name, tt := range map[string]struct{ line, key string }{
		"no JSON":        {"not JSON", ""},
		"two objects":    {good + good, ""},
		"unknown key":    {swap(`"line"`, `"optinal":true,"line"`), "optinal"},
		"wrong type":     {swap(`3`, `"3"`), "line"},
		"no line":        {swap(`"line":3,`, ``), "line"},
		"no sentence":    {swap(`文。`, ``), "sentence"},
		"no actor":       {swap(`US`, ``), "actor"},
		"unknown stance": {swap(`against`, `neutral`), "stance"},
		"unknown also":   {swap(`"against"`, `"against","also":["no"]`), "also"},
		"too long":       {strings.Repeat(" ", longest+1), ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(strings.NewReader(good+"\n"+tt.line), "gold.jsonl")
			var p *model.Problem
			if !errors.As(err, &p) {
				t.Fatalf("got %v, want a problem", err)
			}
			if p.Code != model.ProblemGold || p.Path != "gold.jsonl" || p.Line != 2 || p.Key != tt.key || p.Want == "" {
				t.Errorf("got %+v, want line 2, key %q and what was expected", p, tt.key)
			}
		})
	}
}

func TestReadFailing(t *testing.T) {
	_, err := Read(iotest.ErrReader(io.ErrUnexpectedEOF), "gold.jsonl")
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v, want the reader's error wrapped", err)
	}
}
