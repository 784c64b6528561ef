package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/pager"
	"tachiba/ui/prompt"
	"tachiba/ui/review"
)

// dialog is what stands over the view and has the keys.
type dialog interface {
	update(tea.Msg) (dialog, tea.Cmd)
	view() string
	sized(w, h int) dialog
	click(y int) (dialog, tea.Cmd)
	wheel(n int) dialog
	typing() bool // letters are text, not keys
}

type pickerDialog struct {
	filter.Picker
	field filter.Field
}

func (d pickerDialog) update(msg tea.Msg) (dialog, tea.Cmd) {
	p, cmd := d.Update(msg)
	return pickerDialog{p, d.field}, cmd
}
func (d pickerDialog) view() string { return d.View() }
func (d pickerDialog) sized(w, h int) dialog {
	d.SetSize(w, h)
	return d
}

func (d pickerDialog) click(y int) (dialog, tea.Cmd) {
	p, cmd := d.Click(y)
	return pickerDialog{p, d.field}, cmd
}

func (d pickerDialog) wheel(n int) dialog {
	d.Wheel(n)
	return d
}
func (d pickerDialog) typing() bool { return false }

type datesDialog struct{ filter.Dates }

func (d datesDialog) update(msg tea.Msg) (dialog, tea.Cmd) {
	p, cmd := d.Update(msg)
	return datesDialog{p}, cmd
}
func (d datesDialog) view() string                { return d.View() }
func (d datesDialog) sized(int, int) dialog       { return d }
func (d datesDialog) click(int) (dialog, tea.Cmd) { return d, nil }
func (d datesDialog) wheel(int) dialog            { return d }
func (d datesDialog) typing() bool                { return true }

type promptDialog struct{ prompt.Model }

func (d promptDialog) update(msg tea.Msg) (dialog, tea.Cmd) {
	p, cmd := d.Update(msg)
	return promptDialog{p}, cmd
}
func (d promptDialog) view() string { return d.View() }
func (d promptDialog) sized(w, h int) dialog {
	d.SetSize(w, h)
	return d
}
func (d promptDialog) click(int) (dialog, tea.Cmd) { return d, nil }
func (d promptDialog) wheel(int) dialog            { return d }
func (d promptDialog) typing() bool                { return true }

type reviewDialog struct {
	review.Model
	subject model.Correction // whose verdict is asked for
}

func (d reviewDialog) update(msg tea.Msg) (dialog, tea.Cmd) {
	m, cmd := d.Update(msg)
	return reviewDialog{m, d.subject}, cmd
}
func (d reviewDialog) view() string { return d.View() }
func (d reviewDialog) sized(w, h int) dialog {
	d.SetSize(w, h)
	return d
}

func (d reviewDialog) click(y int) (dialog, tea.Cmd) {
	m, cmd := d.Click(y)
	return reviewDialog{m, d.subject}, cmd
}
func (d reviewDialog) wheel(int) dialog { return d }
func (d reviewDialog) typing() bool     { return false }

type pagerDialog struct{ pager.Model }

func (d pagerDialog) update(msg tea.Msg) (dialog, tea.Cmd) {
	p, cmd := d.Update(msg)
	return pagerDialog{p}, cmd
}
func (d pagerDialog) view() string { return d.View() }
func (d pagerDialog) sized(w, h int) dialog {
	d.SetSize(w, h)
	return d
}
func (d pagerDialog) click(int) (dialog, tea.Cmd) { return d, nil }
func (d pagerDialog) wheel(n int) dialog {
	d.Wheel(n)
	return d
}
func (d pagerDialog) typing() bool { return true }

func (a *App) openDialog(d dialog) {
	a.remember()
	a.dialog = d.sized(a.w, a.h)
}

