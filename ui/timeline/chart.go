package timeline

import (
	"slices"
	"sync"

	"tachiba/model"
)

// chart is what is drawn of a comparison, whatever size and zoom. Copies of a
// Model share it: it changes nothing but its own memory of what was computed.
type chart struct {
	tracks      []track
	first, last model.Date
	undated     int
	most        perZoom[int] // the greatest count of a mark's stance
}

// perZoom is a value for each zoom, computed when it is first asked for.
type perZoom[T any] [len(model.Zooms)]func() T

func forZooms[T any](compute func(model.Zoom) T) (p perZoom[T]) {
	for _, z := range model.Zooms {
		p[z] = sync.OnceValue(func() T { return compute(z) })
	}
	return p
}

// track is a lane with its marks.
type track struct {
	model.Lane
	marks     perZoom[[]mark]
	contested perZoom[bool] // whether any mark is
	people    func() people // of an actor
}

// mark is a mark and its place: how many periods it stands after the first.
type mark struct {
	model.Mark
	place int
}

// people are the lanes of those behind an actor.
type people struct {
	named, unnamed []track
	all            int // who are named, also those without a lane here
}

// handful is how many speakers have a lane of their own at first, or one more where a
// note would say no more than "and one more", and crowd how many at most.
const handful, crowd = 5, 100

// few returns how many lanes of people are seen at first.
func (p people) few() int {
	if p.all <= handful+1 {
		return len(p.named)
	}
	return handful
}

func newChart(c model.Comparison, topic model.TopicID) *chart {
	lanes := c.Lanes(topic)
	out := &chart{tracks: make([]track, len(lanes))}
	for _, l := range lanes {
		n := l.Undated()
		out.undated += n
		if n > 0 {
			l.Days = l.Days[:len(l.Days)-1]
		}
		if len(l.Days) == 0 {
			continue
		}
		out.last = max(out.last, l.Days[0].Date)
		if oldest := l.Days[len(l.Days)-1].Date; !out.first.Known() || oldest < out.first {
			out.first = oldest
		}
	}
	for i, l := range lanes {
		out.tracks[i] = newTrack(l, out.first)
		out.tracks[i].people = sync.OnceValue(func() people { return newPeople(l, out.first) })
	}
	out.most = forZooms(func(z model.Zoom) (most int) {
		for _, t := range out.tracks {
			for _, m := range t.marks[z]() {
				most = max(most, m.Counts.Of(m.Stance))
			}
		}
		return most
	})
	return out
}

func newTrack(l model.Lane, first model.Date) track {
	t := track{Lane: l}
	t.marks = forZooms(func(z model.Zoom) []mark {
		var out []mark
		for _, m := range l.Marks(z) {
			out = append(out, mark{m, z.Between(first, m.Start)})
		}
		return out
	})
	t.contested = forZooms(func(z model.Zoom) bool {
		return slices.ContainsFunc(t.marks[z](), func(m mark) bool { return len(m.Contested) > 0 })
	})
	return t
}

func newPeople(l model.Lane, first model.Date) people {
	lanes := l.Speakers()
	named := len(lanes)
	if named > 0 && lanes[named-1].Speaker == "" {
		named--
	}
	p := people{all: named}
	for _, l := range lanes[:min(named, crowd)] {
		p.named = append(p.named, newTrack(l, first))
	}
	for _, l := range lanes[named:] {
		p.unnamed = append(p.unnamed, newTrack(l, first))
	}
	return p
}

// periods returns how many periods there are from the first statement to the last.
func (c *chart) periods(z model.Zoom) int {
	if !c.first.Known() {
		return 0
	}
	return z.Between(c.first, c.last) + 1
}

// day returns the first day of the period at a place.
func (c *chart) day(z model.Zoom, place int) model.Date { return z.Add(z.Start(c.first), place) }

// nearest returns the index of the mark nearest to a place, the later of two, -1
// where there is none.
func nearest(marks []mark, place int) int {
	i, found := slices.BinarySearchFunc(marks, place, func(m mark, place int) int { return m.place - place })
	switch {
	case found:
		return i
	case i == len(marks), i > 0 && place-marks[i-1].place < marks[i].place-place:
		return i - 1
	}
	return i
}
