package palette

import (
	"strings"

	"tachiba/ui/filter"
	"tachiba/ui/text"
)

// rowsTop is the lines of the dialog above its commands: frame, title and query.
const rowsTop = filter.FrameTop + 2

// most is how many commands are seen at once where there is room for more.
const most = 20

// visible returns how many commands there is room for, whatever the query finds.
func (m *Model) visible() int { return max(1, min(len(m.commands), m.h-6, most)) }

// Cursor returns where in the dialog the terminal's cursor stands: in the query.
func (m *Model) Cursor() (x, y int, ok bool) {
	return filter.FrameLeft + filter.PromptWidth + m.query.Cursor(m.columns().inner-filter.PromptWidth), rowsTop - 1, true
}

// columns are the cells of a command's parts, 0 for a part that there is no room
// for.
type columns struct{ inner, title, group, keys int }

// columns returns them, which the query does not change.
func (m *Model) columns() columns {
	var c columns
	for _, command := range m.commands {
		c.title = max(c.title, text.Width(command.Title))
		c.group = max(c.group, text.Width(command.Group))
		c.keys = max(c.keys, text.Width(command.Keys))
	}
	c.title += 16 // another word, by which it was found
	c.inner = max(10, min(m.w-6, 2+c.title+2+c.group+2+c.keys))
	if c.title = c.inner - 2 - 2 - c.group - 2 - c.keys; c.title < 24 {
		c.group, c.title = 0, c.inner-2-2-c.keys
	}
	return c
}

// View returns the dialog.
func (m *Model) View() string {
	c := m.columns()
	lines := []string{m.look.Fit(m.look.Title.Render(m.look.T("palette.title")), c.inner), m.query.Query(m.look, c.inner, m.look.T("palette.empty"))}
	for i := m.top; i < m.top+m.visible(); i++ {
		switch {
		case i < len(m.hits):
			lines = append(lines, m.line(m.hits[i], i == m.at, c))
		case i == 0:
			lines = append(lines, m.look.Fit("  "+m.look.Muted.Render(m.look.T("palette.nothing")), c.inner))
		default:
			lines = append(lines, text.Spaces(c.inner))
		}
	}
	lines = append(lines, filter.Hints(m.look, m.look.T("palette.keys"), c.inner))
	return filter.Frame(m.look, strings.Join(lines, "\n"))
}

// line returns a command: its title with what the query finds of it, the other word
// by which it was found, its group and its keys.
func (m *Model) line(h hit, selected bool, c columns) string {
	command := m.commands[h.command]
	mark, style, muted, keys := "  ", m.look.Text, m.look.Muted, m.look.Accent
	if selected {
		mark, style = m.look.Fit(m.look.Cursor, 2), m.look.Selected
		muted, keys = style, style
	}
	var spans []text.Span
	for _, r := range h.marks {
		spans = append(spans, text.Span{Range: r, Style: m.look.Cue})
	}
	title := text.Truncate(command.Title, c.title, m.look.Ellipsis)
	if h.found == "" {
		spans = within(spans, title, command.Title, m.look.Ellipsis)
	}
	left := c.title - text.Width(title)
	var row string
	if h.found == "" {
		row = text.Render(title, text.Range{End: len(title)}, style, spans)
	} else {
		found := text.Truncate("  "+h.found, left, m.look.Ellipsis)
		left -= text.Width(found)
		for i := range spans { // two spaces before it
			spans[i].Start, spans[i].End = spans[i].Start+2, spans[i].End+2
		}
		spans = within(spans, found, "  "+h.found, m.look.Ellipsis)
		row = style.Render(title) + text.Render(found, text.Range{End: len(found)}, muted, spans)
	}
	row += style.Render(text.Spaces(left + 2))
	if c.group > 0 {
		row += muted.Render(m.look.Fit(command.Group, c.group) + "  ")
	}
	return mark + row + keys.Render(text.Spaces(c.keys-text.Width(command.Keys))+command.Keys)
}

// within returns the spans of a text that are left where it was cut, before the
// ellipsis.
func within(spans []text.Span, short, whole, ellipsis string) (left []text.Span) {
	end := len(short)
	if short != whole {
		end = max(0, end-len(ellipsis))
	}
	for _, s := range spans {
		if s.End = min(s.End, end); s.Start < s.End {
			left = append(left, s)
		}
	}
	return left
}
