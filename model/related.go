package model

import (
	"cmp"
	"math/bits"
	"slices"
)

// Relation is what a digest has in common with another one.
type Relation struct {
	ID      string
	Topics  int      // on which both have statements
	Days    int      // between their dates, FarApart where one is unknown
	Outlets []string // that both name
	Score   float64  // see Relations.Of
}

// FarApart is more days than lie between any two digests that are near.
const FarApart = 1 << 20

// The parts of a relation's score, and how many days apart digests have nothing
// in common for being near. At most maxRelated are told.
const (
	topicWeight  = 3
	dateWeight   = 2
	outletWeight = 1
	nearDays     = 14
	maxRelated   = 10
)

// Relations is what is asked of digests to find related ones, ready for any of
// them. It does not change.
type Relations struct {
	list  []Listing
	days  []int // since 1970-01-01, by place in list
	words int   // of a set of topics, a bit each
	sets  []uint64
}

// Relations returns the relations of listed digests, which it keeps. All
// statements count, whatever was selected as evidence, so that a filter does not
// change how related two digests are.
func (e Evidence) Relations(list []Listing) *Relations {
	r := &Relations{list: list, days: make([]int, len(list))}
	places := make(map[string]int, len(list))
	for i := range list {
		places[list[i].ID] = i
		if d := list[i].Date; d.Known() {
			r.days[i] = d.days()
		}
	}
	if l := e.ledger; l != nil {
		r.addTopics(l, places)
	}
	return r
}

func (r *Relations) addTopics(l *Ledger, places map[string]int) {
	r.words = (len(l.Topics) + 63) / 64
	r.sets = make([]uint64, len(r.list)*r.words)
	at := make([]int, len(l.Digests)) // where a digest's set starts
	for i, id := range l.Digests {
		at[i] = -1
		if place, ok := places[id]; ok {
			at[i] = place * r.words
		}
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		if from := at[e.Digest]; from >= 0 {
			r.sets[from+int(e.Topic>>6)] |= 1 << (e.Topic & 63)
		}
	}
}

// Of returns which of the list are most related to the digest of that ID, at most
// ten, the most related first: those with a topic or an outlet in common or of
// the same day. The score is the sum of
//
//	3 × the share of the topics of either that both have statements on,
//	2 × the nearness of their dates: 1 on the same day, 0 from 14 days apart,
//	1 × the share of the outlets of either that both name.
func (r *Relations) Of(id string) []Relation {
	own := slices.IndexFunc(r.list, func(x Listing) bool { return x.ID == id })
	if own < 0 {
		return nil
	}
	var best []related
	for i := range r.list {
		if i == own {
			continue
		}
		x := related{place: i, days: r.apart(own, i)}
		common, either := r.compare(own, i)
		mine, other := r.list[own].Outlets, r.list[i].Outlets
		outlets := len(inBoth(mine, other))
		if common == 0 && outlets == 0 && x.days > 0 {
			continue
		}
		x.topics = common
		x.score = topicWeight*ratio(common, either) + dateWeight*max(0, 1-float64(x.days)/nearDays) +
			outletWeight*ratio(outlets, len(mine)+len(other)-outlets)
		best = insert(best, x)
	}
	var out []Relation
	for _, x := range best {
		other := r.list[x.place]
		out = append(out, Relation{other.ID, x.topics, x.days, inBoth(r.list[own].Outlets, other.Outlets), x.score})
	}
	return out
}

// related is a Relation to the digest at a place.
type related struct {
	place, topics, days int
	score               float64
}

// insert puts a relation in its place among the best, the last of which may have
// to go. To sort all of them would cost more than to find them.
func insert(best []related, x related) []related {
	i, _ := slices.BinarySearchFunc(best, x, func(a, x related) int {
		if o := cmp.Or(cmp.Compare(x.score, a.score), cmp.Compare(a.days, x.days)); o != 0 {
			return o
		}
		return -1 // equally related ones stay in their order
	})
	if i == maxRelated {
		return best
	}
	best = slices.Insert(best, i, x)
	return best[:min(len(best), maxRelated)]
}

// apart returns how many days lie between the dates of two digests.
func (r *Relations) apart(a, b int) int {
	if !r.list[a].Date.Known() || !r.list[b].Date.Known() {
		return FarApart
	}
	return max(r.days[a]-r.days[b], r.days[b]-r.days[a])
}

// compare returns how many topics two digests have in common, and how many either
// has.
func (r *Relations) compare(a, b int) (both, either int) {
	for i := range r.words {
		x, y := r.sets[a*r.words+i], r.sets[b*r.words+i]
		both += bits.OnesCount64(x & y)
		either += bits.OnesCount64(x | y)
	}
	return both, either
}

// inBoth returns the names that stand in both lists, which are short.
func inBoth(a, b []string) (both []string) {
	for _, name := range a {
		if slices.Contains(b, name) {
			both = append(both, name)
		}
	}
	return both
}
