// Package once remembers that something was done once and is not to be done again.
package once

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Done tells whether the file at path says that it was done. What can't be read
// says so too: better not at all than every time.
func Done(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// Remember makes an empty file at path, with the folders above it.
func Remember(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, nil, 0o600)
}
