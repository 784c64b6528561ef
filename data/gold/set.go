package gold

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tachiba/data/digest"
	"tachiba/model"
)

// ReadFile returns the rows of the gold file at path. The error is Read's, or
// that of opening the file.
func ReadFile(path string) ([]model.GoldRow, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f, path)
}

// ReadSet returns the rows of a gold file and the digests, .txt files in the
// folder texts, that they are about. It is an error when there are none.
func ReadSet(path, texts string) ([]model.GoldRow, []model.Digest, error) {
	rows, err := ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	files, err := filepath.Glob(filepath.Join(texts, "*.txt"))
	if err != nil {
		return nil, nil, err
	}
	var digests []model.Digest
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, nil, err
		}
		id := strings.TrimSuffix(filepath.Base(file), ".txt")
		digests = append(digests, digest.Parse(id, file, string(text)))
	}
	if len(digests) == 0 {
		return nil, nil, fmt.Errorf("no .txt files in %s", texts)
	}
	return rows, digests, nil
}
