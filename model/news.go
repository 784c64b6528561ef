package model

// Shift is a position that is another than it was at the last visit.
type Shift struct {
	Actor    ActorID
	Topic    TopicID
	From, To Stance    // From may be NoEvidence: the position is new
	Evidence Statement // the newest of the new statements
}

// Shifts returns the positions that new statements changed, in the order of the
// lexicon.
func (l *Ledger) Shifts(lex *Lexicon) []Shift {
	before := *l
	before.Entries = nil
	for i := range l.Entries {
		if !l.New(&l.Entries[i]) {
			before.Entries = append(before.Entries, l.Entries[i])
		}
	}
	was, is := before.Compare(lex, Filter{}), l.Compare(lex, Filter{})
	fresh := l.Compare(lex, Filter{New: true})
	var out []Shift
	for i, row := range is.Rows {
		for j, p := range row.Cells {
			from := was.Rows[i].Cells[j].Stance
			if evidence := fresh.Rows[i].Cells[j].Evidence; from != p.Stance && evidence.Len() > 0 {
				out = append(out, Shift{Actor: is.Actors[j].ID, Topic: row.Topic.ID, From: from, To: p.Stance, Evidence: evidence.At(0)})
			}
		}
	}
	return out
}
