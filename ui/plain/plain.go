// Package plain is what a view says as lines that read from top to bottom: for
// pipes, for screen readers, and for the interface without columns and boxes.
package plain

import (
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
)

// Line is one line of a view's text, as long as it is: whoever shows it wraps it.
type Line struct {
	Text  string
	Depth int // 0 for a heading; what belongs to it is deeper
	// Open is what the line leads to, nil for nothing.
	Open tea.Msg
	// Statement is the one that the line tells of, nil without any.
	Statement *model.Statement
}

// indent is the spaces of a depth.
const indent = "  "

// String returns the line with its indentation.
func (l Line) String() string {
	s := ""
	for range l.Depth {
		s += indent
	}
	return s + l.Text
}
