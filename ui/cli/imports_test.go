package cli_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "tachiba"

// room returns the top folder of a package of the module, "main" for the module
// itself and "" for a package from elsewhere.
func room(pkg string) string {
	if pkg == module {
		return "main"
	}
	rest, ok := strings.CutPrefix(pkg, module+"/")
	if !ok {
		return ""
	}
	top, _, _ := strings.Cut(rest, "/")
	return top
}

func standard(pkg string) bool {
	first, _, _ := strings.Cut(pkg, "/")
	return !strings.Contains(first, ".")
}

// broken says which rule an import breaks, "" when none. Tests of the model may
// use other modules, since nothing that is built does then.
func broken(from, imported string, test bool) string {
	switch to := room(imported); {
	case from == "ui" && to == "data", from == "data" && to == "ui":
		return "ui and data know model, never each other"
	case from == "model" && to != "model" && (to != "" || !test && !standard(imported)):
		return "model knows the standard library alone"
	case from != "main" && to == "main":
		return "nothing imports main"
	}
	return ""
}

func TestImports(t *testing.T) {
	root, files := filepath.Join("..", ".."), 0
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && len(entry.Name()) > 2) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		inside, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		from := room(path.Join(module, filepath.ToSlash(filepath.Dir(inside))))
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files++
		for _, imported := range parsed.Imports {
			pkg, err := strconv.Unquote(imported.Path.Value)
			if err != nil {
				return err
			}
			if rule := broken(from, pkg, strings.HasSuffix(file, "_test.go")); rule != "" {
				t.Errorf("%s imports %s: %s", inside, pkg, rule)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 30 {
		t.Errorf("only %d files seen: the walk misses the tree", files)
	}
}

func TestBroken(t *testing.T) {
	for _, tt := range []struct {
		from, imported string
		wrong          bool
	}{
		{"ui", "tachiba/data/clean", true},
		{"data", "tachiba/ui/lang", true},
		{"model", "tachiba/data", true},
		{"model", "golang.org/x/text/width", true},
		{"ui", "tachiba", true},
		{"main", "tachiba/data/clean", false},
		{"main", "tachiba/ui/cli", false},
		{"ui", "tachiba/model", false},
		{"ui", "tachiba/ui/text", false},
		{"data", "golang.org/x/text/width", false},
		{"model", "strings", false},
		{"model", "tachiba/model", false},
	} {
		if got := broken(tt.from, tt.imported, false); (got != "") != tt.wrong {
			t.Errorf("%s imports %s: %q", tt.from, tt.imported, got)
		}
	}
	if broken("model", "tachiba/data/clean", true) == "" || broken("model", "pgregory.net/rapid", true) != "" {
		t.Error("tests of the model may use other modules, but no other room")
	}
}
