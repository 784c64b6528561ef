package store

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The kinds of names.
const (
	kindActor   = "actor"
	kindTopic   = "topic"
	kindOutlet  = "outlet" // name and host, one a line
	kindSpeaker = "speaker"
)

// Packed values refer to names by number. The numbers of actors and topics take two
// bytes; others have higher ones, so that they don't use those up.
const (
	maxShort  = math.MaxUint16
	maxNumber = 1 << 24 // no library has more names
)

// name is a name of a kind.
type name struct{ kind, text string }

// numbered is a name with its number.
type numbered struct {
	number int64
	text   string
}

// between stands between names that are read as one value. It is in none: texts
// are cleaned where they enter.
const between = "\x1f"

// readNames returns the names of a kind in the order of their numbers. They come as
// one value: a row each takes the driver several times as long, and there may be
// thousands of speakers.
func readNames(q querier, kind string) ([]numbered, error) {
	var numbers, texts sql.NullString
	err := q.QueryRow("SELECT group_concat(id), group_concat(replace(text, ?1, ''), ?1) FROM name WHERE kind = ?2", between, kind).Scan(&numbers, &texts)
	if err != nil || !numbers.Valid {
		return nil, err
	}
	out := make([]numbered, 0, strings.Count(numbers.String, ",")+1)
	rest := texts.String
	for part := range strings.SplitSeq(numbers.String, ",") {
		var x numbered
		if x.number, err = strconv.ParseInt(part, 10, 64); err != nil || x.number < 1 || x.number > maxNumber {
			return nil, errDamaged
		}
		x.text, rest, _ = strings.Cut(rest, between)
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b numbered) int { return cmp.Compare(a.number, b.number) })
	return out, nil
}

// number returns the number of a name, a new one where it has none.
func (t *tx) number(kind, text string) (int64, error) {
	n := name{kind, text}
	if id, ok := t.numbers[n]; ok {
		return id, nil
	}
	var id int64
	err := t.row("SELECT id FROM name WHERE kind = ? AND text = ?", kind, text).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = t.newNumber(n)
	}
	if err == nil {
		t.numbers[n] = id
	}
	return id, err
}

func (t *tx) newNumber(n name) (int64, error) {
	least, most := int64(maxShort+1), int64(maxNumber)
	if n.kind == kindActor || n.kind == kindTopic {
		least, most = 1, maxShort
	}
	var id int64
	if err := t.row("SELECT coalesce(max(id), 0) + 1 FROM name WHERE id <= ?", most).Scan(&id); err != nil {
		return 0, err
	}
	if id = max(id, least); id > most {
		return 0, fmt.Errorf("too many names of the kind %s", n.kind)
	}
	_, err := t.run("INSERT INTO name (id, kind, text) VALUES (?, ?, ?)", id, n.kind, n.text)
	return id, err
}
