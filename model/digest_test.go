package model_test

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"testing"

	"tachiba/model"
)

func TestDate(t *testing.T) {
	d, err := model.ParseDate("2025-02-12")
	if err != nil || d != 20250212 || d.String() != "2025-02-12" || d.MonthDay() != "02-12" {
		t.Errorf("%v, %v", d, err)
	}
	for _, s := range []string{"2025/02/12", "2025-2-12", " ２０２５－０２－１２ "} {
		if got, err := model.ParseDate(s); err != nil || got != d {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
	for _, bad := range []string{"", "2025-02-31", "20250212", "2025-02", "0000-01-01", "きのう"} {
		if _, err := model.ParseDate(bad); err == nil {
			t.Errorf("%q is taken for a date", bad)
		}
	}
	if _, ok := model.MakeDate(2025, 13, 1); ok {
		t.Error("a thirteenth month")
	}
	b, _ := json.Marshal([]model.Date{d, 0})
	if string(b) != `["2025-02-12",null]` || model.Date(0).String() != "" {
		t.Errorf("%s", b)
	}
}

func TestParsePeriod(t *testing.T) {
	tests := []struct {
		typed       string
		first, last model.Date // 0 for no period
	}{
		{"2025-02-12", 20250212, 20250212},
		{"2025年2月12日", 20250212, 20250212},
		{"2025-02", 20250201, 20250228},
		{" ２０２４/２ ", 20240201, 20240229},
		{"2025年12月", 20251201, 20251231},
		{"2025", 20250101, 20251231},
		{"2025年", 20250101, 20251231},
		{"9999-12", 99991201, 99991231},
		{"", 0, 0},
		{"25", 0, 0},
		{"2025-13", 0, 0},
		{"2025-", 0, 0},
		{"0000", 0, 0},
		{"2025-02-30", 0, 0},
		{"きのう", 0, 0},
	}
	for _, tt := range tests {
		first, last, err := model.ParsePeriod(tt.typed)
		if first != tt.first || last != tt.last || (err == nil) != tt.first.Known() {
			t.Errorf("%q: %v to %v, %v", tt.typed, first, last, err)
		}
	}
}

// dated is a digest whose sections have dated, undated and off-topic cards.
var dated = model.Digest{Sections: []model.Section{
	{Cards: []model.Card{{Outlet: "甲", Published: 20250212}, {Outlet: "乙", Published: 20250214}}},
	{Cards: []model.Card{{Outlet: "丙"}}},
	{Cards: []model.Card{{Outlet: "丁", Published: 20260101, OffTopic: true}}},
}}

func TestDateAndSource(t *testing.T) {
	tests := []struct {
		name          string
		section, card int
		date          model.Date
		outlet        string
	}{
		{"on a card", 0, 0, 20250212, "甲"},
		{"text of a section goes by its first card", 0, model.None, 20250212, "甲"},
		{"undated card: the digest's newest", 1, 0, 20250214, "丙"},
		{"outside sections", model.None, model.None, 20250214, ""},
		{"section with an off-topic card only", 2, model.None, 20250214, ""},
	}
	for _, tt := range tests {
		s := model.Sentence{Section: tt.section, Card: tt.card}
		if got, src := dated.Date(s), dated.SourceOf(s); got != tt.date || src.Outlet != tt.outlet {
			t.Errorf("%s: %s, %q", tt.name, got, src.Outlet)
		}
	}
	if !dated.OffTopic(model.Sentence{Section: 2, Card: 0}) || dated.OffTopic(model.Sentence{Section: 2, Card: model.None}) {
		t.Error("off-topic cards are mistaken")
	}
	if (&model.Digest{}).Date(model.Sentence{Section: model.None, Card: model.None}).Known() {
		t.Error("a digest without dates has one")
	}
}

func TestOutletName(t *testing.T) {
	for _, tt := range []struct{ outlet, url, want string }{
		{"ロイター 経済、株価、ビジネス", "https://jp.reuters.com/x", "ロイター"},
		{"時事ドットコム:時事通信社が運営するサイト", "", "時事ドットコム"},
		{"ニュースサイト", "https://www.example.com/a", "example.com"},
		{"", "https://news.example.com:8080/a", "news.example.com"},
		{"TBS NEWS DIG", "", "TBS NEWS DIG"},
		{"", "", ""},
	} {
		if got := model.OutletName(tt.outlet, tt.url); got != tt.want {
			t.Errorf("OutletName(%q, %q) = %q, want %q", tt.outlet, tt.url, got, tt.want)
		}
	}
}

func TestFileProblem(t *testing.T) {
	for cause, want := range map[error]string{
		fs.ErrNotExist: "a.txt: not found", fs.ErrPermission: "a.txt: permission", io.ErrUnexpectedEOF: "a.txt: unreadable: unexpected EOF",
	} {
		p := model.FileProblem("a.txt", &fs.PathError{Op: "open", Path: "raw\u202e", Err: cause})
		if p.Error() != want || !errors.Is(p, cause) {
			t.Errorf("%q, want %q", p.Error(), want)
		}
	}
}

func TestProblemError(t *testing.T) {
	p := &model.Problem{Code: model.ProblemLexicon, Path: "a.toml", Line: 3, Key: "actors", Want: "a list"}
	if got, want := p.Error(), "a.toml:3: actors: lexicon: expected a list"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
