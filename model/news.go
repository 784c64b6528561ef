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
	is := l.Compare(lex, Filter{})
	var out []Shift
	for _, row := range is.Rows {
		for j, p := range row.Cells {
			if p.Moved() {
				out = append(out, Shift{Actor: is.Actors[j].ID, Topic: row.Topic.ID, From: p.Before, To: p.Stance, Evidence: p.Evidence.newest()})
			}
		}
	}
	return out
}
