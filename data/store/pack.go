package store

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"tachiba/model"
)

// errPacked is the error for packed values of a wrong size.
var errPacked = errors.New("packed values are cut off")

// code is a statement that holds, as digest.codes packs it.
type code struct {
	sentence   uint32
	date       model.Date
	confidence float32
	outlet     uint32
	speaker    uint32 // 0 where nobody is named
	actor      uint16
	topic      uint16
	stance     uint8
	origin     uint8
}

const codeSize = 26

func packCodes(codes []code) []byte {
	b := make([]byte, 0, len(codes)*codeSize)
	for _, c := range codes {
		b = binary.LittleEndian.AppendUint32(b, c.sentence)
		b = binary.LittleEndian.AppendUint32(b, uint32(c.date))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(c.confidence))
		b = binary.LittleEndian.AppendUint32(b, c.outlet)
		b = binary.LittleEndian.AppendUint16(b, c.actor)
		b = binary.LittleEndian.AppendUint16(b, c.topic)
		b = append(b, c.stance, c.origin)
		b = binary.LittleEndian.AppendUint32(b, c.speaker)
	}
	return b
}

// eachCode hands over the codes packed in b.
func eachCode(b []byte, do func(code)) error {
	if len(b)%codeSize != 0 {
		return errPacked
	}
	for ; len(b) > 0; b = b[codeSize:] {
		do(code{
			sentence: binary.LittleEndian.Uint32(b), date: model.Date(binary.LittleEndian.Uint32(b[4:])),
			confidence: math.Float32frombits(binary.LittleEndian.Uint32(b[8:])), outlet: binary.LittleEndian.Uint32(b[12:]),
			actor: binary.LittleEndian.Uint16(b[16:]), topic: binary.LittleEndian.Uint16(b[18:]), stance: b[20], origin: b[21],
			speaker: binary.LittleEndian.Uint32(b[22:]),
		})
	}
	return nil
}

const daySize = 16

func packDays(days model.Days) []byte {
	b := make([]byte, 0, len(days)*daySize)
	for _, d := range days {
		b = binary.LittleEndian.AppendUint32(b, uint32(d.Date))
		for _, s := range model.Stances {
			b = binary.LittleEndian.AppendUint32(b, uint32(d.Counts.Of(s)))
		}
	}
	return b
}

func unpackDays(b []byte) (model.Days, error) {
	if len(b)%daySize != 0 {
		return nil, errPacked
	}
	days := make(model.Days, 0, len(b)/daySize)
	for ; len(b) > 0; b = b[daySize:] {
		days = append(days, model.Day{Date: model.Date(binary.LittleEndian.Uint32(b)), Counts: model.Counts{
			Favor: int(binary.LittleEndian.Uint32(b[4:])), Against: int(binary.LittleEndian.Uint32(b[8:])), Conditional: int(binary.LittleEndian.Uint32(b[12:])),
		}})
	}
	return days, nil
}

func originNumber(o model.Origin) uint8 { return uint8(max(0, slices.Index(model.Origins[:], o))) }
