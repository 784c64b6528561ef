package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"tachiba/model"
)

// Uncoded is a digest that the present coder has not coded.
type Uncoded struct {
	ID   int64
	Name string
	Hash []byte // of the text that was read
	Path string
	Own  model.Card // of the article; see model.Digest
	Text string
}

// CountUncoded returns how many digests version has not coded.
func (s *Store) CountUncoded(ctx context.Context, version string) (n int, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT count(*) FROM digest WHERE coder <> ? AND removed = 0", version).Scan(&n)
	return n, s.problem(err)
}

// Uncoded returns up to limit digests with a key above after that version has
// not coded, in the order of their keys.
func (s *Store) Uncoded(ctx context.Context, version string, after int64, limit int) (list []Uncoded, err error) {
	err = each(s.db, func(rows *sql.Rows) error {
		var u Uncoded
		var own string
		if err := rows.Scan(&u.ID, &u.Name, &u.Hash, &u.Path, &own, &u.Text); err != nil {
			return err
		}
		list = append(list, u)
		return json.Unmarshal([]byte(own), &list[len(list)-1].Own)
	}, `SELECT id, name, hash, source, own, text FROM digest JOIN body ON body.digest = id
		WHERE coder <> ? AND removed = 0 AND id > ? ORDER BY id LIMIT ?`, version, after, limit)
	return list, s.problem(err)
}

// Coded is a digest with the statements that a coder found in it.
type Coded struct {
	Of         Uncoded
	Digest     model.Digest // parsed from its text
	Statements []model.Statement
}

// SetCoded keeps what version coded, in one transaction. What was replaced or
// removed meanwhile is left alone, and so are corrections. The parts of the
// digest are written anew where a newer parser finds others.
func (s *Store) SetCoded(ctx context.Context, version string, list []Coded) error {
	return s.write(ctx, func(t *tx) error {
		for i := range list {
			if err := t.setCoded(version, &list[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *tx) setCoded(version string, c *Coded) error {
	k, found, err := t.kept("WHERE id = ? AND hash = ? AND removed = 0", c.Of.ID, c.Of.Hash)
	if err != nil || !found {
		return err
	}
	c.Digest.ID, c.Digest.Path = k.name, c.Of.Path
	var hash []byte
	if err := t.row("SELECT parts FROM digest WHERE id = ?", k.id).Scan(&hash); err != nil {
		return err
	}
	if p := partsOf(&c.Digest); !bytes.Equal(hash, p.hash) { // another parser read it
		if err := t.setParts(k, p); err != nil {
			return err
		}
	}
	if _, err := t.run("DELETE FROM statement WHERE origin = 0 AND sentence BETWEEN ? AND ?", key(k.id, 0), key(k.id, maxParts-1)); err != nil {
		return err
	}
	for i := range c.Statements {
		if err := t.insertStatement(k.id, &c.Digest, &c.Statements[i]); err != nil {
			return err
		}
	}
	if _, err := t.run("UPDATE digest SET coder = ? WHERE id = ?", version, k.id); err != nil {
		return err
	}
	return t.settleWith(k.id, &c.Digest, c.Statements)
}

// insertStatement writes a statement, as one that holds.
func (t *tx) insertStatement(id int64, d *model.Digest, s *model.Statement) error {
	actor, err := t.number(kindActor, string(s.Actor))
	if err != nil {
		return err
	}
	topic, err := t.number(kindTopic, string(s.Topic))
	if err != nil {
		return err
	}
	_, err = t.run("INSERT OR REPLACE INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)", key(id, s.Sentence), actor, topic, originNumber(s.Origin),
		s.Stance.Number(), s.Confidence, s.Date, cardKey(id, d, s), s.Speaker, s.Cue)
	return err
}

// cardKey returns the key of the card that a statement rests on, 0 for none.
func cardKey(id int64, d *model.Digest, s *model.Statement) int64 {
	sentence, n := d.Sentences[s.Sentence], 0
	if sentence.Section == model.None {
		return 0
	}
	source := d.SourceOf(sentence)
	for i, sec := range d.Sections {
		for _, c := range sec.Cards {
			if i == sentence.Section && c == source {
				return key(id, n)
			}
			n++
		}
	}
	return 0
}

// settle makes what holds of a digest from what is kept of it: the coder's
// statements and a person's corrections.
func (t *tx) settle(id int64) error {
	d, err := readDigest(t.Tx, id)
	if err != nil {
		return err
	}
	coded, err := t.coded(id)
	if err != nil {
		return err
	}
	return t.settleWith(id, &d, coded)
}

func (t *tx) settleWith(id int64, d *model.Digest, coded []model.Statement) error {
	corrections, err := corrections(t.Tx, "WHERE digest = ? AND NOT undone ORDER BY id", d.ID)
	if err != nil {
		return err
	}
	hold := coded
	if len(corrections) > 0 {
		hold = model.Correct(d, coded, corrections)
	}
	first, last := key(id, 0), key(id, maxParts-1)
	if _, err := t.run("DELETE FROM statement WHERE origin > 0 AND sentence BETWEEN ? AND ?", first, last); err != nil {
		return err
	}
	// Without corrections all that the coder said holds, else what they leave.
	if _, err := t.run("UPDATE statement SET shown = ?1 WHERE shown <> ?1 AND sentence BETWEEN ?2 AND ?3", len(corrections) == 0, first, last); err != nil {
		return err
	}
	codes := make([]code, 0, len(hold))
	for i := range hold {
		s := &hold[i]
		if s.Origin != model.ByCoder {
			if err := t.insertStatement(id, d, s); err != nil {
				return err
			}
		}
		c, err := t.pack(s)
		if err != nil {
			return err
		}
		if len(corrections) > 0 {
			if _, err := t.run("UPDATE statement SET shown = 1 WHERE sentence = ? AND actor = ? AND topic = ? AND origin = ?", key(id, s.Sentence), c.actor, c.topic, c.origin); err != nil {
				return err
			}
		}
		codes = append(codes, c)
	}
	// Whoever coded it, a statement stands where the one stood that it corrects.
	slices.SortStableFunc(codes, func(a, b code) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.actor, b.actor), cmp.Compare(a.topic, b.topic))
	})
	return t.setCodes(id, packCodes(codes))
}

func (t *tx) pack(s *model.Statement) (code, error) {
	actor, err := t.number(kindActor, string(s.Actor))
	if err != nil {
		return code{}, err
	}
	topic, err := t.number(kindTopic, string(s.Topic))
	if err != nil {
		return code{}, err
	}
	outlet, err := t.number(kindOutlet, s.Outlet+"\n"+model.Host(s.URL))
	if err != nil {
		return code{}, err
	}
	var speaker int64
	if s.Speaker != "" {
		speaker, err = t.number(kindSpeaker, s.Speaker)
	}
	return code{
		sentence: uint32(s.Sentence), date: s.Date, confidence: float32(s.Confidence), outlet: uint32(outlet), speaker: uint32(speaker),
		actor: uint16(actor), topic: uint16(topic), stance: s.Stance.Number(), origin: originNumber(s.Origin),
	}, err
}
