package cli

import (
	"context"
	"strings"
	"syscall"
	"testing"

	"tachiba/model"
)

// Each command line that is wrong, with its exit code and what it says.
func TestWrongCommandLines(t *testing.T) {
	tests := []struct {
		args string
		code int
		says string
	}{
		{"compare --actor redd", 2, `--actor: there is no "redd". Did you mean RED? Valid: RED (Redland), BLUE (Blueland)`},
		{"compare --actor redd --lang ja", 2, "--actor: 「redd」はありません。もしかして RED ですか? 使えるもの: RED (赤国), BLUE (青国)"},
		{"statements --topic zzz", 2, `--topic: there is no "zzz". Valid: toll (Bridge toll), peat`},
		{"statements --topic zzz --lang=ja", 2, "使えるもの: toll (通行料), peat (泥炭)"},
		{"digests --stance agianst", 2, "Did you mean against?"},
		{"digests --stance x --lang ja", 2, "favor (賛成), against (反対), conditional (条件付き)"},
		{"compare --format jsonl", 2, `--format: there is no "jsonl". Did you mean json? Valid: table, md, json, csv`},
		{"compare --format xml --lang ja", 2, "--format: 「xml」はありません。 使えるもの: table, md, json, csv"},
		{"compare --format=", 2, `there is no "". Valid: table, md, json, csv`},
		{"compare --format table,md", 2, `there is no "table,md"`},
		{"eval gold --format csv", 2, "Valid: table, json"},
		{"compare --since 2025-02-30", 2, `--since: "2025-02-30" is no date (YYYY-MM-DD, YYYY-MM or YYYY)`},
		{"compare --until 3月 --lang ja", 2, "--until: 「3月」は日付ではありません"},
		{"compare --since 2025-03-02 --until 2025-03-01", 2, "--since 2025-03-02 is later than --until 2025-03-01"},
		{"compare --actr red", 2, "there is no flag --actr. Did you mean --actor?"},
		{"compare --actr red --lang ja", 2, "フラグ --actr はありません。もしかして --actor ですか?"},
		{"compare -z", 2, "there is no flag -z"},
		{"compare --plain", 2, "there is no flag --plain"},
		{"compare --actor", 2, "--actor needs a value"},
		{"compare --ascii=maybe", 2, `--ascii does not take the value "maybe"`},
		{"--lang fr", 2, `--lang: there is no "fr". Valid: ja, en`},
		{"version now", 2, "version takes no arguments: now"},
		{"man now --lang ja", 2, "man に引数は要りません: now"},
		{"completion bash now", 2, "bash takes no arguments: now"},
		{"completion tcsh", 2, "completion takes no arguments: tcsh"},
		{"eval", 2, "eval needs the file"},
		{"eval --lang ja", 2, "正解のファイルが必要"},
		{"help statments", 2, "Did you mean tachiba help statements?"},
		{"explain", 2, "explain needs a sentence"},
		{"explain a b c --lang ja", 2, "文か、記事と行が必要"},
		{"explain one.txt x", 2, "x is not the number of a line"},
		{"explain one.txt 0 --lang ja", 2, "0 は行の番号ではありません"},
		{"explain folder 3", 2, "folder is not one digest"},
		{"add", 2, "it is used like this: tachiba add PATH|URL…"},
		{"remove --lang ja", 2, "次のように使います: tachiba remove ID…"},
		{"list x", 2, "list takes no arguments: x"},
		{"list --format xml", 2, "Valid: table, md, json, jsonl, csv"},
		{"mark a", 2, "mark needs --read"},
		{"mark a --read --unread --lang ja", 2, "--read と --unread は同時に使えません"},
		{"feed ad x", 2, "feed has no command \"ad\". Did you mean tachiba feed add?"},
		{"feed zzz --lang ja", 2, "feed に「zzz」というコマンドはありません。"},
		{"feed add", 2, "it is used like this: tachiba feed add URL"},
		{"feed export a b", 2, "it is used like this: tachiba feed export [FILE]"},
		{"fetch --every 1ms", 2, "--every: 1ms is too often"},
		{"search", 2, "it is used like this: tachiba search WORDS…"},
		{"search a --limit x", 2, "--limit does not take the value \"x\""},
		{"search a --sort oldest", 2, "Valid: newest, relevance"},
		{"compare --review done", 2, "Valid: doubtful, corrected"},
		{"compare --review doubtful,corrected", 2, "--review does not take the value"},
		{"compare --review x --lang ja", 2, "doubtful (不確かなもの), corrected (人が確かめたもの)"},
		{"compare --new x", 2, "--new asks of the library"},
		{"compare --new", 1, "there is no library yet"},
		{"compare --saved x --lang ja", 1, "書庫がまだありません"},
		{"filter save x", 2, "there are no filter flags to save"},
		{"doctor --backup=", 2, "--backup needs a value"},
		{"doctor --set-aside --vacuum", 2, "--set-aside stands alone"},
		{"help serach", 2, "Did you mean tachiba help search?"},
		{"eval none.jsonl", 1, "none.jsonl: not found"},
		{"eval none.jsonl --lang ja", 1, "none.jsonl: 見つかりません"},
		{"compare --lexicon my.toml", 1, "my.toml:3: actors: fault in the lexicon; expected a list"},
		{"compare --lexicon my.toml --lang ja", 1, "my.toml:3: actors: 辞書の誤り。正しくは: a list"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			var tr trial
			code := tr.run(t, strings.Fields(tt.args)...)
			if code != tt.code || !strings.Contains(tr.err.String(), tt.says) || tr.out.Len() > 0 {
				t.Errorf("exit %d, says %q, prints %q; want %d, %q", code, tr.err.String(), tr.out.String(), tt.code, tt.says)
			}
		})
	}
}

