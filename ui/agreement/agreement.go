// Package agreement shows on how many topics each pair of actors takes the same
// stance, and which topics unite and divide a pair.
package agreement

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/plain"
)

// Model is the view.
type Model struct {
	look       *look.Look
	keys       *keys.Map
	comparison model.Comparison
	w, h       int
}

// New returns the view without a comparison.
func New(l *look.Look, k *keys.Map) Model { return Model{look: l, keys: k} }

// SetLook replaces theme and words.
func (m *Model) SetLook(l *look.Look, k *keys.Map) { m.look, m.keys = l, k }

// SetSize sets the cells that the view has.
func (m *Model) SetSize(w, h int) { m.w, m.h = w, h }

// SetComparison replaces what is shown.
func (m *Model) SetComparison(c model.Comparison) { m.comparison = c }

// Update takes a key.
func (m *Model) Update(tea.Msg) tea.Cmd { return nil }

// View returns the view, h lines of at most w cells.
func (m Model) View() string { return "" }

// Click takes a click at x, y of the view.
func (m *Model) Click(_, _ int) tea.Cmd { return nil }

// Wheel moves by n notches over column x.
func (m *Model) Wheel(_, _ int) {}

// Back undoes a choice inside the view, and reports whether there was one.
func (m *Model) Back() bool { return false }

// Statement returns the statement under the cursor, false without any.
func (m Model) Statement() (model.Statement, bool) { return model.Statement{}, false }

// Hints returns the keys that are of most use now.
func (m Model) Hints() []key.Binding { return nil }

// Plain returns the view as lines, of each list at most most entries, all for 0.
func (m Model) Plain(most int) []plain.Line { return nil }
