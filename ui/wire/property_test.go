package wire

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestScreens draws frames through the real renderer, once with a Writer and once
// without, and compares after each what an independent terminal shows.
func TestScreens(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) { compareScreens(r, false, func(b []byte) []byte { return b }) })
}

// TestScreensInEastAsia does so on a terminal that draws characters of ambiguous
// width in two cells, where the renderer counts one: told of it, and not told but with
// lines that fit nonetheless.
func TestScreensInEastAsia(t *testing.T) {
	wide := strings.NewReplacer("▲", "上", "▼", "下", "·", "点", "█", "黒", "▌", "半", "─", "一", "│", "棒", "①", "壱", "…", "略", "※", "米")
	rapid.Check(t, func(r *rapid.T) {
		compareScreens(r, true, func(b []byte) []byte { return []byte(wide.Replace(string(b))) })
	})
}

func compareScreens(r *rapid.T, wide bool, as func([]byte) []byte) {
	width, height := rapid.IntRange(10, 60).Draw(r, "width"), rapid.IntRange(3, 12).Draw(r, "height")
	s := newScreen(rapid.SampledFrom(terms).Draw(r, "term"), width, height)
	told := wide && rapid.Bool().Draw(r, "told")
	if !wide && rapid.Bool().Draw(r, "combined") {
		s.words = words
	}
	if wide && !told {
		s.most = 0.25         // of the width, since the renderer moves by columns that are off
		s.styles = styles[:7] // after a hyperlink the renderer fills rows with spaces
	}
	synchronized := rapid.Bool().Draw(r, "synchronized")
	out, w := newSink(told, width, height)
	plain, wired := newEmulator(width, height), newEmulator(width, height)
	for range rapid.IntRange(2, 12).Draw(r, "frames") {
		if s.most == 1 && rapid.IntRange(0, 9).Draw(r, "resized") == 0 {
			width, height = rapid.IntRange(10, 60).Draw(r, "width"), rapid.IntRange(3, 12).Draw(r, "height")
			out.width, out.height = width, height
			plain.Resize(width, height)
			wired.Resize(width, height)
			if rapid.Bool().Draw(r, "late") { // a frame before the program has noticed
				s.mutate(r)
				step(r, s.frame(synchronized), w, out, plain, wired, as)
			}
			s.resize(width, height)
		}
		s.mutate(r)
		step(r, s.frame(synchronized), w, out, plain, wired, as)
	}
}

// step writes a frame, which may be cut anywhere.
func step(r *rapid.T, frame []byte, w *Writer, out *sink, plain, wired emulator, as func([]byte) []byte) {
	parts := [][]byte{frame}
	if rapid.IntRange(0, 9).Draw(r, "cut") == 0 {
		at := rapid.IntRange(0, len(frame)).Draw(r, "at")
		parts = [][]byte{frame[:at], frame[at:]}
	}
	for _, p := range parts {
		if n, err := w.Write(p); n != len(p) || err != nil {
			r.Fatalf("wrote %d of %d: %v", n, len(p), err)
		}
	}
	got := out.take()
	if len(got) > len(frame)+64 {
		r.Fatalf("%d bytes became %d", len(frame), len(got))
	}
	if !plain.show(as(frame)) || !wired.show(as(got)) {
		r.Skip("the emulator fails")
	}
	check(r, plain, wired, frame, got)
}

// TestLeavesOut tells that there is a gain at all: a frame that changes nothing
// writes next to nothing, one that changes a row writes little more than that.
func TestLeavesOut(t *testing.T) {
	for _, term := range terms {
		s := newScreen(term, 120, 35)
		for i := range s.lines {
			s.lines[i] = strings.Repeat(styles[2].Render("対ロ制裁")+" "+styles[4].Render("▲ 賛成")+" ", 6)
		}
		out, w := newSink(false, 120, 35)
		for range 3 {
			_, _ = w.Write(s.frame(true))
		}
		out.Reset()
		frame := s.frame(true)
		_, _ = w.Write(frame)
		if len(frame) < 5000 || out.Len() > 60 {
			t.Errorf("%s: of %d bytes without a change %d were passed on: %q", term, len(frame), out.Len(), out)
		}
		out.Reset()
		s.lines[7] = strings.Replace(s.lines[7], "賛成", "反対", 1)
		_, _ = w.Write(s.frame(true))
		if got := out.take(); len(got) > 160 || !bytes.Contains(got, []byte("反対")) {
			t.Errorf("%s: for one changed word %d bytes were passed on: %q", term, len(got), got)
		}
	}
}
