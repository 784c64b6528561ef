package palette

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tachiba/model"
	"tachiba/ui/uitest"
)

// TestNarrow holds that what a query finds is marked in whole characters, however much
// of a title is cut.
func TestNarrow(t *testing.T) {
	l, k := uitest.Look(model.Japanese, false)
	m := New(l, k, []Command{{ID: "x", Title: "export what is selected as 表計算 spreadsheet", Keys: "x", Group: "evidence", Alias: []string{"表計算ソフトの一覧"}}})
	for w := 16; w < 80; w++ {
		for _, query := range []string{"spreadsheet", "表計算", "一覧"} {
			m.SetSize(w, 24)
			m.query.SetValue(query)
			m.narrow()
			if v := m.View(); !utf8.ValidString(v) || strings.ContainsRune(v, utf8.RuneError) {
				t.Errorf("%d cells, %s: %q", w, query, v)
			}
		}
	}
}
