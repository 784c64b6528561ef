package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// completeList lets the shell complete a flag whose value is a list of choices:
// what follows the last comma.
func (a *app) completeList(cmd *cobra.Command, flag string, choices func() []choice) {
	a.complete(cmd, flag, func(typed string) []cobra.Completion {
		head := typed[:strings.LastIndexByte(typed, ',')+1]
		word := model.FoldText(typed[len(head):])
		given := split([]string{head})
		var out []cobra.Completion
		for _, c := range choices() {
			if slices.ContainsFunc(given, c.is) || !strings.HasPrefix(model.FoldText(c.id), word) {
				continue
			}
			out = append(out, cobra.CompletionWithDesc(head+a.Clean(c.id), a.Clean(c.title(a.Lang()))))
		}
		return out
	}, cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace)
}

// completeOne lets the shell complete a flag whose value is one of some words.
func (a *app) completeOne(cmd *cobra.Command, flag string, words []string) {
	a.complete(cmd, flag, func(string) []cobra.Completion { return words }, cobra.ShellCompDirectiveNoFileComp)
}

// completeNothing keeps the shell from offering files for a flag.
func (a *app) completeNothing(cmd *cobra.Command, flag string) { a.completeOne(cmd, flag, nil) }

func (a *app) complete(cmd *cobra.Command, flag string, offer func(typed string) []cobra.Completion, how cobra.ShellCompDirective) {
	err := cmd.RegisterFlagCompletionFunc(flag,
		func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return offer(typed), how
		})
	if err != nil {
		panic(err) // the flag is not the command's: a fault of this package
	}
}

// completeNames lets the shell complete arguments that are names in the library.
func (a *app) completeNames(cmd *cobra.Command, names func(context.Context, shelf.Library) []choice) {
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) (out []cobra.Completion, _ cobra.ShellCompDirective) {
		for _, c := range a.fromLibrary(cmd, names) {
			if !slices.Contains(args, c.id) && strings.HasPrefix(c.id, typed) {
				out = append(out, cobra.CompletionWithDesc(a.Clean(c.id), a.Clean(c.name(a.Lang()))))
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// lexiconChoices returns choices of the lexicon that --lexicon names, none when
// it can't be read: a completion has nowhere to say why.
func (a *app) lexiconChoices(of func(*model.Lexicon) []choice) []choice {
	desk, err := a.Open(a.lexicon)
	if err != nil {
		return nil
	}
	return of(desk.Lexicon())
}
