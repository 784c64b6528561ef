package model

// Tally is how many statements each actor, topic and stance has.
type Tally struct {
	Actors  map[ActorID]int
	Topics  map[TopicID]int
	Stances map[Stance]int
}

// Tally counts the entries that filter selects.
func (l *Ledger) Tally(filter Filter) Tally {
	actors, topics, stances := make([]int, len(l.Actors)), make([]int, len(l.Topics)), make([]int, len(Stances)+1)
	match := l.matcher(filter)
	for i := range l.Entries {
		if e := &l.Entries[i]; match(e) {
			actors[e.Actor]++
			topics[e.Topic]++
			stances[e.Stance]++
		}
	}
	return Tally{named(l.Actors, actors), named(l.Topics, topics), named(Stances[:], stances)}
}

func named[T comparable](names []T, counts []int) map[T]int {
	out := make(map[T]int, len(names))
	for i, name := range names {
		out[name] = counts[i]
	}
	return out
}
