package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	for lang, want := range map[string][]string{
		"ja": {
			"文: 「赤は通行料に反対した。」", "語: 赤 / は", "名前: 赤 = 赤国 (主題 (は)) / 国連 = 四者の外 (役なし)",
			"節: 赤は通行料に反対した。 (赤 = 赤国、確かさ 0.90、文末)", "語彙: 通行料 [通行料 +] / 反対 [oppose]",
			"赤国 通行料: ▼ 反対 (規則: 反対)", "  確率 発言なし 0.10 / 賛成 0.00 / 反対 0.90 / 条件付き 0.00", "  +1.25 語: 反対",
			"青国 泥炭: 拾わない (規則: なし)",
		},
		"en": {
			"Words: 赤 / は", "国連 = a third party (no role)", "赤 = Redland, sure 0.90, ends the sentence",
			"Redland Bridge toll: ▼ against (rules: against)", "Blueland Peat: not coded (rules: nothing)",
		},
	} {
		var tr trial
		if code := tr.run(t, "explain", "赤は通行料に反対した。", "--lang", lang); code != 0 {
			t.Fatalf("exit %d: %s", code, tr.err.String())
		}
		for _, w := range want {
			if !strings.Contains(tr.out.String(), w) {
				t.Errorf("%s: no %q in\n%s", lang, w, tr.out.String())
			}
		}
	}
}

func TestExplainIsCleaned(t *testing.T) {
	var tr trial
	tr.run(t, "explain", "赤\x1b[31mは\u202e反対", "--lang", "en")
	if strings.ContainsAny(tr.out.String(), "\x1b\u202e") {
		t.Errorf("%q", tr.out.String())
	}
}

func TestExplainJSON(t *testing.T) {
	var tr trial
	if code := tr.run(t, "explain", "赤は反対した。", "--format", "json"); code != 0 {
		t.Fatalf("exit %d: %s", code, tr.err.String())
	}
	var got []struct {
		Sentence string
		Line     int
		Clauses  []struct{ Actors []string }
		Weighed  []struct {
			Actor        string
			Rule, Stance *string
			Against      float64
			Reasons      []struct{ Name string }
		}
	}
	if err := json.Unmarshal(tr.out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Sentence != "赤は反対した。" || got[0].Line != 1 || got[0].Clauses[0].Actors[0] != "RED" {
		t.Fatalf("%+v", got)
	}
	sure, nothing := got[0].Weighed[0], got[0].Weighed[1]
	if *sure.Stance != "against" || sure.Against != 0.9 || len(sure.Reasons) != 1 || nothing.Stance != nil || nothing.Rule != nil {
		t.Errorf("%+v", got[0].Weighed)
	}
}
