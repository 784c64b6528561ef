package digest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/digest"
	"tachiba/model"
)

func TestParseWithoutLayout(t *testing.T) {
	d := digest.Parse("a", "a.txt", "橋の修理\n\n市は橋を直すと述べた。\n\n漁協は反対した。市長は説得を続ける。\n")
	want := []string{"title 橋の修理", "lead 市は橋を直すと述べた。", "narrative 漁協は反対した。", "narrative 市長は説得を続ける。"}
	if diff := cmp.Diff(want, roles(d)); diff != "" {
		t.Error(diff)
	}
	if len(d.Sections) != 1 || d.Sentences[2].Section != 0 {
		t.Errorf("want one section, got %+v", d.Sections)
	}
}

func TestParseWithoutTitle(t *testing.T) {
	d := digest.Parse("a", "a.txt", "市は橋を直すと述べた。漁協は反対した。")
	if diff := cmp.Diff([]string{"lead 市は橋を直すと述べた。", "lead 漁協は反対した。"}, roles(d)); diff != "" || d.Title != "市は橋を直すと述べた。" {
		t.Error(diff, d.Title)
	}
}

func TestParseMarkdown(t *testing.T) {
	d := digest.Parse("a", "notes/a.MD", "# 橋の**修理**\n\n- 市は[橋](https://example.com/x)を直すと述べた。\n\n---\n\n> 漁協は`反対`した。\n")
	want := []string{"title 橋の修理", "lead 市は橋を直すと述べた。", "narrative 漁協は反対した。"}
	if diff := cmp.Diff(want, roles(d)); diff != "" {
		t.Error(diff)
	}
	if d.Sentences[2].Line != 7 {
		t.Errorf("line %d, want 7", d.Sentences[2].Line)
	}
}

func TestParseEnglish(t *testing.T) {
	d := digest.Parse("e", "e.txt", `Who mends the bridge in the harbour town
The council met on Tuesday. It did not agree.
By the water
What does the council want?
A bridge by winter.
Fishers fear for the harbour
Published: 2025/03/04
✅ The council said the bridge would be mended. "It is time," Mayor B. Lind said.
Read more ⇒ HARBOUR POST Source: https://example.com/bridge/A long day, by all accounts.
The fishers refused to pay for the bridge.
Read the next page ⇒
What of the harbour?`)
	want := []string{
		"title Who mends the bridge in the harbour town",
		"lead The council met on Tuesday.", "lead It did not agree.",
		"heading By the water", "question What does the council want?", "answer A bridge by winter.",
		"headline Fishers fear for the harbour", "published Published: 2025/03/04",
		"claim ✅ The council said the bridge would be mended.", `claim "It is time," Mayor B.`, `claim Lind said.`,
		"source Read more ⇒ HARBOUR POST Source:", "comment A long day, by all accounts.",
		"narrative The fishers refused to pay for the bridge.", "teaser What of the harbour?",
	}
	if diff := cmp.Diff(want, roles(d)); diff != "" {
		t.Error(diff)
	}
	if got := d.Outline().Sections[0].Claims[0][0].Text; got != `The council said the bridge would be mended. "It is time," Mayor B. Lind said.` {
		t.Errorf("claim %q", got)
	}
	if d.Lang != "en" || d.Sections[0].Cards[0].URL != "https://example.com/bridge/" || d.Sections[0].Cards[0].Outlet != "HARBOUR POST" {
		t.Errorf("lang %s, card %+v", d.Lang, d.Sections[0].Cards[0])
	}
}

func TestEmpty(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "題だけ": true, "\n\n": true, "題\n本文がある。": false, "題\n📘\nさらに読む ⇒出典/画像元: https://example.com/": true,
	} {
		if d := digest.Parse("a", "a.txt", text); digest.Empty(&d) != want {
			t.Errorf("Empty(%q) = %v, want %v", text, !want, want)
		}
	}
}

func TestHostile(t *testing.T) {
	d := digest.Parse("x\x1b[2J", "x\n.txt", strings.Replace(page, "橋の修理", "\x1b]0;owned\a\u202e橋の修理\x1b]52;c;AAAA\a", 1))
	if d.Title != "橋の修理はいつ終わる?港町の会議を追う" || d.ID != "x" || strings.ContainsAny(d.Path, "\n\x1b") {
		t.Errorf("title %q, id %q, path %q", d.Title, d.ID, d.Path)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(page)
	f.Add("題\n✅\n公開日:\nさらに読む ⇒\n次のページを読む ⇒")
	f.Add("a?\nb?\nc?\nd?\n✅ e\nさらに読む ⇒出典: https://x/NATO加盟")
	f.Fuzz(func(t *testing.T, text string) {
		d := digest.Parse("f", "f.md", text)
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
		last := 0
		for _, s := range d.Sentences {
			if s.Line < 1 || s.Line > lines || s.Text == "" || strings.ContainsAny(s.Text, "\n\x1b") {
				t.Fatalf("bad sentence %+v", s)
			}
			if s.Line < last {
				t.Fatalf("line %d after %d", s.Line, last)
			}
			last = s.Line
			if s.Section >= len(d.Sections) || s.Card != model.None && s.Card >= len(d.Sections[s.Section].Cards) {
				t.Fatalf("sentence %+v outside its section", s)
			}
		}
	})
}
