// Package sample holds the digests that are shown when the reader names none.
// They restate, in words of their own, what the named sources reported;
// gold.jsonl holds the statements in them, coded by hand.
package sample

import (
	"embed"
	"path"
	"strings"
)

//go:embed digests
var files embed.FS

// Text is one sample digest as stored.
type Text struct {
	ID   string // the file's name without its extension
	Name string // the file's name, fit to be shown
	Body string // its text in the digest layout, UTF-8
}

// Texts returns the sample digests in the order of their dates, oldest first.
func Texts() []Text {
	entries, err := files.ReadDir("digests") // sorted by name, which starts with the date
	if err != nil {
		panic(err) // the folder is compiled in
	}
	texts := make([]Text, 0, len(entries))
	for _, e := range entries {
		body, err := files.ReadFile(path.Join("digests", e.Name()))
		if err != nil {
			panic(err)
		}
		texts = append(texts, Text{
			ID:   strings.TrimSuffix(e.Name(), path.Ext(e.Name())),
			Name: e.Name(),
			Body: string(body),
		})
	}
	return texts
}
