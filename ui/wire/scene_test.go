package wire

import (
	"bytes"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"
)

// screen is what is to be seen, drawn in the way of Bubble Tea's renderer.
type screen struct {
	width, height int
	lines         []string
	cursor        *uv.Position // nil when it is hidden

	renderer *uv.TerminalRenderer
	buffer   uv.ScreenBuffer
	words    []string // that its lines are made of
	styles   []lipgloss.Style
	most     float64 // how much of the width they fill
	written  bytes.Buffer
	started  bool
}

var terms = []string{"xterm-256color", "tmux-256color", "xterm-kitty", "screen-256color", "linux", "vt100"}

func newScreen(term string, width, height int) *screen {
	s := &screen{width: width, height: height, words: simple, styles: styles, most: 1}
	s.renderer = uv.NewTerminalRenderer(&s.written, []string{"TERM=" + term})
	s.renderer.SetColorProfile(colorprofile.TrueColor)
	s.renderer.SetTabStops(width)
	s.renderer.SetBackspace(true)
	s.renderer.SetScrollOptim(true)
	s.renderer.SetFullscreen(true)
	s.renderer.SetRelativeCursor(false)
	s.buffer = uv.NewScreenBuffer(width, height)
	s.lines = make([]string, height)
	return s
}

func (s *screen) resize(width, height int) {
	s.width, s.height = width, height
	s.renderer.Erase()
	s.renderer.Resize(width, height)
	s.buffer.Touched = nil
	s.buffer.Resize(width, height)
	s.lines = append(s.lines, make([]string, height)...)[:height]
}

// frame returns what cursedRenderer.flush writes for the screen.
func (s *screen) frame(synchronized bool) []byte {
	s.written.Reset()
	s.buffer.Clear()
	uv.NewStyledString(strings.Join(s.lines, "\n")).Draw(s.buffer, s.buffer.Bounds())
	before := ""
	if !s.started {
		s.started = true
		s.renderer.Erase()
		before = ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable
	}
	s.renderer.Render(s.buffer.RenderBuffer)
	if s.cursor != nil {
		s.renderer.MoveTo(min(s.cursor.X, s.width-1), min(s.cursor.Y, s.height-1))
	}
	if err := s.renderer.Flush(); err != nil {
		panic(err)
	}
	begin, end := ansi.ResetModeTextCursorEnable, ""
	if synchronized {
		begin, end = ansi.SetModeSynchronizedOutput, ansi.ResetModeSynchronizedOutput
	}
	if s.cursor != nil {
		end = ansi.SetModeTextCursorEnable + end
	}
	return []byte(before + begin + s.written.String() + end)
}

var words = []string{
	"立場", "対ロ制裁", "和平のためウクライナが占領地を手放す", "「停戦」", "ｶﾀｶﾅ", "か", "NATO", "no evidence", "a", "  ", "                    ",
	"▲ 賛成", "▼ 反対", "· 証拠なし", "⇄ 03-18", "██▌", "────────", "│", "①…※", "✅", "한국", "Привет",
	// What follows combines, and terminals differ in what it looks like.
	"e\u0301", "か\u3099", "⚠\ufe0f", "👨\u200d👩\u200d👧", "1\ufe0f\u20e3", "\u05e9\u05dc", "🇯🇵",
}

// simple are the words without characters that combine.
var simple = words[:22]

var styles = []lipgloss.Style{
	lipgloss.NewStyle(),
	lipgloss.NewStyle().Bold(true),
	lipgloss.NewStyle().Foreground(lipgloss.Color("#87afff")),
	lipgloss.NewStyle().Foreground(lipgloss.Color("#a8a8a8")).Italic(true),
	lipgloss.NewStyle().Bold(true).Reverse(true),
	lipgloss.NewStyle().Background(lipgloss.Color("#303030")),
	lipgloss.NewStyle().Underline(true).Foreground(lipgloss.Color("3")),
	lipgloss.NewStyle().Hyperlink("https://example.org/"),
}

