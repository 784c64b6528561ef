package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/export"
)

func (a *app) explainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "explain TEXT | FILE LINE", Short: a.T("cli.explain"), Long: a.T("cli.explain_long"), Args: a.needSentence,
	}
	var format string
	a.formatFlag(cmd, &format, formatTable, formatJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		desk, err := a.open()
		if err != nil {
			return err
		}
		d, line, err := a.sentence(cmd, desk, args)
		if err != nil {
			return err
		}
		readings, err := desk.Explain(cmd.Context(), d, line)
		if err != nil {
			return err
		}
		if format == formatJSON {
			out := make([]readSentence, len(readings))
			for i, r := range readings {
				out[i] = newReading(r)
			}
			return export.WriteJSON(a.out, out, "  ")
		}
		a.printReadings(readings)
		return nil
	}
	return cmd
}

// needSentence accepts a text, or a file and a line.
func (a *app) needSentence(_ *cobra.Command, args []string) error {
	if len(args) != 1 && len(args) != 2 {
		return a.usage("cli.need_sentence")
	}
	return nil
}

// sentence returns the digest and the line that args name. A text is a digest of
// its own.
func (a *app) sentence(cmd *cobra.Command, desk Desk, args []string) (*model.Digest, int, error) {
	if len(args) == 1 {
		s := model.Sentence{Text: a.Clean(args[0]), Line: 1, Role: model.RoleNarrative, Section: model.None, Card: model.None}
		return &model.Digest{Sentences: []model.Sentence{s}}, 1, nil
	}
	line, err := strconv.Atoi(args[1])
	if err != nil || line < 1 {
		return nil, 0, a.usage("cli.bad_line", args[1])
	}
	if d, err := a.keptDigest(cmd.Context(), desk, args[0]); d != nil || err != nil {
		return d, line, err
	}
	c, _, err := a.load(cmd.Context(), desk, args[:1], model.Filter{})
	if err != nil {
		return nil, 0, err
	}
	if len(c.Digests) != 1 {
		return nil, 0, a.usage("cli.one_file", args[0])
	}
	return &c.Digests[0], line, nil
}

// keptDigest returns the library's digest with an ID, nil where a file has that
// name or the library has no such digest.
func (a *app) keptDigest(ctx context.Context, desk Desk, id string) (*model.Digest, error) {
	path, _ := a.libraryPath()
	if there(id) || !there(path) {
		return nil, nil
	}
	library, err := a.openLibrary(ctx, desk)
	if err != nil {
		return nil, err
	}
	defer library.Close()
	d, err := library.Digest(ctx, id)
	if isUnknown(err) {
		return nil, nil
	}
	return d, err
}
