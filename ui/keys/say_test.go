package keys_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
)

func TestMessagesFollowTheKeys(t *testing.T) {
	for name, tt := range map[string]struct {
		lang    model.Lang
		changed map[string][]string
		message string
		want    string
	}{
		"as it comes":             {model.English, nil, "app.cleared", "filters cleared (u undoes)"},
		"first key":               {model.Japanese, map[string][]string{"undo": {"ctrl+z", "U"}}, "app.cleared", "絞り込みを解除しました (ctrl+z で元に戻す)"},
		"a sign of fmt":           {model.English, map[string][]string{"undo": {"%"}}, "app.cleared", "filters cleared (% undoes)"},
		"no key":                  {model.English, map[string][]string{"undo": {}}, "app.cleared", "filters cleared (ctrl+p undo undoes)"},
		"no key, in Japanese":     {model.Japanese, map[string][]string{"undo": {}}, "empty.filter", "この絞り込みに合う発言はありません。c で絞り込みを解除、ctrl+p 元に戻す で直前に戻します。"},
		"no key and no palette":   {model.English, map[string][]string{"undo": {}, "palette": {}}, "app.cleared", "filters cleared (undo undoes)"},
		"a tab":                   {model.English, map[string][]string{"compare": {"f1"}}, "app.compare", "f1 Compare"},
		"a tab without a key":     {model.English, map[string][]string{"compare": {}}, "app.compare", "Compare"},
		"arrows":                  {model.English, map[string][]string{"up": {"w", "up"}, "left": {"v"}}, "review.keys_add", "↑↓ field  v→ value  enter add  tab next  esc cancel"},
		"nothing to say":          {model.English, map[string][]string{"reject": {}, "switch": {}}, "review.keys", "↑↓ field  ←→ value  enter keep  esc cancel"},
		"letters are text":        {model.English, map[string][]string{"pick": {"v"}, "switch": {}}, "picker.keys", "enter keep  esc cancel  ctrl+u none"},
		"moves are always there":  {model.English, map[string][]string{"up": {"w"}, "remove": {"v", "ctrl+d"}, "page_down": {}}, "picker.keys_remove", "enter take  esc cancel  ctrl+d remove  ctrl+p ↓ move"},
		"signs of the library's":  {model.English, map[string][]string{"up": {"$"}, "down": {"{"}}, "review.keys_add", "$ { field  ←→ value  enter add  tab next  esc cancel"},
		"a key that is a mention": {model.English, map[string][]string{"left": {"{"}, "right": {"}"}}, "review.keys_add", "↑↓ field  {} value  enter add  tab next  esc cancel"},
	} {
		p := lang.New(tt.lang)
		keys.Bind(p, tt.changed)
		if got := p.T(tt.message); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// Names of files and digests stay as they are.
func TestArgumentsAreNoMentions(t *testing.T) {
	p := lang.New(model.English)
	keys.Bind(p, map[string][]string{"undo": {"%"}})
	if got, want := p.T("app.removed", "{undo} 100%"), "removed (% undoes): {undo} 100%"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := p.T("export.done", "/tmp/{undo}"), "written to /tmp/{undo}"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := p.T("app.hidden", 2), "2 topics without evidence are hidden (H shows them)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// catalogue returns the messages of a language as they are written, by "table.key";
// those that have two forms by "table.key.one" and "table.key.other".
func catalogue(t *testing.T, l model.Lang) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "lang", string(l), "*.toml"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	out := map[string]string{}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var tables map[string]any
		if err := toml.Unmarshal(text, &tables); err != nil {
			t.Fatal(name, err)
		}
		flatten(out, "", tables)
	}
	return out
}

func flatten(out map[string]string, key string, v any) {
	switch v := v.(type) {
	case string:
		out[key] = v
	case map[string]any:
		for k, inner := range v {
			flatten(out, strings.TrimPrefix(key+"."+k, "."), inner)
		}
	}
}

var (
	braces = regexp.MustCompile(`\{[^{}]*\}`)
	bound  = regexp.MustCompile(`^\{ *~?([a-z_]+)(| +| +\S[^%]*)\}$`)
)

func TestEveryKeyThatIsNamedExists(t *testing.T) {
	ids, used := keys.IDs(), 0
	for _, l := range []model.Lang{model.Japanese, model.English} {
		for key, message := range catalogue(t, l) {
			for _, b := range braces.FindAllString(message, -1) {
				if m := bound.FindStringSubmatch(b); m == nil || !slices.Contains(ids, m[1]) {
					t.Errorf("%s: %s: the key map has no %s", l, key, b)
				}
				used++
			}
			if left := braces.ReplaceAllString(message, ""); strings.ContainsAny(left, "{}") {
				t.Errorf("%s: %s: a brace alone: %s", l, key, message)
			}
		}
	}
	if used < 100 {
		t.Errorf("only %d keys are named", used)
	}
}

// Both languages name the same keys in the same message.
func TestLanguagesNameTheSameKeys(t *testing.T) {
	en := catalogue(t, model.English)
	for key, message := range catalogue(t, model.Japanese) {
		ids := func(s string) (out []string) {
			for _, b := range braces.FindAllString(s, -1) {
				out = append(out, bound.FindStringSubmatch(b)[1])
			}
			slices.Sort(out)
			return out
		}
		other, ok := en[key]
		if !ok {
			other = en[key+".other"]
		}
		if !slices.Equal(ids(message), ids(other)) {
			t.Errorf("%s: %q and %q", key, message, other)
		}
	}
}

// literal are the messages that name keys which no binding changes.
var literal = regexp.MustCompile(`^config\.|^want\.|^key\.|^palette\.words_|` + // what the configuration takes; no keys but words
	`^cli\.|^fetch\.next$|` + // of the command line: ctrl+c is a signal there
	`^filter\.search_keys$|^picker\.keys$`) // ctrl+u, which the dialogs have beside the key map

// told are the ways in which messages tell keys: a name that is no word of a
// sentence, wherever it stands; a letter on its own; and what is also a word or a
// number, where something is done by it.
var told = []*regexp.Regexp{
	regexp.MustCompile(`(?i)(?:^|[^a-z])(?:(?:ctrl|alt|shift)\+.|(?:enter|esc|tab|pgup|pgdown)(?:[^a-z]|$))`),
	regexp.MustCompile(`[↑↓←→]( ?[↑↓←→]|  ?\p{L})`),
	regexp.MustCompile(`(?:^|[\s(（、。:;])[b-zB-Z](?:[\s)、。]|$)`),
	regexp.MustCompile(`(?:^|[(（、。:;,] ?|\. |[^\x00-\x7f] |\b(?:with|then|or|and) )(?:[a-zA-Z1-5]|[!?/*=\[\]+:-]|space|delete|home|end) (?:[a-z]+s\b|[でキ])`),
	regexp.MustCompile(`^(?:[1-5]|space) \p{L}`),
	regexp.MustCompile(`  (?:[b-zB-Z]|space|delete) \S`),
}

func TestNoMessageNamesAKeyItself(t *testing.T) {
	for _, l := range []model.Lang{model.Japanese, model.English} {
		for key, message := range catalogue(t, l) {
			if literal.MatchString(key) {
				continue
			}
			message = braces.ReplaceAllString(message, "·")
			for _, r := range told {
				if k := r.FindString(message); k != "" {
					t.Errorf("%s: %s: %q is to be named by the key map: %s", l, key, k, message)
				}
			}
		}
	}
}

// The messages that named keys themselves once are found.
func TestToldFindsKeys(t *testing.T) {
	for _, message := range []string{
		"filters cleared (u undoes)", "絞り込みを解除しました (u で元に戻す)", "enter keep  esc cancel", "%d left out (! shows why)", "1 Compare", "1 比較",
		"coding %d of %d (esc stops)", "choose a digest first (2 shows them)", "To read again, quit with q and start anew.", "この絞り込みに合う発言はありません。c で絞り込みを解除",
		"No sentence takes a stance. 2 shows their text.", "どの記事にも、立場を示す文は見つかりませんでした。2 で本文を読めます。", "esc close  ↑ ↓ scroll", "↑↓ 項目",
		"Try: · opens it; a filters by actor", "Samples. ? keys", "見本です。? キー", "· keep  x not a statement", "space 選択", "esc この案内を閉じ", "no saved filters: set a filter, then f saves it", "絞り込んでから f で保存できます",
	} {
		if !slices.ContainsFunc(told, func(r *regexp.Regexp) bool { return r.MatchString(message) }) {
			t.Errorf("not found: %s", message)
		}
	}
}
