package cli

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

func TestPlain(t *testing.T) {
	tests := []struct{ name, args, want string }{
		{"english", "--plain", `Bridge toll: The bridge has a toll
  Redland: favor, 2 statements (favor 1, against 1), newest 2025-03-05, changed over time
    「赤は通行料を認める。」 (BBC, 2025-03-05)
  Blueland: no evidence

Peat: Peat is cut
  Redland: no evidence
  Blueland: conditional, 1 statement
    「=青は泥炭を|掘る*。」 (digest one, no date)

Read: 2 digests, 3 statements, 2025-03-01 to 2025-03-05.
These digests are samples. To read your own: tachiba FILE or tachiba FOLDER
`},
		{"japanese, filtered", "--lang ja --actor red --topic toll --since 2025-03-01 --search 通行料", `絞り込み: 主体: 赤国。論点: 通行料。この日以降: 2025-03-01。含む語: 通行料

通行料: 橋で通行料を取る
  赤国: 賛成、発言 2 件 (賛成 1、反対 1)、最新 2025-03-05、立場に変化あり
    「赤は通行料を認める。」 (BBC、2025-03-05)

対象: 記事 2 本、発言 3 件、うち選んだもの 2 件、2025-03-01 から 2025-03-05
これは見本です。自分の記事を読むには: tachiba ファイル または tachiba フォルダー
`},
		{"ascii", "--ascii --topic peat --actor blue", `Selected: Actor Blueland; Topic Peat

Peat: Peat is cut
  Blueland: conditional, 1 statement
    "=青は泥炭を|掘る*。" (digest one, no date)

Read: 2 digests, 3 statements, 1 of them selected, 2025-03-01 to 2025-03-05.
These digests are samples. To read your own: tachiba FILE or tachiba FOLDER
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tr := trial{desk: fakeDesk{samples: true}}
			code := tr.run(t, strings.Fields(tt.args)...)
			if diff := cmp.Diff(tt.want, tr.out.String()); diff != "" || code != 0 {
				t.Errorf("exit %d\n%s", code, diff)
			}
		})
	}
}

func TestCompareTable(t *testing.T) {
	for args, want := range map[string]string{
		"compare x": `Topic        Redland        Blueland         Proposition
-----------  -------------  ---------------  ---------------------
Bridge toll  ▲ favor 1 ⇄    · no evidence    The bridge has a toll
Peat         · no evidence  ◆ conditional 1  Peat is cut
`,
		"compare x --ascii --actor red": `Topic        Redland        Proposition
-----------  -------------  ---------------------
Bridge toll  + favor 1 <>   The bridge has a toll
Peat         . no evidence  Peat is cut
`,
		"compare x --lang ja --topic 泥炭": `論点  赤国        青国          命題
----  ----------  ------------  ----------
泥炭  · 根拠なし  ◆ 条件付き 1  泥炭を掘る
`,
	} {
		var tr trial
		tr.run(t, strings.Fields(args)...)
		if diff := cmp.Diff(want, tr.out.String()); diff != "" {
			t.Errorf("%s\n%s", args, diff)
		}
	}
}

// The three things that eval must tell apart: a right, a wrong and a missed one.
func goldOf() []model.GoldRow {
	return []model.GoldRow{
		{Digest: "one", Line: 11, Sentence: "✅ 赤は通行料に反対した。", Actor: "RED", Topic: "toll", Stance: model.Against},
		{Digest: "one", Line: 12, Sentence: "赤は通行料を認める。", Actor: "RED", Topic: "toll", Stance: model.Conditional},
		{Digest: "one", Line: 12, Sentence: "赤は通行料を認める。\x1b[2J", Actor: "BLUE", Topic: "peat", Stance: model.Favor},
		{Digest: "gone\x1b]0;x\a", Line: 1, Sentence: "文。", Actor: "RED", Topic: "toll", Stance: model.Favor},
	}
}

func TestEvalJSON(t *testing.T) {
	type evaluation struct {
		Digests int
		Missing []string
		Triples struct{ Gold, Coded, Right int }
		Errors  []struct{ Kind, Digest, Sentence, Cue string }
	}
	tr := trial{gold: goldOf()}
	if code := tr.run(t, "eval", "gold.jsonl", "x", "--format", "json", "--errors"); code != 0 {
		t.Fatalf("exit %d: %s", code, tr.err.String())
	}
	e := decode[evaluation](t, tr.out.Bytes())
	if e.Digests != 1 || e.Triples.Gold != 3 || e.Triples.Coded != 3 || e.Triples.Right != 1 || len(e.Errors) != 3 {
		t.Errorf("%+v", e)
	}
	if len(e.Missing) != 1 || strings.Contains(e.Missing[0], "\x1b") || !strings.Contains(tr.err.String(), "no such digest was read") {
		t.Errorf("missing %q, says %q", e.Missing, tr.err.String())
	}
	tr = trial{gold: goldOf()[:3]}
	tr.run(t, "eval", "gold.jsonl", "x", "--format", "json", "--actor", "blue")
	raw := decode[map[string]any](t, tr.out.Bytes())
	if _, ok := raw["errors"]; ok || raw["triples"].(map[string]any)["gold"] != 1.0 || len(raw["actors"].([]any)) != 1 {
		t.Errorf("one actor, no --errors: %v", raw)
	}
	if got, ok := raw["missing"].([]any); !ok || len(got) != 0 {
		t.Errorf("missing %v, want []", raw["missing"])
	}
}

func TestEvalTable(t *testing.T) {
	for lang, wants := range map[string][]string{
		"en": {
			"F1 0.333, 95% interval 0.333 to 0.333", "sentence, actor, topic, stance", "against and conditional",
			"without negotiations", "By actor", "By topic", "By stance", "Confusion", "majority", "co-occurrence",
			"3 errors", "wrong stance", "missed", "extra", "赤は通行料を認める。", "Matrix cells right: ",
		},
		"ja": {"95% 区間 0.333 から 0.333", "主体別", "混同表", "多数派", "共起", "誤り 3 件", "立場違い", "見逃し", "余分"},
	} {
		tr := trial{gold: goldOf()[:3]}
		code := tr.run(t, "eval", "gold.jsonl", "x", "--errors", "--lang", lang)
		for _, want := range wants {
			if !strings.Contains(tr.out.String(), want) {
				t.Errorf("%s lacks %q:\n%s", lang, want, tr.out.String())
			}
		}
		if code != 0 {
			t.Errorf("exit %d: %s", code, tr.err.String())
		}
	}
	tr := trial{gold: goldOf()[3:]}
	if code := tr.run(t, "eval", "gold.jsonl", "x"); code != 1 || !strings.Contains(tr.err.String(), "names none of the digests") {
		t.Errorf("gold of other digests: exit %d, says %q", code, tr.err.String())
	}
}

func TestVersionLine(t *testing.T) {
	info := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}}}
	tail := " " + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH
	if got, want := versionLine(info), "tachiba (devel) 0123456789ab+modified"+tail; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	info = &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}}
	if got, want := versionLine(info), "tachiba v1.2.3"+tail; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, args := range [][]string{{"version"}, {"--version"}} {
		var tr trial
		if code := tr.run(t, args...); code != 0 || !strings.HasPrefix(tr.out.String(), "tachiba ") || !strings.Contains(tr.out.String(), runtime.Version()) {
			t.Errorf("%v: exit %d, %q", args, code, tr.out.String())
		}
	}
}

func TestHelpInBothLanguages(t *testing.T) {
	for _, tt := range []struct {
		args  string
		env   string
		wants []string
	}{
		{"--help", "", []string{"Usage:\n  tachiba [PATH…]\n", "Examples:", "statements  Print the statements", "Flags:", "--actor IDS", "-h, --help"}},
		{"help", "ja_JP.UTF-8", []string{"使い方:\n  tachiba [PATH…]\n", "コマンド:", "発言を書き出す", "フラグ:", "-h, --help"}},
		{"help statements --lang en", "ja_JP.UTF-8", []string{"tachiba statements [PATH…]", "FORMAT: table, md, json, jsonl, csv"}},
		{"eval --help", "", []string{"tachiba eval GOLD [PATH…]", "--errors", "Flags of all commands:"}},
		{"completion -h --lang ja", "", []string{"bash 用のスクリプト", "補完"}},
		{"man", "", []string{".SH SYNOPSIS", `\fBtachiba eval\fP [FLAG…] GOLD [PATH…]`, "--lexicon FILE", "130 when"}},
		{"man --lang ja", "", []string{".SH 書式", "終了コード"}},
		{"completion bash", "", []string{"__start_tachiba"}},
	} {
		tr := trial{env: map[string]string{"LANG": tt.env}}
		code := tr.run(t, strings.Fields(tt.args)...)
		for _, want := range tt.wants {
			if !strings.Contains(tr.out.String(), want) || code != 0 {
				t.Errorf("%s: exit %d, lacks %q:\n%s%s", tt.args, code, want, tr.out.String(), tr.err.String())
			}
		}
		if strings.Contains(tr.out.String(), "`") && !strings.HasPrefix(tt.args, "completion") {
			t.Errorf("%s: backquotes are left", tt.args)
		}
	}
}

func TestCompletion(t *testing.T) {
	for args, want := range map[string]string{
		"__complete compare --actor ":           "RED\tRedland\nBLUE\tBlueland\n:6",
		"__complete compare --actor b":          "BLUE\tBlueland\n:6",
		"__complete compare --actor red,":       "red,BLUE\tBlueland\n:6",
		"__complete --lang ja eval g --topic p": "peat\t泥炭\n:6",
		"__complete digests --stance a":         "against\n:6",
		"__complete compare --format ":          "table\nmd\njson\ncsv\n:4",
		"__complete statements --format ":       "table\nmd\njson\njsonl\ncsv\n:4",
		"__complete --lang ":                    "ja\nen\n:4",
		"__complete compare --since ":           ":4",
	} {
		var tr trial
		list := strings.Fields(args)
		if strings.HasSuffix(args, " ") {
			list = append(list, "")
		}
		tr.run(t, list...)
		got := strings.TrimSpace(strings.ReplaceAll(tr.out.String(), "against\tagainst", "against"))
		if got != want {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
}
