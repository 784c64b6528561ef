package store

import (
	"context"
	"database/sql"
	"encoding/binary"
)

// The size of a packed statement before migration 2, which puts the number of the
// speaker behind it. Later versions may pack otherwise; this step stays.
const codeSizeOne = 22

// packSpeakers puts the speakers behind the packed statements of all digests. What
// is no whole statement stays, for Check to find.
func packSpeakers(ctx context.Context, t *sql.Tx) error {
	var ids []int64
	err := each(t, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	}, "SELECT id FROM digest WHERE codes <> x'' ORDER BY id")
	if err != nil {
		return err
	}
	numbers, err := speakerNumbers(t)
	if err != nil {
		return err
	}
	codes, err := t.Prepare("SELECT codes FROM digest WHERE id = ?")
	if err != nil {
		return err
	}
	update, err := t.Prepare("UPDATE digest SET codes = ? WHERE id = ?")
	if err != nil {
		return err
	}
	statements, err := t.Prepare("SELECT sentence, actor, topic, origin, speaker FROM statement WHERE shown AND sentence BETWEEN ? AND ?")
	if err != nil {
		return err
	}
	for _, id := range ids {
		speakers, err := speakersOf(statements, id, numbers)
		if err != nil {
			return err
		}
		var packed []byte
		if err := codes.QueryRow(id).Scan(&packed); err != nil {
			return err
		}
		if _, err := update.Exec(withSpeakers(packed, speakers), id); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// speakerNumbers returns the numbers of speakers by their names.
func speakerNumbers(t *sql.Tx) (map[string]uint32, error) {
	out := map[string]uint32{}
	err := each(t, func(rows *sql.Rows) error {
		var text string
		var number uint32
		err := rows.Scan(&text, &number)
		out[text] = number
		return err
	}, "SELECT text, id FROM name WHERE kind = 'speaker'")
	return out, err
}

// codedOne is what tells the statements of a digest apart in version 1.
type codedOne struct{ sentence, actor, topic, origin int64 }

// speakersOf returns the numbers of who made the statements of a digest.
func speakersOf(statements *sql.Stmt, digest int64, numbers map[string]uint32) (map[codedOne]uint32, error) {
	out := map[codedOne]uint32{}
	rows, err := statements.Query(key(digest, 0), key(digest, maxParts-1))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c codedOne
		var speaker string
		if err := rows.Scan(&c.sentence, &c.actor, &c.topic, &c.origin, &speaker); err != nil {
			return nil, err
		}
		c.sentence = int64(partOf(c.sentence))
		out[c] = numbers[speaker]
	}
	return out, rows.Err()
}

func withSpeakers(codes []byte, speakers map[codedOne]uint32) (out []byte) {
	for ; len(codes) >= codeSizeOne; codes = codes[codeSizeOne:] {
		c := codedOne{
			sentence: int64(binary.LittleEndian.Uint32(codes)), actor: int64(binary.LittleEndian.Uint16(codes[16:])),
			topic: int64(binary.LittleEndian.Uint16(codes[18:])), origin: int64(codes[21]),
		}
		out = append(out, codes[:codeSizeOne]...)
		out = binary.LittleEndian.AppendUint32(out, speakers[c])
	}
	return append(out, codes...)
}
