package columns

import (
	"testing"

	"tachiba/model"
)

// counted reads statements that it makes, and counts how many.
type counted struct{ reads int }

func (c *counted) Statement(l *model.Ledger, e model.Entry) model.Statement {
	c.reads++
	return model.Statement{
		Digest: "d", Sentence: int(e.Key), Text: "市長は、橋の修理を年内に終えると説明し、通行料は取らない方針を改めて示した。", Actor: l.Actors[e.Actor],
		Topic: l.Topics[e.Topic], Stance: e.StanceOf(), Date: e.Date, Speaker: "市長", Outlet: "港町新聞", Cue: "終える", Confidence: 0.9,
	}
}

func (c *counted) Matching(*model.Ledger, string) func(*model.Entry) bool { return nil }

// large returns the view of a topic on which each actor has n statements, perDay
// of them on each day.
func large(n, perDay, w, h int) (*Model, *counted) {
	l := newLook(model.Japanese, false)
	reader := &counted{}
	ledger := &model.Ledger{Digests: []string{"d"}, Outlets: []string{""}, Topics: []model.TopicID{"repair"}, Since: 1, Reader: reader}
	for _, a := range l.Lexicon.Actors {
		ledger.Actors = append(ledger.Actors, a.ID)
	}
	for i := range n {
		for a := range ledger.Actors {
			ledger.Entries = append(ledger.Entries, model.Entry{
				Key: int64(len(ledger.Entries)), Date: model.Date(20250000 - i/perDay), Actor: uint16(a), Stance: uint8((i + a) % 3), Confidence: 0.9,
			})
		}
	}
	m := viewOf(l, w, h, nil)
	m.SetComparison(ledger.Compare(l.Lexicon, model.Filter{}))
	m.Show("repair", "CITY", nil)
	return m, reader
}

// TestReadsWhatIsInSight holds that no key reads more of a large column than the
// screen shows, in every order and place.
func TestReadsWhatIsInSight(t *testing.T) {
	const most = 3 * 4 * 80 / 3 // three screens of cards of three lines in four columns
	for _, perDay := range []int{1, 7, 50_000} {
		for _, order := range []string{"packed", "aligned"} {
			m, reader := large(50_000, perDay, 300, 80)
			if order == "aligned" {
				press(m, "=")
			}
			for _, name := range []string{"j", "G", "k", "pgup", "right", "pgdown", "g", "tab", "space"} {
				reader.reads = 0
				press(m, name)
				m.View()
				if reader.reads == 0 || reader.reads > most {
					t.Errorf("%d a day, %s, %s: %d statements read", perDay, order, name, reader.reads)
				}
			}
		}
	}
}

func TestHiddenViewIsFree(t *testing.T) {
	m, reader := large(50_000, 7, 300, 80)
	press(m, "=", "G")
	reader.reads = 0
	m.SetComparison(m.comparison)
	m.SetSize(120, 35)
	if reader.reads > 0 || m.memo.grid != nil {
		t.Errorf("%d statements read before the view is drawn", reader.reads)
	}
}

func BenchmarkKey(b *testing.B) {
	for _, order := range []string{"packed", "aligned"} {
		b.Run(order, func(b *testing.B) {
			m, _ := large(50_000, 7, 300, 80)
			if order == "aligned" {
				press(m, "=")
			}
			press(m, "G", "k", "k")
			for b.Loop() {
				press(m, "k")
				m.View()
			}
		})
	}
}

// BenchmarkAlign is the first frame of a topic that was never aligned.
func BenchmarkAlign(b *testing.B) {
	m, _ := large(50_000, 7, 300, 80)
	for b.Loop() {
		m.memo, m.aligned = &memo{}, false
		press(m, "=")
		m.View()
	}
}
