package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"tachiba/model"
)

// Digest returns a kept digest by its ID. The error is a *model.Problem,
// ProblemUnknown where there is none.
func (s *Store) Digest(ctx context.Context, name string) (*model.Digest, error) {
	var id int64
	err := s.db.QueryRowContext(ctx, "SELECT id FROM digest WHERE name = ?", name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, unknown(name)
	}
	if err != nil {
		return nil, s.problem(err)
	}
	d, err := readDigest(s.db, id)
	return &d, s.problem(err)
}

func readDigest(q querier, id int64) (d model.Digest, err error) {
	err = q.QueryRow("SELECT name, source, title, lead, lang FROM digest WHERE id = ?", id).Scan(&d.ID, &d.Path, &d.Title, &d.Lead, &d.Lang)
	if err != nil {
		return d, err
	}
	if err := readParts(q, id, &d); err != nil {
		return d, err
	}
	err = each(q, func(rows *sql.Rows) error {
		var part int64
		var x model.Sentence
		if err := rows.Scan(&part, &x.Line, &x.Role, &x.Section, &x.Card, &x.Text); err != nil {
			return err
		}
		if partOf(part) != len(d.Sentences) || !stands(&d, x) {
			return errDamaged
		}
		d.Sentences = append(d.Sentences, x)
		return nil
	}, "SELECT id, line, role, section, card, text FROM sentence WHERE id BETWEEN ? AND ? ORDER BY id", key(id, 0), key(id, maxParts-1))
	return d, err
}

// stands tells whether a digest has the section and the card of a sentence.
func stands(d *model.Digest, x model.Sentence) bool {
	if x.Section == model.None {
		return true
	}
	return x.Section >= 0 && x.Section < len(d.Sections) && x.Card >= model.None && x.Card < len(d.Sections[x.Section].Cards)
}

// digestIDs returns the keys of the digests in the order in which they came.
func digestIDs(q querier) (ids []int64, err error) {
	err = each(q, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	}, "SELECT id FROM digest WHERE removed = 0 ORDER BY id")
	return ids, err
}

// readParts reads a digest's sections and cards, its notes and its own card.
func readParts(q querier, id int64, d *model.Digest) error {
	var notes, own string
	if err := q.QueryRow("SELECT notes, own FROM digest WHERE id = ?", id).Scan(&notes, &own); err != nil {
		return err
	}
	if err := errors.Join(json.Unmarshal([]byte(notes), &d.Notes), json.Unmarshal([]byte(own), &d.Own)); err != nil {
		return err
	}
	err := each(q, func(rows *sql.Rows) error {
		var sec model.Section
		err := rows.Scan(&sec.Heading, &sec.Question, &sec.Answer)
		d.Sections = append(d.Sections, sec)
		return err
	}, "SELECT heading, question, answer FROM section WHERE id BETWEEN ? AND ? ORDER BY id", key(id, 0), key(id, maxParts-1))
	if err != nil {
		return err
	}
	return each(q, func(rows *sql.Rows) error {
		var c model.Card
		var section int
		if err := rows.Scan(&section, &c.Title, &c.Outlet, &c.URL, &c.Published, &c.Line, &c.OffTopic); err != nil {
			return err
		}
		if section < 0 || section >= len(d.Sections) {
			return errDamaged
		}
		d.Sections[section].Cards = append(d.Sections[section].Cards, c)
		return nil
	}, "SELECT section, title, outlet, url, published, line, off_topic FROM card WHERE id BETWEEN ? AND ? ORDER BY id", key(id, 0), key(id, maxParts-1))
}

// at is where a statement stands in the tables.
type at struct {
	sentence     int64
	actor, topic uint16
	origin       uint8
}

const statementColumns = `SELECT digest.name, sentence.id, sentence.line, sentence.text, sentence.role, a.text, speaker, t.text, stance,
	statement.date, coalesce(card.outlet, own ->> '$.Outlet'), coalesce(card.url, own ->> '$.URL'), cue, confidence, origin
	FROM statement JOIN sentence ON sentence.id = statement.sentence JOIN digest ON digest.id = sentence.id >> 22
	JOIN name a ON a.id = actor JOIN name t ON t.id = topic LEFT JOIN card ON card.id = statement.card `

