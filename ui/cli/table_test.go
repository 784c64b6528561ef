package cli

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tachiba/ui/text"
)

func TestTableAligns(t *testing.T) {
	table := table{
		columns: []column{{title: "a"}, {title: "数", right: true}, {title: "文", wrap: true}, {title: "path", spare: true}},
		rows:    [][]string{{"米国", "7", "一二三四五六七八九十。", "somewhere/far/away.txt"}, {"x", "1234", "", "b.txt"}},
	}
	var full, narrow strings.Builder
	if err := table.writeText(&full, 0, "…"); err != nil {
		t.Fatal(err)
	}
	want := `a       数  文                      path
----  ----  ----------------------  ----------------------
米国     7  一二三四五六七八九十。  somewhere/far/away.txt
x     1234                          b.txt
`
	if diff := cmp.Diff(want, full.String()); diff != "" {
		t.Error(diff)
	}
	if err := table.writeText(&narrow, 24, "…"); err != nil {
		t.Fatal(err)
	}
	want = `a       数  文
----  ----  ------------
米国     7  一二三四五六
            七八九十。
x     1234
`
	if diff := cmp.Diff(want, narrow.String()); diff != "" {
		t.Error(diff)
	}
}

// Whatever the cells hold, no line is wider than the terminal or cut within a
// character, and with room enough nothing is lost.
func TestTableFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 7).Draw(t, "columns")
		cell := rapid.StringMatching(`[あ漢a1。「」 ]{0,30}`)
		var tb table
		for range n {
			tb.columns = append(tb.columns, column{
				title: cell.Draw(t, "title"), right: rapid.Bool().Draw(t, "right"), wrap: rapid.Bool().Draw(t, "wrap"), spare: rapid.Bool().Draw(t, "spare"),
			})
		}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			row := make([]string, n)
			for i := range row {
				row[i] = cell.Draw(t, "cell")
			}
			tb.rows = append(tb.rows, row)
		}
		width := rapid.IntRange(8, 100).Draw(t, "width")
		var b strings.Builder
		if err := tb.writeText(&b, width, "…"); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			if text.Width(line) > width || !utf8.ValidString(line) {
				t.Fatalf("%q takes %d cells of %d", line, text.Width(line), width)
			}
		}
	})
}

func TestCSV(t *testing.T) {
	var tr trial
	tr.run(t, "statements", "x", "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(tr.out.String())).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatal(rows, err)
	}
	if got := strings.Join(rows[0], " "); got != statementKeys {
		t.Errorf("header %q", got)
	}
	if got := rows[3][2]; got != "'=青は泥炭を|掘る*。" {
		t.Errorf("a formula gets through: %q", got)
	}
	tr = trial{}
	tr.run(t, "compare", "x", "--format", "csv")
	want := `topic,actor,stance,favor,against,conditional,newest,shifted
toll,RED,favor,1,1,0,2025-03-05,true
toll,BLUE,,0,0,0,,false
peat,RED,,0,0,0,,false
peat,BLUE,conditional,0,0,1,,false
`
	if diff := cmp.Diff(want, tr.out.String()); diff != "" {
		t.Error(diff)
	}
	tr = trial{}
	tr.run(t, "digests", "x", "--format", "csv")
	want = `id,newest,title,sections,cards,claims,statements,notes,path
one,2025-03-01,橋の題,1,2,1,3,1,one.txt
two,,空の題,0,0,0,0,0,two.txt
`
	if diff := cmp.Diff(want, tr.out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestMarkdown(t *testing.T) {
	var tr trial
	tr.run(t, "statements", "x", "--format", "md", "--lang", "en")
	want := `| Date | Actor | Stance | Topic | Sentence | Outlet | Digest:line |
| --- | --- | --- | --- | --- | --- | --- |
| 2025-03-01 | Redland | ▼ against | Bridge toll | 赤は通行料に反対した。 | [BBC](https://example.org/a_%28b%29) | one:11 |
| 2025-03-05 | Redland | ▲ favor | Bridge toll | 赤は通行料を認める。 | [BBC](https://example.org/a_%28b%29) | one:12 |
|  | Blueland | ◆ conditional | Peat | =青は泥炭を\|掘る\*。 |  | one:13 |
`
	if diff := cmp.Diff(want, tr.out.String()); diff != "" {
		t.Error(diff)
	}
}
