package digest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/digest"
	"tachiba/model"
)

// page is a digest of our own with every part of the layout.
const page = `Chrysanthemum Digest Logo Menu opener
橋の修理はいつ終わる?港町の会議を追う
港町で橋の修理をめぐる会議が開かれた。市と漁協の考えは大きく違う。
💡 市は修理を急ぐ。
さて、会議の様子を見ていきましょう。
橋のたもとで
市は橋をどうする?
今年のうちに直す。
会議は朝から続いた。
公開日:2025/03/04

✅ 市は橋の修理を年内に終えると説明した。
✅ 漁協は橋の修理に反対した。
さらに読む ⇒港町新聞出典/画像元: https://example.com/bridge-2025-03-04/橋の話は尽きませんね。
今後も気になりますね。
漁協の組合長は、橋の修理より港の工事が先だと訴えた。
市長は橋の予算を守ると述べた。
いやー、橋って大事なんですねえ。
次のページを読む ⇒
港の工事はどうなる?`

func parse(t *testing.T, text string) model.Digest {
	t.Helper()
	return digest.Parse("bridge", "bridge.txt", text)
}

func roles(d model.Digest) []string {
	var out []string
	for _, s := range d.Sentences {
		out = append(out, string(s.Role)+" "+s.Text)
	}
	return out
}

func TestParseParts(t *testing.T) {
	d := parse(t, page)
	want := []string{
		"title 橋の修理はいつ終わる?", "title 港町の会議を追う",
		"lead 港町で橋の修理をめぐる会議が開かれた。", "lead 市と漁協の考えは大きく違う。",
		"key_point 💡 市は修理を急ぐ。", "comment さて、会議の様子を見ていきましょう。",
		"heading 橋のたもとで", "question 市は橋をどうする?", "answer 今年のうちに直す。",
		"narrative 会議は朝から続いた。", "published 公開日:2025/03/04",
		"claim ✅ 市は橋の修理を年内に終えると説明した。", "claim ✅ 漁協は橋の修理に反対した。",
		"source さらに読む ⇒港町新聞出典/画像元:", "comment 橋の話は尽きませんね。", "comment 今後も気になりますね。",
		"narrative 漁協の組合長は、橋の修理より港の工事が先だと訴えた。", "narrative 市長は橋の予算を守ると述べた。",
		"comment いやー、橋って大事なんですねえ。", "teaser 港の工事はどうなる?",
	}
	if diff := cmp.Diff(want, roles(d)); diff != "" {
		t.Error(diff)
	}
	card := d.Sections[0].Cards[0]
	wantCard := model.Card{Outlet: "港町新聞", URL: "https://example.com/bridge-2025-03-04/", Published: 20250304, Line: 10}
	if diff := cmp.Diff(wantCard, card); diff != "" {
		t.Error(diff)
	}
	for _, s := range d.Sentences {
		if !strings.Contains(strings.Split(page, "\n")[s.Line-1], s.Text) {
			t.Errorf("line %d does not hold %q", s.Line, s.Text)
		}
		if s.Role == model.RoleClaim && (s.Section != 0 || s.Card != 0) {
			t.Errorf("claim in section %d, card %d", s.Section, s.Card)
		}
	}
}

func countRole(d model.Digest, role model.Role) int {
	n := 0
	for _, s := range d.Sentences {
		if s.Role == role {
			n++
		}
	}
	return n
}

// spaced returns the page with a blank line after every line, or none at all.
func spaced(blank bool) string {
	var lines []string
	for _, l := range strings.Split(page, "\n") {
		if l == "" {
			continue
		}
		lines = append(lines, l)
		if blank {
			lines = append(lines, "")
		}
	}
	return strings.Join(lines, "\n")
}

