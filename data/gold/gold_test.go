package gold

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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

func TestReadSet(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	path := write("gold.jsonl", `{"digest":"one","line":2,"sentence":"米国は停戦を求めた。","actor":"US","topic":"ceasefire","stance":"favor"}`+"\n")
	if _, _, err := ReadSet(path, folder); err == nil {
		t.Error("a folder without digests is a set")
	}
	write("one.txt", "停戦の題\n米国は停戦を求めた。\n")
	rows, digests, err := ReadSet(path, folder)
	if err != nil || len(rows) != 1 || len(digests) != 1 || digests[0].ID != "one" {
		t.Fatalf("%d rows, %d digests, %v", len(rows), len(digests), err)
	}
	if _, ok := rows[0].SentenceIn(&digests[0]); !ok {
		t.Error("the row's sentence is not in its digest")
	}
	if _, _, err := ReadSet(filepath.Join(folder, "none.jsonl"), folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing gold file gives %v", err)
	}
}
