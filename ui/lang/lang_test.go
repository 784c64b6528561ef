package lang

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tachiba/model"
)

func TestCataloguesAgree(t *testing.T) {
	ja, en := New(model.Japanese), New(model.English)
	for key := range ja.keys {
		if !en.Has(key) {
			t.Errorf("en.toml lacks %s", key)
		}
	}
	for key := range en.keys {
		if !ja.Has(key) {
			t.Errorf("ja.toml lacks %s", key)
		}
	}
}

// used is how code names a message: T("table.key") or "table." + a variable.
var used = regexp.MustCompile(`\bT\("([a-z_]+\.[a-z_0-9]+)"`)

func TestEveryMessageUsedExists(t *testing.T) {
	ja, found := New(model.Japanese), 0
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path)
		for _, m := range used.FindAllStringSubmatch(string(code), -1) {
			found++
			if !ja.Has(m[1]) {
				t.Errorf("%s uses %s, which no catalogue has", path, m[1])
			}
		}
		return err
	})
	if err != nil || found == 0 {
		t.Fatal(err, found)
	}
}

func TestProblem(t *testing.T) {
	p := &model.Problem{Code: model.ProblemLexicon, Path: "a.toml", Line: 3, Key: "actors", Want: "a list"}
	for lang, want := range map[model.Lang]string{
		model.Japanese: "a.toml:3: actors: 辞書の誤り。正しくは: a list",
		model.English:  "a.toml:3: actors: fault in the lexicon; expected a list",
	} {
		if got := New(lang).Problem(p); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	tests := []struct {
		flag, lcAll, lang string
		want              model.Lang
		ok                bool
	}{
		{"ja", "", "en_US.UTF-8", model.Japanese, true},
		{"", "", "ja_JP.UTF-8", model.Japanese, true},
		{"", "C", "ja_JP.UTF-8", model.English, true},
		{"", "", "", model.English, true},
		{"fr", "", "", model.English, false},
	}
	for _, tt := range tests {
		env := func(k string) string { return map[string]string{"LC_ALL": tt.lcAll, "LANG": tt.lang}[k] }
		if got, ok := Resolve(tt.flag, env); got != tt.want || ok != tt.ok {
			t.Errorf("Resolve(%q, %q, %q) = %s, %v", tt.flag, tt.lcAll, tt.lang, got, ok)
		}
	}
}
