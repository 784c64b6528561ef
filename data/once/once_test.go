package once

import (
	"path/filepath"
	"testing"
)

func TestOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "tachiba", "welcomed")
	if Done(path) {
		t.Fatal("it is done before it was")
	}
	for range 2 { // again changes nothing
		if err := Remember(path); err != nil {
			t.Fatal(err)
		}
		if !Done(path) {
			t.Fatal("it is forgotten")
		}
	}
	if err := Remember(filepath.Join(path, "below", "a", "file")); err == nil {
		t.Error("what can't be kept is no error")
	}
}
