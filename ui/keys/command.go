package keys

import tea "charm.land/bubbletea/v2"

// commandKey is a key that no terminal sends: by it a binding is pressed by its
// name, whatever its keys are.
func commandKey(id string) string { return "command:" + id }

// Command returns the press that a binding answers to by its id.
func Command(id string) tea.KeyPressMsg {
	return tea.KeyPressMsg{Code: tea.KeyExtended, Text: commandKey(id)}
}