func TestParseBlankLines(t *testing.T) {
	want := roles(parse(t, page))
	for name, text := range map[string]string{"none": spaced(false), "between all": spaced(true), "CRLF": strings.ReplaceAll(page, "\n", "\r\n")} {
		if diff := cmp.Diff(want, roles(parse(t, text))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestParseTraps(t *testing.T) {
	replace := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(page) }
	card := func(d model.Digest) model.Card { return d.Sections[0].Cards[0] }
	tests := []struct {
		name, text string
		got        func(model.Digest) any
		want       any
	}{
		{
			"full-width colon and digits", replace("公開日:2025/03/04", "公開日：２０２５／０３／０４"),
			func(d model.Digest) any { return card(d).Published }, model.Date(20250304),
		},
		{
			"no date", replace("公開日:2025/03/04\n", ""),
			func(d model.Digest) any { return card(d).Published }, model.Date(0),
		},
		{
			"day that does not exist", replace("2025/03/04\n", "2025/02/31\n"),
			func(d model.Digest) any { return card(d).Published }, model.Date(0),
		},
		{
			"no outlet", replace("港町新聞出典", "出典"),
			func(d model.Digest) any { return card(d).Outlet }, "",
		},
		{
			"garbled outlet", replace("港町新聞", "æ¸¯ç”ºæ–°è"),
			func(d model.Digest) any { return []any{card(d).Outlet, d.Notes[len(d.Notes)-1].Code} },
			[]any{"", model.NoteGarbled},
		},
		{
			"acronym belongs to the text", replace("03-04/橋の", "03-04/NATO加盟と橋の"),
			func(d model.Digest) any { return []string{card(d).URL, d.Outline().Sections[0].Comments[0]} },
			[]string{"https://example.com/bridge-2025-03-04/", "NATO加盟と橋の話は尽きませんね。"},
		},
		{
			"page key belongs to the address", replace("bridge-2025-03-04/橋", "articles/cx93kd8en3o橋"),
			func(d model.Digest) any { return card(d).URL }, "https://example.com/articles/cx93kd8en3o",
		},
		{
			"number after a page", replace("bridge-2025-03-04/橋", "a/392.html50日の橋"),
			func(d model.Digest) any { return card(d).URL }, "https://example.com/a/392.html",
		},
		{
			"full-width space after a mark", replace("✅ 市は", "✅　市は"),
			func(d model.Digest) any { return d.Outline().Sections[0].Claims[0][0].Text }, "市は橋の修理を年内に終えると説明した。",
		},
		{
			"no full stop, two lines in a card", replace("説明した。\n", "説明した\n財源は積立金だという\n"),
			func(d model.Digest) any { return d.Outline().Sections[0].Claims[0][0].Text }, "市は橋の修理を年内に終えると説明した財源は積立金だという",
		},
		{
			"headline on both sides of the date", replace("公開日:2025/03/04\n", "漁協、橋に反対か\n公開日:2025/03/04\n漁協、橋に反対か\n"),
			func(d model.Digest) any { return []any{card(d).Title, countRole(d, model.RoleHeadline)} },
			[]any{"漁協、橋に反対か", 2},
		},
		{
			"headline of a second card", replace("漁協の組合長は、橋", "港の工事、来春に着工へ\n公開日:2025/03/05\n✅ 市は港の工事を来春に始めると説明した。\nさらに読む ⇒港町新聞出典/画像元: https://example.com/port\n漁協の組合長は、橋"),
			func(d model.Digest) any {
				return []any{len(d.Sections[0].Cards), d.Sections[0].Cards[1].Title, d.Outline().Sections[0].Narrative[1]}
			},
			[]any{2, "港の工事、来春に着工へ", "漁協の組合長は、橋の修理より港の工事が先だと訴えた。"},
		},
		{
			"question mark and full stop", replace("市は橋をどうする?", "市は橋をどうする?。"),
			func(d model.Digest) any { return d.Sections[0].Question }, "市は橋をどうする?。",
		},
		{
			"title printed twice around the lead", replace("💡 市", "橋の修理はいつ終わる?港町の会議を追う\n💡 市"),
			func(d model.Digest) any { return []any{d.Title, strings.Count(d.Lead, "橋の修理はいつ")} },
			[]any{"橋の修理はいつ終わる?港町の会議を追う", 0},
		},
		{
			"key points at head and end", replace("次のページを読む ⇒\n港の工事はどうなる?", "今回の記事では橋の話をお伝えしました。\n🚩 結論!\n💡 漁協は譲らない。"),
			func(d model.Digest) any { return d.Outline().KeyPoints },
			[]string{"市は修理を急ぐ。", "漁協は譲らない。"},
		},
		{
			"template text", replace("漁協の組合長は、", "漁協の組合長は(Chapter-1冒頭で)、"),
			func(d model.Digest) any { return d.Notes },
			[]model.Note{{Code: model.NoteTemplate, Line: 16, Text: "(Chapter-1冒頭で)"}},
		},
		{
			"date that contradicts the card", replace("漁協の組合長は、", "2025年6月18日、漁協の組合長は、"),
			func(d model.Digest) any { return d.Notes },
			[]model.Note{{Code: model.NoteDateConflict, Line: 16, Text: "2025年6月18日"}},
		},
		{
			"date to come", replace("港の工事が先だと訴えた", "2025年6月18日までに終えるべきだとしている"),
			func(d model.Digest) any { return len(d.Notes) }, 0,
		},
		{
			"off-topic card", replace("市は橋の修理を年内に終えると説明した", "歌手が新曲を発表し、衣装も話題を集めた", "漁協は橋の修理に反対した", "全国公演は秋から始まる予定である"),
			func(d model.Digest) any { return []any{card(d).OffTopic, d.OffTopic(d.Sentences[11])} },
			[]any{true, true},
		},
		{
			"address that is no web address", replace("https://example.com/bridge-2025-03-04/", "https:///x"),
			func(d model.Digest) any { return card(d).URL }, "",
		},
		{
			"address with a password", replace("https://example.com/", "https://bank.example@evil.example/"),
			func(d model.Digest) any { return card(d).URL }, "",
		},
		{
			"chatty line with two marks before a section", replace("いやー、橋って大事なんですねえ。\n次のページを読む ⇒\n港の工事はどうなる?",
				"組合長は会議のあと記者団に不満を漏らした\nいや、港のほうが先なんとちゃいます?\n港をどうする?\n港の工事はいつ?\n来年の春\n港の話も長い\n公開日:2025/03/05\n✅ 市は港の工事を来春に始める\nさらに読む ⇒港町新聞出典/画像元: https://example.com/port"),
			func(d model.Digest) any { return d.Sections[1].Heading }, "港をどうする?",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, tt.text)
			if diff := cmp.Diff(tt.want, tt.got(d)); diff != "" {
				t.Errorf("%s\n%s", diff, strings.Join(roles(d), "\n"))
			}
		})
	}
}
