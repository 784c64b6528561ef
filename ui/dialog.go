package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/pager"
	"tachiba/ui/review"
)

// dialog is what stands over the view and has the keys: a pointer that takes in what
// a person does. The command that Update or Click returns, if any, is the dialog's
// answer: it can be run at once.
type dialog interface {
	Update(tea.Msg) tea.Cmd
	View() string
	SetSize(w, h int)
	Click(x, y int) tea.Cmd // by the cells of the dialog
	Wheel(n int)
	Typing() bool                // letters are text, not keys
	Cursor() (x, y int, ok bool) // of the terminal, by the cells of the dialog
}

// pickerDialog is a picker with the field that it sets, or a chooser with what takes
// the choice.
type pickerDialog struct {
	*filter.Picker
	field   filter.Field
	options func(*App) []filter.Option // as they are now
	take    func(*App, string) tea.Cmd
}

// reviewDialog is a review with the sentence that it is of.
type reviewDialog struct {
	*review.Model
	subject model.Correction // whose verdict is asked for
}

// busy tells that the person is in a dialog or searches: what comes of itself does not
// step in between.
func (a *App) busy() bool { return a.dialog != nil || a.searching }

// notYet says so while the library is still being read: before, nothing can be counted
// or written out.
func (a *App) notYet() bool {
	if a.opening {
		a.message = a.look.T("empty.loading")
	}
	return a.opening
}

func (a *App) openDialog(d dialog) {
	a.remember()
	a.dialog = d
	d.SetSize(a.w, a.h)
}

// openPicker opens the dialog of actors, topics or stances.
func (a *App) openPicker(field filter.Field) {
	if a.notYet() {
		return
	}
	options := func(a *App) []filter.Option { return a.values(field) }
	title := a.look.T(map[filter.Field]string{filter.Actors: "filter.by_actors", filter.Topics: "filter.by_topics", filter.Stances: "filter.by_stances"}[field])
	a.openDialog(pickerDialog{Picker: filter.NewPicker(a.look, a.keys, title, options(a)), field: field, options: options})
}

// recount brings the counts of an open dialog up to date: digests may be coded while
// it is open. A dialog that has nothing left to offer closes.
func (a *App) recount() {
	switch d := a.dialog.(type) {
	case pickerDialog:
		if options := d.options(a); len(options) > 0 {
			d.SetOptions(options)
		} else {
			a.dialog = nil
		}
	case *filter.Dates:
		d.SetSpan(a.span())
	}
}

// values returns the values of a field, those on that the filter has.
func (a *App) values(field filter.Field) (options []filter.Option) {
	switch field {
	case filter.Actors:
		return a.actorOptions()
	case filter.Topics:
		n := a.contents.ledger.Tally(withField(a.filter, field, nil)).Topics
		for _, v := range a.look.Lexicon.Topics {
			options = append(options, filter.Option{ID: string(v.ID), Label: a.look.Name(v.Name), Reading: v.Reading, Alias: []string{v.Name.JA, v.Name.EN}, Count: n[v.ID], On: slices.Contains(a.filter.Topics, v.ID)})
		}
	default:
		n := a.contents.ledger.Tally(withField(a.filter, field, nil)).Stances
		for _, v := range model.Stances {
			options = append(options, filter.Option{ID: string(v), Label: a.look.Sign(v) + " " + a.look.Stance(v), Reading: a.look.T("picker.reading_" + string(v)), Count: n[v], On: slices.Contains(a.filter.Stances, v)})
		}
	}
	return options
}

// actorOptions returns the actors, each with its members.
func (a *App) actorOptions() (options []filter.Option) {
	n := a.contents.ledger.Tally(withField(a.filter, filter.Actors, nil).In(a.look.Lexicon)).Actors
	add := func(v model.Actor, depth int) {
		options = append(options, filter.Option{
			ID: string(v.ID), Label: a.look.Name(v.Name), Reading: v.Reading, Alias: []string{v.Name.JA, v.Name.EN},
			Depth: depth, Count: n[v.ID], On: slices.Contains(a.filter.Actors, v.ID),
		})
	}
	for _, v := range a.look.Lexicon.Actors {
		add(v, 0)
		for _, m := range v.Members {
			if n[m.ID] > 0 || slices.Contains(a.filter.Actors, m.ID) {
				add(m, 1)
			}
		}
	}
	return options
}

func (a *App) openDates() {
	if !a.notYet() {
		a.openDialog(filter.NewDates(a.look, a.keys, a.span()))
	}
}

func (a *App) span() filter.Span {
	return filter.Span{Since: a.filter.Since, Until: a.filter.Until, First: a.first, Last: a.last, Visit: a.visit, Count: a.countDays()}
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
		pager.Line{Name: a.look.Favor + a.look.Against, Text: a.look.T("help.history")},
		pager.Line{Name: strings.Repeat(a.look.Bar, 2) + a.look.HalfBar, Text: a.look.T("help.bar")},
		pager.Line{Name: a.look.Favor + "2", Text: a.look.T("help.gutter")},
		pager.Line{Name: "?", Text: a.look.T("help.doubtful")},
		pager.Line{Name: a.look.Picked, Text: a.look.T("help.picked")},
		pager.Line{Name: a.look.New, Text: a.look.T("help.new")}, pager.Line{Name: a.look.Reviewed, Text: a.look.T("help.reviewed")},
		pager.Line{Name: a.look.Unread, Text: a.look.T("help.unread")}, pager.Line{Name: a.look.Starred, Text: a.look.T("help.starred")})
	a.openDialog(pager.New(a.look, a.keys, a.look.T("help.title"), lines))
}

// openProblems lists what is wrong with the configuration, and what was left out,
// each with its reason.
func (a *App) openProblems() {
	problems := slices.Concat(a.options.ConfigProblems, a.data.Problems)
	if len(problems) == 0 {
		a.message = a.look.T("app.no_problems")
		return
	}
	var lines []pager.Line
	for _, p := range problems {
		lines = append(lines, pager.Line{Name: "!", Text: a.look.Problem(&p)})
	}
	a.openDialog(pager.New(a.look, a.keys, a.look.T("app.problems", len(lines)), lines))
	a.configRead, a.problemsRead = true, len(a.data.Problems)
	a.resize() // the notice goes
}

// dialogAnswer takes in what a dialog says.
func (a *App) dialogAnswer(msg tea.Msg) {
	switch msg := msg.(type) {
	case filter.Picked:
		if p, ok := a.dialog.(pickerDialog); ok {
			a.tryFilter(withField(a.filter, p.field, msg.IDs))
			if msg.Done {
				a.dialog = nil
				a.settleFilter(true)
			}
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
