package model

import (
	"cmp"
	"slices"
	"sort"
)

// Lane is what one actor, or one of the people behind it, said over time.
type Lane struct {
	Actor   ActorID
	Person  bool   // one of the people behind the actor
	Speaker string // a person's name, "" for all whom the texts do not name
	Days    Days   // how many statements each date has, newest first
	strands []strand
}

// strand is the part of a lane that is about one topic.
type strand struct {
	topic    TopicID
	days     Days
	evidence Evidence // newest first
}

// Mark is what a lane has in one period.
type Mark struct {
	Start  Date // the first day of the period
	Newest Date // the newest day with a statement
	Counts Counts
	Stance Stance // the dominant one, as of Days.Position
	// Contested are the topics on which the statements of the period take different
	// stances, and Other the most frequent of these stances that is not Stance.
	Contested []TopicID
	Other     Stance
}

// Lanes returns a lane for each actor, of one topic or, for "", of all.
func (c *Comparison) Lanes(topic TopicID) []Lane {
	lanes := make([]Lane, len(c.Actors))
	for j, actor := range c.Actors {
		l := &lanes[j]
		l.Actor = actor.ID
		for i := range c.Rows {
			row := &c.Rows[i]
			if p := row.Cells[j]; len(p.History) > 0 && (topic == "" || topic == row.Topic.ID) {
				l.strands = append(l.strands, strand{row.Topic.ID, p.History, p.Evidence.newestFirst()})
				l.Days = l.Days.Merge(p.History)
			}
		}
	}
	return lanes
}

// newestFirst returns the evidence in the order of the ledger, from which a
// filter for doubtful statements departs.
func (e Evidence) newestFirst() Evidence {
	if !slices.IsSorted(e.places) {
		e.places = slices.Sorted(slices.Values(e.places))
	}
	return e
}

// Undated returns how many statements of the lane have no date.
func (l Lane) Undated() int {
	if n := len(l.Days); n > 0 && !l.Days[n-1].Date.Known() {
		return l.Days[n-1].Counts.Total()
	}
	return 0
}

// Marks returns the periods in which the lane has statements, in the order of time.
// Statements without a date are in none.
func (l Lane) Marks(z Zoom) []Mark {
	var out []Mark
	for from := 0; from < len(l.Days) && l.Days[from].Date.Known(); {
		start, newest := z.Start(l.Days[from].Date), l.Days[from].Date
		period := l.Days[from:].until(start)
		counts := period.counts()
		out = append(out, Mark{Start: start, Newest: newest, Counts: counts, Stance: period.dominant(counts)})
		from += len(period)
	}
	against := make([]Counts, len(out)) // of the contested topics alone
	for _, s := range l.strands {
		days := s.days
		for i := range out {
			period := days.until(out[i].Start)
			days = days[len(period):]
			if counts := period.counts(); counts.mixed() {
				out[i].Contested = append(out[i].Contested, s.topic)
				against[i] = against[i].plus(counts)
			}
		}
	}
	for i := range out {
		for _, s := range Stances {
			if n := against[i].Of(s); s != out[i].Stance && n > against[i].Of(out[i].Other) {
				out[i].Other = s
			}
		}
	}
	slices.Reverse(out)
	return out
}

// until returns the days before, in the order newest first, the first one that is
// earlier than start.
func (d Days) until(start Date) Days {
	n := 0
	for n < len(d) && d[n].Date >= start {
		n++
	}
	return d[:n]
}

// mixed tells whether statements of different stances are counted.
func (c Counts) mixed() bool { return max(c.Favor, c.Against, c.Conditional) < c.Total() }

// In returns the statements of the period that starts on a date, newest first; of
// the unknown date those that have none.
func (l Lane) In(z Zoom, start Date) Evidence {
	end := Date(1)
	if start.Known() {
		end = z.Add(start, 1)
	}
	var out Evidence
	for _, s := range l.strands {
		e := s.evidence
		if e.lead != nil {
			if date := e.lead().Date; start <= date && date < end {
				return e
			}
			continue
		}
		out.ledger = e.ledger
		out.places = append(out.places, e.places[e.before(end):e.before(start)]...)
	}
	slices.Sort(out.places)
	return out
}

// before returns the first place in evidence, which has the newest first, that is
// earlier than a date.
func (e Evidence) before(date Date) int {
	return sort.Search(len(e.places), func(i int) bool { return e.ledger.Entries[e.places[i]].Date < date })
}

// Later returns how many statements of the period that starts on a date are later
// than a day: the place in In of the newest one of that day.
func (l Lane) Later(z Zoom, start, day Date) (n int) {
	end := z.Add(start, 1)
	for _, d := range l.Days.until(max(start, day+1)) {
		if d.Date < end {
			n += d.Counts.Total()
		}
	}
	return n
}

// Speakers returns a lane for each of the people whose statements the lane has:
// those with the most first, at the end those whom the texts do not name.
func (l Lane) Speakers() []Lane {
	var people []Lane
	known := map[uint16]int{}
	for _, s := range l.strands {
		ledger := s.evidence.ledger
		for _, place := range s.evidence.places {
			entry := &ledger.Entries[place]
			at, ok := known[entry.Speaker]
			if !ok {
				at = len(people)
				known[entry.Speaker] = at
				people = append(people, Lane{Actor: l.Actor, Person: true, Speaker: ledger.Speakers[entry.Speaker]})
			}
			people[at].take(s.topic, ledger, place)
		}
	}
	for i := range people {
		for _, s := range people[i].strands {
			people[i].Days = people[i].Days.Merge(s.days)
		}
	}
	slices.SortFunc(people, func(a, b Lane) int {
		if a.Speaker == "" || b.Speaker == "" {
			return cmp.Compare(b.Speaker, a.Speaker)
		}
		return cmp.Or(b.Days.counts().Total()-a.Days.counts().Total(), int(b.Days[0].Date-a.Days[0].Date), cmp.Compare(a.Speaker, b.Speaker))
	})
	return people
}

// take adds the entry at a place of a ledger; they come topic by topic, newest first.
func (l *Lane) take(topic TopicID, ledger *Ledger, place int32) {
	if n := len(l.strands); n == 0 || l.strands[n-1].topic != topic {
		l.strands = append(l.strands, strand{topic: topic, evidence: Evidence{ledger: ledger}})
	}
	s := &l.strands[len(l.strands)-1]
	s.days.count(&ledger.Entries[place])
	s.evidence.places = append(s.evidence.places, place)
}
