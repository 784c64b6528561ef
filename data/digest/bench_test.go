package digest_test

import (
	"testing"

	"tachiba/data/digest"
	"tachiba/data/sample"
)

func BenchmarkParse(b *testing.B) {
	text := sample.Texts()[0].Body
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		digest.Parse("a", "a.txt", text)
	}
}
