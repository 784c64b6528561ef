package store

import (
	"database/sql"
	"fmt"
	"math"
)

// The kinds of names.
const (
	kindActor  = "actor"
	kindTopic  = "topic"
	kindOutlet = "outlet" // name and host, one a line
)

// names are the names that packed values refer to by number.
type names struct {
	list   []name // in the order of their numbers
	text   map[int64]string
	number map[[2]string]int64 // by kind and text
}

type name struct {
	number     int64
	kind, text string
}

func readNames(q querier) (names, error) {
	n := names{text: map[int64]string{}, number: map[[2]string]int64{}}
	err := each(q, func(rows *sql.Rows) error {
		var x name
		err := rows.Scan(&x.number, &x.kind, &x.text)
		n.list = append(n.list, x)
		n.text[x.number], n.number[[2]string{x.kind, x.text}] = x.text, x.number
		return err
	}, "SELECT id, kind, text FROM name ORDER BY id")
	return n, err
}

// number returns the number of a name, a new one where it has none.
func (t *tx) number(kind, text string) (int64, error) {
	if t.names.text == nil {
		n, err := readNames(t.Tx)
		if err != nil {
			return 0, err
		}
		t.names = n
	}
	if id, ok := t.names.number[[2]string{kind, text}]; ok {
		return id, nil
	}
	r, err := t.run("INSERT INTO name (kind, text) VALUES (?, ?)", kind, text)
	if err != nil {
		return 0, err
	}
	id, err := r.LastInsertId()
	if err == nil && id > math.MaxUint16 && kind != kindOutlet {
		err = fmt.Errorf("too many names of the kind %s", kind)
	}
	t.names.text[id], t.names.number[[2]string{kind, text}] = text, id
	return id, err
}
