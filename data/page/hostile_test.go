package page_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tachiba/data/clean"
	"tachiba/data/digest"
	"tachiba/data/page"
)

// hostile are pages that parsers choke on.
func hostile() map[string]string {
	r := strings.Repeat
	long := "市は橋の修理を年内に終えると説明した。"
	return map[string]string{
		"nested":                r("<div>", 100_000) + r(long, 10) + r("</div>", 10),
		"nested, formatting":    r("<b><i><font size=1>", 400) + r(long, 10),
		"nested, paragraphs":    r("<p><b>", 400) + r(long, 10),
		"nested, not refused":   r("<div>", 500) + r("<p>"+long+long+long, 500),
		"nested, links":         r("<a href=x><p>"+long, 400),
		"nested, tables":        r("<table><tr><td>", 400) + r(long, 10),
		"nested, lists":         r("<ul><li>"+long, 400),
		"nested, ruby":          r("<ruby>橋<rt>", 400) + r(long, 10),
		"nested, adoption":      r("<a><b><p></a></b>", 400) + r(long, 10),
		"nested, select, forms": r("<form><select><option>", 400) + r(long, 10),
		"foreign":               r("<svg><math><desc>", 400) + r(long, 10),
		"templates":             r("<template>", 400) + r(long, 10),
		"one line":              "<p>" + r(long, 1<<17/len(long)) + "</p>",
		"one word":              "<p>" + r("a", 1<<14),
		"one title":             "<title>" + r("橋", 1<<14) + "</title><h1>" + r("橋", 1<<14) + "</h1>" + r("<p>"+long, 20),
		"one attribute":         `<p class="` + r("share ", 2_000) + `">` + r(long, 20),
		"many attributes":       "<p " + r("a=1 b", 2_000) + ">" + r(long, 20),
		"one comment":           r(long, 20) + "<!--" + r("-", 1<<14),
		"many breaks":           r("橋<br><br>", 400),
		"many marks":            r("<p>✅ 橋</p>", 400),
		"many sources":          r(`<p>さらに読む ⇒<a href="/x">港町</a>`, 400),
		"many headings":         "<title>" + r("橋", 300) + "</title>" + r("<h1>"+r("橋", 10), 400),
		"combining marks":       "<p>" + long + "か" + r("\u3099", 1<<12) + r(long, 20),
		"escapes":               "<p>" + r(long, 20) + r("\x1b]", 1<<14) + r("\u009d", 1<<12),
		"references":            r("&#x1b;[31m&#x202e;&#0;&#xd800;", 400) + r(long, 20),
		"json":                  `<script type="application/ld+json">` + r("[", 1<<14) + "</script>" + r("<p>"+long, 20),
		"unclosed script":       r("<p>"+long, 20) + "<script>" + r("x", 1<<14),
		"unclosed tag":          r("<p>"+long, 20) + "<p " + r("x ", 1<<14),
		"controls":              "<p>" + r(long, 20) + "</p><p>\x1b[31m赤\u202e逆\u0007</p>",
		"plain brackets":        r("<a", 400),
		"unknown elements":      r("<橋>", 400) + r("<x-y>", 400) + r(long, 20),
	}
}

// slow is far more than any page may take.
const slow = time.Minute

func TestHostile(t *testing.T) {
	for name, in := range hostile() {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			checkParse(t, []byte(in), "text/html", "https://example.com/")
			checkFragment(t, "題\x1b[1m\u202e", in, "https://example.com/")
			if took := time.Since(start); took > slow {
				t.Errorf("took %s", took)
			} else {
				t.Log(took)
			}
		})
	}
}

// checkParse parses, and checks what holds of every page.
func checkParse(t *testing.T, b []byte, contentType, address string) {
	t.Helper()
	p, err := page.Parse(b, contentType, address)
	if err != nil {
		if p != nil || err.Error() == "" {
			t.Errorf("%v, %v", p, err)
		}
		return
	}
	checkLines(t, p.Title, p.Text)
	for _, s := range []string{p.Title, p.Outlet, p.URL} {
		if s != clean.Line(s) || strings.TrimSpace(s) != s {
			t.Errorf("not cleaned: %q", s)
		}
	}
}

func checkFragment(t *testing.T, title, html, address string) {
	t.Helper()
	if text := page.Fragment(title, html, address); text != "" {
		checkLines(t, strings.Split(text, "\n")[0], text)
	}
}

func checkLines(t *testing.T, title, text string) {
	t.Helper()
	lines := strings.Split(text, "\n")
	if title == "" || lines[0] != title {
		t.Errorf("title %.100q, first line %.100q", title, lines[0])
	}
	if text != clean.Text(text) {
		t.Errorf("not cleaned: %.200q", text)
	}
	if slices.ContainsFunc(lines, func(l string) bool { return l == "" || l != strings.TrimSpace(l) }) {
		t.Errorf("line empty or with space around: %.200q", text)
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"article-ja.html", "article-en.html", "digest.html"} {
		f.Add(fixture(f, name), "text/html; charset=shift_jis", "https://example.com/")
	}
	for _, shape := range shapes {
		f.Add([]byte(shape(content(englishDigest))), "", "page.html")
	}
	for _, in := range hostile() {
		f.Add([]byte(in[:min(len(in), 300)]), "text/html; charset=utf-8", "\x1b\u202e")
	}
	f.Fuzz(func(t *testing.T, b []byte, contentType, address string) {
		checkParse(t, b, contentType, address)
		if p, err := page.Parse(b, contentType, address); err == nil {
			digest.Parse("x", address, p.Text)
		}
	})
}

func FuzzFragment(f *testing.F) {
	f.Add("題", feedHTML, "https://example.com/")
	f.Add("", "<p>さらに読む ⇒<a href=//x/y>z<div>…</a>✅", "x")
	for _, in := range hostile() {
		f.Add("a\nb", in[:min(len(in), 300)], "https://example.com/")
	}
	f.Fuzz(checkFragment)
}
