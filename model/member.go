package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// roster finds members by their words, as Actor.Members tells; it has the words by
// the letters that they begin with: few places of a name begin any.
type roster map[rune][]callName

// callName is a folded word with the place of its member among all, from 1.
type callName struct {
	word   string
	member int
}

func newRoster(members []Actor) roster {
	r := roster{}
	for i, m := range members {
		for _, w := range m.Words {
			w = FoldText(w)
			first, _ := utf8.DecodeRuneInString(w)
			r[first] = append(r[first], callName{w, i + 1})
		}
	}
	for _, names := range r {
		slices.SortStableFunc(names, func(a, b callName) int { return cmp.Compare(len(b.word), len(a.word)) })
	}
	return r
}

// member returns the place of the member that a speaker is, from 1, 0 for none.
func (r roster) member(speaker string) int {
	speaker = FoldText(speaker)
	for at, first := range speaker {
		for _, n := range r[first] {
			if strings.HasPrefix(speaker[at:], n.word) && WholeWord(speaker, at, at+len(n.word)) {
				return n.member
			}
		}
	}
	return 0
}

// groups are the actors of a lexicon that have members, with what a ledger needs
// to tell members apart. They are never changed once they are made.
type groups struct {
	lexicon *Lexicon
	members []ActorID  // of all groups, in the order of the lexicon; the first is "", no member
	of      [][]uint16 // place in members by place in Ledger.Actors and Ledger.Speakers, nil for an actor without members
}

// groups returns those of a lexicon. Reading all speakers takes a moment, so they
// are kept until another lexicon is asked for. Safe beside readers of the ledger.
func (l *Ledger) groups(lex *Lexicon) *groups {
	if g := l.grouped.Load(); g != nil && g.lexicon == lex {
		return g
	}
	g := &groups{lex, []ActorID{""}, make([][]uint16, len(l.Actors))}
	for _, a := range lex.groups() {
		base := len(g.members) - 1
		for _, m := range a.Members {
			g.members = append(g.members, m.ID)
		}
		i := slices.Index(l.Actors, a.ID)
		if i < 0 {
			continue // nobody of the group said anything
		}
		r := newRoster(a.Members)
		g.of[i] = make([]uint16, len(l.Speakers))
		for k, speaker := range l.Speakers {
			if n := r.member(speaker); n > 0 {
				g.of[i][k] = uint16(base + n)
			}
		}
	}
	l.grouped.Store(g) // where two come at once, theirs are the same
	return g
}

// member returns the place in members of who spoke, 0 for no member.
func (g *groups) member(e *Entry) uint16 {
	if of := g.of[e.Actor]; of != nil {
		return of[e.Speaker]
	}
	return 0
}

// groups returns the actors that have members.
func (l *Lexicon) groups() (out []Actor) {
	if l == nil {
		return nil
	}
	for _, a := range l.Actors {
		if len(a.Members) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// isMember tells whether an actor is a member of another.
func (l *Lexicon) isMember(a Actor) bool {
	return slices.ContainsFunc(l.groups(), func(group Actor) bool {
		return slices.ContainsFunc(group.Members, func(m Actor) bool { return m.ID == a.ID })
	})
}

// In returns the filter with the lexicon that tells which of its Actors are
// members. Without one, none is. Ledger.Compare asks the lexicon that it is given.
func (f Filter) In(lex *Lexicon) Filter {
	f.lexicon = lex
	return f
}

// Members returns, by group, a function that tells whether a speaker is one of
// the members that the filter names. A group that is named itself, with all its
// speakers, is left out; see In.
func (f Filter) Members() map[ActorID]func(speaker string) bool {
	out := map[ActorID]func(string) bool{}
	for _, group := range f.lexicon.groups() {
		if named := f.named(group); named != nil {
			r := newRoster(group.Members)
			out[group.ID] = func(speaker string) bool { return named[r.member(speaker)] }
		}
	}
	return out
}

// named tells of the members of a group, by their places from 1, whether the
// filter names them; nil where it names none, or the group itself.
func (f Filter) named(group Actor) []bool {
	named := make([]bool, len(group.Members)+1)
	for i, m := range group.Members {
		named[i+1] = slices.Contains(f.Actors, m.ID)
	}
	if !slices.Contains(named, true) || slices.Contains(f.Actors, group.ID) {
		return nil
	}
	return named
}

// selected returns the groups with which of their members the filter selects, nil
// where it selects none that its actors do not have.
func (l *Ledger) selected(f Filter) (*groups, []bool) {
	if !slices.ContainsFunc(f.lexicon.groups(), func(a Actor) bool { return f.named(a) != nil }) {
		return nil, nil
	}
	g := l.groups(f.lexicon)
	selected := make([]bool, len(g.members))
	for i, m := range g.members[1:] {
		selected[i+1] = slices.Contains(f.Actors, m)
	}
	return g, selected
}
