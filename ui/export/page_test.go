package export_test

import (
	"encoding/xml"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/uitest"
)

// nodes returns the elements of a page with a name, all for "".
func nodes(t testing.TB, page, name string) (out []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (name == "" || n.Data == name) {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestHTML(t *testing.T) {
	page := write(t, export.HTML, viewOf(model.English, uitest.Statements(), few))
	ids := map[string]bool{}
	for _, n := range nodes(t, page, "") {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("two elements have the id %s", id)
			}
			ids[id] = true
		}
		if n.Data == "script" || n.Data == "link" || n.Data == "img" || attr(n, "src") != "" {
			t.Errorf("the page needs more than itself: <%s>", n.Data)
		}
	}
	inside := 0
	for _, a := range nodes(t, page, "a") {
		href := attr(a, "href")
		if anchor, ok := strings.CutPrefix(href, "#"); ok {
			inside++
			if anchor, err := url.PathUnescape(anchor); err != nil || !ids[anchor] {
				t.Errorf("%s leads nowhere", href)
			}
		} else if !strings.HasPrefix(href, "https://example.com/bridge/") {
			t.Errorf("link to %q", href)
		}
	}
	if inside != 2+3+2 { // topics, cells, back to the matrix
		t.Errorf("%d links inside", inside)
	}
	var table []string
	for _, row := range nodes(t, page, "tr") {
		table = append(table, textOf(row))
	}
	want := []string{
		"Topic City Fishers divided",
		"Repair The bridge is mended this year ▲ favor 3 2025-03-04 ▼ against 2 ⇄ changed over time 2025-04-12 63%",
		"Harbour works The harbour comes first · no evidence ▲ favor 2 2025-04-12 —",
	}
	for i := range table {
		table[i] = strings.ReplaceAll(table[i], "⇄changed", "⇄ changed")
	}
	if diff := cmp.Diff(want, table); diff != "" {
		t.Error(diff)
	}
	if list := nodes(t, page, "li"); len(list) != 9 || textOf(list[3]) != "▲ favor? 組合長は港の工事を先にするよう重ねて求めた。 組合長 · みなとテレビ · 2025-04-12 · bridge-april:8" {
		t.Errorf("%d statements, the fourth %q", len(list), textOf(list[3]))
	}
	if q := nodes(t, page, "q")[0]; attr(q, "lang") != "ja" {
		t.Error("a Japanese sentence in an English page does not say so")
	}
	if q := nodes(t, write(t, export.HTML, viewOf(model.Japanese, uitest.Statements(), few)), "q")[0]; attr(q, "lang") != "" {
		t.Error("a Japanese sentence in a Japanese page says its language again")
	}
}

func TestSVG(t *testing.T) {
	for _, tt := range []struct {
		picture string
		want    []string
	}{
		{export.Matrix, []string{"Positions compared: The bridge", "Repair", "The bridge is mended", "no evidence", "against", "63%", "2025-04-12 ⇄"}},
		{export.Timeline, []string{"over time", "Fishers", "2025-03-04", "1 statement without a date is not drawn", "2025-03-04 City: favor 2"}},
	} {
		statements := uitest.Statements()
		statements[1].Date = 0
		v := viewOf(model.English, statements, few)
		v.Picture = tt.picture
		text := write(t, export.SVG, v)
		wellFormed(t, text)
		for _, want := range tt.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", tt.picture, want)
			}
		}
	}
}

// TestTimelineAtAnyLength draws from one day to thirty years, and no date at all.
func TestTimelineAtAnyLength(t *testing.T) {
	for _, tt := range []struct {
		last model.Date
		want string
	}{{0, "one day"}, {20250304, "one day"}, {20250412, "one day"}, {20250801, "a week"}, {20270412, "one month"}, {20550412, "one month"}} {
		statements := uitest.Statements()[:2]
		statements[0].Date, statements[1].Date = min(20250304, tt.last), tt.last
		v := viewOf(model.English, statements, model.Filter{})
		v.Picture = export.Timeline
		text := write(t, export.SVG, v)
		wellFormed(t, text)
		if marks := strings.Count(text, "<path class=") - 3; !strings.Contains(text, tt.want) || tt.last > 0 && marks < 2 {
			t.Errorf("to %s: %d marks, not by %s", tt.last, marks, tt.want)
		}
	}
}

func wellFormed(t testing.TB, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		_, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%v in %q", err, text)
		}
	}
}
