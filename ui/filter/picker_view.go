package filter

import (
	"strings"

	"tachiba/ui/romaji"
	"tachiba/ui/text"
)

// rowsTop is the lines of the dialog above its options: frame, title and query.
const rowsTop = FrameTop + 2

// visible returns how many options there is room for. It does not change with the
// query, so that the dialog stays where it is.
func (p *Picker) visible() int { return max(1, min(len(p.options), p.h-6)) }

// Cursor returns where in the dialog the terminal's cursor stands: in the query.
func (p *Picker) Cursor() (x, y int, ok bool) {
	return FrameLeft + PromptWidth + p.query.Cursor(p.queryWidth(p.inner())-PromptWidth), rowsTop - 1, true
}

// View returns the dialog.
func (p *Picker) View() string {
	inner := p.inner()
	lines := []string{p.look.Fit(p.look.Title.Render(p.title), inner), p.queryLine(inner)}
	q := romaji.Parse(p.query.Value())
	for i := p.top; i < p.top+p.visible(); i++ {
		switch {
		case i < len(p.rows):
			lines = append(lines, p.line(p.rows[i], q, i == p.at, inner))
		case i == 0:
			lines = append(lines, p.look.Fit("  "+p.look.Muted.Render(p.look.T("picker.nothing")), inner))
		default:
			lines = append(lines, text.Spaces(inner))
		}
	}
	lines = append(lines, Hints(p.look, p.hints(), inner))
	return Frame(p.look, strings.Join(lines, "\n"))
}

// inner returns the cells inside the frame: what the longest option needs, whatever
// the query leaves.
func (p *Picker) inner() int {
	need := text.Width(p.hints())
	for _, o := range p.options {
		need = max(need, 2*o.Depth+text.Width(o.Label)+16)
	}
	return max(10, min(p.w-6, need))
}

func (p *Picker) hints() string {
	switch {
	case !p.one:
		return p.look.T("picker.keys")
	case p.removable():
		return p.look.T("picker.keys_remove")
	}
	return p.look.T("picker.keys_one")
}

// queryWidth returns the cells of the query, beside which stands how many options it
// finds.
func (p *Picker) queryWidth(inner int) int { return inner - text.Width(p.tally()) }

// tally tells how many options are shown, where that is not seen at once.
func (p *Picker) tally() string {
	if p.query.Value() == "" && len(p.options) <= p.visible() {
		return ""
	}
	more := text.Spaces(text.Width(p.look.More))
	if p.top+p.visible() < len(p.rows) {
		more = p.look.More
	}
	return " " + p.look.T("picker.tally", p.found(), len(p.options)) + " " + more
}

// found returns how many options the query finds.
func (p *Picker) found() (n int) {
	for _, r := range p.rows {
		if r.match > romaji.None {
			n++
		}
	}
	return n
}

func (p *Picker) queryLine(inner int) string {
	return p.query.Query(p.look, p.queryWidth(inner), p.look.T("picker.empty")) + p.look.Muted.Render(p.tally())
}

// line returns an option in inner cells, with what the query finds of its label.
func (p *Picker) line(r row, q romaji.Query, selected bool, inner int) string {
	o := p.options[r.option]
	mark, style := "  ", p.look.Text
	switch {
	case selected:
		mark, style = p.look.Fit(p.look.Cursor, 2), p.look.Selected
	case o.Count == 0 && !o.Uncounted || r.match == romaji.None:
		style = p.look.Faint
	}
	count := ""
	if !o.Uncounted {
		count = " " + p.look.T("filter.count", o.Count)
	}
	start := p.box(o) + " " + text.Spaces(2*o.Depth)
	label := text.Truncate(o.Label, inner-2-text.Width(start+count), p.look.Ellipsis)
	var spans []text.Span
	for _, f := range q.Find(label) {
		spans = append(spans, text.Span{Range: text.Range{Start: f[0], End: f[1]}, Style: p.look.Cue})
	}
	gap := text.Spaces(inner - 2 - text.Width(start+label+count))
	return mark + style.Render(start) + text.Render(label, text.Range{End: len(label)}, style, text.Merge(spans)) + style.Render(gap+count)
}

// box tells whether an option is on.
func (p *Picker) box(o Option) string {
	switch {
	case p.one && o.On:
		return p.look.Picked
	case p.one:
		return text.Spaces(text.Width(p.look.Picked))
	case o.On:
		return p.look.On
	}
	return p.look.Off
}
