package feed_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tachiba/data/feed"
	"tachiba/model"
)

// rss20 returns an RSS document with body in its channel.
func rss20(body string) string {
	return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>川辺</title><link>https://kawabe.example/</link>` + body + `</channel></rss>`
}

// lol is the classic entity bomb, which would become a gigabyte, with an entity
// that asks for a file.
func lol() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE rss [<!ENTITY lol0 "lol>"><!-- ]> --><!ENTITY far SYSTEM "file:///etc/passwd">`)
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, `<!ENTITY lol%d "%s">`, i, strings.Repeat(fmt.Sprintf("&lol%d;", i-1), 10))
	}
	return b.String() + `]>`
}

func manyNamespaces(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `xmlns:a%d="b" `, i)
	}
	return b.String()
}

func entry(content string) string {
	return `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title><content type="html">` + content + "</content></entry></feed>"
}

// TestRefused holds that documents are refused whose cost would grow with the
// square of their size, and not those that come near to them.
func TestRefused(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("<dc:a>", n) + strings.Repeat("</dc:a>", n) }
	base := func(n int) string {
		return `<a xmlns:q="http://www.w3.org/XML/1998/namespace" xml:basex="" q:base="` + strings.Repeat("x", n) + `"/>`
	}
	pieces := func(n int) string {
		return "<dc:x>" + strings.Repeat("a<!-- -->b<![CDATA["+strings.Repeat("x", 1000)+"]]>", n) + "</dc:x>"
	}
	tests := map[string]struct{ good, bad string }{
		"depth":           {deep(190), deep(250)},
		"open elements":   {"<item>" + strings.Repeat("<br>", 150) + "</item>", strings.Repeat("<item><title>", 150)},
		"elements":        {strings.Repeat("<br/>", 5000), strings.Repeat("<br/>", 201_000)},
		"namespaces":      {"<a " + manyNamespaces(50) + "/>", "<a " + manyNamespaces(100) + "/>"},
		"namespaces deep": {strings.Repeat(`<a xmlns="b">`, 50) + strings.Repeat("</a>", 50), strings.Repeat(`<a xmlns="b">`, 100) + strings.Repeat("</a>", 100)},
		"base":            {base(150), base(300)},
		"bases":           {strings.Repeat(`<a xml:base = 'x/'>`, 90) + strings.Repeat("</a>", 90), strings.Repeat(`<a xml:base=xxx>`, 90) + strings.Repeat("</a>", 90)},
		"base far behind": {base(1) + base(1), `<a title="> 1" ` + strings.Repeat("x='y' ", 99) + "xml:base=\n\"" + strings.Repeat("x", 300) + `"></a>`},
		"pieces":          {pieces(200), pieces(1500)},
		"document type":   {"<!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE x>]]><?a <!DOCTYPE x>?>", "<!DOCTYPE x>"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if f, err := feed.Parse([]byte(rss20("<item><title>橋</title></item>"+tt.good)), "", ""); err != nil || len(f.Items) == 0 {
				t.Errorf("good: %v", err)
			}
			if _, err := feed.Parse([]byte(rss20("<item><title>橋</title></item>"+tt.bad)), "", ""); err == nil || !strings.Contains(err.Error(), "too deep or too complex") {
				t.Errorf("bad: %v", err)
			}
		})
	}
}

// TestBorne holds that other hostile documents neither hang nor crash.
func TestBorne(t *testing.T) {
	const n = 1 << 17
	tests := map[string]string{
		"entities":      rss20("<item><description>" + strings.Repeat("&amp;&", n/6) + "</description></item>"),
		"dates":         rss20("<item>" + strings.Repeat("<pubDate>x</pubDate>", n/200) + "</item>"),
		"long date":     rss20("<item><pubDate>" + strings.Repeat("1", n) + "</pubDate></item>"),
		"attributes":    "<rss " + strings.Repeat(`a="b" `, n/6) + "></rss>",
		"long title":    rss20("<item><title>" + strings.Repeat("&lt;b&gt;\u0301", n/11) + "</title></item>"),
		"title of ESC":  rss20("<item><title>" + strings.Repeat("&amp;#27;[", n/9) + "</title></item>"),
		"long guid":     rss20("<item><guid>" + strings.Repeat("\u202e", n/3) + "</guid><title>a</title></item>"),
		"HTML deep":     entry(strings.Repeat("&lt;div>", n/8)),
		"HTML tables":   entry(strings.Repeat("&lt;table>&lt;td>&lt;a>", n/20)),
		"JSON deep":     `{"items":` + strings.Repeat("[", n),
		"JSON objects":  `{"items":[` + strings.Repeat(`{"a":`, n/5),
		"open comment":  strings.Repeat("<!--", n/4),
		"open quotes":   "<rss " + strings.Repeat(`a='"`, n/4),
		"bases in one":  "<rss " + strings.Repeat(`:base`, n/5),
		"open doctype":  "<!DOCTYPE " + strings.Repeat("<", n),
		"doctype quote": "<!DOCTYPE " + strings.Repeat("'\"", n),
		"declarations":  strings.Repeat(`<?xml version="1.0" encoding=`, n/29),
		"references":    rss20("<item><title>" + strings.Repeat("&#1", n/3) + "</title></item>"),
		"NUL":           strings.Repeat("\x00<", n/2),
		"end tags":      rss20("<item>" + strings.Repeat("</a>", n/4)),
	}
	start := time.Now()
	for name, in := range tests {
		t.Run(name, func(t *testing.T) {
			if f, err := feed.Parse([]byte(in), "https://a.example/", ""); f == nil && err == nil {
				t.Error("neither feed nor error")
			}
		})
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %v", took)
	}
}

func TestSizes(t *testing.T) {
	text := strings.Repeat("bridge ", 150_000)
	for name, in := range map[string]string{
		"JSON": `{"items":[` + strings.Repeat(`{"content_text":"`+text+`"},`, 5) + `{"title":"橋"}]}`,
		"RSS":  rss20("<item><description>" + text + "</description></item><item><title>橋</title></item>"),
	} {
		f, err := feed.Parse([]byte(in), "", "")
		if err != nil || len(f.Items) != 2 || f.Items[1].Title != "橋" {
			t.Errorf("%s of %d bytes: %v", name, len(in), err)
		}
	}
	_, err := feed.Parse(make([]byte, feed.MaxSize+1), "https://a.example/", "")
	if p, ok := err.(*model.Problem); !ok || p.Code != model.ProblemTooLarge || p.Path != "https://a.example/" {
		t.Errorf("too large: %v", err)
	}
}
