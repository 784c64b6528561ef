package columns

import (
	"testing"

	"tachiba/model"
	"tachiba/ui/uitest"
)

func staying() Model {
	l, k := uitest.Look(model.English, false)
	m := New(l, k)
	m.SetSize(120, 30)
	return m
}

// TestActorStays takes other actors out: the cursor stays on its own.
func TestActorStays(t *testing.T) {
	m := staying()
	lex := uitest.Lexicon()
	ledger := model.NewLedger(uitest.Statements())
	m.SetComparison(ledger.Compare(lex, model.Filter{}))
	m.Show("toll", "PORT", nil)
	m.SetComparison(ledger.Compare(lex, model.Filter{Actors: []model.ActorID{"PORT", "FISH"}}))
	if m.Actor() != "PORT" {
		t.Errorf("the cursor was on PORT, a filter that keeps it puts it on %s", m.Actor())
	}
}

// TestCardStays adds a newer statement: the cursor stays on its own, else a correction
// would be of another one.
func TestCardStays(t *testing.T) {
	m := staying()
	lex := uitest.Lexicon()
	s := uitest.Statements()
	m.SetComparison(model.NewLedger(s).Compare(lex, model.Filter{}))
	m.Show("repair", "CITY", nil)
	was, _ := m.Statement()
	more := s[1]
	more.Date, more.Digest, more.Text = 20250601, "new", "newer"
	m.SetComparison(model.NewLedger(append(s, more)).Compare(lex, model.Filter{}))
	if now, _ := m.Statement(); now.Text != was.Text {
		t.Errorf("on %q, then a newer digest came: on %q", was.Text, now.Text)
	}
}

// TestFacingStays takes one of two out by a filter that is undone.
func TestFacingStays(t *testing.T) {
	m := staying()
	lex := uitest.Lexicon()
	ledger := model.NewLedger(uitest.Statements())
	m.SetComparison(ledger.Compare(lex, model.Filter{}))
	m.Show("toll", "CITY", []model.ActorID{"CITY", "PORT"})
	m.SetComparison(ledger.Compare(lex, model.Filter{Actors: []model.ActorID{"CITY"}}))
	m.SetComparison(ledger.Compare(lex, model.Filter{})) // undone
	if !m.facing() {
		t.Errorf("a filter, undone, leaves %v of CITY and PORT; Back takes it for a choice: %v", m.picked, m.Back())
	}
}
