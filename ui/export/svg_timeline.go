package export

import (
	"fmt"
	"math"
	"slices"

	"tachiba/model"
)

// The parts of the timeline, in pixels.
const (
	laneWidth   = 120.0 // of the actors' names
	laneHeight  = 84.0
	plotWidth   = 800.0
	leastPeriod = 10.0
	tickApart   = 96.0 // between the dates on the axis
	halfDate    = 32.0 // half of such a date
	largest     = 12.0 // of a mark, in each direction
)

// mostPeriods is how many periods are shown before longer ones are taken.
const mostPeriods = 62

// scale is how dates become places.
type scale struct {
	zoom   model.Zoom
	first  model.Date // the start of the first period
	n      int        // periods
	period float64    // width of one
	most   int        // statements of one stance in one period and lane
}

func newScale(first, last model.Date) scale {
	s := scale{first: first, n: 1}
	if !first.Known() {
		s.period = plotWidth
		return s
	}
	for _, zoom := range model.Zooms {
		s.zoom, s.first, s.n = zoom, zoom.Start(first), zoom.Between(first, last)+1
		if s.n <= mostPeriods {
			break
		}
	}
	s.period = max(leastPeriod, plotWidth/float64(s.n))
	return s
}

// x returns the middle of the period of a date.
func (s scale) x(d model.Date) float64 {
	return edge + laneWidth + (float64(s.zoom.Between(s.first, d))+.5)*s.period
}

// radius returns the size of a mark whose area is by the number of statements.
func (s scale) radius(n int) float64 {
	most := min(largest, max(s.period/2, 6))
	return max(4, most*math.Sqrt(float64(n)/float64(max(s.most, 4))))
}

// timeline returns the timeline as an SVG: a lane an actor, favor above its
// middle, against below. It shows dated statements.
func (e *exporter) timeline(inPage bool) string {
	lanes := e.lanes()
	s := newScale(e.span())
	for _, lane := range lanes {
		for _, d := range lane.By(s.zoom) {
			if d.Date.Known() {
				s.most = max(s.most, d.Counts.Favor, d.Counts.Against, d.Counts.Conditional)
			}
		}
	}
	p := &picture{
		name: Timeline, title: e.Look.T("export.timeline_of", e.title()), inPage: inPage,
		width: 2*edge + laneWidth + s.period*float64(s.n), y: 8,
	}
	if !inPage {
		e.heading(p)
	}
	top := p.y
	bottom := top + laneHeight*float64(len(lanes))
	for i := 0; i < len(lanes); i += 2 {
		p.rect(edge, top+laneHeight*float64(i), p.width-2*edge, laneHeight, "band")
	}
	e.axis(p, s, top, bottom)
	desc := ""
	for i, lane := range lanes {
		name := e.Look.Name(e.Comparison.Actors[i].Name)
		e.lane(p, s, name, lane, top+laneHeight*(float64(i)+.5))
		desc += e.laneWords(name, lane) + "\n"
	}
	p.y = bottom + 46
	p.text(edge, p.y, "small", e.note(lanes, s.zoom))
	p.y += 12
	l := p.legend()
	l.addStances(e)
	if s.most > 1 {
		for _, n := range []int{1, s.most} {
			l.add(e.Look.T("plain.statements", n), max(7, s.radius(n)), func(x, y float64) { p.mark(model.Favor, x, y, s.radius(n), "") })
		}
	}
	return p.close(e.Look.Lang(), desc)
}

// lanes returns the history of each actor on all topics.
func (e *exporter) lanes() []model.Days {
	out := make([]model.Days, len(e.Comparison.Actors))
	for _, row := range e.Comparison.Rows {
		for i, p := range row.Cells {
			out[i] = out[i].Merge(p.History)
		}
	}
	return out
}

func (e *exporter) lane(p *picture, s scale, name string, lane model.Days, middle float64) {
	lines := e.wrap(name, headSize, laneWidth-20, 3)
	for i, line := range lines {
		p.text(edge+8, middle+5+(float64(i)-float64(len(lines)-1)/2)*headSize*1.25, "head", line)
	}
	p.line(edge+laneWidth, middle, p.width-edge, middle, "rule")
	for _, d := range slices.Backward(lane.By(s.zoom)) {
		if !d.Date.Known() {
			continue
		}
		for i, stance := range []model.Stance{model.Favor, model.Conditional, model.Against} {
			if n := d.Counts.Of(stance); n > 0 {
				tip := fmt.Sprintf("%s %s: %s %d", e.period(s.zoom, d.Date), name, e.Look.Stance(stance), n)
				p.mark(stance, s.x(d.Date), middle+26*float64(i-1), s.radius(n), tip)
			}
		}
	}
}

// steps are how many periods lie between two dates on the axis.
var steps = []int{1, 2, 3, 4, 6, 12, 24, 60}

func (e *exporter) axis(p *picture, s scale, top, bottom float64) {
	step := steps[len(steps)-1]
	for _, n := range steps {
		if float64(n)*s.period >= tickApart {
			step = n
			break
		}
	}
	for i := 0; i < s.n && s.first.Known(); i += step {
		d := s.zoom.Add(s.first, i)
		x := s.x(d)
		p.line(x, top, x, bottom+5, "rule")
		p.text(min(x, p.width-edge-halfDate), bottom+18, "small middle", e.period(s.zoom, d))
	}
	p.line(edge+laneWidth, bottom, p.width-edge, bottom, "axis")
}

// period returns the name of the period that starts on a date.
func (e *exporter) period(z model.Zoom, d model.Date) string {
	if z == model.ByMonth {
		return d.String()[:len("2006-01")]
	}
	return d.String()
}

// note says how long the periods are, what the size of a mark tells, and how many
// statements have no date and are not drawn.
func (e *exporter) note(lanes []model.Days, z model.Zoom) string {
	undated := 0
	for _, lane := range lanes {
		if n := len(lane); n > 0 && !lane[n-1].Date.Known() {
			undated += lane[n-1].Counts.Total()
		}
	}
	key := [...]string{model.ByDay: "export.by_day", model.ByWeek: "export.by_week", model.ByMonth: "export.by_month"}[z]
	note := e.Look.T(key)
	if undated > 0 {
		note += e.Look.T("plain.semicolon") + e.Look.T("export.undated", undated)
	}
	return note
}

// laneWords returns an actor's statements by stance as a sentence.
func (e *exporter) laneWords(name string, lane model.Days) string {
	counts := lane.Position().Counts
	words := e.Look.T("plain.statements", counts.Total())
	for _, s := range model.Stances {
		if n := counts.Of(s); n > 0 {
			words += e.Look.T("plain.comma") + fmt.Sprintf("%s %d", e.Look.Stance(s), n)
		}
	}
	return e.Look.T("plain.position", name, words)
}
