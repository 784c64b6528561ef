package cli

import (
	"strings"
	"testing"

	"tachiba/model"
)

// groupedDesk has a lexicon in which an actor has members.
type groupedDesk struct{ fakeDesk }

func (d groupedDesk) Lexicon() *model.Lexicon {
	lex := d.fakeDesk.Lexicon()
	lex.Actors[0].Members = []model.Actor{
		{ID: "NORTH", Name: model.Name{JA: "北州", EN: "North"}, Words: []string{"話者"}},
		{ID: "SOUTH", Name: model.Name{JA: "南州", EN: "The South"}, Words: []string{"南"}},
	}
	return lex
}

// runGrouped runs a command line by that lexicon.
func runGrouped(t *testing.T, args ...string) (*trial, int) {
	t.Helper()
	var tr trial
	b := tr.backend()
	b.Open = func(string) (Desk, error) { return groupedDesk{}, nil }
	return &tr, Run(t.Context(), args, tr.streams(), b)
}

// Members are chosen by their ids and names, as actors are.
func TestMembersAreChosen(t *testing.T) {
	for args, want := range map[string]string{
		"--actor north":           "topic North",
		"--actor 北州":              "topic North",
		"--actor The-South":       "topic The South",
		"--actor blue,NORTH":      "topic North Blueland",
		"--actor south,red,ＮＯＲＴＨ": "topic Redland North The South",
	} {
		args := append([]string{"compare", "x", "--ascii"}, strings.Fields(args)...)
		args[len(args)-1] = strings.ReplaceAll(args[len(args)-1], "-", " ")
		tr, code := runGrouped(t, args...)
		head, _, _ := strings.Cut(strings.ToLower(tr.out.String()), "proposition")
		if got := strings.Join(strings.Fields(head), " "); code != 0 || got != strings.ToLower(want) {
			t.Errorf("%v: exit %d, columns %q, want %q\n%s", args, code, got, want, tr.err.String())
		}
	}
	if _, code := runGrouped(t, "statements", "x", "--topic", "north"); code != 2 {
		t.Errorf("a member is no topic: exit %d", code)
	}
}

// Members are listed with their actor, in errors and by the shell.
func TestMembersAreListed(t *testing.T) {
	for args, want := range map[string]string{
		"compare --actor nrth":             "Did you mean NORTH? Valid: RED (Redland) [NORTH, SOUTH (The South)], BLUE (Blueland)",
		"compare --actor zzzzz --lang ja":  "使えるもの: RED (赤国) [NORTH (北州), SOUTH (南州)], BLUE (青国)",
		"__complete compare --actor so":    "SOUTH\tRedland: The South\n:6",
		"__complete compare --actor red,n": "red,NORTH\tRedland: North\n:6",
	} {
		tr, _ := runGrouped(t, strings.Fields(args)...)
		if got := tr.out.String() + tr.err.String(); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
}
