package store

import (
	"bytes"
	"errors"
	"testing"

	"tachiba/model"
)

// FuzzCodes unpacks any bytes: those of a whole number of codes come back as they
// were, others are refused.
func FuzzCodes(f *testing.F) {
	f.Add([]byte{})
	f.Add(packCodes([]code{{sentence: 3, date: 20250320, confidence: 0.5, outlet: 9, speaker: 65536, actor: 1, topic: 2, stance: 1, origin: 3}, {stance: 255}}))
	f.Add(bytes.Repeat([]byte{0xff}, codeSize+1))
	f.Fuzz(func(t *testing.T, b []byte) {
		var list []code
		err := eachCode(b, func(c code) { list = append(list, c) })
		if len(b)%codeSize != 0 {
			if !errors.Is(err, errPacked) || list != nil {
				t.Fatalf("%d bytes: %v, %d codes", len(b), err, len(list))
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if again := packCodes(list); !bytes.Equal(again, b) && !nan(list) {
			t.Fatalf("%x becomes %x", b, again)
		}
		d := delta{}
		if err := d.add(b, 1); err != nil {
			t.Fatal(err)
		}
		if err := d.add(b, -1); err != nil {
			t.Fatal(err)
		}
		for cell, days := range d {
			for date, counts := range days {
				if counts != (model.Counts{}) {
					t.Fatalf("%v %s: %+v is left", cell, date, counts)
				}
			}
		}
	})
}

// nan tells whether a confidence is no number, whose bits may change on the way.
func nan(list []code) bool {
	for _, c := range list {
		if c.confidence != c.confidence {
			return true
		}
	}
	return false
}

// FuzzDays is FuzzCodes for the history of a cell.
func FuzzDays(f *testing.F) {
	f.Add([]byte{})
	f.Add(packDays(model.Days{{Date: 20250320, Counts: model.Counts{Favor: 1, Against: 2, Conditional: 3}}, {Counts: model.Counts{Favor: 7}}}))
	f.Add(make([]byte, daySize-1))
	f.Fuzz(func(t *testing.T, b []byte) {
		days, err := unpackDays(b)
		if len(b)%daySize != 0 {
			if !errors.Is(err, errPacked) {
				t.Fatalf("%d bytes: %v", len(b), err)
			}
			return
		}
		if err != nil || !bytes.Equal(packDays(days), b) {
			t.Fatalf("%x becomes %x, %v", b, packDays(days), err)
		}
		days.Position() // of any history
		days.Add(20250101, model.Counts{Favor: 1})
	})
}
