package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"tachiba/model"
)

// Search returns the sentences that hold every term of a query, the newest
// digests first or by rank.
func (s *Store) Search(ctx context.Context, ask model.Search) (hits []model.Hit, err error) {
	query := match(ask.Text)
	if query == "" {
		return nil, nil
	}
	where, args, err := s.having(ask.Filter)
	if err != nil {
		return nil, s.problem(err)
	}
	order := "f.rowid DESC"
	if ask.ByRank {
		order = "f.rank, f.rowid DESC"
	}
	sources := map[int64]*model.Digest{}
	stop := false
	err = s.read(ctx, func(q querier) error {
		rows, err := q.Query(`SELECT sentence.id, sentence.line, sentence.text, sentence.section, sentence.card, digest.id, digest.name, digest.title
			FROM search f JOIN sentence ON sentence.id = f.rowid & ? JOIN digest ON digest.id = sentence.id >> 22
			WHERE f.pairs MATCH ?`+where+" ORDER BY "+order, append([]any{int64(1)<<(63-dayBits) - 1, query}, args...)...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for !stop && rows.Next() {
			h, sentence, digest, err := scanHit(rows)
			if err != nil {
				return err
			}
			d := sources[digest]
			if d == nil {
				d = &model.Digest{}
				if err := readParts(q, digest, d); err != nil {
					return err
				}
				sources[digest] = d
			}
			if !stands(d, sentence) {
				return errDamaged
			}
			source := d.SourceOf(sentence)
			h.Date, h.Outlet, h.URL = d.Date(sentence), source.Outlet, source.URL
			if ask.Filter.Within(h.Date) {
				hits = append(hits, h)
				stop = ask.Limit > 0 && len(hits) >= ask.Limit
			}
		}
		return rows.Err()
	})
	return hits, s.problem(err)
}

func scanHit(rows *sql.Rows) (h model.Hit, x model.Sentence, digest int64, err error) {
	var id int64
	err = rows.Scan(&id, &h.Line, &h.Text, &x.Section, &x.Card, &digest, &h.Digest, &h.Title)
	h.Sentence = partOf(id)
	return h, x, digest, err
}

// having returns the condition for sentences that carry a statement which the
// filter selects, "" where it does not ask for one.
func (s *Store) having(f model.Filter) (where string, args []any, err error) {
	if f.New {
		seen, err := lastSeen(s.db)
		if err != nil {
			return "", nil, err
		}
		where, args = " AND digest.id > ?", append(args, seen)
	}
	if !f.ByStatement() {
		return where, args, nil
	}
	conditions := []string{"st.sentence = sentence.id", "st.shown", "st.confidence >= ?"}
	args = append(args, f.MinConfidence)
	among := func(condition string, values []any) {
		if len(values) > 0 {
			conditions = append(conditions, fmt.Sprintf(condition, "?"+strings.Repeat(", ?", len(values)-1)))
			args = append(args, values...)
		}
	}
	if len(f.Actors) > 0 {
		condition, values, err := s.speaking(f)
		if err != nil {
			return "", nil, err
		}
		conditions, args = append(conditions, condition), append(args, values...)
	}
	var topics, stances []any
	for _, t := range f.Topics {
		topics = append(topics, t)
	}
	for _, x := range f.Stances {
		stances = append(stances, x.Number())
	}
	among("st.topic IN (SELECT id FROM name WHERE kind = '"+kindTopic+"' AND text IN (%s))", topics)
	among("st.stance IN (%s)", stances)
	switch f.Review {
	case model.ReviewDone:
		conditions = append(conditions, "st.origin > 0")
	case model.ReviewDoubtful:
		conditions = append(conditions, "st.origin = 0", "st.confidence < ?")
		args = append(args, model.Doubtful)
	}
	return where + " AND EXISTS (SELECT 1 FROM statement st WHERE " + strings.Join(conditions, " AND ") + ")", args, nil
}

// speaking returns the condition for statements of the actors that the filter
// names, or of speakers who are members that it names.
func (s *Store) speaking(f model.Filter) (condition string, args []any, err error) {
	for _, a := range f.Actors {
		args = append(args, a)
	}
	condition = "st.actor IN (SELECT id FROM name WHERE kind = '" + kindActor + "' AND text IN (?" + strings.Repeat(", ?", len(args)-1) + "))"
	members := f.Members()
	if len(members) == 0 {
		return condition, args, nil
	}
	list, err := readNames(s.db, kindSpeaker)
	if err != nil {
		return "", nil, err
	}
	for group, is := range members {
		speakers := []string{}
		for _, n := range list {
			if is(n.text) {
				speakers = append(speakers, n.text)
			}
		}
		condition += " OR st.actor = (SELECT id FROM name WHERE kind = '" + kindActor + "' AND text = ?) AND st.speaker IN (SELECT value FROM json_each(?))"
		args = append(args, group, packed(speakers))
	}
	return "(" + condition + ")", args, nil
}

// Find returns the numbers of the sentences that hold every term of a query, by
// the IDs of their digests.
func (s *Store) Find(ctx context.Context, text string) (map[string][]int, error) {
	out := map[string][]int{}
	found, err := s.found(ctx, match(text))
	if err != nil || len(found) == 0 {
		return out, s.problem(err)
	}
	names := map[int64]string{}
	err = each(s.db, func(rows *sql.Rows) error {
		var id int64
		var name string
		err := rows.Scan(&id, &name)
		names[id] = name
		return err
	}, "SELECT id, name FROM digest") // read from the index of names alone; what was removed is not found
	parts := make([]int, len(found))
	for i := 0; i < len(found); { // those of a digest come one after the other
		digest, from := digestOf(found[i]), i
		for ; i < len(found) && digestOf(found[i]) == digest; i++ {
			parts[i] = partOf(found[i])
		}
		out[names[digest]] = parts[from:i:i]
	}
	return out, s.problem(err)
}

// lastFound is a query of the index with the keys of the sentences that it found.
type lastFound struct {
	query string
	keys  []int64
}

// found returns the keys of the sentences that a query of the index finds, in
// the order of their digests' days. It remembers what the last one found: other
// parts of a filter change while the text stays.
func (s *Store) found(ctx context.Context, query string) ([]int64, error) {
	if query == "" {
		return nil, nil
	}
	s.mu.Lock()
	last := s.last
	s.mu.Unlock()
	if last.query == query {
		return last.keys, nil
	}
	keys, err := s.ask(ctx, query)
	if err == nil {
		s.mu.Lock()
		s.last = lastFound{query, keys}
		s.mu.Unlock()
	}
	return keys, err
}

// ask asks the index. The keys come as one value: a row each takes the driver
// several times as long.
func (s *Store) ask(ctx context.Context, query string) ([]int64, error) {
	var all sql.NullString
	err := s.db.QueryRowContext(ctx, "SELECT group_concat(rowid) FROM search WHERE pairs MATCH ?", query).Scan(&all)
	if err != nil || all.String == "" {
		return nil, err
	}
	out := make([]int64, 0, strings.Count(all.String, ",")+1)
	for part := range strings.SplitSeq(all.String, ",") {
		id, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, sentenceKey(id))
	}
	return out, nil
}
