package model

// Move is a position that is another than it was at the last visit, by all of its
// statements. A Shift is between two dates, or two sources.
type Move struct {
	Actor    ActorID
	Topic    TopicID
	From, To Stance    // From may be NoEvidence: the position is new
	Evidence Statement // the newest of the new statements
}

// Moves returns the positions that new statements changed, in the order of the
// lexicon.
func (l *Ledger) Moves(lex *Lexicon) []Move {
	is := l.Compare(lex, Filter{})
	var out []Move
	for _, row := range is.Rows {
		for j, p := range row.Cells {
			if p.Moved() {
				out = append(out, Move{Actor: is.Actors[j].ID, Topic: row.Topic.ID, From: p.Before, To: p.Stance, Evidence: p.Evidence.newest()})
			}
		}
	}
	return out
}
