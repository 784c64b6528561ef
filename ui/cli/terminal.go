package cli

import "github.com/charmbracelet/x/term"

// Terminal returns the width in cells of the terminal that a stream is, and
// false where it is none: a pipe, a file, a buffer.
func Terminal(stream any) (width int, ok bool) {
	f, isFile := stream.(interface{ Fd() uintptr })
	if !isFile || !term.IsTerminal(f.Fd()) {
		return 0, false
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil || width <= 0 {
		return 0, true // as wide as it may be: nothing is shortened
	}
	return width, true
}
