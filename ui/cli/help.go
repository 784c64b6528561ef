package cli

import (
	"fmt"
	"maps"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tachiba/ui/text"
)

// translate puts cobra's own commands and the help into the person's language.
func (a *app) translate(root *cobra.Command) {
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(cmd.OutOrStdout(), a.help(cmd)) })
	root.SetUsageFunc(func(cmd *cobra.Command) error {
		_, err := fmt.Fprint(cmd.OutOrStderr(), a.help(cmd))
		return err
	})
	root.SetHelpCommand(a.helpCommand())
	nameValues(root)
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		c.Short, c.Long = a.T("cli.completion"), a.T("cli.completion_long")
		c.Args, c.RunE = a.noArgs, func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		for _, shell := range c.Commands() {
			shell.Args = a.noArgs
			shell.Short = a.T("cli.completion_shell", shell.Name())
			if f := shell.Flags().Lookup("no-descriptions"); f != nil {
				f.Usage = a.T("cli.flag_no_descriptions")
			}
		}
	}
}

func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: a.T("cli.help"),
		RunE: func(cmd *cobra.Command, args []string) error {
			about, _, err := cmd.Root().Find(args)
			if err != nil || about == cmd.Root() && len(args) > 0 {
				word := a.Clean(strings.Join(args, " "))
				return &usageError{a.T("cli.unknown_command", word) + a.hint("tachiba help ", word, a.commands)}
			}
			return about.Help()
		},
	}
}

// help returns the help of a command.
func (a *app) help(cmd *cobra.Command) string {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", about, a.T("cli.heading_usage"), usageLine(cmd))
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", a.T("cli.heading_examples"), indent(cmd.Example))
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.T("cli.heading_commands"))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(&b, "  %-*s %s\n", cmd.Commands()[0].NamePadding(), c.Name(), c.Short)
			}
		}
	}
	for _, part := range []struct {
		heading string
		flags   *pflag.FlagSet
	}{{"cli.heading_flags", cmd.LocalNonPersistentFlags()}, {"cli.heading_global", globalFlagsOf(cmd)}} {
		if part.flags.HasAvailableFlags() {
			fmt.Fprintf(&b, "\n%s\n%s", a.T(part.heading), flagLines(part.flags))
		}
	}
	return b.String()
}

// flagLines lists flags with what they do; pflag's own list would count bytes.
func flagLines(flags *pflag.FlagSet) string {
	var t table
	t.columns = []column{{}, {}}
	flags.VisitAll(func(f *pflag.Flag) {
		name := flagName(f)
		if f.Shorthand == "" {
			name = "    " + name // below the names that follow a -x
		}
		t.rows = append(t.rows, []string{name, f.Usage})
	})
	var b strings.Builder
	width := t.widths()[0]
	for _, row := range t.rows {
		b.WriteString("  " + text.Fit(row[0], width, "") + text.Spaces(gap) + row[1] + "\n")
	}
	return b.String()
}

// flagName returns a flag as it is typed, with the name of its value.
func flagName(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	return strings.Join(append([]string{name}, f.Annotations[valueName]...), " ")
}

// valueName annotates a flag with the name of its value.
const valueName = "tachiba_value"

// nameValues takes the names of values, which stand in backquotes, out of the
// texts of all flags: completions and the man page print these as they are.
func nameValues(cmd *cobra.Command) {
	name := func(f *pflag.Flag) {
		if value, use := pflag.UnquoteUsage(f); strings.Contains(f.Usage, "`") {
			f.Usage, f.Annotations = use, merged(f.Annotations, valueName, value)
		}
	}
	cmd.LocalFlags().VisitAll(name)
	for _, c := range cmd.Commands() {
		nameValues(c)
	}
}

func merged(m map[string][]string, key, value string) map[string][]string {
	out := maps.Clone(m)
	if out == nil {
		out = map[string][]string{}
	}
	out[key] = []string{value}
	return out
}

func globalFlagsOf(cmd *cobra.Command) *pflag.FlagSet {
	if cmd.HasParent() {
		return cmd.InheritedFlags()
	}
	return cmd.PersistentFlags()
}

func usageLine(cmd *cobra.Command) string {
	line := cmd.Use
	if cmd.HasParent() {
		line = cmd.Parent().CommandPath() + " " + cmd.Use
	}
	return line
}

func indent(lines string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(lines), "\n", "\n  ")
}
