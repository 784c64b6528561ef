package filter

import (
	"strings"

	"tachiba/ui/text"
)

// presetsTop is the lines of the dialog above the periods: frame, title, two fields
// and a note.
const presetsTop = FrameTop + 4

// dayWidth is the cells of a field: a day, and the cursor after it.
const dayWidth = 11

// visible returns how many periods there is room for.
func (d *Dates) visible() int { return max(1, min(len(d.presets), d.h-8)) }

// labelWidth returns the cells before a field: the mark, its label and a gap.
func (d *Dates) labelWidth() int {
	return 4 + max(text.Width(d.look.T("filter.since")), text.Width(d.look.T("filter.until")))
}

// Cursor returns where in the dialog the terminal's cursor stands: in a field.
func (d *Dates) Cursor() (x, y int, ok bool) {
	if !d.Typing() {
		return 0, 0, false
	}
	return FrameLeft + d.labelWidth() + d.fields[d.at].Cursor(dayWidth), FrameTop + 1 + d.at, true
}

// View returns the dialog.
func (d *Dates) View() string {
	inner := d.inner()
	lines := []string{d.look.Title.Render(d.look.T("filter.dates"))}
	for i, label := range []string{d.look.T("filter.since"), d.look.T("filter.until")} {
		typed := d.fields[i].Text(dayWidth)
		if typed == "" {
			typed = d.look.Muted.Render("YYYY-MM-DD")
		}
		lines = append(lines, d.mark(i == d.at)+d.look.Fit(label, d.labelWidth()-2)+typed)
	}
	lines = append(lines, d.note(inner))
	for i := d.top; i < min(d.top+d.visible(), len(d.presets)); i++ {
		lines = append(lines, d.line(d.presets[i], i+len(d.fields) == d.at, inner))
	}
	lines = append(lines, Hints(d.look, d.look.T("presets.keys"), inner))
	for i := range lines {
		lines[i] = d.look.Fit(lines[i], inner)
	}
	return Frame(d.look, strings.Join(lines, "\n"))
}

// note returns what is wrong, or from when the statements are and so where the
// periods count from.
func (d *Dates) note(inner int) string {
	if d.fault != "" {
		return d.look.Warn.Render(text.Truncate(d.fault, inner, d.look.Ellipsis))
	}
	note := d.look.Span(d.span.First, d.span.Last)
	if d.span.Last.Known() {
		note = d.look.T("presets.newest", d.span.Last.String())
	}
	return d.look.Muted.Render(text.Truncate(note, inner, d.look.Ellipsis))
}

// inner returns the cells inside the frame.
func (d *Dates) inner() int {
	need := max(text.Width(d.look.T("presets.keys")), text.Width(d.note(d.w)), d.labelWidth()+dayWidth)
	for _, p := range d.presets {
		need = max(need, 4+text.Width(p.name)+text.Width(d.period(p))+text.Width(d.count(p)))
	}
	return max(10, min(d.w-6, need))
}

func (d *Dates) mark(selected bool) string {
	if selected {
		return d.look.Fit(d.look.Cursor, 2)
	}
	return "  "
}

// line returns a period: its name, its days where there is room, and its count.
func (d *Dates) line(p preset, selected bool, inner int) string {
	style := d.look.Text
	switch {
	case selected:
		style = d.look.Selected
	case d.span.Count != nil && p.count == 0:
		style = d.look.Faint
	}
	right := d.period(p) + d.count(p)
	if text.Width(p.name)+text.Width(right)+4 > inner {
		right = d.count(p)
	}
	return d.mark(selected) + style.Render(d.look.Fit(p.name, inner-2-text.Width(right))+right)
}

// period returns the days of a period.
func (d *Dates) period(p preset) string {
	switch {
	case !p.since.Known():
		return ""
	case p.until.Known():
		return d.look.Span(p.since, p.until)
	}
	return d.look.Draw(p.since.String() + " –")
}

// count returns how many statements a period has, with a gap before it.
func (d *Dates) count(p preset) string {
	if d.span.Count == nil {
		return ""
	}
	n := d.look.T("filter.count", p.count)
	return text.Spaces(countWidth-text.Width(n)) + n
}

// countWidth is the cells of a count: six digits, grouped, and a gap.
const countWidth = 9
