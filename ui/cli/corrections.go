package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// corrected is a correction as JSON has it.
type corrected struct {
	ID       int64         `json:"id"`
	At       *string       `json:"at"`
	By       string        `json:"by"` // "": the library's own reader
	Digest   string        `json:"digest"`
	Line     int           `json:"line"`
	Sentence string        `json:"sentence"`
	Verdict  model.Verdict `json:"verdict"`
	Was      *model.Code   `json:"was"` // null: nothing was coded
	Now      *model.Code   `json:"now"` // null: it is no statement
	Undone   bool          `json:"undone"`
	Lost     bool          `json:"lost"` // the digest no longer has the sentence
}

func newCorrected(all []model.Correction) []corrected {
	out := make([]corrected, len(all))
	for i, c := range all {
		out[i] = corrected{c.ID, stamp(c.At), c.By, c.Digest, c.Line, c.Sentence, c.Verdict, codeOrNull(c.Was), codeOrNull(c.Now), c.Undone, c.Lost}
	}
	return out
}

func codeOrNull(c model.Code) *model.Code {
	if c == (model.Code{}) {
		return nil
	}
	return &c
}

func (a *app) correctionsCommand() *cobra.Command {
	return a.group("corrections", a.T("cli.corrections"), a.T("cli.corrections_long"),
		a.correctionsListCommand(), a.correctionsExportCommand(), a.correctionsImportCommand(), a.correctionsUndoCommand())
}

func (a *app) correctionsExportCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use: "export [FILE]", Short: a.T("cli.corrections_export"), Args: a.between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
				n := 0
				err := a.writeFile(args, force, func(w io.Writer) (err error) {
					n, err = l.ExportCorrections(ctx, w)
					return err
				})
				if _, ok := a.streams.Terminal(a.streams.Err); ok && err == nil {
					fmt.Fprintln(a.err, a.T("corrections.exported", n))
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, a.T("cli.flag_force"))
	return cmd
}

// correctionsUndoCommand takes corrections back by the numbers that list gives.
func (a *app) correctionsUndoCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "undo NUMBER…", Short: a.T("cli.corrections_undo"), Args: a.between(1, -1), ValidArgsFunction: cobra.NoFileCompletions}
	var redo bool
	cmd.Flags().BoolVar(&redo, "redo", false, a.T("cli.flag_redo"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			for _, arg := range args {
				id, err := strconv.ParseInt(arg, 10, 64)
				if err != nil {
					return a.usage("cli.wrong_args", usageLine(cmd))
				}
				if err := l.SetUndone(ctx, id, !redo); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return cmd
}

func (a *app) correctionsImportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE", Short: a.T("cli.corrections_import"), Args: a.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onLibrary(cmd, a.openLibrary, func(ctx context.Context, l shelf.Library) error {
				return a.readFile(args[0], func(r io.Reader, name string) error {
					n, err := l.ImportCorrections(ctx, r, name)
					if err == nil {
						fmt.Fprintln(a.out, a.T("corrections.imported", n))
					}
					return err
				})
			})
		},
	}
}

func (a *app) correctionsListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: a.T("cli.corrections_list"), Args: a.noArgs}
	var format string
	a.formatFlag(cmd, &format, formatTable, formatMarkdown, formatJSON, formatJSONL, formatCSV)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
			all, err := l.Corrections(ctx)
			if err != nil {
				return err
			}
			if len(all) == 0 {
				fmt.Fprintln(a.err, a.T("corrections.none"))
			}
			return a.print(output{
				shown:   func() table { return a.correctionTable(all) },
				records: func() table { return correctionRecords(all) },
				value:   func() any { return newCorrected(all) },
				objects: func() []any { return objects(newCorrected(all)) },
			}, format)
		})
	}
	return cmd
}

func (a *app) correctionTable(all []model.Correction) table {
	t := table{columns: []column{
		{title: a.T("corrections.number"), right: true},
		{title: a.T("corrections.when")},
		{title: a.T("corrections.who")},
		{title: a.T("table.place")},
		{title: a.T("corrections.verdict")},
		{title: a.T("corrections.code"), wrap: true},
		{title: a.T("table.sentence"), wrap: true, spare: true},
	}}
	for _, c := range all {
		verdict := a.T("corrections." + string(c.Verdict))
		if c.Undone {
			verdict += a.T("plain.parentheses", a.T("corrections.undone"))
		} else if c.Lost {
			verdict += a.T("plain.parentheses", a.T("corrections.lost"))
		}
		t.rows = append(t.rows, []string{
			strconv.FormatInt(c.ID, 10), clock(c.At), cmp.Or(c.By, a.T("corrections.reader")), place(c.Digest, c.Line), verdict, a.change(c), model.StripMark(c.Sentence),
		})
	}
	return t
}

// change says what a correction turned into what.
func (a *app) change(c model.Correction) string {
	code := func(c model.Code) string {
		if c == (model.Code{}) {
			return a.T("corrections.nothing")
		}
		return a.Actor(c.Actor) + " " + a.Topic(c.Topic) + " " + a.stanceWord(c.Stance)
	}
	if c.Was == c.Now {
		return code(c.Now)
	}
	return a.T("corrections.change", code(c.Was), code(c.Now))
}

func correctionRecords(all []model.Correction) table {
	t := table{columns: keyColumns("id", "at", "by", "digest", "line", "sentence", "verdict", "was_actor", "was_topic", "was_stance",
		"now_actor", "now_topic", "now_stance", "undone", "lost")}
	for _, c := range all {
		at := ""
		if s := stamp(c.At); s != nil {
			at = *s
		}
		t.rows = append(t.rows, []string{
			strconv.FormatInt(c.ID, 10), at, c.By, c.Digest, strconv.Itoa(c.Line), c.Sentence, string(c.Verdict), string(c.Was.Actor), string(c.Was.Topic), string(c.Was.Stance),
			string(c.Now.Actor), string(c.Now.Topic), string(c.Now.Stance), strconv.FormatBool(c.Undone), strconv.FormatBool(c.Lost),
		})
	}
	return t
}
