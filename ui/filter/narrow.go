package filter

import "tachiba/ui/romaji"

// row is an option that is shown: because the query finds it, or because it has a
// member that the query finds.
type row struct {
	option int
	match  romaji.Match // None for an actor that stands here for its members
}

// current returns the option under the cursor, -1 without any.
func (p *Picker) current() int {
	if p.at >= len(p.rows) {
		return -1
	}
	return p.rows[p.at].option
}

// narrow shows the options that the query finds. The cursor stays on the option
// kept while no other answers the query better; else it goes to the first that does.
func (p *Picker) narrow(kept int) {
	q := romaji.Parse(p.query.Value())
	p.rows = nil
	best, at := romaji.None, 0
	above := -1 // the actor whose members these are, while it is not shown itself
	for i, o := range p.options {
		m := q.Match(append([]string{o.Label, o.Reading, o.ID}, o.Alias...)...)
		if o.Depth == 0 {
			above = i
		}
		if m == romaji.None {
			continue
		}
		if o.Depth > 0 && above >= 0 {
			p.rows = append(p.rows, row{above, romaji.None})
		}
		above = -1
		p.rows = append(p.rows, row{i, m})
		if m > best || m == best && i == kept {
			best, at = m, len(p.rows)-1
		}
	}
	p.at = at
	p.scroll()
}
