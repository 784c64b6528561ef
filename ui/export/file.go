package export

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tachiba/model"
)

// Save writes v in a format to the file at path, as WriteFile does.
func Save(ctx context.Context, path, format string, v View, force bool) error {
	return WriteFile(path, force, func(w io.Writer) error { return Write(ctx, w, format, v) })
}

// WriteFile writes the file at path. It is there whole or stays as it was; one
// that is there is replaced by force alone, else the error is ProblemExists.
func WriteFile(path string, force bool, write func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the link stays one
	}
	info, missing := os.Stat(path)
	if missing == nil && !info.Mode().IsRegular() {
		return writeTo(path, os.O_WRONLY, write) // a device has no halves
	}
	if missing == nil && !force {
		return model.FileProblem(path, fs.ErrExist)
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return model.FileProblem(filepath.Dir(path), err)
	}
	part := path + ".part" + rand.Text() // one that a killed run left is in nobody's way
	err := writeTo(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, write)
	if err == nil && missing == nil {
		err = os.Chmod(part, info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		_ = os.Remove(part) // ours, and of no use
	}
	return err
}

func writeTo(path string, how int, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, how, 0o666)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil && how&os.O_CREATE != 0 {
		err = f.Sync() // before it takes the other's place
	}
	return errors.Join(err, f.Close())
}