// draw draws a line.
func (s *screen) draw(t *rapid.T) string {
	width := int(s.most * float64(s.width))
	var b strings.Builder
	for range rapid.IntRange(0, 8).Draw(t, "words") {
		style := rapid.SampledFrom(s.styles).Draw(t, "style")
		b.WriteString(style.Render(rapid.SampledFrom(s.words).Draw(t, "word")))
	}
	line := ansi.Truncate(b.String(), width, "")
	switch rapid.IntRange(0, 3).Draw(t, "fill") {
	case 0: // to the edge
		line += strings.Repeat(" ", max(0, width-ansi.StringWidth(line)-1)) + "|"
	case 1:
		line += styles[5].Render(strings.Repeat(" ", max(0, width-ansi.StringWidth(line))))
	}
	return line
}

// mutate changes a screen as programs do.
func (s *screen) mutate(t *rapid.T) {
	switch rapid.SampledFrom([]string{"lines", "lines", "lines", "swap", "scroll", "all", "none", "cursor"}).Draw(t, "change") {
	case "lines":
		for range rapid.IntRange(1, 3).Draw(t, "changed") {
			s.lines[rapid.IntRange(0, s.height-1).Draw(t, "line")] = s.draw(t)
		}
	case "swap":
		i, j := rapid.IntRange(0, s.height-1).Draw(t, "i"), rapid.IntRange(0, s.height-1).Draw(t, "j")
		s.lines[i], s.lines[j] = s.lines[j], s.lines[i]
	case "scroll":
		from := rapid.IntRange(0, s.height-1).Draw(t, "from")
		if part := s.lines[from:]; rapid.Bool().Draw(t, "up") {
			copy(part, part[1:])
		} else {
			copy(part[1:], part)
		}
	case "all":
		for i := range s.lines {
			s.lines[i] = s.draw(t)
		}
	case "cursor":
		if s.cursor = nil; rapid.Bool().Draw(t, "shown") {
			s.cursor = &uv.Position{X: rapid.IntRange(0, s.width-1).Draw(t, "x"), Y: rapid.IntRange(0, s.height-1).Draw(t, "y")}
		}
	}
}

// sink is a terminal that keeps what it gets.
type sink struct {
	bytes.Buffer
	width, height int
}

func (*sink) Close() error { return nil }
func (*sink) Fd() uintptr  { return 0 }

func newSink(wide bool, width, height int) (*sink, *Writer) {
	s := &sink{width: width, height: height}
	return s, newWriter(s, wide, func() (int, int, error) { return s.width, s.height, nil })
}

// take returns what the terminal got since the last time.
func (s *sink) take() []byte {
	defer s.Reset()
	return bytes.Clone(s.Bytes())
}

// emulator is a terminal that shows what it gets.
type emulator struct{ *vt.Emulator }

func newEmulator(width, height int) emulator {
	e := emulator{vt.NewEmulator(width, height)}
	_ = e.InputPipe().(io.Closer).Close() // nobody reads its answers; open, it would wait for a reader
	return e
}

// show draws; false when the emulator itself fails, as it does over a few sequences
// when the screen has shrunk.
func (e emulator) show(b []byte) (ok bool) {
	defer func() { ok = recover() == nil }()
	_, err := e.Write(b)
	return err == nil
}

// check compares what two terminals show.
func check(t interface{ Fatalf(string, ...any) }, want, got emulator, in, out []byte) {
	for y := range want.Height() {
		for x := range want.Width() {
			if w, g := want.CellAt(x, y), got.CellAt(x, y); w != g && !(w != nil && g != nil && w.Equal(g)) {
				t.Fatalf("row %d, column %d\nwant %+v\ngot  %+v\nin  %q\nout %q", y, x, w, g, in, out)
			}
		}
	}
	if w, g := want.CursorPosition(), got.CursorPosition(); w != g {
		t.Fatalf("the cursor is at %v, want %v\nin  %q\nout %q", g, w, in, out)
	}
}
