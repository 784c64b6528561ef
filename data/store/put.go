package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"

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
	outcomes, ids, prepared := make([]model.Outcome, len(articles)), make([]string, len(articles)), make([]*parts, len(articles))
	for i := range articles {
		prepared[i] = partsOf(&articles[i].Digest)
		prepared[i].documents = documents(articles[i].Digest.Sentences)
	}
	err := s.write(ctx, func(t *tx) (err error) {
		for i := range articles {
			if outcomes[i], ids[i], err = t.put(&articles[i], prepared[i]); err != nil {
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

func (t *tx) put(a *Article, p *parts) (model.Outcome, string, error) {
	hash := sha256.Sum256([]byte(a.Text))
	k, found, err := t.kept("WHERE source = ?1 OR hash = ?2 ORDER BY source = ?1 DESC, removed LIMIT 1", a.Source, hash[:])
	if err != nil {
		return "", "", err
	}
	switch {
	case !found:
		return t.insert(a, p, hash[:])
	case k.removed != 0 && a.Feed != 0:
		return model.OutcomeGone, k.name, nil
	case !bytes.Equal(k.hash, hash[:]):
		return model.OutcomeReplaced, k.name, t.replace(k, a, p, hash[:])
	case !k.text:
		return model.OutcomeAdded, k.name, t.replace(k, a, p, hash[:])
	case k.removed != 0:
		return model.OutcomeAdded, k.name, t.restore(k.id)
	}
	return model.OutcomeSame, k.name, nil
}

func (t *tx) insert(a *Article, p *parts, hash []byte) (model.Outcome, string, error) {
	name, err := t.freeName(a)
	if err != nil {
		return "", "", err
	}
	r, err := t.run("INSERT INTO digest ("+columns+", name, source, hash, added, feed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))",
		append(p.values(), name, a.Source, hash, t.store.now().Unix(), a.Feed)...)
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
	if err := t.insertParts(id, p); err != nil {
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

// replace gives a kept digest another text. It is coded anew later; until then
// only what a person said of its sentences holds.
func (t *tx) replace(k kept, a *Article, p *parts, hash []byte) error {
	if err := t.setParts(k, p); err != nil {
		return err
	}
	if _, err := t.run("UPDATE digest SET source = ?, hash = ?, removed = 0, coder = '' WHERE id = ?", a.Source, hash, k.id); err != nil {
		return err
	}
	if _, err := t.run("INSERT OR REPLACE INTO body (digest, text) VALUES (?, ?)", k.id, a.Text); err != nil {
		return err
	}
	return t.settle(k.id)
}
