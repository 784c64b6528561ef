package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tachiba/ui/export"
)

// exportCommand writes what the filter selects as a file.
func (a *app) exportCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "export [PATH…]", Short: a.T("export.short"), Long: a.T("export.long")}
	var flags filterFlags
	var format, picture, output string
	var force bool
	flags.add(a, cmd)
	a.formatFlag(cmd, &format, export.Formats[:]...)
	a.choiceFlag(cmd, "picture", &picture, a.T("export.flag_picture", strings.Join(export.Pictures[:], ", ")), export.Pictures[:]...)
	cmd.Flags().StringVar(&output, "output", "", a.T("export.flag_output"))
	cmd.Flags().BoolVar(&force, "force", false, a.T("cli.flag_force"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if cmd.Flags().Changed("picture") && format != export.SVG {
			return a.usage("export.picture_of_svg")
		}
		return a.selectedView(cmd, &flags, args, func(v export.View) error {
			v.Picture, v.Made = picture, time.Now()
			return a.writeExport(cmd.Context(), cmp.Or(output, stdio), force, format, v)
		})
	}
	return cmd
}

// selectedView hands over what the flags select of what paths name, or of the
// library.
func (a *app) selectedView(cmd *cobra.Command, flags *filterFlags, paths []string, do func(export.View) error) (err error) {
	desk, filter, err := a.prepare(cmd.Context(), flags)
	if err != nil {
		return err
	}
	b, err := a.basis(cmd.Context(), desk, paths, filter)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.close()) }()
	if err := a.sayBasis(b.left); err != nil {
		return err
	}
	v := export.View{Look: &a.Look, Comparison: b.ledger.Compare(a.Look.Lexicon, filter), Filter: filter, Digests: len(b.digests)}
	if b.library != nil {
		v.Fault = b.library.Fault
	}
	if v.Comparison.Shown == 0 {
		fmt.Fprintln(a.err, a.T("plain.no_match"))
	}
	return do(v)
}

// writeExport writes v to a file or, byte for byte as to a file, to standard
// output. A terminal gets it cleaned, as all that is printed.
func (a *app) writeExport(ctx context.Context, path string, force bool, format string, v export.View) error {
	if path == stdio {
		if _, ok := a.streams.Terminal(a.streams.Out); ok {
			return export.Write(ctx, a.out, format, v)
		}
		return export.Write(ctx, a.raw, format, v)
	}
	if err := export.Save(ctx, path, format, v, force); err != nil {
		return err
	}
	if _, ok := a.streams.Terminal(a.streams.Err); ok {
		fmt.Fprintln(a.err, a.T("export.done", path))
	}
	return nil
}
