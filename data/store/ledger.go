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
		kept, err := readCells(q)
		if err != nil {
			return err
		}
		for _, c := range kept {
			p := c.days.Position()
			if tied := c.days.Tied(); tied != nil {
				sums, err := c.sums(q)
				if err != nil {
					return err
				}
				p.Stance = model.Surest(tied, sums)
			}
			addCell(o, p, text[c.actor], text[c.topic], func(stance model.Stance) model.Statement {
				return s.leading(ctx, c.actor, c.topic, stance)
			})
		}
		return nil
	})
	if err != nil {
		return nil, s.problem(err)
	}
	o.Comparison.Settle()
	o.Comparison.Total = o.Comparison.Shown
	return o, nil
}

// cell is what an actor said on a topic, day by day.
type cell struct {
	actor, topic int64
	days         model.Days
}

func readCells(q querier) (cells []cell, err error) {
	err = each(q, func(rows *sql.Rows) (err error) {
		var c cell
		var packed []byte
		if err := rows.Scan(&c.actor, &c.topic, &packed); err != nil {
			return err
		}
		c.days, err = unpackDays(packed)
		cells = append(cells, c)
		return err
	}, "SELECT actor, topic, days FROM cell")
	return cells, err
}

// sums returns the confidence of the statements of each stance in sum.
func (c cell) sums(q querier) (map[model.Stance]float64, error) {
	out := map[model.Stance]float64{}
	return out, each(q, func(rows *sql.Rows) error {
		var stance uint8
		var sum float64
		if err := rows.Scan(&stance, &sum); err != nil {
			return err
		}
		out[model.StanceAt(stance)] = sum
		return nil
	}, "SELECT stance, total(confidence) FROM statement WHERE shown AND actor = ? AND topic = ? GROUP BY stance", c.actor, c.topic)
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

// addCell adds a position to an overview.
func addCell(o *model.Overview, p model.Position, actor, topic string, lead func(model.Stance) model.Statement) {
	o.Comparison.Shown += p.Counts.Total()
	for _, d := range p.History {
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
