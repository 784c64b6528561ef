package page_test

import (
	"fmt"
	"strings"
	"testing"

	"tachiba/data/page"
)

// TestFurniture: what stands around or in an article, and whether its text, the
// word 目印, belongs to it.
func TestFurniture(t *testing.T) {
	lines := content(digests()["2025-02-14-munich"])
	card := wrap(lines, func(l []string) string { return element("p", l) })
	inside := func(html string) string { return strings.Replace(card, "</article>", html+"</article>", 1) }
	after := func(html string) string {
		return `<title>` + lines[0] + `</title><div><h1>` + lines[0] + `</h1><div class="post">` + element("p", lines[1:]) + `</div>` + html + `</div>`
	}
	long := strings.Repeat("市長は橋の予算を守り、港の工事も同時に進めると述べた。", 8)
	article := func(html string) string {
		return "<title>橋の修理</title><article><h1>橋の修理</h1><p>" + long + "</p>" + html + "<p>漁協は反対し、署名を集めている。</p></article>"
	}
	links := `<a href="/1">目印</a> <a href="/2">朝市</a> <a href="/3">祭り</a>`
	for name, tt := range map[string]struct {
		html string
		keep bool
	}{
		"digest, last paragraph":          {inside("<p>目印となる話。</p>"), true},
		"digest, list of links":           {inside("<div>" + links + "</div>"), false},
		"digest, two links":               {inside(`<p><a href="/1">目印</a> <a href="/2">朝市</a></p>`), true},
		"digest, share buttons":           {inside(`<div class="post-share"><p>目印</p></div>`), false},
		"digest, related by id":           {inside(`<section id="related_posts"><p>目印</p></section>`), false},
		"digest, role":                    {inside(`<div role="complementary"><p>目印</p></div>`), false},
		"digest, decoration":              {inside(`<p aria-hidden="true">目印</p>`), false},
		"digest, footer":                  {inside(`<footer><p>目印</p></footer>`), false},
		"digest, class that names none":   {inside(`<div class="shared-ideas navy relatedness"><p>目印</p></div>`), true},
		"digest, named but with a claim":  {inside(`<div class="related"><p>✅ 目印</p></div>`), true},
		"digest, another box after it":    {after(`<div class="box"><p>目印</p></div>`), false},
		"digest, goes on in a like box":   {after(`<div class="post"><p>目印</p></div>`), true},
		"digest, button":                  {inside("<button>目印</button>"), false},
		"article, paragraph":              {article("<p>目印となる話を、市は会議で説明した。</p>"), true},
		"article, readers' comments":      {article(`<div class="comments"><p>目印となる話を、読者は長々と書いた。</p></div>`), false},
		"article, aside":                  {article("<aside><p>目印となる話を、市は会議で説明した。</p></aside>"), false},
		"article, notice":                 {article("<p>【関連記事】</p><p>目印となる話を、市は会議で説明した。</p>"), true},
		"article, wrapper called banner":  {`<div class="top-banner menu">` + article("<p>目印となる話を、市は会議で説明した。</p>") + "</div>", true},
		"article, no heading, banner":     {`<div class="top-banner menu"><p>目印となる話を、市は会議で説明した。` + long + "</p></div>", true},
		"article, too deep for judgement": {strings.Repeat("<div>", 450) + article("<p>"+strings.Repeat(long, 200)+`</p><div class="comments"><p>目印。</p></div>`), true},
	} {
		p, err := page.Parse([]byte(tt.html), "text/html; charset=utf-8", "x")
		if err != nil {
			t.Fatal(name, err)
		}
		if strings.Contains(p.Text, "【") {
			t.Errorf("%s: a notice stays", name)
		}
		if got := strings.Contains(p.Text, "目印"); got != tt.keep {
			t.Errorf("%s: kept %t\n%.3000s", name, got, p.Text)
		}
	}
}

// TestDates: a page's own date is no lead, a card's stays.
func TestDates(t *testing.T) {
	for line, keep := range map[string]bool{
		"2025年3月4日 10時30分": false, "更新日時：2025/03/04 (火) 10:30": false, "2025-03-04": false, "Posted on 2025-03-04": false,
		"公開日:2025/03/04": true, "2025年3月4日、市は橋を直した。": true,
	} {
		html := fmt.Sprintf("<title>橋の話</title><h1>橋の話</h1><p>%s</p>%s<p>✅ 市は橋を直す。</p><p>さらに読む ⇒港町新聞</p>", line, body)
		if got := strings.Contains(mustParse(t, []byte(html), "", "x").Text, line); got != keep {
			t.Errorf("%s: kept %t", line, got)
		}
	}
}
