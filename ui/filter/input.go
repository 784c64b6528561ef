package filter

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"tachiba/ui/look"
	"tachiba/ui/text"
)

// prompt stands before a line that is typed.
const prompt = "> "

// Input is a line that a person types into. Its cursor is the terminal's own: an
// input method shows its text there.
type Input struct{ line textinput.Model }

// NewInput returns an empty line.
func NewInput() Input {
	line := textinput.New()
	line.SetVirtualCursor(false)
	line.KeyMap.Paste.SetEnabled(false) // it reads the clipboard by a program; terminals paste by themselves
	line.Focus()
	return Input{line}
}

// Update edits the line, and reports whether its text has changed.
func (in *Input) Update(msg tea.Msg) (changed bool) {
	before := in.line.Value()
	in.line, _ = in.line.Update(msg) // without a virtual cursor there is no command
	return in.line.Value() != before
}

// Value returns the text of the line.
func (in *Input) Value() string { return in.line.Value() }

// SetValue replaces the text; the cursor stands at its end.
func (in *Input) SetValue(s string) {
	in.line.SetValue(s)
	in.line.CursorEnd()
}

// AtEnd tells whether nothing stands after the cursor.
func (in *Input) AtEnd() bool { return in.line.Position() == len([]rune(in.line.Value())) }

// Text returns the line, cut to width cells around the cursor.
func (in *Input) Text(width int) string {
	shown, _ := in.window(width)
	return shown
}

// Cursor returns the cell of Text in which the cursor stands. It is computed from
// display width: textinput counts runes.
func (in *Input) Cursor(width int) int {
	_, x := in.window(width)
	return x
}

// window returns what of the line is shown in width cells, and the cursor's cell.
func (in *Input) window(width int) (shown string, x int) {
	runes, at := []rune(in.line.Value()), in.line.Position()
	from := 0
	for from < at && text.Width(string(runes[from:at])) >= width {
		from++
	}
	return text.Truncate(string(runes[from:]), width, ""), text.Width(string(runes[from:at]))
}

// Query returns the line as a dialog shows it in width cells, empty where nothing
// is typed. The cursor stands PromptWidth cells after where Cursor says.
func (in *Input) Query(l *look.Look, width int, empty string) string {
	if in.Value() == "" {
		return l.Fit(l.Accent.Render(prompt)+l.Muted.Render(empty), width)
	}
	return l.Fit(l.Accent.Render(prompt)+in.Text(width-PromptWidth), width)
}

// PromptWidth is the cells before the text of a Query.
const PromptWidth = len(prompt)
