package page_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"tachiba/data/page"
	"tachiba/model"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustParse(t *testing.T, b []byte, contentType, address string) *page.Page {
	t.Helper()
	p, err := page.Parse(b, contentType, address)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var japanesePage = page.Page{
	Title: "みなと大橋の修理、年内完了へ 市が補正予算案",
	Text: strings.Join([]string{
		"みなと大橋の修理、年内完了へ 市が補正予算案",
		"港町市は4日、老朽化した「みなと大橋」の修理を年内に終えるための補正予算案をまとめた。市議会の 3月定例会に提出する。",
		"予算案は橋脚の補強に12億円、路面の舗装に3億円を計上した。財源には、国の交付金と市の積立金を充てる。",
		"漁協は港の工事を優先するよう求める",
		"地元の漁協は、橋より先に港の防波堤を直すべきだと主張している。組合長の浜田氏は「船が出せなければ橋があっても意味がない」と話し、市に計画の見直しを求めた。",
		"市長は記者会見で、橋と港の工事を同時に進める考えを示し、「どちらも市民の暮らしに欠かせない」と述べた。",
		"工事の期間中は片側の通行が続くため、市は渡し船の増便についても事業者と話し合っている。",
	}, "\n"),
	Outlet: "港町新聞", Published: 20250304, URL: "https://news.example.jp/articles/2025/0304-bridge",
}

func TestParseFixtures(t *testing.T) {
	for name, want := range map[string]page.Page{
		"article-ja.html": japanesePage,
		"article-en.html": {
			Title: "Council votes to close the ferry line",
			Text: strings.Join([]string{
				"Council votes to close the ferry line",
				"The island council voted on Monday to close the ferry line at the end of March, after the company that runs it said that it lost money on every crossing.",
				"Nine of its fourteen members backed the plan, which offers residents a subsidised water taxi instead. Opponents called the offer an insult, and promised to go to court.",
				"A road, not a business",
				`"The ferry is our road," the council's chair said after the vote. "Nobody asks whether a road makes a profit, and nobody closes one in the middle of winter."`,
				"The line opened in 1931.", "It carries about 400 people a day.",
				"The company said that it would keep two crossings a day until the water taxi was running, and that none of its twenty workers would lose their jobs before summer.",
			}, "\n"),
			Outlet: "Harbour Post", Published: 20250818, URL: "https://news.example.jp/fetched",
		},
		"digest.html": {
			Title: "橋の修理はいつ終わる?港町の会議を追う",
			Text: strings.Join([]string{
				"橋の修理はいつ終わる?港町の会議を追う",
				"港町で橋の修理をめぐる会議が開かれた。市と漁協の考えは大きく違う。",
				"💡 市は修理を急ぐ。", "さて、会議の様子を見ていきましょう。",
				"橋のたもとで", "市は橋をどうする?", "今年のうちに直す。", "会議は朝から続いた。",
				"公開日:2025/03/04", "✅ 市は橋の修理を年内に終えると説明した。", "✅漁協は橋の修理に反対した。",
				"さらに読む ⇒港町新聞出典/画像元: https://example.com/bridge-2025-03-04/",
				"橋の話は尽きませんね。", "今後も気になりますね。",
				"漁協の組合長は、橋の修理より港の工事が先だと訴えた。", "市長は橋の予算を守ると述べた。",
				"いやー、橋って大事なんですねえ。", "次のページを読む ⇒", "港の工事はどうなる?",
			}, "\n"),
			Outlet: "港町ダイジェスト", Published: 20250306, URL: "https://news.example.jp/fetched",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := mustParse(t, fixture(t, name), "text/html", "https://news.example.jp/fetched")
			if diff := cmp.Diff(want, *p); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestParseCharsets: the same article in each encoding, declared, lied about or
// neither.
func TestParseCharsets(t *testing.T) {
	text := string(fixture(t, "article-ja.html"))
	undeclared := strings.Replace(text, `<meta charset="utf-8">`, "", 1)
	encode := func(s string, e interface{ String(string) (string, error) }) []byte {
		out, err := e.String(s)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(out)
	}
	sjis, euc, jis := japanese.ShiftJIS.NewEncoder(), japanese.EUCJP.NewEncoder(), japanese.ISO2022JP.NewEncoder()
	declared := func(name string) string { return strings.Replace(text, "utf-8", name, 1) }
	for name, tt := range map[string]struct {
		b           []byte
		contentType string
	}{
		"utf-8, header lies":         {[]byte(text), "text/html; charset=Shift_JIS"},
		"utf-8, meta lies":           {[]byte(declared("euc-jp")), ""},
		"utf-8, byte order mark":     {[]byte("\xef\xbb\xbf" + text), ""},
		"utf-16, byte order mark":    {encode(text, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()), "text/html"},
		"Shift_JIS, meta":            {encode(declared("Shift_JIS"), sjis), "text/html"},
		"Shift_JIS, header":          {encode(undeclared, sjis), "text/html; charset=shift_jis"},
		"Shift_JIS, nothing":         {encode(undeclared, sjis), ""},
		"Shift_JIS, header Latin-1":  {encode(undeclared, sjis), "text/html; charset=iso-8859-1"},
		"Shift_JIS, header UTF-8":    {encode(undeclared, sjis), "text/html; charset=utf-8"},
		"EUC-JP, meta":               {encode(declared("euc-jp"), euc), "text/html"},
		"EUC-JP, nothing":            {encode(undeclared, euc), "no type at all"},
		"ISO-2022-JP, nothing":       {encode(undeclared, jis), ""},
		"ISO-2022-JP, header Latin1": {encode(undeclared, jis), "text/html; charset=iso-8859-1"},
	} {
		t.Run(name, func(t *testing.T) {
			p := mustParse(t, tt.b, tt.contentType, "https://news.example.jp/fetched")
			if diff := cmp.Diff(japanesePage, *p); diff != "" {
				t.Error(diff)
			}
		})
	}
	latin := "<title>La paix</title><p>" + strings.Repeat("Le ministre a déclaré qu’un accord “juste” était possible. ", 5)
	out := encode(latin, charmap.Windows1252.NewEncoder())
	for _, contentType := range []string{"", "text/html; charset=windows-1252"} {
		if p := mustParse(t, out, contentType, "x"); !strings.Contains(p.Text, "déclaré qu’un accord “juste” était") {
			t.Errorf("windows-1252 as %q: %s", contentType, p.Text)
		}
	}
	cut := []byte(strings.Repeat("<p>市は橋の修理を年内に終えると説明した。漁協は橋の修理に反対した。</p>", 5) + "橋")
	if p := mustParse(t, cut[:len(cut)-1], "text/html; charset=utf-8", "x"); !strings.Contains(p.Text, "漁協は橋の修理に反対した。") {
		t.Errorf("cut UTF-8: %s", p.Text)
	}
}

func TestParseProblems(t *testing.T) {
	for name, tt := range map[string]struct {
		in   string
		want model.ProblemCode
	}{
		"empty":             {"", model.ProblemNoArticle},
		"spaces":            {" \n\t", model.ProblemNoArticle},
		"no body":           {"<html><head><title>橋</title></head></html>", model.ProblemNoArticle},
		"frames":            {`<html><frameset cols="20%,80%"><frame src="a"><frame src="b"><noframes>` + strings.Repeat("フレームを使います。", 30) + `</noframes></frameset></html>`, model.ProblemNoArticle},
		"login wall":        {"<title>橋の修理 | 港町新聞</title><h1>橋の修理</h1><p>Please log in</p>", model.ProblemNoArticle},
		"script only":       {"<body><script>" + strings.Repeat("document.write('橋の修理');", 100) + "</script></body>", model.ProblemNoArticle},
		"hidden only":       {`<body><div style="DISPLAY : none">` + strings.Repeat("<p>見えない文章が続いている。</p>", 30) + "</div></body>", model.ProblemNoArticle},
		"png":               {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", model.ProblemBinary},
		"pdf":               {"%PDF-1.7\n<p>text</p>", model.ProblemBinary},
		"zip":               {"PK\x03\x04" + strings.Repeat("a", 100), model.ProblemBinary},
		"noise":             {strings.Repeat("\xff\xfd\x01\x02\x03\x80", 200), model.ProblemBinary},
		"zero bytes":        {"<p>" + strings.Repeat("\x00", 1000), model.ProblemBinary},
		"too large":         {strings.Repeat("a", page.MaxSize+1), model.ProblemTooLarge},
		"tags without end":  {strings.Repeat("<b>", 200_000), model.ProblemTooLarge},
		"nothing but a bar": {"<p>|</p>", model.ProblemNoArticle},
	} {
		_, err := page.Parse([]byte(tt.in), "text/html", "https://example.com/\x1b[31m\u202e")
		var p *model.Problem
		if !errors.As(err, &p) || p.Code != tt.want || p.Path != "https://example.com/" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestHeadings: readability takes a heading with the title's Latin word for the
// title.
func TestHeadings(t *testing.T) {
	p := mustParse(t, []byte("<title>橋とNATOの話</title><article><h1>橋とNATOの話</h1>"+body+"<h2>NATOの考え</h2>"+body+"<h2>市の考え</h2>"+body+"</article>"), "", "x")
	if got := strings.Split(p.Text, "\n"); len(got) != 6 || got[2] != "NATOの考え" || got[4] != "市の考え" {
		t.Errorf("%q", got)
	}
}

func TestParsePlainText(t *testing.T) {
	p := mustParse(t, []byte("橋の話\r\n\r\n市は <NHK> に答えた。\x1b[31m\r\n"), "text/plain", "https://example.com/a.txt#x")
	want := page.Page{Title: "橋の話", Text: "橋の話\n市は <NHK> に答えた。", URL: "https://example.com/a.txt"}
	if diff := cmp.Diff(want, *p); diff != "" {
		t.Error(diff)
	}
}
