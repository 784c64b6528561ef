package store

import (
	"time"

	"tachiba/model"
)

// The key of a part (section, card, sentence) is its digest's with its number
// behind. No text of the size that is read has more parts.
const (
	partBits = 22
	maxParts = 1 << partBits
)

func key(digest int64, part int) int64 { return digest<<partBits | int64(part) }

func digestOf(key int64) int64 { return key >> partBits }

func partOf(key int64) int { return int(key & (maxParts - 1)) }

// The key of a sentence in the search index has the digest's day before it:
// 16 bits of days since 1900, 25 of the digest, 22 of the sentence.
const dayBits = 16

var firstDay = time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)

func searchKey(date model.Date, sentence int64) int64 {
	day := int64(0)
	if date.Known() {
		t := time.Date(int(date/10000), time.Month(date/100%100), int(date%100), 0, 0, 0, 0, time.UTC)
		day = max(0, min(int64(t.Sub(firstDay).Hours()/24), 1<<dayBits-1))
	}
	return day<<(63-dayBits) | sentence
}

// sentenceKey returns the key of the sentence that a search found.
func sentenceKey(found int64) int64 { return found & (1<<(63-dayBits) - 1) }
