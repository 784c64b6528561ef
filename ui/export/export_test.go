package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/lang"
	"tachiba/ui/look"
	"tachiba/ui/style"
	"tachiba/ui/uitest"
)

// The words, which take long to load.
var printers = map[model.Lang]func() *lang.Printer{
	model.Japanese: sync.OnceValue(func() *lang.Printer { return lang.New(model.Japanese) }),
	model.English:  sync.OnceValue(func() *lang.Printer { return lang.New(model.English) }),
}

// viewOf returns a view of statements in a language.
func viewOf(l model.Lang, statements []model.Statement, f model.Filter) export.View {
	lex := uitest.Lexicon()
	return export.View{
		Look:       &look.Look{Theme: style.For(style.Choice{}), Printer: printers[l](), Lexicon: lex},
		Comparison: model.Compare(lex, statements, f), Filter: f, Digests: 3,
		Made: time.Date(2025, 5, 6, 0, 0, 0, 0, time.UTC),
	}
}

func write(t testing.TB, format string, v export.View) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(t.Context(), &b, format, v); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

// few selects a shift, all three stances and a cell without evidence.
var few = model.Filter{Actors: []model.ActorID{"CITY", "FISH"}, Topics: []model.TopicID{"repair", "harbour"}}

func TestMarkdown(t *testing.T) {
	want := `# Positions compared: The bridge

Selected: Actor City, Fishers; Topic Repair, Harbour works  
Read: 3 digests, 17 statements, 9 of them selected, 2025-03-04 to 2025-04-12.  
Made by tachiba on 2025-05-06  

| Topic | Proposition | City | Fishers |
| --- | --- | --- | --- |
| **Repair** | The bridge is mended this year | ▲ favor 3[^1][^2][^3] | ▼ against 2 ⇄[^4][^5][^6] |
| **Harbour works** | The harbour comes first | · no evidence | ▲ favor 2[^7][^8] |

Signs: ▲ favor, ▼ against, ◆ conditional, · no evidence, ⇄ changed over time Footnotes: at most 3 statements of each cell, the newest.

[^1]: ▲ favor 「市は修理を急ぐ。」 市 · 2025-03-04 · bridge-march:3
[^2]: ▲ favor 「今年のうちに直す。」 市 · [港町新聞](https://example.com/bridge/0304) · 2025-03-04 · bridge-march:6
[^3]: ▲ favor 「市長は、橋の修理を年内に終えると説明した。」 市長 · [港町新聞](https://example.com/bridge/0304) · 2025-03-04 · bridge-march:7
[^4]: ▼ against 「市と漁協の考えは大きく違う。」 漁協 · 2025-03-04 · bridge-march:2
[^5]: ▲ favor? 「組合長は港の工事を先にするよう重ねて求めた。」 組合長 · [みなとテレビ](https://example.com/bridge/0412) · 2025-04-12 · bridge-april:8
[^6]: ▼ against 「漁協は、港の工事が終わらないうちは橋の修理に応じられないとして、年内の着工に反対した。」 漁協 · [港町新聞](https://example.com/bridge/0304) · 2025-03-04 · bridge-march:8
[^7]: ▲ favor 「組合長は港の工事を先にするよう重ねて求めた。」 組合長 · [みなとテレビ](https://example.com/bridge/0412) · 2025-04-12 · bridge-april:8
[^8]: ▲ favor 「漁協は、港の工事が終わらないうちは橋の修理に応じられないとして、年内の着工に反対した。」 漁協 · [港町新聞](https://example.com/bridge/0304) · 2025-03-04 · bridge-march:8
`
	if diff := cmp.Diff(want, write(t, export.Markdown, viewOf(model.English, uitest.Statements(), few))); diff != "" {
		t.Error(diff)
	}
}

