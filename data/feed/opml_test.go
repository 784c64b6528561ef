package feed_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/japanese"
	"pgregory.net/rapid"

	"tachiba/data/feed"
	"tachiba/model"
)

// subscriptions are what list.opml holds.
var subscriptions = []feed.Subscription{
	{Title: "川辺新報", URL: "https://kawabe.example/feed", Site: "https://kawabe.example/"},
	{Title: "Harbour & Hill", URL: "https://harbour.example/rss?lang=en&n=2", Folder: []string{"海外", "英語"}},
	{Title: "昔の書き方", URL: "http://mukashi.example/rdf", Folder: []string{"海外"}},
}

func TestReadOPML(t *testing.T) {
	plain := fixture(t, "list.opml")
	for name, in := range map[string][]byte{
		"UTF-8":       plain,
		"Shift_JIS":   encode(t, japanese.ShiftJIS, strings.Replace(string(plain), "UTF-8", "Shift_JIS", 1)),
		"lying EUC":   encode(t, japanese.EUCJP, string(plain)),
		"lying UTF-8": bytes.Replace(plain, []byte("UTF-8"), []byte("euc-jp"), 1),
		"UTF-16":      encode(t, japaneseEncodings["UTF-16"], string(plain)),
	} {
		t.Run(name, func(t *testing.T) {
			list, problems, err := feed.ReadOPML(bytes.NewReader(in), "購読.opml")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(subscriptions, list); diff != "" {
				t.Error(diff)
			}
			const want = "an http or https address as xmlUrl"
			if diff := cmp.Diff([]model.Problem{
				{Code: model.ProblemFeedList, Path: "購読.opml", Line: 10, Key: "壊れた項目", Want: want},
				{Code: model.ProblemFeedList, Path: "購読.opml", Line: 11, Key: "住所なし", Want: want},
			}, problems); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadOPMLForms(t *testing.T) {
	tests := map[string]struct {
		body     string
		want     []feed.Subscription
		problems int
	}{
		"old":              {`<outline text="a" xmlurl="http://a.example/"/>`, []feed.Subscription{{Title: "a", URL: "http://a.example/"}}, 0},
		"upper case":       {`<OUTLINE TEXT="a" XMLURL="http://a.example/"/>`, []feed.Subscription{{Title: "a", URL: "http://a.example/"}}, 0},
		"no title":         {`<outline type="rss" xmlUrl="http://a.example/橋"/>`, []feed.Subscription{{Title: "http://a.example/%E6%A9%8B", URL: "http://a.example/%E6%A9%8B"}}, 0},
		"title fit":        {"<outline text=\"a&#10;b\u202e\x1b[31m&lt;c>\" xmlUrl=\"http://a.example/\"/>", []feed.Subscription{{Title: "a b[31m<c>", URL: "http://a.example/"}}, 0},
		"entities":         {`<outline text="&eacute;&amp;amp; & b" xmlUrl="http://a.example/?a=1&b=2"/>`, []feed.Subscription{{Title: "é&amp; & b", URL: "http://a.example/?a=1&b=2"}}, 0},
		"feed scheme":      {`<outline text="a" xmlUrl="feed:https://a.example/x"/>`, []feed.Subscription{{Title: "a", URL: "https://a.example/x"}}, 0},
		"within a feed":    {`<outline text="a" xmlUrl="http://a.example/"><outline text="b" xmlUrl="http://b.example/"/></outline>`, []feed.Subscription{{Title: "a", URL: "http://a.example/"}, {Title: "b", URL: "http://b.example/", Folder: []string{"a"}}}, 0},
		"folder of a type": {`<outline text="a" type="folder"><outline text="b" xmlUrl="http://b.example/"/></outline>`, []feed.Subscription{{Title: "b", URL: "http://b.example/", Folder: []string{"a"}}}, 0},
		"nameless folder":  {`<outline><outline text="b" xmlUrl="http://b.example/"/></outline>`, []feed.Subscription{{Title: "b", URL: "http://b.example/"}}, 0},
		"empty folder":     {`<outline text="a"/>`, nil, 0},
		"no feed":          {`<outline text="a" type="link" url="http://a.example/"/><outline text="b" htmlUrl="http://b.example/"/>`, nil, 2},
		"bad addresses":    {`<outline xmlUrl="javascript:x()"/><outline xmlUrl="/feed"/><outline xmlUrl="http://"/><outline xmlUrl="a b"/>`, nil, 4},
		"nothing":          {``, nil, 0},
		"unclosed":         {`<outline text="a"><outline text="b" xmlUrl="http://b.example/">`, []feed.Subscription{{Title: "b", URL: "http://b.example/", Folder: []string{"a"}}}, 0},
		"broken after":     {`<outline text="b" xmlUrl="http://b.example/"/><outline <`, []feed.Subscription{{Title: "b", URL: "http://b.example/"}}, 1},
		"many problems":    {strings.Repeat(`<outline xmlUrl="x"/>`, 1000), nil, 100},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			list, problems, err := feed.ReadOPML(strings.NewReader(`<opml version="1.0"><body>`+tt.body+`</body></opml>`), "a.opml")
			if diff := cmp.Diff(tt.want, list); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if len(problems) != tt.problems {
				t.Errorf("problems %v", problems)
			}
		})
	}
}

func TestReadOPMLFails(t *testing.T) {
	tests := map[string]struct {
		in   io.Reader
		code model.ProblemCode
		line int
	}{
		"empty":   {strings.NewReader(""), model.ProblemFeedList, 0},
		"feed":    {strings.NewReader(rss20("")), model.ProblemFeedList, 0},
		"picture": {strings.NewReader("\x89PNG\x01\x02\x03\x04"), model.ProblemFeedList, 0},
		"broken":  {strings.NewReader("<?xml version='1.0'?>\n<opml>\n<body><outline <"), model.ProblemFeedList, 3},
		"large":   {io.LimitReader(endless{}, 100<<20), model.ProblemTooLarge, 0},
		"reading": {iotest.ErrReader(errors.New("disk on fire")), model.ProblemUnreadable, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			list, problems, err := feed.ReadOPML(tt.in, "a\x1b[2J.opml")
			var p *model.Problem
			if !errors.As(err, &p) || p.Code != tt.code || p.Line != tt.line || p.Path != "a.opml" || list != nil || problems != nil {
				t.Errorf("%v, %v, %#v", list, problems, err)
			}
		})
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// TestDeepOPML holds that folders beyond reason neither cost the square of their
// number nor lose the feeds in them.
func TestDeepOPML(t *testing.T) {
	const n = 5_000
	in := "<opml><body>" + strings.Repeat(`<outline text="棚"><outline xmlUrl="http://a.example/"/>`, n) + strings.Repeat("</outline>", n) + "</body></opml>"
	list, problems, err := feed.ReadOPML(strings.NewReader(in), "a.opml")
	if err != nil || len(problems) > 0 || len(list) != n || len(list[n-1].Folder) != 16 {
		t.Errorf("%d, %v, %v", len(list), problems, err)
	}
}

func TestWriteOPML(t *testing.T) {
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>購読 &lt;1&gt;</title>
  </head>
  <body>
    <outline text="川辺新報" title="川辺新報" type="rss" xmlUrl="https://kawabe.example/feed" htmlUrl="https://kawabe.example/"></outline>
    <outline text="海外">
      <outline text="英語">
        <outline text="Harbour &amp; Hill" title="Harbour &amp; Hill" type="rss" xmlUrl="https://harbour.example/rss?lang=en&amp;n=2"></outline>
      </outline>
      <outline text="昔の書き方" title="昔の書き方" type="rss" xmlUrl="http://mukashi.example/rdf"></outline>
    </outline>
  </body>
</opml>
`
	var b strings.Builder
	if err := feed.WriteOPML(&b, "購読 <1>", subscriptions); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	if err := feed.WriteOPML(fullDisk{}, "x", subscriptions); err == nil {
		t.Error("no error of the writer")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// TestOPMLRoundTrip holds that a list read back has the same entries, those of
// each folder in their order, and that a second writing changes nothing.
func TestOPMLRoundTrip(t *testing.T) {
	name := rapid.StringMatching(`[橋川A-Z<>&"'ー][橋川a-z<>&"' 　;#]{0,8}[橋川z]`)
	one := rapid.Custom(func(t *rapid.T) feed.Subscription {
		s := feed.Subscription{
			Title:  name.Draw(t, "title"),
			URL:    rapid.StringMatching(`https?://[a-z]{1,8}\.example/[a-z0-9/]{0,9}(\?[a-z]=[0-9](&[a-z]=%E6){0,2})?`).Draw(t, "url"),
			Folder: rapid.SliceOfN(rapid.SampledFrom([]string{"海外", "国内", "a&b", "<棚>"}), 0, 4).Draw(t, "folder"),
		}
		if rapid.Bool().Draw(t, "has a site") {
			s.Site = "https://" + rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "site") + ".example/"
		}
		return s
	})
	byFolder := func(list []feed.Subscription) map[string][]feed.Subscription {
		out := map[string][]feed.Subscription{}
		for _, s := range list {
			key := fmt.Sprintf("%q", s.Folder)
			s.Folder = nil
			out[key] = append(out[key], s)
		}
		return out
	}
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(one, 0, 12).Draw(t, "list")
		var first, second bytes.Buffer
		if err := feed.WriteOPML(&first, "購読", list); err != nil {
			t.Fatal(err)
		}
		got, problems, err := feed.ReadOPML(bytes.NewReader(first.Bytes()), "a.opml")
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		if diff := cmp.Diff(byFolder(list), byFolder(got)); diff != "" {
			t.Fatal(diff)
		}
		if err := feed.WriteOPML(&second, "購読", got); err != nil || second.String() != first.String() {
			t.Fatal(err, cmp.Diff(first.String(), second.String()))
		}
	})
}
