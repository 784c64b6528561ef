package model

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// ProblemCode names what was wrong with something that a person gave.
type ProblemCode string

// The problems of files, folders, lexicons, the web and the library.
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
	ProblemConfig     ProblemCode = "config"    // a fault in the configuration

	ProblemAddress   ProblemCode = "address"    // no address of the web
	ProblemPrivate   ProblemCode = "private"    // a loopback, private or link-local address
	ProblemOffline   ProblemCode = "offline"    // no connection: name, network, TLS
	ProblemTimeout   ProblemCode = "timeout"    // the server took too long
	ProblemStatus    ProblemCode = "status"     // the server refused; Err says with which status
	ProblemRedirects ProblemCode = "redirects"  // too many redirects
	ProblemNoArticle ProblemCode = "no_article" // a page without an article
	ProblemNoFeed    ProblemCode = "no_feed"    // no feed in any format known
	ProblemFeedList  ProblemCode = "feed_list"  // a fault in an OPML file

	ProblemLibrary      ProblemCode = "library"       // not a library, or a damaged one
	ProblemNewerLibrary ProblemCode = "newer_library" // made by a newer program
	ProblemBusy         ProblemCode = "busy"          // another process holds the library
	ProblemExists       ProblemCode = "exists"        // a file that would be overwritten
	ProblemFull         ProblemCode = "full"          // no room on the disk
	ProblemUnknown      ProblemCode = "unknown"       // no digest, feed or saved filter of that name
	ProblemCorrections  ProblemCode = "corrections"   // a fault in a file of corrections
)

// Problem is an error about something that a person gave, with what they need
// to mend it: a file, an address, a library. The interface says it in the
// reader's language; Error is English.
type Problem struct {
	Code ProblemCode
	Path string // or address, fit to be shown
	Line int    // 1-based, 0 when it is not about a line
	Key  string // the key of a lexicon, configuration or gold row
	Want string // what was expected there
	Err  error  // the cause, may be nil
}

// FileProblem returns an error of reading the file at path, which must be fit to
// be shown, as a problem. Its cause does not name the path again.
func FileProblem(path string, err error) *Problem {
	var named *fs.PathError
	if errors.As(err, &named) {
		err = named.Err
	}
	p := &Problem{Code: ProblemUnreadable, Path: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Code = ProblemNotFound
	case errors.Is(err, fs.ErrPermission):
		p.Code = ProblemPermission
	case errors.Is(err, fs.ErrExist):
		p.Code = ProblemExists
	}
	return p
}

// AsProblem returns an error as a problem of what is at path: itself where it is
// one.
func AsProblem(path string, err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	return &Problem{Code: ProblemUnreadable, Path: path, Err: err}
}

// Detail returns what the cause adds to the code, "" where the code says it all.
func (p *Problem) Detail() string {
	if p.Err == nil || p.Code == ProblemNotFound || p.Code == ProblemPermission || p.Code == ProblemExists {
		return ""
	}
	return p.Err.Error()
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
	if d := p.Detail(); d != "" {
		b.WriteString(": " + d)
	}
	return b.String()
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }
