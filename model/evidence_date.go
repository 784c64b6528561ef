package model

// Date returns the date of the statement at i, which must be in [0, Len). Of a
// ledger's statements it reads no text.
func (e Evidence) Date(i int) Date {
	if e.lead != nil {
		return e.lead().Date
	}
	return e.ledger.Entries[e.places[i]].Date
}
