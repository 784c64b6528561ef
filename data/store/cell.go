package store

import (
	"database/sql"
	"errors"

	"tachiba/model"
)

// delta is how a transaction changes the counts of cells.
type delta map[[2]uint16]map[model.Date]model.Counts

// add counts the codes packed in b, times 1 or -1.
func (d delta) add(b []byte, times int) error {
	return eachCode(b, func(c code) {
		cell := [2]uint16{c.actor, c.topic}
		if d[cell] == nil {
			d[cell] = map[model.Date]model.Counts{}
		}
		n := d[cell][c.date]
		n.Add(model.StanceAt(c.stance), times)
		d[cell][c.date] = n
	})
}

// settleCells writes the cells that the transaction changed: what it costs
// depends on the days that they have, not on the library's size.
func (t *tx) settleCells() error {
	for cell, changes := range t.delta {
		var b []byte
		err := t.row("SELECT days FROM cell WHERE actor = ? AND topic = ?", cell[0], cell[1]).Scan(&b)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		days, err := unpackDays(b)
		if err != nil {
			return err
		}
		for date, counts := range changes {
			if counts != (model.Counts{}) {
				days = days.Add(date, counts)
			}
		}
		if _, err := t.run("INSERT OR REPLACE INTO cell (actor, topic, days) VALUES (?, ?, ?)", cell[0], cell[1], packDays(days)); err != nil {
			return err
		}
	}
	t.delta = delta{}
	return nil
}

// setCodes replaces the statements that hold of a digest.
func (t *tx) setCodes(digest int64, codes []byte) error {
	var was []byte
	if err := t.row("SELECT codes FROM digest WHERE id = ?", digest).Scan(&was); err != nil {
		return err
	}
	if err := t.delta.add(was, -1); err != nil {
		return err
	}
	if err := t.delta.add(codes, 1); err != nil {
		return err
	}
	_, err := t.run("UPDATE digest SET codes = ? WHERE id = ?", codes, digest)
	return err
}