func TestCSV(t *testing.T) {
	f := model.Filter{Topics: []model.TopicID{"loan", "toll"}, Since: 20250401}
	got := write(t, export.CSV, viewOf(model.Japanese, uitest.Statements(), f))
	want := "\ufeff日付,主体,論点,命題,立場,文,話し手,媒体,アドレス,記事,行,確信度,判定\r\n" +
		"2025-04-12,市,通行料,橋で通行料を取る,反対,通行料をめぐって市と港湾局が対立した。,市,,,bridge-april,2,0.8,自動解析\r\n" +
		"2025-04-12,市,通行料,橋で通行料を取る,反対,市長は通行料に反対の考えを示し、住民投票で決めることも「排除しない」と述べた。,市長,みなとテレビ,https://example.com/bridge/0412,bridge-april,6,0.8,自動解析\r\n" +
		"2025-04-12,港湾局,借り入れ,費用を借り入れる,賛成,港湾局は、借り入れが認められるなら通行料を取らないとしている。,港湾局,みなとテレビ,https://example.com/bridge/0412,bridge-april,7,0.8,自動解析\r\n" +
		"2025-04-12,港湾局,通行料,橋で通行料を取る,条件付き,港湾局は、借り入れが認められるなら通行料を取らないとしている。,港湾局,みなとテレビ,https://example.com/bridge/0412,bridge-april,7,0.8,自動解析\r\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGuardedRows(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\ta": "'\ta", "\ra": "'\ra", "＝1": "'＝1", "a=1": "a=1", "": "",
	} {
		var b bytes.Buffer
		rows := export.NewRows(&b)
		if err := rows.Write([]string{"x", cell}); err != nil {
			t.Fatal(err)
		}
		rows.Flush()
		if got, err := csv.NewReader(&b).Read(); err != nil || got[1] != want {
			t.Errorf("%q becomes %q, want %q (%v)", cell, got, want, err)
		}
	}
}

