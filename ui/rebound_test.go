package ui

import (
	"testing"

	"tachiba/model"
)

// TestWordsFollowTheKeys holds that messages, hints and dialogs say the keys that a
// person has bound, in both languages.
func TestWordsFollowTheKeys(t *testing.T) {
	o := options(model.English)
	o.Config.Keys = map[string][]string{"undo": {"U"}, "back": {"f4"}, "compare": {"0"}, "shifts": {}}
	a := start(t, o, 160, 35)
	has(t, a, " 0 Compare ", " 3 Timeline   Shifts   5 Agreement ")
	a = drive(t, a, "s")
	has(t, a, "f4 cancel")
	a = drive(t, a, "space", "enter")
	has(t, a, " U undo ")
	a = drive(t, a, "c")
	has(t, a, "filters cleared (U undoes)")
	if a = drive(t, a, "U"); !a.filter.Active() {
		t.Error("U does not undo")
	}
	a.setLang(model.Japanese)
	has(t, a, " 0 比較 ")
	a = drive(t, a, "c")
	has(t, a, "絞り込みを解除しました (U で元に戻す)")
}

// TestNamesAreNoKeys holds that a file is called what it is called.
func TestNamesAreNoKeys(t *testing.T) {
	a := start(t, options(model.English), 120, 35)
	a = drive(t, a, exportedMsg{path: "/tmp/{undo}.csv"})
	has(t, a, "written to /tmp/{undo}.csv")
}
