package lang

import (
	"errors"
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
		if !en.keys[key] && !strings.HasPrefix(key, "want.") { // these are English as they come
			t.Errorf("en.toml lacks %s", key)
		}
	}
	for key := range en.keys {
		if !ja.keys[key] {
			t.Errorf("ja.toml lacks %s", key)
		}
	}
}

// sources returns the text of all code of the interface but its tests.
func sources(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path)
		all.Write(code)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// used is how code names a message: T("table.key"), not T("table.start_"+…).
var used = regexp.MustCompile(`\bT\("([a-z_]+\.[a-z_0-9]*[a-z0-9])"`)

func TestEveryMessageUsedExists(t *testing.T) {
	ja, found := New(model.Japanese), used.FindAllStringSubmatch(sources(t), -1)
	for _, m := range found {
		if !ja.keys[m[1]] {
			t.Errorf("the code uses %s, which no catalogue has", m[1])
		}
	}
	if len(found) < 50 {
		t.Errorf("only %d messages are used", len(found))
	}
}

// TestEveryMessageIsUsed looks for each key in the code: whole, or the start of it
// before a variable ("note."+code).
func TestEveryMessageIsUsed(t *testing.T) {
	code := sources(t)
	for key := range New(model.Japanese).keys {
		found := strings.Contains(code, `"`+key+`"`)
		for i := range key {
			found = found || (key[i] == '.' || key[i] == '_') && strings.Contains(code, `"`+key[:i+1]+`"`)
		}
		if !found {
			t.Errorf("no code uses %s", key)
		}
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

func TestProblemPhrases(t *testing.T) {
	for want, said := range map[string]string{
		"one of id, name": "次のどれか: id, name", "a list of tables": "表の並び", "TOML": "TOML",
		`"ACTOR TOPIC STANCE" with known ids; got "US x"`: `「主体 論点 立場」を、ある id で ("US x" ではなく)`,
	} {
		p := &model.Problem{Code: model.ProblemLexicon, Path: "a", Want: want, Err: errors.New("unknown key")}
		if got := New(model.Japanese).Problem(p); got != "a: 辞書の誤り。正しくは: "+said+" (未知の項目)" {
			t.Errorf("%s: %q", want, got)
		}
		if got := New(model.English).Problem(p); got != "a: fault in the lexicon; expected "+want+" (unknown key)" {
			t.Errorf("%s: %q", want, got)
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
