package page_test

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tachiba/data/digest"
	"tachiba/data/page"
	"tachiba/data/sample"
	"tachiba/model"
)

const furniture = `<header class="site"><a href="/">港町ダイジェスト</a><nav><ul><li><a href="/a">政治</a></li><li><a href="/b">経済</a></li><li><a href="/c">暮らし</a></li></ul></nav></header>`

const related = `<div class="sidebar"><h2>関連記事</h2><p>公開日:2025/01/01</p><ul><li><a href="/1">橋の歴史を歩く</a></li><li><a href="/2">港の朝市</a></li></ul></div>
<footer><p>© 港町ダイジェスト</p><p>公開日:2020/01/01</p></footer><div id="cookie-consent">クッキーを使います。<button>同意する</button></div><script>var x = "✅ 広告";</script>`

// englishDigest is a digest of our own in English.
const englishDigest = `Will the ferry line close? Islanders and the company disagree
The company wants to stop the ferry in spring. The islanders say they have no other way across.
💡 The company loses money on every crossing.
At the pier
Who pays for the ferry?
Nobody wants to.
The meeting went on until midnight.
Published: 2025/08/19
✅ The company said that it would end the ferry in March.
✅ The island council rejected the plan and asked for a subsidy.
Read more ⇒ Harbour Post Source: https://example.com/ferry-2025-08-19
I wonder who will row us over.
The council's chair said that the ferry was a road and that roads need not pay.
The company offered two crossings a day instead of six.
💡 A decision is due in September.`

func digests() map[string]string {
	out := map[string]string{"english": englishDigest}
	for _, s := range sample.Texts() {
		out[s.ID] = s.Body
	}
	return out
}

// content returns the lines of a digest that aren't blank.
func content(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

var (
	isSource  = regexp.MustCompile(`^(?:さらに読む|Read more)`)
	link      = regexp.MustCompile(`https?://[!-~]+`)
	isCard    = regexp.MustCompile(`^(?:公開日|Published|✅)`)
	afterMark = regexp.MustCompile(`^(✅|💡) `)
	kanji     = regexp.MustCompile(`大統領|停戦|交渉`)
)

// element wraps each line in the element, escaped, addresses as links.
func element(name string, lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		text := link.ReplaceAllString(html.EscapeString(l), `<a href="$0" rel="noopener">$0</a>`)
		fmt.Fprintf(&b, "<%s>%s</%s>\n", name, text, strings.Fields(name)[0])
	}
	return b.String()
}

// cards wraps the lines of each card in open and shut.
func cards(lines []string, name, open, shut string) string {
	var b strings.Builder
	inside := false
	for _, l := range lines {
		if isCard.MatchString(l) && !inside {
			b.WriteString(open)
			inside = true
		}
		b.WriteString(element(name, []string{l}))
		if isSource.MatchString(l) && inside {
			b.WriteString(shut)
			inside = false
		}
	}
	return b.String()
}

