package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tachiba/model"
)

// usageError is a fault in the command line, said in the person's language.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// usage returns a usageError with a message of the catalogue.
func (a *app) usage(key string, args ...any) error { return &usageError{a.T(key, args...)} }

// end says what went wrong, if anything, and returns the exit code.
func (a *app) end(ctx context.Context, err error) int {
	defer func() { _ = a.err.Flush() }() // there is nowhere left to say that it failed
	var wrong *usageError
	var problem *model.Problem
	var file *fs.PathError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, syscall.EPIPE): // the reader has what they wanted: | head
		return exitOK
	case ctx.Err() != nil:
		return exitStopped
	case errors.As(err, &wrong):
		fmt.Fprintf(a.err, "tachiba: %s\n%s\n", err, a.T("cli.try_help"))
		return exitUsage
	case errors.As(err, &problem):
		fmt.Fprintf(a.err, "tachiba: %s\n", a.Problem(problem))
	case errors.As(err, &file) && file.Op != "write":
		fmt.Fprintf(a.err, "tachiba: %s\n", a.Problem(model.FileProblem(file.Path, file)))
	default:
		fmt.Fprintf(a.err, "tachiba: %s\n", err)
	}
	return exitFailure
}

// flagError says an error of the flag parser in the person's language.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := a.Clean(unknown.GetSpecifiedName())
		if unknown.GetSpecifiedShortnames() != "" {
			return a.usage("cli.unknown_flag", "-"+name)
		}
		var flags []choice
		cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, choice{id: f.Name}) })
		return &usageError{a.T("cli.unknown_flag", "--"+name) + a.hint("--", name, flags)}
	case errors.As(err, &bare):
		return a.usage("cli.flag_value", "--"+bare.GetFlag().Name)
	case errors.As(err, &invalid):
		return a.usage("cli.flag_invalid", "--"+invalid.GetFlag().Name, a.Clean(invalid.GetValue()))
	}
	return &usageError{a.Clean(err.Error())}
}

// hint returns a question for what a word that is no choice may have meant, or
// "" when nothing is close to it.
func (a *app) hint(prefix, word string, choices []choice) string {
	if c, ok := closest(word, choices); ok {
		return a.T("cli.did_you_mean", prefix+c)
	}
	return ""
}

// noArgs, between and needGold check a command's arguments.
func (a *app) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.usage("cli.no_args", cmd.Name(), a.Clean(strings.Join(args, " ")))
	}
	return nil
}

// between checks that a command has at least least arguments and at most most;
// most below 0 is as many as one likes.
func (a *app) between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return a.usage("cli.wrong_args", usageLine(cmd))
		}
		return nil
	}
}

func (a *app) needGold(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return a.usage("cli.need_gold")
	}
	return nil
}