func TestEventList(t *testing.T) {
	statements := uitest.Statements()[4:7] // against, favor, conditional
	statements[2].Date = 0
	statements[2].Digest = "other"
	r := csv.NewReader(strings.NewReader(write(t, export.DNA, viewOf(model.English, statements, model.Filter{}))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text", "person", "organization", "concept", "agreement", "conditional", "stance", "url", "line"},
		{"1", "2025-03-04 00:00:00", "1", "bridge-march", "", "港町新聞", "", "claim", "漁協は、港の工事が終わらないうちは橋の修理に応じられないとして、年内の着工に反対した。", "漁協", "Fishers", "The bridge is mended this year", "0", "0", "against", "https://example.com/bridge/0304", "8"},
		{"2", "2025-03-04 00:00:00", "1", "bridge-march", "", "港町新聞", "", "claim", "漁協は、港の工事が終わらないうちは橋の修理に応じられないとして、年内の着工に反対した。", "漁協", "Fishers", "The harbour comes first", "1", "0", "favor", "https://example.com/bridge/0304", "8"},
		{"3", "", "2", "other", "", "港町新聞", "", "narrative", "漁協の組合長は、通行料を取るなら修理を受け入れてもよいと述べた。", "組合長", "Fishers", "The bridge is mended this year", "", "1", "conditional", "https://example.com/bridge/0304", "10"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

func TestJSON(t *testing.T) {
	var got struct {
		MadeBy   string `json:"made_by"`
		Made     string
		Language string
		Filter   struct{ Actors, Topics, Stances []string }
		Digests  int
		Total    int
		Selected int
		Actors   []struct{ ID, Name string }
		Topics   []struct {
			ID, Name, Proposition string
			Divided               float64
			Cells                 map[string]struct {
				Stance  *string
				Counts  map[string]int
				Newest  *string
				Shifted bool
				History []struct {
					Date   string
					Counts map[string]int
				}
			}
		}
		Statements []struct{ Digest, Sentence, Actor, Stance, Origin string }
	}
	text := write(t, export.JSON, viewOf(model.Japanese, uitest.Statements(), few))
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if got.MadeBy != "tachiba" || got.Made != "2025-05-06" || got.Language != "ja" || got.Digests != 3 || got.Total != 17 || got.Selected != 9 ||
		!slices.Equal(got.Filter.Actors, []string{"CITY", "FISH"}) || got.Filter.Stances == nil {
		t.Errorf("head %+v", got)
	}
	if len(got.Actors) != 2 || got.Actors[1].Name != "漁業協同組合" || len(got.Topics) != 2 || got.Topics[0].Proposition != "橋を年内に直す" {
		t.Fatalf("actors %+v, topics %+v", got.Actors, got.Topics)
	}
	fish, city := got.Topics[0].Cells["FISH"], got.Topics[1].Cells["CITY"]
	if *fish.Stance != "against" || !fish.Shifted || fish.Counts["against"] != 2 || *fish.Newest != "2025-04-12" || len(fish.History) != 2 ||
		fish.History[1].Counts["conditional"] != 1 {
		t.Errorf("FISH on repair %+v", fish)
	}
	if city.Stance != nil || city.Newest != nil || city.History == nil {
		t.Errorf("CITY on harbour %+v", city)
	}
	if len(got.Statements) != 9 || got.Statements[0].Sentence != "組合長は港の工事を先にするよう重ねて求めた。" || got.Statements[0].Origin != "coder" {
		t.Errorf("statements %+v", got.Statements)
	}
	if strings.Index(text, `"CITY": {`) > strings.Index(text, `"FISH": {`) {
		t.Error("cells are not in the order of the actors")
	}
	none := write(t, export.JSON, viewOf(model.Japanese, nil, model.Filter{}))
	if err := json.Unmarshal([]byte(none), &got); err != nil {
		t.Error(err)
	}
}

// TestEveryFormat writes each format of a full and of an empty selection, in both
// languages.
func TestEveryFormat(t *testing.T) {
	for _, l := range []model.Lang{model.Japanese, model.English} {
		for _, c := range export.Choices(viewOf(l, nil, model.Filter{}).Look) {
			if strings.HasPrefix(c.Label, "export.") {
				t.Errorf("%s %s has no words in %s", c.Format, c.Picture, l)
			}
			for _, statements := range [][]model.Statement{uitest.Statements(), nil} {
				v := viewOf(l, statements, model.Filter{})
				v.Picture = c.Picture
				if text := write(t, c.Format, v); text == "" || strings.Contains(text, "export.") || strings.Contains(text, "%!") {
					t.Errorf("%s %s in %s: %q", c.Format, c.Picture, l, text)
				}
			}
		}
	}
}

func TestFileName(t *testing.T) {
	day := time.Date(2025, 5, 6, 23, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ format, picture, want string }{
		{export.Markdown, "", "tachiba-2025-05-06.md"},
		{export.CSV, "", "tachiba-2025-05-06.csv"},
		{export.DNA, "", "tachiba-2025-05-06-dna.csv"},
		{export.SVG, export.Timeline, "tachiba-2025-05-06-timeline.svg"},
		{export.SVG, "", "tachiba-2025-05-06-matrix.svg"},
	} {
		if got := export.FileName(tt.format, tt.picture, day); got != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.format, tt.picture, got, tt.want)
		}
	}
}

// reader counts what is read.
type reader struct {
	model.Reader
	read int
}

func (r *reader) Statement(l *model.Ledger, e model.Entry) model.Statement {
	r.read++
	return r.Reader.Statement(l, e)
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

// TestWriteStops checks that no statement is read for a file that can't be
// written any more.
func TestWriteStops(t *testing.T) {
	statements := slices.Repeat(uitest.Statements(), 300)
	disk := errors.New("no space left")
	for _, format := range []string{export.CSV, export.JSON, export.HTML, export.DNA} {
		v := viewOf(model.English, nil, model.Filter{})
		ledger := model.NewLedger(statements)
		r := &reader{Reader: ledger.Reader}
		ledger.Reader = r
		v.Comparison = ledger.Compare(v.Look.Lexicon, model.Filter{})
		if err := export.Write(t.Context(), broken{disk}, format, v); !errors.Is(err, disk) || r.read > 2000 {
			t.Errorf("%s: %v after %d statements", format, err, r.read)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		r.read = 0
		if err := export.Write(ctx, io.Discard, format, v); !errors.Is(err, context.Canceled) || r.read > 1 {
			t.Errorf("%s: %v after %d statements", format, err, r.read)
		}
		v.Fault = func() error { return disk }
		if err := export.Write(t.Context(), io.Discard, format, v); !errors.Is(err, disk) {
			t.Errorf("%s: %v for a statement that could not be read", format, err)
		}
	}
	v := viewOf(model.English, nil, model.Filter{})
	v.Picture = "nothing"
	for _, format := range []string{"xls", "", export.SVG} {
		if err := export.Write(t.Context(), io.Discard, format, v); err == nil {
			t.Errorf("%q with the picture %q is written", format, v.Picture)
		}
	}
}