func scanStatement(row rowScanner) (m model.Statement, err error) {
	var sentence int64
	var stance, origin uint8
	err = row.Scan(&m.Digest, &sentence, &m.Line, &m.Text, &m.Role, &m.Actor, &m.Speaker, &m.Topic, &stance, &m.Date, &m.Outlet, &m.URL, &m.Cue, &m.Confidence, &origin)
	m.Sentence, m.Stance = partOf(sentence), model.StanceAt(stance)
	if int(origin) < len(model.Origins) {
		m.Origin = model.Origins[origin]
	}
	return m, err
}

// coded returns what the coder said of a digest.
func (t *tx) coded(id int64) (list []model.Statement, err error) {
	err = each(t.Tx, func(rows *sql.Rows) error {
		m, err := scanStatement(rows)
		list = append(list, m)
		return err
	}, statementColumns+"WHERE origin = 0 AND statement.sentence BETWEEN ? AND ? ORDER BY statement.sentence", key(id, 0), key(id, maxParts-1))
	return list, err
}

// maxCached is how many statements are kept for views that draw them again.
const maxCached = 4096

// Statement returns the whole statement of an entry; see model.Reader. Why one
// can't be read, Fault tells.
func (s *Store) Statement(l *model.Ledger, e model.Entry) model.Statement {
	where := at{e.Key, e.Actor, e.Topic, e.Origin}
	s.mu.Lock()
	m, ok := s.cache[where]
	s.mu.Unlock()
	if ok {
		return m
	}
	m, err := s.readStatement(l, e)
	if err != nil {
		s.setFault(err)
		return model.Statement{Actor: l.Actors[e.Actor], Topic: l.Topics[e.Topic], Stance: e.StanceOf(), Date: e.Date, Digest: l.Digests[e.Digest]}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.cache) >= maxCached {
		clear(s.cache)
	}
	s.cache[where] = m
	return m
}

func (s *Store) readStatement(l *model.Ledger, e model.Entry) (model.Statement, error) {
	one, err := s.one()
	if err != nil {
		return model.Statement{}, err
	}
	return scanStatement(one.QueryRow(e.Key, l.Actors[e.Actor], l.Topics[e.Topic], e.Origin))
}

const oneStatement = statementColumns + "WHERE statement.sentence = ? AND a.text = ? AND t.text = ? AND origin = ?"

// Load reads the whole library and hands it over: each digest in the order in
// which they came, then all statements in the order of digests and sentences.
func (s *Store) Load(ctx context.Context, emit func(model.Update)) error {
	err := s.read(ctx, func(q querier) error {
		ids, err := digestIDs(q)
		if err != nil {
			return err
		}
		p := model.Progress{Found: len(ids)}
		for _, id := range ids {
			d, err := readDigest(q, id)
			if err != nil {
				return err
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			emit(model.Update{Digests: []model.Digest{d}, Progress: p})
		}
		var list []model.Statement
		err = each(q, func(rows *sql.Rows) error {
			m, err := scanStatement(rows)
			list = append(list, m)
			return err
		}, statementColumns+"WHERE shown ORDER BY statement.sentence, topic, actor")
		p.Coded, p.Done = p.Found, true
		emit(model.Update{Statements: list, Progress: p})
		return err
	})
	return s.problem(err)
}

// Coded returns what the coder said of all digests, whatever a person made of it,
// in the order of digests and sentences.
func (s *Store) Coded(ctx context.Context) (list []model.Statement, err error) {
	err = s.read(ctx, func(q querier) error {
		return each(q, func(rows *sql.Rows) error {
			m, err := scanStatement(rows)
			list = append(list, m)
			return err
		}, statementColumns+"WHERE origin = 0 AND removed = 0 ORDER BY statement.sentence, topic, actor")
	})
	return list, s.problem(err)
}
