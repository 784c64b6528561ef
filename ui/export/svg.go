package export

import (
	"cmp"
	_ "embed" // the styles
	"encoding/xml"
	"fmt"
	"strings"
	"unicode"

	"tachiba/model"
	"tachiba/ui/text"
)

//go:embed picture.css
var pictureCSS string

// svg writes a picture as a file of its own.
func (e *exporter) svg() error {
	var drawn string
	switch cmp.Or(e.Picture, Pictures[0]) {
	case Matrix:
		drawn = e.matrix()
	case Timeline:
		drawn = e.timeline(false)
	default:
		return fmt.Errorf("export: no picture %q", e.Picture)
	}
	_, err := e.out.WriteString(xml.Header + drawn + "\n")
	return err
}

// The sizes of a picture's text, as its styles have them, and its edge, in pixels.
const (
	titleSize = 20.0
	headSize  = 14.0
	smallSize = 11.0
	edge      = 24.0
)

// textWidth returns about how many pixels s takes, rather too many: a kanji is as
// wide as high, Latin letters differ by font.
func textWidth(s string, size float64) float64 {
	ems := 0.0
	for _, r := range s {
		switch {
		case text.Width(string(r)) == 2:
			ems++
		case unicode.IsUpper(r):
			ems += .82
		default:
			ems += .58
		}
	}
	return ems * size
}

// wrap returns the lines of s in a width in pixels, at most most, the last of
// them cut with an ellipsis; none of an empty text.
func (e *exporter) wrap(s string, size, width float64, most int) (out []string) {
	if s == "" {
		return nil
	}
	cells := int(width / textWidth(s, size) * float64(text.Width(s)))
	lines := text.Lines(s, cells)
	for i, r := range lines {
		if i == most-1 && len(lines) > most {
			return append(out, text.Truncate(s[r.Start:], cells, e.Look.Ellipsis))
		}
		out = append(out, s[r.Start:r.End])
	}
	return out
}

// picture is an SVG in the making. Its methods take pixels from the left and top.
type picture struct {
	strings.Builder
	name     string  // of the picture, from which its IDs are made
	title    string  // what it is of
	inPage   bool    // it stands in a page of that title, and needs no edge
	width, y float64 // y is where the next part begins
}

// element writes an element with a text in it; attributes are pairs.
func (p *picture) element(name, content string, attributes ...any) {
	p.open(name, attributes...)
	p.WriteString(">" + escape(content) + "</" + name + ">\n")
}

// empty writes an element without content.
func (p *picture) empty(name string, attributes ...any) {
	p.open(name, attributes...)
	p.WriteString("/>\n")
}

func (p *picture) open(name string, attributes ...any) {
	p.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		fmt.Fprintf(p, ` %s="%s"`, attributes[i], escape(value(attributes[i+1])))
	}
}

// value writes numbers with a digit after the point: a tenth of a pixel.
func value(v any) string {
	if f, ok := v.(float64); ok {
		return strings.TrimSuffix(fmt.Sprintf("%.1f", f), ".0")
	}
	return fmt.Sprint(v)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return b.String()
}

// text, line, rect and rounded draw what they are named after, in the style of a
// class.
func (p *picture) text(x, y float64, class, s string) {
	p.element("text", s, "x", x, "y", y, "class", class)
}

func (p *picture) line(x1, y1, x2, y2 float64, class string) {
	p.empty("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", class)
}

func (p *picture) rect(x, y, w, h float64, class string) {
	p.empty("rect", "x", x, "y", y, "width", w, "height", h, "class", class)
}

func (p *picture) rounded(x, y, w, h, r float64, class string) {
	p.empty("rect", "x", x, "y", y, "width", w, "height", h, "rx", r, "class", class)
}

// mark draws the sign of a stance around a point, r pixels in each direction, with
// a text that shows when pointed at.
func (p *picture) mark(s model.Stance, x, y, r float64, tip string) {
	p.open("path", "class", class(s), "d", shape(s, x, y, r))
	if tip == "" {
		p.WriteString("/>\n")
		return
	}
	p.WriteString("><title>" + escape(tip) + "</title></path>\n")
}

// shape returns the outline of a stance's sign: as on the screen, a triangle up,
// a triangle down, a diamond.
func shape(s model.Stance, x, y, r float64) string {
	at := func(dx, dy float64) string { return value(x+dx*r) + " " + value(y+dy*r) }
	switch s {
	case model.Favor:
		return "M" + at(0, -1) + "L" + at(1, .8) + "L" + at(-1, .8) + "Z"
	case model.Against:
		return "M" + at(0, 1) + "L" + at(1, -.8) + "L" + at(-1, -.8) + "Z"
	default:
		return "M" + at(0, -1.1) + "L" + at(1.1, 0) + "L" + at(0, 1.1) + "L" + at(-1.1, 0) + "Z"
	}
}

// heading writes what the picture is of and what it rests on, and moves below.
func (e *exporter) heading(p *picture) {
	p.y = edge + titleSize
	for _, line := range e.wrap(p.title, titleSize, p.width-2*edge, 2) {
		p.text(edge, p.y, "title", line)
		p.y += titleSize * 1.3
	}
	p.y -= 4
	for _, about := range e.about() {
		for _, line := range e.wrap(about, smallSize, p.width-2*edge, 3) {
			p.text(edge, p.y, "small", line)
			p.y += smallSize * 1.5
		}
	}
	p.y += 8
}

// close returns the picture whole. desc tells who can't see it what it shows.
func (p *picture) close(lang model.Lang, desc string) string {
	left, width := 0.0, p.width
	if p.inPage {
		left, width = edge, p.width-2*edge
	}
	p.y += edge - 6
	head := picture{}
	head.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "picture", "width", width, "height", p.y,
		"viewBox", fmt.Sprintf("%s 0 %s %s", value(left), value(width), value(p.y)), "role", "img", "lang", lang,
		"aria-labelledby", p.name+"-title "+p.name+"-desc")
	head.WriteString(">\n")
	head.element("title", p.title, "id", p.name+"-title")
	head.element("desc", desc, "id", p.name+"-desc")
	head.WriteString("<style>\n" + pictureCSS + "</style>\n")
	head.rect(0, 0, p.width, p.y, "ground")
	return head.String() + p.String() + "</svg>"
}

// legend is a row of signs with words, in as many lines as it takes.
type legend struct {
	*picture
	x float64
}

// legend begins the legend, below the rest.
func (p *picture) legend() *legend {
	p.y += 12
	return &legend{p, edge}
}

// add adds a sign, which draw draws around a point, r pixels in each direction,
// and its words.
func (l *legend) add(words string, r float64, draw func(x, y float64)) {
	width := 2*r + 6 + textWidth(words, smallSize)
	if l.x > edge && l.x+width > l.width-edge {
		l.x, l.y = edge, l.y+20
	}
	draw(l.x+r, l.y-4)
	l.text(l.x+2*r+6, l.y, "small", words)
	l.x += width + 16
}

// addStances adds the signs of the stances.
func (l *legend) addStances(e *exporter) {
	for _, s := range model.Stances {
		l.add(e.Look.Stance(s), 7, func(x, y float64) { l.mark(s, x, y, 5, "") })
	}
}
