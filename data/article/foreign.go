package article

import (
	"bytes"
	"encoding/json"
	"errors"

	"tachiba/model"
)

// What a person may take for an article: a feed, a list of feeds, a file of data.
var (
	errFeed = errors.New("a feed: subscribe to it with tachiba feed add")
	errOPML = errors.New("a list of feeds: read it with tachiba feed import")
	errData = errors.New("data, not a text")
)

// foreign returns the problem of bytes that are something else than an article,
// nil where they may be one.
func foreign(b []byte, shown string) *model.Problem {
	no := func(err error) *model.Problem {
		return &model.Problem{Code: model.ProblemNoArticle, Path: shown, Err: err}
	}
	start := bytes.ToLower(bytes.TrimLeft(b[:min(len(b), 1024)], "\ufeff \t\r\n"))
	if bytes.HasPrefix(start, []byte("<?xml")) {
		_, start, _ = bytes.Cut(start, []byte("?>"))
		start = bytes.TrimLeft(start, " \t\r\n")
	}
	switch {
	case bytes.HasPrefix(start, []byte("<rss")), bytes.HasPrefix(start, []byte("<feed")), bytes.HasPrefix(start, []byte("<rdf:rdf")):
		return no(errFeed)
	case bytes.HasPrefix(start, []byte("<opml")):
		return no(errOPML)
	case bytes.HasPrefix(start, []byte("{")), bytes.HasPrefix(start, []byte("[")):
		line, _, _ := bytes.Cut(bytes.TrimSpace(b), []byte("\n"))
		if json.Valid(bytes.TrimSpace(line)) || json.Valid(b) {
			return no(errData)
		}
	}
	return nil
}
