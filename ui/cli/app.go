package cli

import (
	"cmp"
	"context"
	"strings"

	"tachiba/model"
	"tachiba/ui/config"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/look"
)

// app is one run of the program.
type app struct {
	look.Look          // with the lexicon from open on
	keys      keys.Map // as it comes: what commands print does not follow the configuration
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
	theme   string // --theme

	configFile   string // --config
	config       config.Config
	configFaults []model.Problem // that are still to be said
	configErr    error           // why a configuration that a person named can't be read
	screen       bool            // the interface is shown: it says the faults

	commands []choice // what a mistyped command may have meant
}

// newApp returns the app in the person's language, which must be known before
// flags are parsed: help and errors speak it too. It is never nil.
func newApp(ctx context.Context, args []string, s Streams, b Backend) (*app, error) {
	a := &app{
		Backend: b, streams: s, raw: &raw{w: s.Out},
		out: newLineCleaner(ctx, s.Out, b.Clean), err: newLineCleaner(ctx, s.Err, b.Clean),
		configFile: flagValue(args, "--config"),
	}
	a.readConfig()
	usual := string(a.config.Lang)
	asked := cmp.Or(flagValue(args, "--lang"), usual)
	l, ok := lang.Resolve(asked, s.Env)
	if !ok {
		l, _ = lang.Resolve(usual, s.Env)
	}
	a.Printer = lang.New(l)
	a.keys = keys.New(a.Printer)
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

// open returns the desk for the lexicon that the flags name, once the configuration
// is known to be read.
func (a *app) open() (Desk, error) {
	if a.configErr != nil {
		return nil, a.configErr
	}
	if !a.screen {
		a.sayConfigFaults(a.err)
	}
	desk, err := a.Open(a.lexicon)
	if err != nil {
		return nil, err
	}
	a.Look.Lexicon = desk.Lexicon()
	return desk, nil
}

// stanceWord returns sign and name of a stance.
func (a *app) stanceWord(s model.Stance) string { return a.Sign(s) + " " + a.Look.Stance(s) }

// dateCell returns a date as a table for people has it: empty where it is unknown.
func (a *app) dateCell(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return a.Date(d)
}
