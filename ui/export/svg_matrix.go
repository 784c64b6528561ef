package export

import (
	"fmt"
	"strings"

	"tachiba/model"
)

// The columns of the matrix, in pixels.
const (
	topicWidth   = 240.0
	actorWidth   = 150.0
	dividedWidth = 110.0
	barWidth     = 60.0
	cellGap      = 4.0
)

// matrix returns the matrix as an SVG: a row a topic, a column an actor.
func (e *exporter) matrix() string {
	c := &e.Comparison
	p := &picture{name: Matrix, title: e.title(), width: max(640, 2*edge+topicWidth+actorWidth*float64(len(c.Actors))+dividedWidth)}
	e.heading(p)
	e.matrixHead(p)
	desc := ""
	for _, row := range c.Rows {
		e.matrixRow(p, row)
		desc += e.rowWords(row) + "\n"
	}
	p.line(edge, p.y, p.width-edge, p.y, "rule")
	p.y += 12
	l := p.legend()
	l.addStances(e)
	l.add(e.Look.Stance(model.NoEvidence), 7, func(x, y float64) { p.rounded(x-7, y-5, 14, 10, 3, "empty") })
	l.add(e.Look.T("plain.shifted"), 7, func(x, y float64) { p.text(x, y+4, "small middle", e.Look.Shift) })
	return p.close(e.Look.Lang(), desc)
}

func (e *exporter) matrixHead(p *picture) {
	names := make([][]string, len(e.Comparison.Actors))
	height := 1
	for i, a := range e.Comparison.Actors {
		names[i] = e.wrap(e.Look.Name(a.Name), headSize, actorWidth-14, 2)
		height = max(height, len(names[i]))
	}
	p.y += headSize
	base := p.y + float64(height-1)*headSize*1.3
	p.text(edge, base, "head", e.Look.T("table.topic"))
	for i, lines := range names {
		for j, line := range lines {
			p.text(column(i)+10, base-float64(len(lines)-1-j)*headSize*1.3, "head", line)
		}
	}
	p.text(column(len(names))+10, base, "head", e.Look.T("compare.divided"))
	p.y = base + 10
}

// column returns where the column of an actor begins.
func column(i int) float64 { return edge + topicWidth + actorWidth*float64(i) }

func (e *exporter) matrixRow(p *picture, row model.Row) {
	names := e.wrap(e.Look.Name(row.Topic.Name), headSize, topicWidth-16, 2)
	propositions := e.wrap(e.Look.Name(row.Topic.Proposition), smallSize, topicWidth-16, 3)
	height := max(56, 20+float64(len(names))*18+float64(len(propositions))*15)
	p.line(edge, p.y, p.width-edge, p.y, "rule")
	y := p.y + 22
	for _, line := range names {
		p.text(edge, y, "head", line)
		y += 18
	}
	for _, line := range propositions {
		p.text(edge, y-1, "small", line)
		y += 15
	}
	for i, cell := range row.Cells {
		e.matrixCell(p, cell, column(i)+cellGap/2, height)
	}
	x, middle := column(len(row.Cells))+10, p.y+height/2
	apart := "—"
	if row.Comparable() {
		p.rect(x, middle-4, barWidth, 8, "track")
		p.rect(x, middle-4, barWidth*row.Divided, 8, "bar")
		apart = fmt.Sprintf("%d%%", percent(row.Divided))
	}
	p.text(x+dividedWidth-10, middle+4, "small end", apart)
	p.y += height
}

func (e *exporter) matrixCell(p *picture, cell model.Position, x, height float64) {
	w, h, y := actorWidth-cellGap, height-2*cellGap, p.y+cellGap
	middle := y + h/2
	if cell.Stance == model.NoEvidence {
		p.rounded(x+.5, y+.5, w-1, h-1, 6, "empty")
		p.text(x+10, middle+4, "small", e.Look.Stance(cell.Stance))
		return
	}
	p.rounded(x, y, w, h, 6, "cell "+string(cell.Stance))
	p.mark(cell.Stance, x+17, middle-8, 7, "")
	word := e.Look.Stance(cell.Stance)
	p.element("text", word, "x", x+32, "y", middle-4, "class", string(cell.Stance), "font-weight", 600)
	p.element("text", fmt.Sprint(cell.Counts.Of(cell.Stance)), "x", x+w-10, "y", middle-4, "class", "end")
	below := cell.Newest.String()
	if cell.Shifted {
		below = strings.TrimSpace(below + " " + e.Look.Shift)
	}
	p.text(x+32, middle+13, "small", below)
}

// rowWords returns a topic and the positions on it as a sentence.
func (e *exporter) rowWords(row model.Row) string {
	var parts []string
	for i, p := range row.Cells {
		words := e.Look.Stance(p.Stance)
		if p.Stance != model.NoEvidence {
			words += e.Look.T("plain.comma") + e.Look.T("plain.statements", p.Counts.Total())
		}
		parts = append(parts, e.Look.T("plain.position", e.Look.Name(e.Comparison.Actors[i].Name), words))
	}
	return e.Look.T("plain.topic", e.Look.Name(row.Topic.Name), strings.Join(parts, e.Look.T("plain.semicolon")))
}