func TestMistypedCommand(t *testing.T) {
	missing := fakeDesk{empty: true, problems: []model.Problem{{Code: model.ProblemNotFound, Path: "comapre"}}}
	tr := trial{desk: missing}
	if code := tr.run(t, "comapre"); code != 2 || !strings.Contains(tr.err.String(), "Did you mean tachiba compare?") {
		t.Errorf("exit %d: %s", code, tr.err.String())
	}
	for _, path := range []string{"news/march.txt", "./compar", "version.t"} {
		tr = trial{desk: fakeDesk{empty: true, problems: []model.Problem{{Code: model.ProblemNotFound, Path: path}}}}
		if code := tr.run(t, path); code != 1 || !strings.Contains(tr.err.String(), path+": not found") {
			t.Errorf("exit %d: %s", code, tr.err.String())
		}
	}
}

func TestSomeFilesLeftOut(t *testing.T) {
	tr := trial{desk: fakeDesk{problems: []model.Problem{{Code: model.ProblemEmpty, Path: "b.txt"}}}}
	if code := tr.run(t, "--plain", "x"); code != 0 {
		t.Errorf("exit %d", code)
	}
	if !strings.Contains(tr.err.String(), "b.txt: the file is empty") || !strings.Contains(tr.out.String(), "Left out: 1 file\n  b.txt: the file is empty") {
		t.Errorf("says %q, prints %q", tr.err.String(), tr.out.String())
	}
	tr = trial{desk: tr.desk, terminal: map[any]int{}}
	tr.terminal[&tr.out], tr.terminal[&tr.err] = 80, 80
	tr.run(t, "--plain", "x")
	if said := tr.err.String(); strings.Contains(said, "b.txt") {
		t.Errorf("on a terminal it is said twice: %q", said)
	}
	tr = trial{desk: fakeDesk{empty: true, problems: tr.desk.problems}}
	if code := tr.run(t, "compare", "b.txt", "--lang", "ja"); code != 1 || !strings.Contains(tr.err.String(), "空のファイルです") {
		t.Errorf("exit %d, says %q", code, tr.err.String())
	}
}

// Selections that mean the same, in ids and names, cases and widths.
func TestFilterFlags(t *testing.T) {
	for args, want := range map[string]int{
		"":                            3,
		"--actor red":                 2,
		"--actor Redland":             2,
		"--actor 赤国":                  2,
		"--actor ＲＥＤ":                 2,
		"--actor red,BLUE":            3,
		"--actor red --actor blue":    3,
		"--actor 赤国、青国":               3,
		"--topic peat":                1,
		"--topic 通行料":                 2,
		"--stance against":            1,
		"--stance 反対,条件付き":            2,
		"--since 2025-03-02":          1,
		"--until 2025-03-01":          1,
		"--search 認める":                1,
		"--search bbc":                2,
		"--actor red --stance favor":  1,
		"--actor blue --stance favor": 0,
	} {
		var tr trial
		code := tr.run(t, append([]string{"statements", "x", "--format", "jsonl"}, strings.Fields(args)...)...)
		if got := strings.Count(tr.out.String(), "\n"); got != want || code != 0 {
			t.Errorf("%q selects %d (exit %d), want %d", args, got, code, want)
		}
	}
}

