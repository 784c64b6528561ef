package digest

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"tachiba/model"
)

// block is the lines [from, to) of one card: from its published date or first
// claim to its source, or to its last claim when it has no source.
type block struct{ from, to int }

// maxLoose is how many lines without a mark may stand between a claim and the
// source: a claim can run over two lines.
const maxLoose = 2

func cardBlocks(lines []line) []block {
	var out []block
	for i := 0; i < len(lines); i++ {
		if k := lines[i].kind; k != published && k != claim && k != source {
			continue
		}
		b := block{i, cardEnd(lines, i)}
		out = append(out, b)
		i = b.to - 1
	}
	return out
}

func cardEnd(lines []line, from int) int {
	end, loose := from+1, 0
	if lines[from].kind == source {
		return end
	}
	for j := from + 1; j < len(lines) && loose <= maxLoose; j++ {
		switch lines[j].kind {
		case source:
			return j + 1
		case claim:
			end, loose = j+1, 0
		case plain:
			loose++
		default:
			return end
		}
	}
	return end
}

// card places a card's lines and adds the card to the open section.
func (p *parser) card(b block) {
	if p.section == model.None {
		p.open("", "", "")
	}
	sec := &p.digest.Sections[p.section]
	c := model.Card{Line: p.lines[b.from].n}
	index := len(sec.Cards)
	glued := line{}
	if i := p.headlineBefore(b.from); i >= 0 {
		c.Title, c.Line = p.lines[i].text, p.lines[i].n
		p.emit(p.lines[i].n, c.Title, model.RoleHeadline, index)
	}
	claims := false
	for _, l := range p.lines[b.from:b.to] {
		switch {
		case l.kind == published:
			c.Published = readDate(l.text)
			p.emit(l.n, l.text, model.RolePublished, index)
		case l.kind == claim || claims && l.kind == plain:
			claims = true
			p.emit(l.n, l.text, model.RoleClaim, index)
		case l.kind == plain:
			if c.Title == "" {
				c.Title = l.text
			}
			p.emit(l.n, l.text, model.RoleHeadline, index)
		case l.kind == source:
			c.Outlet, c.URL, glued.text = readSource(l.text)
			glued.n = l.n
			p.emit(l.n, strings.TrimSuffix(l.text, glued.text), model.RoleSource, index)
		}
	}
	if garbledName.MatchString(c.Outlet) {
		p.garbled = append(p.garbled, model.Note{Code: model.NoteGarbled, Line: glued.n, Text: c.Outlet})
		c.Outlet = ""
	}
	sec.Cards = append(sec.Cards, c)
	if glued.text != "" {
		p.emit(glued.n, glued.text, model.RoleComment, model.None)
	}
}

// isHeadline tells whether line i, in the text before a card at to, is the
// source's headline: the last line, and printed again on the card, or without
// the end of a sentence where an answer stands before it.
func (p *parser) isHeadline(i, to int) bool {
	return p.headlineBefore(to) == i || i+1 < to && p.lines[i].text == p.lines[i+1].text && p.headlineBefore(to) == i+1
}

func (p *parser) headlineBefore(at int) int {
	i := at - 1
	if i < 0 || p.lines[i].kind != plain {
		return -1
	}
	t := p.lines[i].text
	if at+1 < len(p.lines) && p.lines[at+1].text == t || i > 0 && p.lines[i-1].text == t {
		return i
	}
	if answer := i > 0 && isQuestion(p.lines[i-1]); answer || isQuestion(p.lines[i]) && p.digest.Lang == string(model.Japanese) || sentenceLike.MatchString(t) || isComment(t, p.digest.Lang) {
		return -1
	}
	return i
}

// sentenceLike is a line that ends as sentences do, or holds one that ends;
// headlines do neither.
var sentenceLike = regexp.MustCompile(`[。！!]|[.]$|\. [A-Z]|(?:です|ます|ました|ません|でした|ている|である|った|した|れた|いた|ない)$`)

var dayPattern = regexp.MustCompile(`(\d{4})\s*[/\-.年]\s*(\d{1,2})\s*[/\-.月]\s*(\d{1,2})`)

// readDate returns the first day that text names, or unknown; digits may be
// full-width.
func readDate(text string) model.Date {
	m := dayPattern.FindStringSubmatch(width.Narrow.String(text))
	if m == nil {
		return 0
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1])
	}
	d, _ := model.MakeDate(n[0], n[1], n[2])
	return d
}
