package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strings"

	"tachiba/model"
)

// parts is a digest as the tables have it. It is made before a transaction
// begins: others wait for that to end.
type parts struct {
	*model.Digest
	hash                []byte // SHA-256 of what was parsed from the text
	outlets, notes, own string
	documents           []string // of the sentences, for the index; made when they are needed, or before
}

func partsOf(d *model.Digest) *parts {
	parsed := *d
	parsed.ID, parsed.Path = "", ""
	sum := sha256.Sum256([]byte(packed(parsed)))
	return &parts{
		Digest: d, hash: sum[:], outlets: strings.Join(d.Listing().Outlets, "\n"), notes: packed(d.Notes), own: packed(d.Own),
	}
}

// columns are the names of a digest's columns that come from its parts, as
// values has them.
const columns = "title, lead, lang, date, outlets, notes, own, sentences, parts"

func (p *parts) values() []any {
	return []any{p.Title, p.Lead, p.Lang, p.Newest(), p.outlets, p.notes, p.own, len(p.Sentences), p.hash}
}

// documents returns what the index holds of sentences.
func documents(sentences []model.Sentence) []string {
	out := make([]string, len(sentences))
	for i, s := range sentences {
		out[i] = document(s.Text)
	}
	return out
}

// packed returns numbers and strings as JSON, which always can be.
func packed(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// setParts replaces the parts of a kept digest.
func (t *tx) setParts(k kept, p *parts) error {
	if err := t.dropParts(k); err != nil {
		return err
	}
	if _, err := t.run("UPDATE digest SET ("+columns+") = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?", append(p.values(), k.id)...); err != nil {
		return err
	}
	return t.insertParts(k.id, p)
}

// insertParts writes the parts of a digest and makes them searchable.
func (t *tx) insertParts(id int64, p *parts) error {
	n := 0 // cards are numbered through the digest
	for i, sec := range p.Sections {
		if _, err := t.run("INSERT INTO section VALUES (?, ?, ?, ?)", key(id, i), sec.Heading, sec.Question, sec.Answer); err != nil {
			return err
		}
		for _, c := range sec.Cards {
			if _, err := t.run("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)", key(id, n), i, c.Title, c.Outlet, c.URL, c.Published, c.Line, c.OffTopic); err != nil {
				return err
			}
			n++
		}
	}
	for i, s := range p.Sentences {
		if _, err := t.run("INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?)", key(id, i), s.Line, string(s.Role), s.Section, s.Card, s.Text); err != nil {
			return err
		}
	}
	if p.documents == nil {
		p.documents = documents(p.Sentences)
	}
	return t.index(id, p.Newest(), p.documents)
}

// pending is a sentence that is to be indexed.
type pending struct {
	key      int64
	document string
}

// maxPending is how many sentences wait to be indexed at most.
const maxPending = 50_000

// index makes sentences searchable at the end of the transaction: FTS5 gathers
// what comes in one go in memory, and would write it out at each statement
// between that opens a savepoint.
func (t *tx) index(id int64, date model.Date, documents []string) error {
	for i, d := range documents {
		t.pending = append(t.pending, pending{searchKey(date, key(id, i)), d})
	}
	if len(t.pending) < maxPending {
		return nil
	}
	return t.indexPending()
}

// indexPending indexes in the order of keys: at each that is less than the one
// before, FTS5 writes out what it has gathered.
func (t *tx) indexPending() error {
	slices.SortFunc(t.pending, func(a, b pending) int { return cmp.Compare(a.key, b.key) })
	for _, p := range t.pending {
		if _, err := t.run("INSERT INTO search (rowid, pairs) VALUES (?, ?)", p.key, p.document); err != nil {
			return err
		}
	}
	t.pending = t.pending[:0]
	return nil
}

// dropParts removes the parts of a digest and what was coded in them.
func (t *tx) dropParts(k kept) error {
	if err := t.unindex(k); err != nil {
		return err
	}
	if err := t.setCodes(k.id, packCodes(nil)); err != nil {
		return err
	}
	for _, query := range []string{
		"DELETE FROM section WHERE id BETWEEN ? AND ?", "DELETE FROM card WHERE id BETWEEN ? AND ?",
		"DELETE FROM sentence WHERE id BETWEEN ? AND ?", "DELETE FROM statement WHERE sentence BETWEEN ? AND ?",
	} {
		if _, err := t.run(query, key(k.id, 0), key(k.id, maxParts-1)); err != nil {
			return err
		}
	}
	return nil
}

// unindex takes a digest out of the search index.
func (t *tx) unindex(k kept) error {
	if k.removed != 0 {
		return nil
	}
	t.pending = slices.DeleteFunc(t.pending, func(p pending) bool { return digestOf(sentenceKey(p.key)) == k.id })
	_, err := t.run("DELETE FROM search WHERE rowid BETWEEN ? AND ?", searchKey(k.date, key(k.id, 0)), searchKey(k.date, key(k.id, maxParts-1)))
	return err
}
