package store

import (
	"context"
	"database/sql"

	"tachiba/model"
)

const countDigests = "SELECT count(*) FROM digest WHERE removed = 0"

// Count returns how many digests there are.
func (s *Store) Count(ctx context.Context) (n int, err error) {
	err = s.db.QueryRowContext(ctx, countDigests).Scan(&n)
	return n, s.problem(ended(ctx, err))
}

// Overview reads the cells, which are kept up to date by what is written.
func (s *Store) Overview(ctx context.Context, lex *model.Lexicon) (*model.Overview, error) {
	o := &model.Overview{Comparison: model.NewComparison(lex, model.Filter{})}
	err := s.read(ctx, func(q querier) error {
		text := map[int64]string{}
		for _, kind := range []string{kindActor, kindTopic} {
			list, err := readNames(q, kind)
			if err != nil {
				return err
			}
			for _, n := range list {
				text[n.number] = n.text
			}
		}
		if err := q.QueryRow(countDigests).Scan(&o.Digests); err != nil {
			return err
		}
		return each(q, func(rows *sql.Rows) error {
			var actor, topic int64
			var packed []byte
			if err := rows.Scan(&actor, &topic, &packed); err != nil {
				return err
			}
			days, err := unpackDays(packed)
			if err != nil {
				return err
			}
			addCell(o, days, text[actor], text[topic], func(stance model.Stance) model.Statement {
				return s.leading(ctx, actor, topic, stance)
			})
			return nil
		}, "SELECT actor, topic, days FROM cell")
	})
	if err != nil {
		return nil, s.problem(err)
	}
	o.Comparison.Settle()
	o.Comparison.Total = o.Comparison.Shown
	return o, nil
}

// leading returns the newest statement of a cell with a stance, an empty one where
// it can't be read: Fault tells why.
func (s *Store) leading(ctx context.Context, actor, topic int64, stance model.Stance) model.Statement {
	m, err := scanStatement(s.db.QueryRowContext(ctx, statementColumns+"WHERE shown AND actor = ? AND topic = ? AND stance = ? ORDER BY statement.date DESC LIMIT 1",
		actor, topic, stance.Number()))
	if err != nil {
		s.setFault(err)
	}
	return m
}

// addCell adds a cell with its history to an overview.
func addCell(o *model.Overview, days model.Days, actor, topic string, lead func(model.Stance) model.Statement) {
	p := days.Position()
	o.Comparison.Shown += p.Counts.Total()
	for _, d := range days {
		if d.Date.Known() {
			o.Last = max(o.Last, d.Date)
			if !o.First.Known() || d.Date < o.First {
				o.First = d.Date
			}
		}
	}
	cell := o.Comparison.Cell(model.ActorID(actor), model.TopicID(topic))
	if cell == nil || p.Stance == model.NoEvidence {
		return
	}
	*cell = p
	cell.Evidence = model.LeadingEvidence(func() model.Statement { return lead(p.Stance) })
}

// Ledger returns the entries of all statements that hold, and the digests as a
// list. What came after the reader's last visit is new.
func (s *Store) Ledger(ctx context.Context) (*model.Ledger, []model.Listing, error) {
	b := &builder{ledger: &model.Ledger{}, reader: &reader{Store: s, place: map[int64]int{}}, days: map[model.Date]int{}}
	b.ledger.Reader = b.reader
	s.forget() // another process may have written
	err := s.read(ctx, func(q querier) error {
		if err := b.names(q); err != nil {
			return err
		}
		var digests, entries int
		if err := q.QueryRow("SELECT count(*), coalesce(sum(length(codes)), 0) / ? FROM digest WHERE removed = 0", codeSize).Scan(&digests, &entries); err != nil {
			return err
		}
		b.listings, b.entries = make([]model.Listing, 0, digests), make([]model.Entry, 0, entries)
		seen, err := lastSeen(q)
		if err != nil {
			return err
		}
		return each(q, func(rows *sql.Rows) error { return b.scan(rows, seen) },
			"SELECT id, name, title, source, date, outlets, json_array_length(notes), read, starred, sentences, codes FROM digest WHERE removed = 0 ORDER BY id")
	})
	if err != nil {
		return nil, nil, s.problem(err)
	}
	b.sort()
	return b.ledger, b.listings, ctx.Err()
}

// read runs do on one state of the library: what is written meanwhile is not seen.
func (s *Store) read(ctx context.Context, do func(querier) error) error {
	return readFrom(ctx, s.db, do)
}

func readFrom(ctx context.Context, db *sql.DB, do func(querier) error) error {
	t, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return ended(ctx, err)
	}
	defer func() { _ = t.Rollback() }()
	return ended(ctx, do(t))
}
