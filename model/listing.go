package model

import "slices"

// Listing is a digest as a list shows it.
type Listing struct {
	ID         string
	Title      string
	Source     string // path or address that it came from, fit to be shown
	Date       Date   // Digest.Newest
	Outlets    []string
	Notes      int
	Statements int
	Kept       bool // in a library, which remembers what follows
	Read       bool
	Starred    bool
	New        bool // came since the last visit
}

// Listing returns how a list shows the digest; the number of statements and what
// a person did with it are left to the caller.
func (d *Digest) Listing() Listing {
	l := Listing{ID: d.ID, Title: d.Title, Source: d.Path, Date: d.Newest(), Notes: len(d.Notes)}
	if name := OutletName(d.Own.Outlet, d.Own.URL); name != "" {
		l.Outlets = append(l.Outlets, name)
	}
	for _, sec := range d.Sections {
		for _, c := range sec.Cards {
			if name := OutletName(c.Outlet, c.URL); name != "" && !c.OffTopic && !slices.Contains(l.Outlets, name) {
				l.Outlets = append(l.Outlets, name)
			}
		}
	}
	return l
}
