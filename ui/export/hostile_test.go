package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/uitest"
)

// hostile is made of what means something in one of the formats.
var hostile = rapid.StringOfN(rapid.OneOf(
	rapid.RuneFrom([]rune("<>&\"'`|[](){}*_~#!\\^:;,=+-@/%$ \t\r\n\x00\x1b\u0085\u2028\u202e\ufeff停戦「」、。💡a1")),
	rapid.Rune(),
), 0, 24, -1)

// word is hostile text that the program takes as an ID: without spaces or commas.
var word = rapid.Map(hostile, func(s string) string {
	return "x" + strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == ',' || r < ' ' {
			return -1
		}
		return r
	}, s)
})

// hostileView returns a view whose every text is hostile, and its statements.
func hostileView(t *rapid.T) export.View {
	statements := uitest.Statements()[:rapid.IntRange(1, 4).Draw(t, "n")]
	lex := uitest.Lexicon()
	lex.Name.EN = hostile.Draw(t, "conflict")
	for i := range lex.Actors {
		lex.Actors[i].Name.EN = hostile.Draw(t, "actor")
		lex.Actors[i].ID += model.ActorID(word.Draw(t, "id"))
	}
	for i := range lex.Topics {
		lex.Topics[i].Name.EN, lex.Topics[i].Proposition.EN = hostile.Draw(t, "topic"), hostile.Draw(t, "proposition")
	}
	for i := range statements {
		s := &statements[i]
		s.Actor = lex.Actors[rapid.IntRange(0, len(lex.Actors)-1).Draw(t, "who")].ID
		s.Text, s.Speaker, s.Outlet = hostile.Draw(t, "text"), hostile.Draw(t, "speaker"), hostile.Draw(t, "outlet")
		s.URL = rapid.SampledFrom([]string{"https://example.com/", "javascript:alert(1)//", "data:text/html,", ""}).Draw(t, "scheme") + hostile.Draw(t, "url")
		s.Digest = word.Draw(t, "digest")
	}
	v := viewOf(model.English, nil, model.Filter{})
	v.Look.Lexicon = lex
	v.Comparison = model.Compare(lex, statements, model.Filter{})
	v.Filter = model.Filter{Text: hostile.Draw(t, "filter")} // as a person may type it
	return v
}

func writeHostile(t *rapid.T, format string, v export.View) string {
	var b bytes.Buffer
	if err := export.Write(t.Context(), &b, format, v); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

// shown returns text as it is read in a page: spaces are one, NUL has a sign.
func shown(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\x00", "\ufffd")), " ")
}

func TestHostileHTML(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		v := hostileView(r)
		page := writeHostile(r, export.HTML, v)
		var want []string
		for _, row := range v.Comparison.Rows {
			for _, p := range row.Cells {
				for _, s := range p.Evidence.All() {
					want = append(want, shown(model.StripMark(s.Text)))
				}
			}
		}
		for i, q := range nodes(t, page, "q") {
			if got := textOf(q); i >= len(want) || got != want[i] {
				r.Fatalf("sentence %d is %q, want %q", i, got, want)
			}
		}
		for _, n := range nodes(t, page, "") {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://example.com/") {
					r.Fatalf("<%s %s=%q>", n.Data, a.Key, a.Val)
				}
			}
			if n.Data == "script" || n.Data == "img" || n.Data == "iframe" {
				r.Fatalf("<%s>", n.Data)
			}
		}
	})
}

func TestHostileXML(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		v := hostileView(r)
		for _, v.Picture = range export.Pictures {
			wellFormed(t, writeHostile(r, export.SVG, v))
		}
		text := writeHostile(r, export.GraphML, v)
		wellFormed(t, text)
		if strings.Count(text, "<node ") != 4+6 {
			r.Fatalf("nodes in %s", text)
		}
	})
}

func TestHostileRecords(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		v := hostileView(r)
		for format, sentence := range map[string]int{export.CSV: 5, export.DNA: 8} {
			in := csv.NewReader(strings.NewReader(strings.TrimPrefix(writeHostile(r, format, v), "\ufeff")))
			if format == export.DNA {
				in.Comma = ';'
			}
			if _, err := in.Read(); err != nil {
				r.Fatal(err)
			}
			for i, s := range v.Comparison.Selected.All() {
				row, err := in.Read()
				if err != nil {
					r.Fatal(err)
				}
				bare := strings.NewReplacer("\r", "", "\n", "")
				if got, want := bare.Replace(row[sentence]), bare.Replace(model.StripMark(s.Text)); strings.TrimPrefix(got, "'") != strings.TrimPrefix(want, "'") {
					r.Fatalf("%s: sentence %d is %q, want %q", format, i, got, want)
				}
				for _, cell := range row {
					if cell != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(cell)[0]) {
						r.Fatalf("%s: a spreadsheet would run %q", format, cell)
					}
				}
			}
			if _, err := in.Read(); err != io.EOF {
				r.Fatalf("%s: more rows than statements: %v", format, err)
			}
		}
	})
}

func TestHostileJSON(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		v := hostileView(r)
		var got struct {
			Statements []struct{ Sentence, URL string }
		}
		if err := json.Unmarshal([]byte(writeHostile(r, export.JSON, v)), &got); err != nil {
			r.Fatal(err)
		}
		for i, s := range v.Comparison.Selected.All() {
			if got.Statements[i].Sentence != s.Text || got.Statements[i].URL != s.URL {
				r.Fatalf("%+v, want %+v", got.Statements[i], s)
			}
		}
	})
}

var (
	escaped  = regexp.MustCompile(`\\.`)
	footnote = regexp.MustCompile(`^\[\^\d+\]: `)
	ours     = regexp.MustCompile(`\[\^\d+\]|\*\*|\[[^\[\]]*\]\(https://example\.com/[^ ()<>|]*\)`)
)

// TestHostileMarkdown checks that each line is what it is meant to be, and that no
// sign of others keeps its meaning.
func TestHostileMarkdown(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		v := hostileView(r)
		lines := strings.Split(strings.TrimSuffix(writeHostile(r, export.Markdown, v), "\n"), "\n")
		rows, notes := 0, 0
		for i, line := range lines {
			bare := escaped.ReplaceAllString(line, "e") // a letter, so that what it stood between stays apart
			switch {
			case strings.HasPrefix(line, "| "):
				rows++
				if n := strings.Count(bare, "|"); n != 4+2+1 {
					r.Fatalf("%d bars in %q", n, line)
				}
				bare = strings.ReplaceAll(bare, "|", "")
			case footnote.MatchString(line):
				notes++
			case i > 0 && line != "" && !strings.HasSuffix(line, "  ") && !strings.HasPrefix(line, "Signs: "):
				r.Fatalf("a line of others: %q", line)
			}
			if bare = ours.ReplaceAllString(bare, ""); i > 0 && strings.ContainsAny(bare, "|*_`<>[]~#!\\&\r") || strings.Contains(bare, "://") {
				r.Fatalf("a sign keeps its meaning in %q: %q", line, bare)
			}
		}
		want := 0
		for _, row := range v.Comparison.Rows {
			for _, p := range row.Cells {
				want += min(p.Counts.Total(), 3)
			}
		}
		if rows != 2+6 || notes != want {
			r.Fatalf("%d rows, %d notes, want %d", rows, notes, want)
		}
	})
}
