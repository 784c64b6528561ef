package feed_test

import (
	"fmt"
	"strings"
	"testing"

	"tachiba/data/feed"
	"tachiba/model"
)

// parse returns the feed of an RSS document with body in its channel.
func parse(t testing.TB, body string) *feed.Feed {
	t.Helper()
	f, err := feed.Parse([]byte(rss20(body)), "https://base.example/feeds/all.xml", "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestLinks(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"absolute":     {"<link>https://a.example/x</link>", "https://a.example/x"},
		"rooted":       {"<link>/x</link>", "https://kawabe.example/x"},
		"query":        {"<link>?id=1&amp;l=ja</link>", "https://kawabe.example/?id=1&l=ja"},
		"no scheme":    {"<link>//a.example/x</link>", "https://a.example/x"},
		"base":         {`<link xml:base="https://b.example/d/">x</link>`, "https://b.example/d/x"},
		"spaces":       {"<link>\n  https://a.example/x y\n</link>", "https://a.example/x%20y"},
		"Japanese":     {"<link>https://a.example/橋?q=橋&amp;r=\u202e#川</link>", "https://a.example/%E6%A9%8B?q=%E6%A9%8B&r=%E2%80%AE#%E5%B7%9D"},
		"script":       {"<link>javascript:alert(1)</link>", ""},
		"file":         {"<link>file:///etc/passwd</link>", ""},
		"data":         {"<link>data:text/html,x</link>", ""},
		"no host":      {"<link>http:///x</link>", ""},
		"controls":     {"<link>https://a.example/\u0081\u009b</link>", "https://a.example/%C2%81%C2%9B"},
		"broken":       {"<link>https://a.example/%zz</link>", ""},
		"long":         {"<link>/" + strings.Repeat("x", 5000) + "</link>", ""},
		"long escaped": {"<link>/" + strings.Repeat("橋", 600) + "</link>", ""},
		"guid":         {"<guid>https://a.example/x</guid>", "https://a.example/x"},
		"no permalink": {`<guid isPermaLink="false">https://a.example/x</guid>`, ""},
		"bad link":     {"<link>mailto:a@a.example</link><guid>https://a.example/x</guid>", "https://a.example/x"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := parse(t, "<item><title>橋</title>"+tt.in+"</item>")
			if got := f.Items[0].URL; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestLinksWithoutSite holds that links hang on the feed's own address when the
// feed names no site, and on nothing when that is no address.
func TestLinksWithoutSite(t *testing.T) {
	in := []byte("<rss><channel><item><title>橋</title><link>x</link></item></channel></rss>")
	for base, want := range map[string]string{"https://base.example/feeds/all.xml": "https://base.example/feeds/x", "saved.xml": "", "": "", "file:///tmp/a": "", ":": ""} {
		f, err := feed.Parse(in, base, "")
		if err != nil || f.Items[0].URL != want || f.Link != "" {
			t.Errorf("base %q: %v, %v, want %q", base, f, err, want)
		}
	}
}

func TestPublished(t *testing.T) {
	tests := map[string]model.Date{
		"Tue, 18 Mar 2025 23:30:00 -0500":  20250318,
		"Tue, 18 Mar 2025 00:30:00 JST":    20250318,
		"18 Mar 2025 23:30 EST":            20250318,
		"Tue, 18 March 25 09:00:00 GMT":    20250318,
		"Mon, 5 Apr 99 09:00:00 GMT":       19990405,
		"火, 18 Mar 2025 09:00:00 +0900":    20250318,
		"2025-03-18T23:59:59-11:00":        20250318,
		"2025-03-18T00:10:00.123+09:00":    20250318,
		"2025-03-18":                       20250318,
		"2025-3-8 10:00":                   20250308,
		"March 18, 2025 10:00:00 GMT":      20250318,
		" \n2025-03-18 ":                   20250318,
		"2025-02-30T00:00:00Z":             0,
		"Thu, 01 Jan 1970 00:00:00 +0000":  0,
		"0001-01-01T00:00:00Z":             0,
		"いつか":                              0,
		"":                                 0,
		"20250318":                         0,
		"Tue, 18 Xyz 2025 09:00:00 +0900":  0,
		"99999-01-01":                      0,
		strings.Repeat("18 Mar 2025 ", 99): 20250318,
	}
	for in, want := range tests {
		if got := parse(t, "<item><title>橋</title><pubDate>"+in+"</pubDate></item>").Items[0].Published; got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

func TestIDs(t *testing.T) {
	f := parse(t, `
		<item><title>一</title><guid isPermaLink="false"> a </guid></item>
		<item><title>二</title><guid isPermaLink="false">a</guid></item>
		<item><title>三</title><link>/3</link></item>
		<item><title>四</title><description>x</description></item>
		<item><title>四</title><description>x</description></item>
		<item><title>四</title><description>y</description></item>
		<item><title>五</title><guid isPermaLink="false">`+strings.Repeat("x", 300)+`</guid></item>
		<item><title>六</title><guid isPermaLink="false">a`+"\u202e"+`b</guid></item>
		<item><guid isPermaLink="false">nothing to show</guid></item>`)
	var got []string
	for _, item := range f.Items {
		got = append(got, item.Title+" "+item.ID)
	}
	want := []string{"一 a", "三 https://kawabe.example/3", "四 sha256:", "四 sha256:", "五 sha256:", "六 sha256:"}
	if len(got) != len(want) {
		t.Fatal(got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) || len(got[i]) > 60 {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
	again := parse(t, "<item><title>四</title><description>x</description></item>")
	if id := f.Items[2].ID; again.Items[0].ID != id {
		t.Errorf("ID %q became %q", id, again.Items[0].ID)
	}
}

func TestItemLimit(t *testing.T) {
	var b strings.Builder
	for i := range feed.MaxItems + 50 { // 20 undated at the start, then from old to new
		date := ""
		if i >= 20 {
			date = fmt.Sprintf("<pubDate>%d-%02d-%02d</pubDate>", 2000+i/300, i/25%12+1, i%25+1)
		}
		fmt.Fprintf(&b, "<item><title>%d</title>%s</item>", i, date)
	}
	f := parse(t, b.String())
	if len(f.Items) != feed.MaxItems || f.Items[0].Title != "50" || f.Items[feed.MaxItems-1].Title != fmt.Sprint(feed.MaxItems+49) {
		t.Errorf("%d items from %q to %q", len(f.Items), f.Items[0].Title, f.Items[len(f.Items)-1].Title)
	}
}