func TestInterfaceOnATerminalOnly(t *testing.T) {
	tests := []struct {
		name    string
		in, out bool
		term    string
		args    []string
		want    bool
	}{
		{"terminal", true, true, "xterm", nil, true},
		{"pipe out", true, false, "xterm", nil, false},
		{"pipe in", false, true, "xterm", nil, false},
		{"dumb", true, true, "dumb", nil, false},
		{"--plain", true, true, "xterm", []string{"--plain"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tr := trial{env: map[string]string{"TERM": tt.term, "LANG": "ja_JP.UTF-8"}, terminal: map[any]int{}}
			if tt.in {
				tr.terminal["in"] = 80
			}
			if tt.out {
				tr.terminal[&tr.out] = 80
			}
			code := tr.run(t, append(tt.args, "x", "--actor", "red", "--ascii")...)
			if code != 0 || (tr.shown != nil) != tt.want || (tr.out.Len() == 0) != tt.want {
				t.Fatalf("exit %d, shown %v, printed %d bytes", code, tr.shown != nil, tr.out.Len())
			}
			if s := tr.shown; s != nil && (s.Lang != model.Japanese || !s.Config.ASCII || len(s.Filter.Actors) != 1) {
				t.Errorf("session %+v", s)
			}
		})
	}
}

func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	tr := trial{desk: fakeDesk{wait: func(ctx context.Context) error {
		cancel()
		<-ctx.Done()
		return ctx.Err()
	}}}
	if code := tr.runContext(ctx, "statements", "x"); code != 130 || tr.out.Len()+tr.err.Len() > 0 {
		t.Errorf("exit %d, prints %q, says %q", code, tr.out.String(), tr.err.String())
	}
}

func TestOutputThatFails(t *testing.T) {
	for _, tt := range []struct {
		err  error
		code int
		says string
	}{{syscall.EPIPE, 0, ""}, {errDisk, 1, "tachiba: no space left\n"}} {
		for _, args := range []string{"statements x", "compare x --format json", "--plain x", "digests x --format csv", "version", "help", "man"} {
			var tr trial
			s := tr.streams()
			s.Out = brokenPipe{tt.err}
			if code := Run(t.Context(), strings.Fields(args), s, tr.backend()); code != tt.code || tr.err.String() != tt.says {
				t.Errorf("%s: exit %d, says %q; want %d, %q", args, code, tr.err.String(), tt.code, tt.says)
			}
		}
	}
}

func TestProgress(t *testing.T) {
	tr := trial{terminal: map[any]int{}, desk: fakeDesk{samples: true}}
	tr.terminal[&tr.err] = 20
	tr.run(t, "statements", "--format", "jsonl")
	if got, want := tr.err.String(), "\r\x1b[KCoding: 0 of 2 dige\r\x1b[KThese digests are samples."; !strings.HasPrefix(got, want) {
		t.Errorf("on a terminal: %q", got)
	}
	tr = trial{desk: fakeDesk{samples: true}}
	if tr.run(t, "statements", "--format", "jsonl"); tr.err.Len() > 0 {
		t.Errorf("elsewhere: %q", tr.err.String())
	}
}

// What a person types comes back cleaned in what is said about it.
func TestNothingSteersTheTerminal(t *testing.T) {
	const hostile = "\x1b]0;owned\a\u009b31m\u202e"
	for _, args := range [][]string{
		{"compare", "--actor", hostile},
		{"compare", "--since", hostile},
		{"compare", "--format", hostile},
		{"compare", "--" + hostile},
		{"compare", "--lexicon", hostile},
		{"compare", "--ascii=" + hostile},
		{"version", hostile},
		{"help", hostile},
		{"eval", hostile},
		{"--lang", hostile},
		{"--plain", "x", "--search", hostile},
	} {
		var tr trial
		tr.run(t, args...)
		said := tr.out.String() + tr.err.String()
		if said == "" || strings.ContainsAny(said, "\x1b\a\u009b\u202e") {
			t.Errorf("%q gives %q", args, said)
		}
	}
}
