package reader

import (
	"slices"
	"testing"

	"tachiba/ui/uitest"
)

// TestCursorStaysInSight scrolls through a digest in a low pane: the cursor is on a
// sentence that is seen wherever one that may carry statements is.
func TestCursorStaysInSight(t *testing.T) {
	m, ds := replacedPane(t)
	m.SetSize(40, 8)
	m.Show(&ds[0], uitest.Statements()[:2])
	for _, key := range []string{"G", "g", "j", "j", "j", "j", "j", "j", "j", "j", "k", "k", "k", "ctrl+f", "ctrl+b", "G", "k", "k"} {
		m.Update(uitest.Key(key))
		i, _ := m.sentence()
		coded := slices.ContainsFunc(m.rows[m.top:min(m.top+m.textHeight(), len(m.rows))], func(r row) bool {
			return slices.ContainsFunc(r.sentences, func(s int) bool { return ds[0].Sentences[s].Role.Coded() })
		})
		if coded && !m.inSight(i) {
			t.Errorf("after %s, sentence %d is out of sight of row %d", key, i, m.top)
		}
	}
}
