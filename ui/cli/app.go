package cli

import (
	"context"
	"strings"

	"tachiba/model"
	"tachiba/ui/lang"
	"tachiba/ui/look"
	"tachiba/ui/style"
)

// app is one run of the program.
type app struct {
	look.Look // with the lexicon from open on
	Backend
	streams Streams
	out     *lineCleaner // standard output
	raw     *raw         // the same, uncleaned
	err     *lineCleaner // standard error

	lexicon string // --lexicon
	library string // --library
	private bool   // --allow-private
	lang    string // --lang
	ascii   bool   // --ascii

	commands []choice // what a mistyped command may have meant
}

// newApp returns the app in the person's language, which must be known before
// flags are parsed: help and errors speak it too. It is never nil.
func newApp(ctx context.Context, args []string, s Streams, b Backend) (*app, error) {
	asked := flagValue(args, "--lang")
	l, ok := lang.Resolve(asked, s.Env)
	if !ok {
		l, _ = lang.Resolve("", s.Env)
	}
	a := &app{
		Backend: b, streams: s, raw: &raw{w: s.Out},
		out: newLineCleaner(ctx, s.Out, b.Clean), err: newLineCleaner(ctx, s.Err, b.Clean),
	}
	a.Printer = lang.New(l)
	if !ok {
		_, err := a.pick("lang", []string{asked}, langChoices)
		return a, err
	}
	return a, nil
}

// flagValue returns the last value that args give to a flag before "--".
func flagValue(args []string, flag string) (value string) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if v, ok := strings.CutPrefix(arg, flag+"="); ok {
			value = v
		} else if arg == flag && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// open returns the desk for the lexicon that the flags name.
func (a *app) open() (Desk, error) {
	desk, err := a.Open(a.lexicon)
	if err != nil {
		return nil, err
	}
	a.Theme = style.New(false, a.ascii) // for its signs; the commands print no colour
	a.Look.Lexicon = desk.Lexicon()
	return desk, nil
}

// stanceWord returns sign and name of a stance.
func (a *app) stanceWord(s model.Stance) string { return a.Sign(s) + " " + a.Look.Stance(s) }
