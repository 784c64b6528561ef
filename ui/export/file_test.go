package export_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/uitest"
)

// A file that is written is there whole, or as it was.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	disk := errors.New("no space left")
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, s)
			return err
		}
	}
	read := func() string {
		t.Helper()
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if err := export.WriteFile(path, false, text("one")); err != nil || read() != "one" {
		t.Fatalf("%v, %q", err, read())
	}
	var p *model.Problem
	if err := export.WriteFile(path, false, text("two")); !errors.As(err, &p) || p.Code != model.ProblemExists || read() != "one" {
		t.Fatalf("%v, %q", err, read())
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err) // windows
	}
	if err := export.WriteFile(link, true, text("two")); err != nil || read() != "two" {
		t.Fatalf("%v, %q", err, read())
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	err := export.WriteFile(path, true, func(w io.Writer) error { return errors.Join(text("thr")(w), disk) })
	if !errors.Is(err, disk) || read() != "two" {
		t.Errorf("%v, %q", err, read())
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("%v, %v", entries, err)
	}
	if err := export.WriteFile(os.DevNull, false, text("nothing")); err != nil {
		t.Error(err)
	}
}

func TestSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.md")
	v := viewOf(model.English, uitest.Statements(), few)
	if err := export.Save(t.Context(), path, export.Markdown, v, false); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != write(t, export.Markdown, v) {
		t.Errorf("%v, %q", err, b)
	}
	if err := export.Save(t.Context(), path, export.Markdown, v, false); err == nil {
		t.Error("a file that is there is replaced")
	}
}
