package digest

import (
	"regexp"
	"strings"

	"tachiba/model"
)

var openingLine = regexp.MustCompile(`^(?:さて[、,]|それでは|では[、,]|まずは|(?:今回|本日)の?記事)`)

// head places what stands above the first section: title, lead, key points and
// the opening remark. It returns the index of the first line left for the gap
// before the first card.
func (p *parser) head(blocks []block) int {
	if len(p.lines) == 0 {
		return 0
	}
	layout := len(blocks) > 0
	end := min(2, len(p.lines))
	if layout {
		end = blocks[0].from
		if i := p.findOpening(0, end); i >= 0 {
			end = i
		}
	}
	title, lead := "", true
	for i, l := range p.lines[:end] {
		switch {
		case l.kind == nextPage:
			return i // the rest is for the tail
		case l.kind != plain:
			p.mark(l)
		case !layout && title == "" && strings.HasSuffix(l.text, "。"):
			title = l.text // an article that opens with a sentence has no title
			p.emit(l.n, l.text, model.RoleLead, model.None)
		case title == "" || l.text == title:
			title = l.text
			p.emit(l.n, l.text, model.RoleTitle, model.None)
		case openingLine.MatchString(l.text):
			lead = false
			p.emit(l.n, l.text, model.RoleComment, model.None)
		case lead:
			p.emit(l.n, l.text, model.RoleLead, model.None)
		default:
			p.text(l)
		}
	}
	if !layout && end < len(p.lines) || layout && end == blocks[0].from {
		p.open("", "", "")
	}
	return end
}

// lastWords opens the digest's last words, in which it speaks of itself.
var lastWords = regexp.MustCompile(`^(?:今回|本日|今日|この|本)の?(?:記事|稿)|^今回は[、,]|^以上[、,]`)

// tail places what follows the last card: text, the close with its key points,
// and the next page's title.
func (p *parser) tail(from int) {
	end := len(p.lines)
	for i := from; i < end; i++ {
		if l := p.lines[i]; l.kind == nextPage || l.kind == closing || l.kind == keyPoint || lastWords.MatchString(l.text) {
			end = i
		}
	}
	p.body(from, end)
	p.section = model.None
	teaser := false
	for _, l := range p.lines[end:] {
		switch {
		case l.kind == nextPage:
			teaser = true
			if rest := nextPageLine.ReplaceAllString(l.text, ""); rest != "" {
				p.emit(l.n, rest, model.RoleTeaser, model.None)
				teaser = false
			}
		case teaser:
			p.emit(l.n, l.text, model.RoleTeaser, model.None)
			teaser = false
		case l.kind == plain:
			p.emit(l.n, l.text, model.RoleComment, model.None)
		default:
			p.mark(l)
		}
	}
}