// openPicker opens the dialog of actors, topics or stances.
func (a *App) openPicker(field filter.Field) {
	var options []filter.Option
	var title string
	switch field {
	case filter.Actors:
		title = a.look.T("filter.by_actors")
		n := a.contents.ledger.Tally(withField(a.filter, field, nil)).Actors
		for _, v := range a.look.Lexicon.Actors {
			options = append(options, filter.Option{ID: string(v.ID), Label: a.look.Name(v.Name), Count: n[v.ID], On: slices.Contains(a.filter.Actors, v.ID)})
		}
	case filter.Topics:
		title = a.look.T("filter.by_topics")
		n := a.contents.ledger.Tally(withField(a.filter, field, nil)).Topics
		for _, v := range a.look.Lexicon.Topics {
			options = append(options, filter.Option{ID: string(v.ID), Label: a.look.Name(v.Name), Count: n[v.ID], On: slices.Contains(a.filter.Topics, v.ID)})
		}
	default:
		title = a.look.T("filter.by_stances")
		n := a.contents.ledger.Tally(withField(a.filter, field, nil)).Stances
		for _, v := range model.Stances {
			options = append(options, filter.Option{ID: string(v), Label: a.look.Sign(v) + " " + a.look.Stance(v), Count: n[v], On: slices.Contains(a.filter.Stances, v)})
		}
	}
	a.openDialog(pickerDialog{filter.NewPicker(a.look, a.keys, title, options), field})
}

func (a *App) openDates() {
	a.openDialog(datesDialog{filter.NewDates(a.look, a.keys, a.filter.Since, a.filter.Until, a.first, a.last)})
}

func (a *App) openHelp() {
	var lines []pager.Line
	for _, g := range a.keys.Groups() {
		lines = append(lines, pager.Line{Text: a.look.T(g.Title), Heading: true})
		for _, b := range g.Bindings {
			lines = append(lines, pager.Line{Name: a.look.Draw(b.Help().Key), Text: b.Help().Desc})
		}
	}
	lines = append(lines, pager.Line{Text: a.look.T("help.signs"), Heading: true})
	for _, s := range append(slices.Clone(model.Stances[:]), model.NoEvidence) {
		lines = append(lines, pager.Line{Name: a.look.Sign(s), Text: a.look.Stance(s)})
	}
	lines = append(lines, pager.Line{Name: a.look.Shift, Text: a.look.T("compare.shifted")},
		pager.Line{Name: strings.Repeat(a.look.Bar, 2) + a.look.HalfBar, Text: a.look.T("help.bar")},
		pager.Line{Name: a.look.Favor + "2", Text: a.look.T("help.gutter")},
		pager.Line{Name: "?", Text: a.look.T("help.doubtful")},
		pager.Line{Name: a.look.Picked, Text: a.look.T("help.picked")},
		pager.Line{Name: a.look.New, Text: a.look.T("help.new")}, pager.Line{Name: a.look.Reviewed, Text: a.look.T("help.reviewed")},
		pager.Line{Name: a.look.Unread, Text: a.look.T("help.unread")}, pager.Line{Name: a.look.Starred, Text: a.look.T("help.starred")})
	a.openDialog(pagerDialog{pager.New(a.look, a.keys, a.look.T("help.title"), lines)})
}

// openProblems lists what was left out, each with its reason.
func (a *App) openProblems() {
	if len(a.data.Problems) == 0 {
		a.message = a.look.T("app.no_problems")
		return
	}
	var lines []pager.Line
	for _, p := range a.data.Problems {
		lines = append(lines, pager.Line{Name: "!", Text: a.look.Problem(&p)})
	}
	a.openDialog(pagerDialog{pager.New(a.look, a.keys, a.look.T("app.problems", len(lines)), lines)})
}

// dialogAnswer takes in what a dialog says.
func (a *App) dialogAnswer(msg tea.Msg) {
	switch msg := msg.(type) {
	case filter.Picked:
		if p, ok := a.dialog.(pickerDialog); ok {
			a.tryFilter(withField(a.filter, p.field, msg.IDs))
		}
	case filter.Dated:
		f := a.filter
		f.Since, f.Until = msg.Since, msg.Until
		a.dialog = nil
		a.setFilter(f)
	case filter.Closed:
		a.dialog = nil
		a.settleFilter(msg.Kept)
	}
}

func withField(f model.Filter, field filter.Field, ids []string) model.Filter {
	switch field {
	case filter.Actors:
		f.Actors = convert[model.ActorID](ids)
	case filter.Topics:
		f.Topics = convert[model.TopicID](ids)
	case filter.Stances:
		f.Stances = convert[model.Stance](ids)
	}
	return f
}

func convert[T ~string](ids []string) []T {
	var out []T
	for _, id := range ids {
		out = append(out, T(id))
	}
	return out
}
