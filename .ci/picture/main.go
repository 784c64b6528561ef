// Command picture turns a terminal screen (the output of tmux capture-pane -e -p)
// on standard input into an SVG on standard output: every cell on its place,
// whatever font the reader has.
//
//	picture COLUMNS ROWS light|dark < screen.ansi > screen.svg
package main

import (
	"bufio"
	"fmt"
	"html"
	"image/color"
	"io"
	"os"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Sizes of a cell in pixels.
const cellW, cellH, margin = 8.4, 18.0, 14.0

// palette is the colours of what has none of its own.
type palette struct{ back, fore, frame string }

var palettes = map[string]palette{
	"dark":  {"#16181d", "#e8eaed", "#2b2f36"},
	"light": {"#fbfbfa", "#202124", "#dadce0"},
}

func main() {
	if err := picture(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func picture(args []string, in io.Reader, out io.Writer) error {
	if len(args) != 3 {
		return fmt.Errorf("want COLUMNS ROWS light|dark, got %q", args)
	}
	cols, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	rows, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	p, ok := palettes[args[2]]
	if !ok {
		return fmt.Errorf("no palette %q", args[2])
	}
	screen, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	buf := uv.NewScreenBuffer(cols, rows)
	uv.NewStyledString(strings.TrimRight(string(screen), "\n")).Draw(buf, buf.Bounds())
	w := bufio.NewWriter(out)
	draw(w, buf, cols, rows, p)
	return w.Flush()
}

func draw(w io.Writer, buf uv.ScreenBuffer, cols, rows int, p palette) {
	width, height := float64(cols)*cellW+2*margin, float64(rows)*cellH+2*margin
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="'DejaVu Sans Mono',Menlo,Consolas,'Sarasa Mono J','Noto Sans Mono CJK JP','BIZ UDGothic','Osaka-Mono','MS Gothic',monospace" font-size="14">`+"\n", width, height)
	fmt.Fprintf(w, `<rect width="100%%" height="100%%" rx="8" fill="%s" stroke="%s"/>`+"\n", p.back, p.frame)
	for y := range rows {
		open := &run{}
		for x := 0; x < cols; {
			c := buf.CellAt(x, y)
			if c == nil || c.Width == 0 {
				x++
				continue
			}
			if look := lookOf(c, p); look != open.look {
				open.draw(w, y)
				open = &run{look: look, from: x}
			}
			open.add(c, x)
			x += c.Width
		}
		open.draw(w, y)
	}
	fmt.Fprintln(w, "</svg>")
}

// look is how a cell is drawn.
type look struct{ fore, back, style string }

func lookOf(c *uv.Cell, p palette) look {
	l := look{fore: hex(c.Style.Fg, p.fore), back: hex(c.Style.Bg, "")}
	if c.Style.Attrs&uv.AttrReverse != 0 {
		l.fore, l.back = hex(c.Style.Bg, p.back), l.fore
	}
	if c.Style.Attrs&uv.AttrBold != 0 {
		l.style += ` font-weight="bold"`
	}
	if c.Style.Attrs&uv.AttrItalic != 0 {
		l.style += ` font-style="italic"`
	}
	if c.Style.Underline != 0 {
		l.style += ` text-decoration="underline"`
	}
	return l
}

// run is neighbouring cells of one look.
type run struct {
	look     look
	from, to int
	text     strings.Builder
	places   []string // of each character that is no space
}

func (r *run) add(c *uv.Cell, x int) {
	r.to = x + c.Width
	if strings.TrimSpace(c.Content) != "" {
		r.text.WriteString(c.Content)
		for range []rune(c.Content) {
			r.places = append(r.places, strconv.FormatFloat(margin+float64(x)*cellW, 'f', 1, 64))
		}
	}
}

func (r *run) draw(w io.Writer, y int) {
	top := margin + float64(y)*cellH
	if r.look.back != "" {
		fmt.Fprintf(w, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.0f" fill="%s"/>`+"\n", margin+float64(r.from)*cellW, top, float64(r.to-r.from)*cellW, cellH, r.look.back)
	}
	if len(r.places) > 0 {
		fmt.Fprintf(w, `<text x="%s" y="%.1f" fill="%s"%s>%s</text>`+"\n", strings.Join(r.places, " "), top+cellH*0.75, r.look.fore, r.look.style, html.EscapeString(r.text.String()))
	}
}

func hex(c color.Color, none string) string {
	if c == nil {
		return none
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
