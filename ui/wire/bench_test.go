package wire

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkCursor moves a cursor down a matrix in Japanese, as the comparison does,
// with a line that says what the cursor is on.
func BenchmarkCursor(b *testing.B) {
	s := newScreen("xterm-256color", 120, 35)
	topics := strings.Fields("NATO加盟 領土 対ロ制裁 停戦 和平交渉 当事者の参加 安全の保証 軍事支援 鉱物資源 選挙")
	line := func(i int, chosen bool) string {
		label, value := styles[0], styles[2]
		if chosen {
			label, value = styles[1], styles[4]
		}
		topic := topics[i%len(topics)]
		cell := styles[2].Render("▲ 賛成     10   03-14") + " " + styles[3].Render("· 証拠なし           ") + " "
		return label.Render(fmt.Sprintf("%-12s", topic)) + " " + value.Render("▼ 反対      4   02-14") + " " + cell + cell
	}
	var frames [][]byte
	for at := range 60 {
		for i := range 30 {
			s.lines[i] = line(i, i == at%30)
		}
		s.lines[33] = styles[3].Render("命題: " + topics[at%len(topics)] + "を維持・強化する")
		frames = append(frames, s.frame(true))
	}
	out, w := newSink(false, 120, 35)
	var in, passed int
	write := func(frame []byte) {
		out.Reset()
		_, _ = w.Write(frame)
		in, passed = in+len(frame), passed+out.Len()
	}
	for _, frame := range frames {
		write(frame)
	}
	in, passed = 0, 0
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		write(frames[i%len(frames)])
	}
	b.ReportMetric(float64(in)/float64(b.N), "in-B/frame")
	b.ReportMetric(float64(passed)/float64(b.N), "out-B/frame")
}
