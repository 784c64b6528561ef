package filter

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/keys"
	"tachiba/ui/look"
	"tachiba/ui/text"
)

// Dated tells the days that were chosen; unknown ones set no limit.
type Dated struct{ Since, Until model.Date }

// Dates is a dialog that sets the first and last day.
type Dates struct {
	look   *look.Look
	keys   *keys.Map
	inputs [2]textinput.Model
	at     int
	fault  string
	span   string // the days that the statements have
}

// NewDates returns the dialog with the days set so far; first and last are those
// of the statements.
func NewDates(l *look.Look, k *keys.Map, since, until, first, last model.Date) Dates {
	d := Dates{look: l, keys: k, span: l.Span(first, last)}
	for i, v := range []model.Date{since, until} {
		in := textinput.New()
		in.Prompt = ""
		in.Placeholder = "YYYY-MM-DD"
		in.CharLimit = 10
		in.SetWidth(11)
		look := in.Styles()
		look.Cursor.Blink = false // a blink is work while nothing happens
		in.SetStyles(look)
		in.SetValue(v.String())
		d.inputs[i] = in
	}
	d.inputs[0].Focus()
	return d
}

// Update edits the days, changes between them, and closes with Dated when they
// are days; else the dialog says what is wrong.
func (d Dates) Update(msg tea.Msg) (Dates, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if ok {
		switch {
		case key.Matches(press, d.keys.Back):
			return d, func() tea.Msg { return Closed{false} }
		case key.Matches(press, d.keys.Enter):
			return d.submit()
		case key.Matches(press, d.keys.Switch), press.String() == "up", press.String() == "down":
			d.inputs[d.at].Blur()
			d.at = 1 - d.at
			return d, d.inputs[d.at].Focus()
		}
	}
	var cmd tea.Cmd
	d.inputs[d.at], cmd = d.inputs[d.at].Update(msg)
	return d, cmd
}

func (d Dates) submit() (Dates, tea.Cmd) {
	var days [2]model.Date
	for i, in := range d.inputs {
		if strings.TrimSpace(in.Value()) == "" {
			continue
		}
		day, err := model.ParseDate(in.Value())
		if err != nil {
			d.fault = d.look.T("filter.bad_date", in.Value())
			return d, nil
		}
		days[i] = day
	}
	if days[0].Known() && days[1].Known() && days[0] > days[1] {
		d.fault = d.look.T("filter.dates_reversed")
		return d, nil
	}
	return d, func() tea.Msg { return Dated{days[0], days[1]} }
}

// View returns the dialog.
func (d Dates) View() string {
	labels := []string{d.look.T("filter.since"), d.look.T("filter.until")}
	label := max(text.Width(labels[0]), text.Width(labels[1])) + 2
	inner := max(label+22, text.Width(d.look.T("filter.dates_keys")))
	lines := []string{d.look.Fit(d.look.Title.Render(d.look.T("filter.dates")), inner)}
	for i, in := range d.inputs {
		mark := "  "
		if i == d.at {
			mark = d.look.Fit(d.look.Cursor, 2)
		}
		lines = append(lines, d.look.Fit(mark+d.look.Fit(labels[i], label)+in.View(), inner))
	}
	foot := d.look.Muted.Render(text.Truncate(d.span, inner, d.look.Ellipsis))
	if d.fault != "" {
		foot = d.look.Warn.Render(text.Truncate(d.fault, inner, d.look.Ellipsis))
	}
	lines = append(lines, d.look.Fit(foot, inner), d.look.Fit(d.look.Muted.Render(d.look.T("filter.dates_keys")), inner))
	return Frame(d.look, strings.Join(lines, "\n"))
}
