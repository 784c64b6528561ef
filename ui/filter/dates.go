package filter

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/scroll"
)

// Dated tells the days that were chosen; unknown ones set no limit.
type Dated struct{ Since, Until model.Date }

// Span is what the dialog of days starts with. Days that are not known are left out.
type Span struct {
	Since, Until model.Date // as set so far
	First, Last  model.Date // of the statements
	Visit        model.Date // of the last visit
	// Count returns how many statements a period has beside the other filters; nil
	// for no counts.
	Count func(since, until model.Date) int
}

// Dates is a dialog that sets the first and last day: as typed, or as a period.
type Dates struct {
	look    *look.Look
	keys    *keys.Map
	span    Span
	fields  [2]Input
	presets []preset
	at, top int // the fields, then the presets; the first preset in sight
	fault   string
	w, h    int
}

// NewDates returns the dialog.
func NewDates(l *look.Look, k *keys.Map, s Span) *Dates {
	d := &Dates{look: l, keys: k, span: s, presets: presets(l, s), w: 80, h: 24}
	for i, v := range []model.Date{s.Since, s.Until} {
		d.fields[i] = NewInput()
		d.fields[i].SetValue(v.String())
	}
	return d
}

// SetSpan brings the periods and their counts up to date; what is typed stays.
func (d *Dates) SetSpan(s Span) {
	d.span, d.presets = s, presets(d.look, s)
	d.at = min(d.at, len(d.fields)+len(d.presets)-1)
	d.move(0)
}

// SetSize sets the cells of the screen, which the dialog stays inside.
func (d *Dates) SetSize(w, h int) {
	d.w, d.h = w, h
	d.move(0)
}

// Typing tells that letters are text: while the cursor is in a field.
func (d *Dates) Typing() bool { return d.at < len(d.fields) }

// Update edits the days, moves between them and the periods, and closes with Dated
// when they are days; else the dialog says what is wrong.
func (d *Dates) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	n, moves := d.step(press)
	switch {
	case !ok:
		d.edit(msg)
	case Pressed(press, d.keys.Back):
		return answer(Closed{false})
	case Pressed(press, d.keys.Enter):
		return d.submit()
	case Pressed(press, d.keys.Switch):
		d.next(press)
	case moves:
		d.move(n)
	default:
		d.edit(press)
	}
	return nil
}

// step returns by how many fields or periods a key moves.
func (d *Dates) step(press tea.KeyPressMsg) (n int, ok bool) {
	matches := key.Matches[tea.KeyPressMsg] // letters too
	if d.Typing() {
		matches = Pressed
	}
	switch {
	case matches(press, d.keys.Up):
		return -1, true
	case matches(press, d.keys.Down):
		return 1, true
	case d.Typing():
		return 0, false // home and end are those of the line
	}
	return Step(press, d.keys, d.visible())
}

// edit changes the field that the cursor is in.
func (d *Dates) edit(msg tea.Msg) {
	if d.Typing() && d.fields[d.at].Update(msg) {
		d.fault = ""
	}
}

// next goes on to the other field, the periods, and the first field again, or back.
func (d *Dates) next(press tea.KeyPressMsg) {
	n := 1
	if press.Mod.Contains(tea.ModShift) {
		n = 2
	}
	d.at = (min(d.at, 2) + n) % 3
	d.move(0)
}

// move moves by n fields and periods.
func (d *Dates) move(n int) {
	last := len(d.fields) + len(d.presets) - 1
	d.at = max(0, min(d.at+n, last))
	_, d.top = scroll.Keep(d.at-len(d.fields), d.top, len(d.presets), d.visible())
}

func (d *Dates) submit() tea.Cmd {
	if !d.Typing() {
		p := d.presets[d.at-len(d.fields)]
		d.fields[0].SetValue(p.since.String())
		d.fields[1].SetValue(p.until.String())
	}
	var days [2]model.Date
	for i := range d.fields {
		typed := strings.TrimSpace(d.fields[i].Value())
		if typed == "" {
			continue
		}
		first, last, err := model.ParsePeriod(typed)
		if err != nil {
			d.fault = d.look.T("filter.bad_date", typed)
			return nil
		}
		days[i] = [...]model.Date{first, last}[i]
	}
	if days[0].Known() && days[1].Known() && days[0] > days[1] {
		d.fault = d.look.T("filter.dates_reversed")
		return nil
	}
	return answer(Dated{days[0], days[1]})
}

// Wheel moves by n periods.
func (d *Dates) Wheel(n int) {
	first := len(d.fields)
	if d.at < first {
		d.at, n = first, 0
	}
	d.move(max(n, first-d.at))
}

// Click puts the cursor into the field at line y of the dialog, or takes the period
// there.
func (d *Dates) Click(_, y int) tea.Cmd {
	field, period := y-FrameTop-1, d.top+y-presetsTop
	switch {
	case field >= 0 && field < len(d.fields):
		d.at = field
	case y >= presetsTop && y < presetsTop+d.visible() && period < len(d.presets):
		d.at = len(d.fields) + period
		return d.submit()
	}
	return nil
}