// wrap returns a page with the lines, title as heading.
func wrap(lines []string, body func([]string) string) string {
	return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>` + html.EscapeString(lines[0]) + ` | 港町ダイジェスト</title><style>p{}</style></head><body>` +
		furniture + `<main><article><h1>` + html.EscapeString(lines[0]) + `</h1>` + body(lines[1:]) + `</article></main>` + related + `</body></html>`
}

// shapes are ways in which sites write a digest as HTML.
var shapes = map[string]func(lines []string) string{
	"paragraphs": func(l []string) string { return wrap(l, func(l []string) string { return element("p", l) }) },
	"br": func(l []string) string {
		return wrap(l, func(l []string) string { return "<p>" + html.EscapeString(strings.Join(l, "\x00")) + "</p>" })
	},
	"div soup": func(l []string) string {
		return wrap(l, func(l []string) string {
			return `<div class="a"><div><div>` + element(`div class="line"`, l) + `</div></div></div>`
		})
	},
	"cards in asides": func(l []string) string {
		return wrap(l, func(l []string) string {
			return cards(l, "p", `<section><article class="card related"><aside><blockquote>`, `</blockquote></aside></article></section>`)
		})
	},
	"claims in lists": func(l []string) string {
		return wrap(l, func(l []string) string { return cards(l, "li", `</ul><div class="box share"><ul>`, `</ul></div><ul>`) })
	},
	"table": func(l []string) string {
		return wrap(l, func(l []string) string {
			return "<table>" + strings.ReplaceAll(strings.ReplaceAll(element("p", l), "<p>", "<tr><td>"), "</p>", "</td></tr>") + "</table>"
		})
	},
	"ruby": func(l []string) string {
		return wrap(l, func(l []string) string {
			return kanji.ReplaceAllString(element("p", l), `<ruby>$0<rp>（</rp><rt>よみ</rt><rp>）</rp></ruby>`)
		})
	},
	"source broken over lines, hidden twin": func(l []string) string {
		return wrap(l, func(l []string) string {
			text := kanji.ReplaceAllString(element("p", l), "\n\t$0\n  ")
			return text + `<div style="display: none">` + element("p", l) + `</div><p hidden>✅ 見えない主張。</p>`
		})
	},
	"marks in blocks of their own": func(l []string) string {
		return wrap(l, func(l []string) string {
			return strings.NewReplacer("<p>✅ ", `<div class="flex"><div>✅</div><div>`, "<p>💡 ", `<div class="flex"><span><img class="emoji" alt="💡" src="x.svg"></span><div>`).Replace(element("p", l))
		})
	},
	"heading in the site's header, no article": func(l []string) string {
		return `<title>` + html.EscapeString(l[0]) + `</title><div id="wrap"><div class="top">港町ダイジェスト<h1>` + html.EscapeString(l[0]) + `</h1></div><div class="main">` + element("p", l[1:]) + `</div>` + related + `</div>`
	},
	"no heading": func(l []string) string {
		return `<title>保存したページ</title>` + furniture + `<main>` + element("p", l) + `</main>` + related
	},
	"flat, nothing closed": func(l []string) string {
		return `<p>` + strings.Join(strings.Split(html.EscapeString(strings.Join(l, "\x00")), "\x00"), "<p>")
	},
	"nested too deep": func(l []string) string {
		return strings.Repeat("<div><font>", 700) + `<h1>` + html.EscapeString(l[0]) + "</h1>" + element("p", l[1:])
	},
}

func view(d model.Digest) model.Digest {
	for i, s := range d.Sentences {
		s.Line = 0
		s.Text = afterMark.ReplaceAllString(s.Text, "$1 ")
		d.Sentences[i] = s
	}
	for _, s := range d.Sections {
		for i := range s.Cards {
			s.Cards[i].Line = 0
		}
	}
	return d
}

// sameDigest checks that got is read as want is, which stands in lines.
func sameDigest(t *testing.T, want model.Digest, lines []string, got string) {
	t.Helper()
	if got == strings.Join(lines, "\n") {
		return
	}
	if diff := cmp.Diff(want, view(digest.Parse("x", "", got)), cmpopts.IgnoreFields(model.Note{}, "Line")); diff != "" {
		t.Error(diff)
	}
}

func TestParseLayout(t *testing.T) {
	for id, text := range digests() {
		lines := content(text)
		if strings.Contains(lines[0], "Logo Menu") {
			lines = lines[1:] // furniture of the text itself
		}
		want := view(digest.Parse("x", "", strings.Join(lines, "\n")))
		for name, shape := range shapes {
			t.Run(id+"/"+name, func(t *testing.T) {
				source := strings.ReplaceAll(shape(lines), "\x00", "<br>\n")
				p, err := page.Parse([]byte(source), "text/html", "https://digest.example/1")
				if err != nil {
					t.Fatal(err)
				}
				if p.Title != lines[0] {
					t.Errorf("title %q", p.Title)
				}
				sameDigest(t, want, lines, p.Text)
			})
		}
	}
}

func TestFragmentLayout(t *testing.T) {
	for id, text := range digests() {
		lines := content(text)
		want := view(digest.Parse("x", "", text))
		for name, source := range map[string]string{
			"paragraphs": element("p", lines[1:]), "br": html.EscapeString(strings.Join(lines[1:], "\x00")), "plain": text,
			"cards": cards(lines[1:], "div", `<aside class="related">`, `</aside>`),
		} {
			t.Run(id+"/"+name, func(t *testing.T) {
				sameDigest(t, want, lines, page.Fragment(lines[0], strings.ReplaceAll(source, "\x00", "<br/>"), "https://digest.example/1"))
			})
		}
	}
}

// TestSourceLinks: the address of a source line is in the text in each way in
// which pages write it.
func TestSourceLinks(t *testing.T) {
	want := model.Card{Outlet: "港町新聞", URL: "https://example.com/n/bridge-1/?a=1", Published: 20250304}
	for name, tt := range map[string]struct{ source, comment string }{
		"as text":                    {`さらに読む ⇒港町新聞出典/画像元: https://example.com/n/bridge-1/?a=1`, ""},
		"link on the outlet":         {`さらに読む ⇒<a href="https://example.com/n/bridge-1/?a=1">港町新聞</a>出典/画像元:`, ""},
		"link on all of it":          {`<a href="/n/bridge-1/?a=1">さらに読む ⇒港町新聞出典/画像元:</a>`, ""},
		"link on the words":          {`<a href="//example.com/n/bridge-1/?a=1#top"><b>さらに読む</b></a> <span>⇒</span>港町新聞`, ""},
		"outlet only, then comment":  {`さらに読む ⇒ <a href="/n/bridge-1/?a=1">港町新聞</a>橋は大事ですね。`, "橋は大事ですね。"},
		"words, then comment":        {`さらに読む ⇒ <a href="/n/bridge-1/?a=1">港町新聞</a> 出典/画像元：橋は大事ですね。`, "橋は大事ですね。"},
		"shortened":                  {`さらに読む ⇒港町新聞出典/画像元: <a href="/n/bridge-1/?a=1">https://example.com/n/bri…</a>橋は大事ですね。`, "橋は大事ですね。"},
		"without its scheme":         {`さらに読む ⇒港町新聞出典/画像元: <a href="/n/bridge-1/?a=1">example.com/n/bridge-1/?a=1</a>`, ""},
		"in a block of its own":      {`<div>さらに読む ⇒</div><div><a href="/n/bridge-1/?a=1">港町新聞</a></div>`, ""},
		"by a redirecting link":      {`さらに読む ⇒港町新聞出典/画像元: <a href="https://t.example/x">https://example.com/n/bridge-1/?a=1</a>`, ""},
		"a second link, not the one": {`さらに読む ⇒<a href="/n/bridge-1/?a=1">港町新聞</a> <a href="/about">出典</a>/画像元:`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			text := page.Fragment("橋の話", "<p>市は橋を直すと説明した。</p><p>公開日:2025/03/04</p><p>✅ 市は橋を直す。</p><p>"+tt.source+"</p>", "https://example.com/d/1")
			d := digest.Parse("x", "", text)
			if len(d.Sections) != 1 || len(d.Sections[0].Cards) != 1 {
				t.Fatalf("no card in %q", text)
			}
			if diff := cmp.Diff(want, d.Sections[0].Cards[0], cmpopts.IgnoreFields(model.Card{}, "Line")); diff != "" {
				t.Errorf("%s\n%s", diff, text)
			}
			comment := ""
			for _, s := range d.Sentences {
				if s.Role == model.RoleComment {
					comment += s.Text
				}
			}
			if comment != tt.comment {
				t.Errorf("comment %q in %q", comment, text)
			}
		})
	}
	for _, source := range []string{
		`<a href="javascript:alert(1)">さらに読む ⇒港町新聞</a>`, `<a href="https://a@b.example/">さらに読む ⇒港町新聞</a>`,
		`<a href="https://example.com/2">Read more: the bridge</a>`, `さらに<a href="/2">詳しい話</a>です。`,
	} {
		if text := page.Fragment("", source, "https://example.com/"); strings.Contains(text, "://") || strings.Contains(text, "alert") {
			t.Errorf("%s gives %q", source, text)
		}
	}
}
