package model

import "maps"

// Tally is how many statements each actor, topic and stance has.
type Tally struct {
	Actors  map[ActorID]int // and members, whose statements are their groups' too
	Topics  map[TopicID]int
	Stances map[Stance]int
}

// Tally counts the entries that filter selects, those of members in the filter's
// lexicon; see Filter.In.
func (l *Ledger) Tally(filter Filter) Tally {
	actors, topics, stances := make([]int, len(l.Actors)), make([]int, len(l.Topics)), make([]int, len(Stances)+1)
	groups := l.groups(filter.lexicon)
	members := make([]int, len(groups.members))
	match := l.matcher(filter)
	for i := range l.Entries {
		if e := &l.Entries[i]; match(e) {
			actors[e.Actor]++
			members[groups.member(e)]++
			topics[e.Topic]++
			stances[e.Stance]++
		}
	}
	t := Tally{named(l.Actors, actors), named(l.Topics, topics), named(Stances[:], stances)}
	maps.Copy(t.Actors, named(groups.members[1:], members[1:]))
	return t
}

func named[T comparable](names []T, counts []int) map[T]int {
	out := make(map[T]int, len(names))
	for i, name := range names {
		out[name] = counts[i]
	}
	return out
}
