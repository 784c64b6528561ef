package model

import (
	"fmt"
	"strings"
)

// ProblemCode names what was wrong with something that a person gave.
type ProblemCode string

// The problems of files, folders and lexicons.
const (
	ProblemNotFound   ProblemCode = "not_found"
	ProblemPermission ProblemCode = "permission"
	ProblemUnreadable ProblemCode = "unreadable" // any other read error
	ProblemNotAFile   ProblemCode = "not_a_file" // a pipe or a device
	ProblemEmpty      ProblemCode = "empty"
	ProblemBinary     ProblemCode = "binary"
	ProblemTooLarge   ProblemCode = "too_large"
	ProblemNoDigest   ProblemCode = "no_digest" // text, but nothing that could be coded
	ProblemNoFiles    ProblemCode = "no_files"  // a folder without .txt or .md
	ProblemLexicon    ProblemCode = "lexicon"   // a fault in a lexicon file
	ProblemGold       ProblemCode = "gold"      // a fault in a gold file
)

// Problem is an error about something that a person gave, with what they need
// to mend it. The interface says it in the reader's language; Error is English.
type Problem struct {
	Code ProblemCode
	Path string // fit to be shown
	Line int    // 1-based, 0 when it is not about a line
	Key  string // the key of a lexicon or gold row
	Want string // what was expected there
	Err  error  // the cause, may be nil
}

// Error returns the problem in English as "path:line: key: what".
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Path)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	if p.Key != "" {
		b.WriteString(": " + p.Key)
	}
	b.WriteString(": " + strings.ReplaceAll(string(p.Code), "_", " "))
	if p.Want != "" {
		b.WriteString(": expected " + p.Want)
	}
	if p.Err != nil {
		b.WriteString(": " + p.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }
