package page_test

import (
	"os"
	"strings"
	"testing"

	"tachiba/data/page"
)

func TestFragment(t *testing.T) {
	for name, tt := range map[string]struct{ title, html, want string }{
		"blocks":                  {"題", "<p>一。</p><p>二。</p><ul><li>三</li><li>四</li></ul><blockquote>五</blockquote>", "題|一。|二。|三|四|五"},
		"br and inline":           {"", "一<br/>二<b>三</b><span>四</span><br><br>五", "一|二三四|五"},
		"headings, table":         {"", "<h3>見出し</h3>文。<table><tr><th>市</th><td>賛成</td></tr><tr><td>漁協<td>反対</table>", "見出し|文。|市 賛成|漁協 反対"},
		"pre keeps its lines":     {"", "<pre>一\n二</pre>\n三\n四", "一|二|三四"},
		"Japanese over lines":     {"", "<p>市は\n  橋を\r\n直す。\nNATO は\n加盟を</p>", "市は橋を直す。 NATO は加盟を"},
		"English over lines":      {"", "<p>The bridge\n  will\tclose.</p>", "The bridge will close."},
		"spaces":                  {"", "<p>&nbsp;</p><p>　橋&nbsp;&nbsp;の　話　</p><p>\u200b</p>", "橋 の　話"},
		"ruby, hidden, scripts":   {"", "<ruby>橋<rp>(<rt>はし<rp>)</ruby>の話<script>x</script><style>y</style><span class='a sr-only'>z</span><i style='visibility:hidden'>w</i>", "橋の話"},
		"links keep their text":   {"", `<p>市の<a href="https://example.com">発表</a>による。</p>`, "市の発表による。"},
		"nothing is furniture":    {"", "<aside class=related><ul><li><a href=1>一</a></li><li><a href=2>二</a></li><li><a href=3>三</a></li></ul></aside>", "一|二|三"},
		"plain text":              {"題", "一 < 二 &amp; 三\n\n四 <NHK> 五", "題|一 < 二 & 三|四 <NHK> 五"},
		"title again":             {"橋の 話", "<h1>橋の話</h1><p>一。</p>", "橋の 話|一。"},
		"title of two lines":      {" 橋の\n話 &amp; 港", "一。", "橋の話 & 港|一。"},
		"title only":              {"題", "", "題"},
		"nothing":                 {"", "<p> </p>", ""},
		"emoji pictures":          {"", `<img alt="✅" src=x> 直す。<br><img alt="橋の写真"><img alt="a">写真`, "✅ 直す。|写真"},
		"controls":                {"\x1b[31m題\u202e", "<p>\x1b]0;x\x07一\u202e\u009b31m二</p>", "題|一二"},
		"marks without their own": {"", "<div>✅</div><div>直す。</div><div>公開日：</div><div>2025/03/04</div><p>💡</p>", "✅ 直す。|公開日： 2025/03/04|💡"},
	} {
		if got := strings.ReplaceAll(page.Fragment(tt.title, tt.html, ""), "\n", "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// feedHTML is about 1 KB of a feed's HTML.
const feedHTML = `<p>港町市は4日、老朽化した「みなと大橋」の修理を年内に終えるための補正予算案をまとめた。市議会の3月定例会に提出する。</p>
<p><img src="https://news.example.jp/i/bridge.jpg" alt="みなと大橋" width="640" height="360"/></p>
<p>予算案は<b>橋脚の補強</b>に12億円、路面の舗装に3億円を<a href="https://news.example.jp/budget">計上した</a>。財源には、国の交付金と市の積立金を充てる。</p>
<ul><li>✅ 市は橋の修理を年内に終えると説明した。</li><li>✅ 漁協は橋の修理に反対した。</li></ul>
<p>さらに読む ⇒<a href="https://news.example.jp/1">港町新聞</a>出典/画像元:</p>
<p>市長は記者会見で、橋と港の工事を同時に進める考えを示した。<br/>工事の期間中は片側の通行が続く。</p>`

func BenchmarkFragment(b *testing.B) {
	b.SetBytes(int64(len(feedHTML)))
	for b.Loop() {
		page.Fragment("みなと大橋の修理、年内完了へ", feedHTML, "https://news.example.jp/")
	}
}

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"article-ja.html", "digest.html"} {
		source, err := os.ReadFile("testdata/" + name)
		if err != nil {
			b.Fatal(err)
		}
		// 60 KB: a page's scripts, and its text three times over.
		text := strings.Replace(string(source), "</head>", "<script>"+strings.Repeat("var a = {b: 1, c: 'x'};\n", 1700)+"</script></head>", 1)
		text = strings.Replace(text, "<p class", strings.Repeat("<p>市長は記者会見で、橋と港の工事を<a href='/x'>同時に進める</a>考えを示した。</p>\n", 100)+"<p class", 1)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := page.Parse([]byte(text), "text/html", "https://news.example.jp/"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
