package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"tachiba/model"
)

// Article is a digest to keep.
type Article struct {
	Digest model.Digest // parsed from Text; its ID is a proposal
	Source string       // address, or absolute path
	Text   string       // cleaned
	Feed   int64        // that it came from, 0 for none
}

// Put keeps articles in one transaction. An article that is there already, by
// its source or by its text, is left as it is; with another text under the same
// source it replaces the old one, whose marks and corrections stay. One that the
// reader removed comes back when they add it, not when a feed does. It returns
// what became of each and under which ID.
func (s *Store) Put(ctx context.Context, articles []Article) ([]model.Outcome, []string, error) {
	outcomes, ids := make([]model.Outcome, len(articles)), make([]string, len(articles))
	err := s.write(ctx, func(t *tx) (err error) {
		for i := range articles {
			if outcomes[i], ids[i], err = t.put(&articles[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return outcomes, ids, err
}

// kept is a digest's row, as far as Put and Remove ask for it.
type kept struct {
	id      int64
	name    string
	hash    []byte
	date    model.Date
	removed int64
	text    bool // it is there: Purge did not forget it
}

const keptColumns = "SELECT id, name, hash, date, removed, EXISTS (SELECT 1 FROM body WHERE body.digest = digest.id) FROM digest "

func (t *tx) kept(where string, args ...any) (k kept, found bool, err error) {
	err = t.row(keptColumns+where, args...).Scan(&k.id, &k.name, &k.hash, &k.date, &k.removed, &k.text)
	if errors.Is(err, sql.ErrNoRows) {
		return k, false, nil
	}
	return k, err == nil, err
}

func (t *tx) put(a *Article) (model.Outcome, string, error) {
	hash := sha256.Sum256([]byte(a.Text))
	k, found, err := t.kept("WHERE source = ?", a.Source)
	if err != nil {
		return "", "", err
	}
	if !found {
		if k, found, err = t.kept("WHERE hash = ? ORDER BY removed LIMIT 1", hash[:]); err != nil {
			return "", "", err
		}
	}
	switch {
	case !found:
		return t.insert(a, hash[:])
	case k.removed != 0 && a.Feed != 0:
		return model.OutcomeGone, k.name, nil
	case !bytes.Equal(k.hash, hash[:]):
		return model.OutcomeReplaced, k.name, t.replace(k, a, hash[:])
	case !k.text:
		return model.OutcomeAdded, k.name, t.replace(k, a, hash[:])
	case k.removed != 0:
		return model.OutcomeAdded, k.name, t.restore(k.id)
	}
	return model.OutcomeSame, k.name, nil
}

func (t *tx) insert(a *Article, hash []byte) (model.Outcome, string, error) {
	name, err := t.freeName(a)
	if err != nil {
		return "", "", err
	}
	d := &a.Digest
	r, err := t.run(`INSERT INTO digest (name, source, hash, title, lead, lang, date, outlets, notes, own, sentences, parts, added, feed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))`, name, a.Source, hash, d.Title, d.Lead, d.Lang, d.Newest(),
		outlets(d), packed(d.Notes), packed(d.Own), len(d.Sentences), partsHash(d), t.store.now().Unix(), a.Feed)
	if err != nil {
		return "", "", err
	}
	id, err := r.LastInsertId()
	if err != nil {
		return "", "", err
	}
	if _, err := t.run("INSERT INTO body (digest, text) VALUES (?, ?)", id, a.Text); err != nil {
		return "", "", err
	}
	if err := t.insertParts(id, d); err != nil {
		return "", "", err
	}
	var corrected bool // a team's corrections may be there already
	err = t.row("SELECT EXISTS (SELECT 1 FROM correction WHERE digest = ?)", name).Scan(&corrected)
	if err == nil && corrected {
		err = t.settle(id)
	}
	return model.OutcomeAdded, name, err
}

// Known returns which of sources the library has, or had until they were removed.
func (s *Store) Known(ctx context.Context, sources []string) (map[string]bool, error) {
	known := map[string]bool{}
	err := s.read(ctx, func(q querier) error {
		for _, source := range sources {
			var there bool
			if err := q.QueryRow("SELECT EXISTS (SELECT 1 FROM digest WHERE source = ?)", source).Scan(&there); err != nil {
				return err
			}
			known[source] = there
		}
		return nil
	})
	return known, s.problem(err)
}

// freeName returns the article's proposed ID, or where another has it one that
// its source decides, so that every library gives it the same.
func (t *tx) freeName(a *Article) (string, error) {
	_, taken, err := t.kept("WHERE name = ?", a.Digest.ID)
	if err != nil || !taken {
		return a.Digest.ID, err
	}
	sum := sha256.Sum256([]byte(a.Source))
	return a.Digest.ID + "-" + hex.EncodeToString(sum[:4]), nil
}

func outlets(d *model.Digest) string { return strings.Join(d.Listing().Outlets, "\n") }

// partsHash returns the SHA-256 of what was parsed from a text.
func partsHash(d *model.Digest) []byte {
	parts := *d
	parts.ID, parts.Path = "", ""
	sum := sha256.Sum256([]byte(packed(parts)))
	return sum[:]
}

// packed returns numbers and strings as JSON, which always can be.
func packed(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// replace gives a kept digest another text. It is coded anew later; until then
// only what a person said of its sentences holds.
func (t *tx) replace(k kept, a *Article, hash []byte) error {
	if err := t.dropParts(k); err != nil {
		return err
	}
	d := &a.Digest
	_, err := t.run(`UPDATE digest SET source = ?, hash = ?, title = ?, lead = ?, lang = ?, date = ?, outlets = ?, notes = ?, own = ?, sentences = ?, parts = ?,
		removed = 0, coder = '' WHERE id = ?`, a.Source, hash, d.Title, d.Lead, d.Lang, d.Newest(), outlets(d), packed(d.Notes), packed(d.Own), len(d.Sentences), partsHash(d), k.id)
	if err != nil {
		return err
	}
	if _, err := t.run("INSERT OR REPLACE INTO body (digest, text) VALUES (?, ?)", k.id, a.Text); err != nil {
		return err
	}
	if err := t.insertParts(k.id, d); err != nil {
		return err
	}
	return t.settle(k.id)
}

// insertParts writes the parts of a digest and makes them searchable.
func (t *tx) insertParts(id int64, d *model.Digest) error {
	n := 0 // cards are numbered through the digest
	for i, sec := range d.Sections {
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
	for i, s := range d.Sentences {
		if _, err := t.run("INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?)", key(id, i), s.Line, string(s.Role), s.Section, s.Card, s.Text); err != nil {
			return err
		}
	}
	return t.index(id, d.Newest(), d.Sentences)
}

// pending is a sentence that is to be indexed.
type pending struct {
	key  int64
	text string
}

// maxPending is how many sentences wait to be indexed at most.
const maxPending = 50_000

// index makes sentences searchable at the end of the transaction: FTS5 gathers
// what comes in one go in memory, and would write it out at each statement
// between that opens a savepoint.
func (t *tx) index(id int64, date model.Date, sentences []model.Sentence) error {
	for i, s := range sentences {
		t.pending = append(t.pending, pending{searchKey(date, key(id, i)), s.Text})
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
		if _, err := t.run("INSERT INTO search (rowid, pairs) VALUES (?, ?)", p.key, document(p.text)); err != nil {
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
