package files_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/files"
	"tachiba/model"
)

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// read returns the text of a file.
func read(path string) (string, *model.Problem) {
	b, problem := files.Bytes(path)
	if problem != nil {
		return "", problem
	}
	return files.Decode(path, b)
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.MD", "sub/b.txt", "sub/deep/c.txt", ".hidden/x.txt", ".y.txt", "image.png"} {
		write(t, filepath.Join(dir, name), "x")
	}
	if err := os.Mkdir(filepath.Join(dir, "void"), 0o755); err != nil {
		t.Fatal(err)
	}
	found, problems := files.Find([]string{dir, filepath.Join(dir, "b.txt"), filepath.Join(dir, "none.txt"), filepath.Join(dir, "void")})
	var ids []string
	for _, f := range found {
		ids = append(ids, f.ID)
	}
	if diff := cmp.Diff([]string{"a", "b", "sub/b", "c"}, ids); diff != "" {
		t.Error(diff)
	}
	var codes []model.ProblemCode
	for _, p := range problems {
		codes = append(codes, p.Code)
	}
	if diff := cmp.Diff([]model.ProblemCode{model.ProblemNotFound, model.ProblemNoFiles}, codes); diff != "" {
		t.Error(diff)
	}
}

// TestNames holds that names from outside are cleaned before they are compared
// and shown.
func TestNames(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.txt"), "x")
	write(t, filepath.Join(dir, "sub", "a\u200b.txt"), "x")
	loop := filepath.Join(dir, "b\u202egpj\u009b31m.txt")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	found, _ := files.Find([]string{dir})
	ids := map[string]bool{}
	for _, f := range found {
		ids[f.ID] = true
	}
	if !ids["a"] || !ids["sub/a"] || len(ids) != len(found) {
		t.Errorf("IDs %v", ids)
	}
	if _, p := read(loop); p == nil || strings.ContainsAny(p.Error(), "\u202e\u009b") || p.Err == nil {
		t.Errorf("problem %q", p.Error())
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	huge := write(t, filepath.Join(dir, "huge.txt"), "")
	if err := os.Truncate(huge, 200<<20); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		path string
		want model.ProblemCode
	}{
		"text":    {write(t, filepath.Join(dir, "a.txt"), "停戦"), ""},
		"empty":   {write(t, filepath.Join(dir, "e.txt"), ""), model.ProblemEmpty},
		"blank":   {write(t, filepath.Join(dir, "s.txt"), " \n\t\n"), model.ProblemEmpty},
		"binary":  {write(t, filepath.Join(dir, "b.txt"), "\x89PNG\x00\x01"), model.ProblemBinary},
		"200 MB":  {huge, model.ProblemTooLarge},
		"missing": {filepath.Join(dir, "none"), model.ProblemNotFound},
		"folder":  {dir, model.ProblemNotAFile},
		"pipe":    {pipe, model.ProblemNotAFile},
	}
	for name, tt := range tests {
		text, problem := read(tt.path)
		var got model.ProblemCode
		if problem != nil {
			got = problem.Code
		}
		if got != tt.want || tt.want == "" && text != "停戦" {
			t.Errorf("%s: %q, %q, want %q", name, text, got, tt.want)
		}
	}
}
