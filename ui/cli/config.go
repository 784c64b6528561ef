package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/config"
	"tachiba/ui/style"
)

// configVariable names the configuration where no flag does.
const configVariable = "TACHIBA_CONFIG"

// configMost is the size in bytes above which no file is read as a configuration.
const configMost = 64 << 10

// configPath returns where the configuration is: by the flag, else the environment,
// else where this system keeps a person's. Named tells that a person said so.
func (a *app) configPath() (path string, named bool) {
	if said := cmp.Or(a.configFile, a.streams.Env(configVariable)); said != "" {
		return said, true
	}
	return a.ConfigPath, false
}

// readConfig reads the person's configuration. That there is none is no fault,
// unless they named it.
func (a *app) readConfig() {
	path, named := a.configPath()
	if path == "" {
		return
	}
	var err error
	a.config, a.configFaults, err = a.parseConfig(path)
	switch {
	case named:
		a.configErr = err
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		a.configFaults = []model.Problem{*model.AsProblem(a.Clean(path), err)}
	}
}

// parseConfig reads the configuration at path, with what is wrong in it.
func (a *app) parseConfig(path string) (config.Config, []model.Problem, error) {
	f, err := os.Open(path)
	if err != nil {
		return config.Config{}, nil, model.FileProblem(a.Clean(path), err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, configMost+1))
	if err != nil {
		return config.Config{}, nil, model.FileProblem(a.Clean(path), err)
	}
	if len(text) > configMost {
		return config.Config{}, nil, &model.Problem{Code: model.ProblemConfig, Path: a.Clean(path), Want: "a file of at most 64 KiB"}
	}
	c, faults := config.Parse(string(text), a.Clean(path))
	return c, faults, nil
}

// settle joins flags and configuration before a command runs.
func (a *app) settle(cmd *cobra.Command, _ []string) error {
	if cmd.Flags().Changed("ascii") {
		a.config.ASCII = a.ascii
	}
	if cmd.Flags().Changed("theme") {
		choices := themeChoices(a.config.Themes)
		i := slices.IndexFunc(choices, func(c choice) bool { return c.is(a.theme) })
		if i < 0 {
			return a.unknown("theme", a.theme, choices)
		}
		a.config.Theme = choices[i].id
	}
	a.Theme = style.For(a.config.Style(false)) // for its signs; the commands print hardly a colour
	a.Dates = a.config.Dates(time.Now().Year())
	return nil
}

// sayConfigFaults says what is wrong with the configuration, once.
func (a *app) sayConfigFaults(w io.Writer) {
	for i := range a.configFaults {
		fmt.Fprintln(w, a.Problem(&a.configFaults[i]))
	}
	a.configFaults = nil
}

func themeChoices(themes map[string]style.Own) (out []choice) {
	for _, name := range style.Names(themes) {
		out = append(out, choice{id: name})
	}
	return out
}

// preselect sets the parts of an interface's filter that the flags leave open to
// those of the configuration. What the lexicon does not have is among the faults.
func (a *app) preselect(flags *filterFlags, filter model.Filter) model.Filter {
	base := a.configFilter(a.Look.Lexicon)
	given := flags.given.Changed
	if given("saved") {
		return filter
	}
	if !given("actor") {
		filter.Actors = base.Actors
	}
	if !given("topic") {
		filter.Topics = base.Topics
	}
	if !given("stance") {
		filter.Stances = base.Stances
	}
	if !given("since") && !given("until") { // one alone could lie beyond the other
		filter.Since, filter.Until = base.Since, base.Until
	}
	if !given("search") {
		filter.Text = base.Text
	}
	if !given("min-confidence") {
		filter.MinConfidence = base.MinConfidence
	}
	return filter
}

// configFilter returns the configuration's filter by a lexicon, without the parts
// that name what it does not have: these become faults.
func (a *app) configFilter(lex *model.Lexicon) model.Filter {
	f := a.config.Filter
	out := model.Filter{
		Actors:  ids[model.ActorID](a.configWords("actor", f.Actors, actorChoices(lex))),
		Topics:  ids[model.TopicID](a.configWords("topic", f.Topics, topicChoices(lex))),
		Stances: ids[model.Stance](a.configWords("stance", f.Stances, stanceChoices())),
		Since:   f.Since, Until: f.Until, Text: a.Clean(f.Search), MinConfidence: f.MinConfidence,
	}
	slices.SortStableFunc(a.configFaults, func(x, y model.Problem) int { return cmp.Compare(x.Line, y.Line) })
	return out
}

// configWords returns the ids that the words of a setting of the filter name.
func (a *app) configWords(key string, words []string, choices []choice) (out []string) {
	for _, word := range split(words) {
		i := slices.IndexFunc(choices, func(c choice) bool { return c.is(word) })
		if i < 0 {
			var valid []string
			for _, c := range choices {
				valid = append(valid, c.id)
			}
			want := fmt.Sprintf("one of %s; got %q", strings.Join(valid, ", "), word)
			a.configFaults = append(a.configFaults, a.config.Fault("filter."+key, want))
			return nil
		}
		out = append(out, choices[i].id)
	}
	return out
}

func (a *app) configCommand() *cobra.Command {
	return a.group("config", a.T("config.short"), a.T("config.long"), a.configInitCommand(), a.configCheckCommand(), a.configPathCommand())
}

func (a *app) configPathCommand() *cobra.Command {
	return &cobra.Command{
		Use: "path", Short: a.T("config.path"), Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			path, _ := a.configPath()
			_, err := fmt.Fprintln(a.out, path)
			return err
		},
	}
}

func (a *app) configInitCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use: "init", Short: a.T("config.init"), Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			path, _ := a.configPath()
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil { // as the XDG specification has it
				return err
			}
			err := a.writeFile([]string{path}, force, func(w io.Writer) error {
				_, err := io.WriteString(w, config.Default(a.Printer))
				return err
			})
			if err == nil && path != stdio {
				fmt.Fprintln(a.out, a.T("config.written", path))
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, a.T("cli.flag_force"))
	return cmd
}

func (a *app) configCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check [FILE]", Short: a.T("config.check"), Args: a.between(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			path, named := a.configPath()
			if len(args) > 0 {
				path, named = args[0], true
			}
			return a.checkConfig(path, named)
		},
	}
}

// checkConfig names the faults of the configuration at path, those of its filter by
// the lexicon too.
func (a *app) checkConfig(path string, named bool) (err error) {
	a.config, a.configFaults, err = a.parseConfig(path)
	if !named && errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(a.out, a.T("config.none", path))
		return nil
	}
	if err != nil {
		return err
	}
	desk, err := a.Open(a.lexicon) // not open, which would say the faults itself
	if err != nil {
		return err
	}
	a.configFilter(desk.Lexicon())
	if n := len(a.configFaults); n > 0 {
		a.sayConfigFaults(a.out)
		return errors.New(a.T("config.faults", n))
	}
	fmt.Fprintln(a.out, a.T("config.sound", path))
	return nil
}
