package export_test

import (
	"io"
	"testing"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/uitest"
)

// BenchmarkWrite writes 100,000 statements in each format.
func BenchmarkWrite(b *testing.B) {
	const n = 100_000
	statements := make([]model.Statement, 0, n)
	all := uitest.Statements()
	for i := range n {
		s := all[i%len(all)]
		s.Date = model.ByDay.Add(20250101, i%900)
		statements = append(statements, s)
	}
	v := viewOf(model.Japanese, statements, model.Filter{})
	for _, format := range export.Formats {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := export.Write(b.Context(), io.Discard, format, v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
