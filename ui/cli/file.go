package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"tachiba/model"
)

// stdio is the name that stands for standard input and output.
const stdio = "-"

// readFile hands over the file at path, or standard input for "-", and how it is
// named.
func (a *app) readFile(path string, read func(r io.Reader, name string) error) error {
	if path == stdio {
		return read(a.streams.In, "stdin")
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return read(f, a.Clean(path))
}

// writeFile writes the file that args name, or to standard output where they name
// none or "-". A file is there whole or stays as it was; one that is there is
// replaced by force alone.
func (a *app) writeFile(args []string, force bool, write func(io.Writer) error) error {
	if len(args) == 0 || args[0] == stdio {
		return write(a.out)
	}
	path := args[0]
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the link stays one
	}
	info, missing := os.Stat(path)
	if missing == nil && !info.Mode().IsRegular() {
		return writeTo(path, os.O_WRONLY, write) // a device has no halves
	}
	if missing == nil && !force {
		return model.FileProblem(a.Clean(path), fs.ErrExist)
	}
	part := path + ".part" + strconv.Itoa(os.Getpid())
	err := writeTo(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, write)
	if errors.Is(err, fs.ErrExist) {
		return err
	}
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
