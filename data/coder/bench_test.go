package coder

import (
	"context"
	"testing"
	"time"

	"tachiba/data/gold"
	"tachiba/data/lexicon"
	"tachiba/model"
)

// benchDigests returns the embedded samples' digests, which are always here.
func benchDigests(b testing.TB) []model.Digest {
	_, digests, err := gold.ReadSet("../sample/gold.jsonl", "../sample/digests")
	if err != nil {
		b.Fatal(err)
	}
	return digests
}

// BenchmarkCode codes the sample digests and reports how long that takes beside
// kagome alone on the same sentences (ratio), and the speed.
func BenchmarkCode(b *testing.B) {
	digests := benchDigests(b)
	lex, err := lexicon.Default()
	if err != nil {
		b.Fatal(err)
	}
	c := New(lex)
	if _, err := c.weights(); err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, d := range digests {
		for _, s := range d.Sentences {
			size += len(s.Text)
			if _, err := tokenize(s.Text); err != nil { // also loads the dictionary
				b.Fatal(err)
			}
		}
	}
	var alone, coding time.Duration
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		for _, d := range digests {
			for _, s := range d.Sentences {
				if _, err := tokenize(s.Text); err != nil {
					b.Fatal(err)
				}
			}
		}
		alone += time.Since(start)
		start = time.Now()
		for i := range digests {
			if _, err := c.Code(context.Background(), &digests[i]); err != nil {
				b.Fatal(err)
			}
		}
		coding += time.Since(start)
	}
	b.ReportMetric(coding.Seconds()/alone.Seconds(), "ratio")
	b.ReportMetric(float64(size*b.N)/1e6/coding.Seconds(), "MB/s")
	b.ReportMetric(float64(len(digests)*b.N)/coding.Seconds(), "digests/s")
}

// BenchmarkCodeParallel codes digests on all cores.
func BenchmarkCodeParallel(b *testing.B) {
	digests := benchDigests(b)
	lex, err := lexicon.Default()
	if err != nil {
		b.Fatal(err)
	}
	c := New(lex)
	if _, err := c.Code(context.Background(), &digests[0]); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	b.RunParallel(func(pb *testing.PB) {
		for i := 0; pb.Next(); i++ {
			if _, err := c.Code(context.Background(), &digests[i%len(digests)]); err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/time.Since(start).Seconds(), "digests/s")
}
