package cli

import (
	"io"
	"os"

	"tachiba/ui/export"
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
	return export.WriteFile(args[0], force, write)
}
