package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// doctorFlags are what doctor is asked to do.
type doctorFlags struct {
	reindex, vacuum, aside bool
	backup                 string
}

func (a *app) doctorCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "doctor", Short: a.T("cli.doctor"), Long: a.T("cli.doctor_long"), Args: a.noArgs}
	var flags doctorFlags
	cmd.Flags().BoolVar(&flags.reindex, "reindex", false, a.T("cli.flag_reindex"))
	cmd.Flags().BoolVar(&flags.vacuum, "vacuum", false, a.T("cli.flag_vacuum"))
	cmd.Flags().StringVar(&flags.backup, "backup", "", a.T("cli.flag_backup"))
	cmd.Flags().BoolVar(&flags.aside, "set-aside", false, a.T("cli.flag_set_aside"))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("backup") && flags.backup == "" {
			return a.usage("cli.flag_value", "--backup")
		}
		if flags.aside && (flags.reindex || flags.vacuum || flags.backup != "") {
			return a.usage("doctor.aside_alone")
		}
		err := a.examine(cmd, flags)
		problem := a.useless(err)
		if problem == nil {
			return err
		}
		if flags.aside {
			return a.setAside()
		}
		return errors.New(a.T("doctor.useless", a.Problem(problem)))
	}
	return cmd
}

// examine opens the library and does what the flags ask for.
func (a *app) examine(cmd *cobra.Command, flags doctorFlags) error {
	return a.onLibrary(cmd, a.keptLibrary, func(ctx context.Context, l shelf.Library) error {
		if flags.aside {
			return a.refuseAside(ctx, l)
		}
		return a.treat(ctx, l, flags)
	})
}

// useless returns the problem where an error means that the library's file can't
// be used, and nil otherwise.
func (a *app) useless(err error) *model.Problem {
	var p *model.Problem
	path, _ := a.libraryPath()
	if errors.As(err, &p) && p.Path == a.Clean(path) && (p.Code == model.ProblemLibrary || p.Code == model.ProblemUnreadable) {
		return p
	}
	return nil
}

// setAside renames the library.
func (a *app) setAside() error {
	path, _ := a.libraryPath()
	aside, err := a.SetAside(path, "damaged-"+time.Now().Format("20060102-150405"))
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.T("doctor.aside", aside))
	return nil
}

// refuseAside says that a library which opens stays where it is, unless its file
// is damaged.
func (a *app) refuseAside(ctx context.Context, l shelf.Library) error {
	findings, err := l.Check(ctx)
	if err != nil {
		return err
	}
	if damaged(findings) {
		return &model.Problem{Code: model.ProblemLibrary, Path: a.Clean(l.Path())}
	}
	return errors.New(a.T("doctor.not_aside"))
}

// treat keeps a copy, looks the library over, mends it and tidies it up.
func (a *app) treat(ctx context.Context, l shelf.Library, flags doctorFlags) error {
	if flags.backup != "" {
		if err := l.Backup(ctx, flags.backup); err != nil {
			return err
		}
		a.sayNow(a.out, a.T("doctor.backed_up", flags.backup))
	}
	findings, err := l.Check(ctx)
	if err != nil {
		return err
	}
	a.sayFindings(findings)
	if flags.reindex && !damaged(findings) {
		if findings, err = a.reindex(ctx, l); err != nil {
			return err
		}
	}
	if flags.vacuum && !damaged(findings) {
		if err := l.Vacuum(ctx); err != nil {
			return err
		}
		a.sayNow(a.out, a.T("doctor.vacuumed"))
	}
	switch {
	case damaged(findings):
		return errors.New(a.T("doctor.is_damaged"))
	case len(findings) > 0:
		return errors.New(a.T("doctor.faulty"))
	}
	n, err := l.Count(ctx)
	if err == nil {
		fmt.Fprintln(a.out, a.T("doctor.sound", n))
	}
	return err
}

// reindex makes anew what can be, and returns what is wrong afterwards.
func (a *app) reindex(ctx context.Context, l shelf.Library) ([]model.Finding, error) {
	bar := a.progress()
	err := l.Reindex(ctx, func(done, all int) { bar.say("doctor.reindexing", done, all) })
	bar.erase()
	if err != nil {
		return nil, err
	}
	a.sayNow(a.out, a.T("doctor.reindexed"))
	findings, err := l.Check(ctx)
	a.sayFindings(findings)
	return findings, err
}

func (a *app) sayFindings(findings []model.Finding) {
	for _, f := range findings {
		line := a.T("finding."+string(f.Code), f.Count)
		if f.Detail != "" {
			line += a.T("plain.parentheses", f.Detail)
		}
		a.sayNow(a.out, line)
	}
}

// damaged tells whether the file itself is among what was found.
func damaged(findings []model.Finding) bool {
	return slices.ContainsFunc(findings, func(f model.Finding) bool { return f.Code == model.FindingDamaged })
}
