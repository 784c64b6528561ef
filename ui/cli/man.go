package cli

import (
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/muesli/roff"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tachiba/model"
)

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: a.T("cli.man"), Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), a.manPage(cmd.Root(), builtAt(buildInfo())))
			return err
		},
	}
}

// builtAt returns when the program's commit was made; now where that is unknown.
func builtAt(info *debug.BuildInfo) time.Time {
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			if t, err := time.Parse(time.RFC3339, s.Value); err == nil {
				return t
			}
		}
	}
	return time.Now()
}

// manPage returns the manual page, section 1, in roff with the man macros.
func (a *app) manPage(root *cobra.Command, date time.Time) string {
	d := roff.NewDocument()
	d.Heading(1, root.Name(), root.Short, date)
	d.Section(a.T("cli.man_name"))
	d.Text(root.Name() + " - " + root.Short)
	d.Section(a.T("cli.man_synopsis"))
	d.TextBold(root.Name())
	d.Text(" [FLAG…] [PATH…]")
	for _, c := range runnable(root) {
		d.Paragraph()
		d.TextBold(c.CommandPath())
		_, args, _ := strings.Cut(c.Use, " ")
		d.Text(" [FLAG…] " + args)
	}
	d.Section(a.T("cli.man_description"))
	d.Text(a.unwrap(root.Long))
	d.Section(a.T("cli.man_options"))
	manFlags(d, root.LocalFlags())
	d.Section(a.T("cli.man_commands"))
	for _, c := range runnable(root) {
		d.TaggedParagraph(-1)
		d.TextBold(strings.TrimPrefix(c.CommandPath(), root.Name()+" "))
		d.EndSection()
		d.Text(a.unwrap(c.Short))
		d.Indent(-1)
		manFlags(d, c.LocalNonPersistentFlags())
		d.IndentEnd()
	}
	d.Section(a.T("cli.man_status"))
	d.Text(a.unwrap(a.T("cli.man_status_text")))
	return d.String()
}

// runnable returns the commands below cmd that do something themselves, not those
// that only hold others. The shells of completion are told by its own help.
func runnable(cmd *cobra.Command) (out []*cobra.Command) {
	for _, c := range cmd.Commands() {
		switch {
		case !c.IsAvailableCommand():
		case c.HasAvailableSubCommands() && c.Name() != "completion":
			out = append(out, runnable(c)...)
		default:
			out = append(out, c)
		}
	}
	return out
}

func manFlags(d *roff.Document, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		d.TaggedParagraph(-1)
		d.TextBold(flagName(f))
		d.EndSection()
		d.Text(f.Usage)
	})
}

// unwrap joins the lines of each paragraph, as the man program breaks them anew.
func (a *app) unwrap(s string) string {
	between := " "
	if a.Lang() == model.Japanese {
		between = "" // no spaces between words
	}
	paragraphs := strings.Split(strings.TrimSpace(s), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.ReplaceAll(p, "\n", between)
	}
	return strings.Join(paragraphs, "\n")
}
