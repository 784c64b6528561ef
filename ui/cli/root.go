package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
	"tachiba/ui/style"
)

// root returns the whole command tree.
func (a *app) root() *cobra.Command {
	cmd := &cobra.Command{
		Use: "tachiba [PATH…]", Short: a.T("cli.short"), Long: a.T("cli.long"), Example: a.T("cli.examples"),
		Args: cobra.ArbitraryArgs, SilenceErrors: true, SilenceUsage: true, Version: versionLine(buildInfo()),
	}
	var flags filterFlags
	var plain bool
	var view string
	cmd.Flags().BoolVar(&plain, "plain", false, a.T("cli.flag_plain"))
	a.choiceFlag(cmd, "view", &view, a.T("cli.flag_view", strings.Join(plainViews, ", ")), plainViews...)
	flags.add(a, cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if plain || !a.interactive() {
			return a.printPlain(cmd, &flags, view, args)
		}
		if cmd.Flags().Changed("view") {
			a.config.View = view
		}
		return a.showInterface(cmd, &flags, args)
	}
	cmd.PersistentPreRunE = a.settle
	a.globalFlags(cmd)
	cmd.SetOut(a.raw)
	cmd.SetErr(a.err)
	cmd.SetIn(a.streams.In)
	cmd.SetFlagErrorFunc(a.flagError)
	cmd.AddCommand(a.compareCommand(), a.exportCommand(), a.statementsCommand(), a.digestsCommand(), a.evalCommand(), a.explainCommand(),
		a.addCommand(), a.removeCommand(), a.listCommand(), a.markCommand(), a.feedCommand(), a.fetchCommand(),
		a.searchCommand(), a.filterCommand(), a.newsCommand(), a.correctionsCommand(), a.doctorCommand(),
		a.configCommand(), a.versionCommand(), a.manCommand())
	a.translate(cmd)
	a.commands = commandChoices(cmd)
	return cmd
}

// commandChoices returns the commands below cmd.
func commandChoices(cmd *cobra.Command) (out []choice) {
	for _, c := range cmd.Commands() {
		out = append(out, choice{id: c.Name()})
	}
	return out
}

// group returns a command that only holds others.
func (a *app) group(name, short, long string, commands ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: name + " COMMAND", Short: short, Long: long}
	cmd.AddCommand(commands...)
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		word := a.Clean(args[0])
		return &usageError{a.T("cli.unknown_subcommand", name, word) + a.hint("tachiba "+name+" ", word, commandChoices(cmd))}
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	return cmd
}

func (a *app) globalFlags(cmd *cobra.Command) {
	global := cmd.PersistentFlags()
	global.StringVar(&a.lexicon, "lexicon", "", a.T("cli.flag_lexicon"))
	global.StringVar(&a.library, "library", "", a.T("cli.flag_library"))
	global.BoolVar(&a.private, "allow-private", false, a.T("cli.flag_allow_private"))
	global.StringVar(&a.lang, "lang", "", a.T("cli.flag_lang"))
	global.BoolVar(&a.ascii, "ascii", false, a.T("cli.flag_ascii"))
	global.StringVar(&a.theme, "theme", "", a.T("config.flag_theme", strings.Join(style.Names(nil), ", ")))
	global.StringVar(&a.configFile, "config", "", a.T("config.flag_config"))
	global.BoolP("help", "h", false, a.T("cli.flag_help"))
	cmd.Flags().BoolP("version", "v", false, a.T("cli.version"))
	cmd.SetVersionTemplate("{{.Version}}\n")
	a.completeOne(cmd, "lang", []string{string(model.Japanese), string(model.English)})
	a.completeOne(cmd, "theme", style.Names(a.config.Themes))
}

// interactive tells whether a person can use the interface: both streams are
// one terminal that can be drawn on.
func (a *app) interactive() bool {
	_, in := a.streams.Terminal(a.streams.In)
	_, out := a.streams.Terminal(a.streams.Out)
	return in && out && a.Show != nil && a.streams.Env("TERM") != "dumb"
}

func (a *app) showInterface(cmd *cobra.Command, flags *filterFlags, paths []string) error {
	a.screen = true
	desk, filter, err := a.prepare(cmd.Context(), flags)
	if err != nil {
		return err
	}
	library, err := a.reading(cmd.Context(), desk, paths, filter)
	if err != nil {
		return err
	}
	if library != nil {
		defer library.Close()
	}
	filter = a.preselect(flags, filter) // may find faults
	return a.Show(cmd.Context(), Session{
		Lexicon: desk.Lexicon(), Lang: a.Lang(), Filter: filter, Library: library, Explain: desk.Explain,
		Config: a.config, ConfigProblems: a.configFaults,
		NewLibrary: func(ctx context.Context) (shelf.Library, error) { return a.openLibrary(ctx, desk) },
		Load:       func(ctx context.Context, emit func(model.Update)) error { return desk.Load(ctx, paths, emit) },
	})
}

// prepare opens the desk and reads the filter, before anything slow.
func (a *app) prepare(ctx context.Context, flags *filterFlags) (Desk, model.Filter, error) {
	desk, err := a.open()
	if err != nil {
		return nil, model.Filter{}, err
	}
	filter, err := flags.filter(ctx, a, desk)
	return desk, filter, err
}

// selected loads what paths name, says what it rests on, and returns it with the
// filter of the flags.
func (a *app) selected(cmd *cobra.Command, flags *filterFlags, paths []string) (*model.Collection, model.Filter, error) {
	desk, filter, err := a.prepare(cmd.Context(), flags)
	if err != nil {
		return nil, filter, err
	}
	c, filter, err := a.load(cmd.Context(), desk, paths, filter)
	if err != nil {
		return nil, filter, err
	}
	return c, filter, a.sayBasis(c)
}
