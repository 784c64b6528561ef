package model

import "time"

// Feed is a feed that the reader subscribed to.
type Feed struct {
	URL     string
	Title   string
	Site    string   // the address of the site, "" unknown
	Folder  []string // names of folders, outermost first
	Fetched time.Time
	Problem *Problem // of the last fetch, nil when all was well
	Digests int      // in the library
}

// Finding is a fault that doctor found in a library.
type Finding struct {
	Code   FindingCode
	Count  int
	Detail string // what the database said of it
}

// FindingCode names the kind of a Finding.
type FindingCode string

// The kinds of findings. All but FindingDamaged are mended by indexing anew.
const (
	FindingDamaged  FindingCode = "damaged"  // the file itself
	FindingSearch   FindingCode = "search"   // sentences that the index lacks or has too many
	FindingCodes    FindingCode = "codes"    // digests whose statements do not fit what is kept of them
	FindingCells    FindingCode = "cells"    // positions that do not fit the statements
	FindingOrphaned FindingCode = "orphaned" // parts without their digest
)
