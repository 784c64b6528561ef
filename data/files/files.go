// Package files finds and reads the digest files that a person names.
package files

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tachiba/data/charset"
	"tachiba/data/clean"
	"tachiba/model"
)

// MaxSize is the size in bytes above which a file is refused. Digests have about
// ten thousand characters; this is a thick book.
const MaxSize = 4 << 20

// File is a file to read.
type File struct {
	Path string
	ID   string // its name without the extension, unlike every other's
}

// Find returns the files that paths name: a file as it is, a folder's .txt, .md
// and .html files at any depth in the order of their names, without hidden ones. What
// is not there is among the problems; a file named twice is found once.
func Find(paths []string) ([]File, []model.Problem) {
	var found []string
	var problems []model.Problem
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			problems = append(problems, *problem(path, err))
		case info.IsDir():
			list, faults := findIn(path)
			if len(list)+len(faults) == 0 {
				faults = append(faults, model.Problem{Code: model.ProblemNoFiles, Path: clean.Line(path)})
			}
			found = append(found, list...)
			problems = append(problems, faults...)
		default:
			found = append(found, path)
		}
	}
	return identify(found), problems
}

func findIn(root string) (found []string, problems []model.Problem) {
	// The callback returns no error, so WalkDir visits all it can.
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case err != nil:
			problems = append(problems, *problem(path, err))
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case !entry.IsDir() && !hidden && digestName(path):
			found = append(found, path)
		}
		return nil
	})
	return found, problems
}

func digestName(path string) bool {
	return slices.Contains([]string{".txt", ".md"}, strings.ToLower(filepath.Ext(path))) || IsPage(path)
}

// IsPage tells whether a file's name is that of a web page.
func IsPage(path string) bool {
	return slices.Contains([]string{".html", ".htm", ".xhtml"}, strings.ToLower(filepath.Ext(path)))
}

// identify drops files named twice and gives each its ID; of two with one name
// the later has its folder before it.
func identify(paths []string) []File {
	var out []File
	seen, taken := map[string]bool{}, map[string]bool{}
	for _, path := range paths {
		full, err := filepath.Abs(path)
		if err != nil {
			full = path
		}
		if seen[full] {
			continue
		}
		seen[full] = true
		id := clean.Line(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
		for folder := filepath.Dir(full); taken[id]; folder = filepath.Dir(folder) {
			id = clean.Line(filepath.Base(folder)) + "/" + id
		}
		taken[id] = true
		out = append(out, File{Path: path, ID: id})
	}
	return out
}

// Decode returns the text of what Bytes read at path, not cleaned. The problem is
// nil or says why it can't be used.
func Decode(path string, b []byte) (string, *model.Problem) {
	text, _, err := charset.Decode(b)
	if err != nil {
		return "", &model.Problem{Code: model.ProblemBinary, Path: clean.Line(path)}
	}
	if strings.TrimSpace(text) == "" {
		return "", &model.Problem{Code: model.ProblemEmpty, Path: clean.Line(path)}
	}
	return text, nil
}

// Bytes returns what is in the file. The problem is nil or says why it can't be
// used.
func Bytes(path string) ([]byte, *model.Problem) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, problem(path, err)
	case !info.Mode().IsRegular(): // a pipe would wait for ever
		return nil, &model.Problem{Code: model.ProblemNotAFile, Path: clean.Line(path)}
	case info.Size() > MaxSize:
		return nil, &model.Problem{Code: model.ProblemTooLarge, Path: clean.Line(path)}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, problem(path, err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	switch {
	case err != nil:
		return nil, problem(path, err)
	case len(b) > MaxSize: // it grew meanwhile
		return nil, &model.Problem{Code: model.ProblemTooLarge, Path: clean.Line(path)}
	}
	return b, nil
}

func problem(path string, err error) *model.Problem {
	return model.FileProblem(clean.Line(path), err)
}
