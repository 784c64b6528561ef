package ui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/text"
)

// openChooser offers options, one of which is handed to take.
func (a *App) openChooser(title string, options func(*App) []filter.Option, take func(*App, string) tea.Cmd) {
	a.openDialog(pickerDialog{Picker: filter.NewChooser(a.look, a.keys, title, options(a)), options: options, take: take})
}

// fixed returns options that stay as they are.
func fixed(options []filter.Option) func(*App) []filter.Option {
	return func(*App) []filter.Option { return options }
}

// chosen hands what was chosen to whoever offered it.
func (a *App) chosen(m filter.Chosen) tea.Cmd {
	d, ok := a.dialog.(pickerDialog)
	a.dialog = nil
	if !ok || d.take == nil {
		return nil
	}
	return d.take(a, m.ID)
}

// sure are the least confidences that can be asked for.
var sure = [...]float64{0, 0.5, 0.6, 0.7, 0.8, 0.9}

// openSure offers the least confidence of what is selected.
func (a *App) openSure() {
	if a.notYet() {
		return
	}
	a.openChooser(a.look.T("filter.by_confidence"), (*App).sureOptions, func(a *App, id string) tea.Cmd {
		f := a.filter
		if i, err := strconv.Atoi(id); err == nil {
			f.MinConfidence = sure[i]
		}
		a.setFilter(f)
		return nil
	})
}

func (a *App) sureOptions() (options []filter.Option) {
	counts := a.contents.ledger.CountSure(a.filter.In(a.look.Lexicon), sure[:])
	for i, least := range sure {
		label := a.look.T("filter.all")
		if least > 0 {
			label = a.look.Draw("≥ " + strconv.FormatFloat(least, 'f', -1, 64))
		}
		options = append(options, filter.Option{ID: strconv.Itoa(i), Label: label, Count: counts[i], On: a.filter.MinConfidence == least})
	}
	return options
}

// openOutline offers the parts of the digest to jump to.
func (a *App) openOutline() {
	outline := a.digests.Outline()
	if a.view != digestsView || len(outline) == 0 {
		a.message = a.look.T("app.no_digest_here")
		return
	}
	at := a.digests.Place(outline)
	var options []filter.Option
	for i, e := range outline {
		options = append(options, filter.Option{ID: strconv.Itoa(e.Sentence), Label: e.Label, Count: e.Statements, On: i == at})
	}
	a.openChooser(a.look.T("key.outline"), fixed(options), func(a *App, id string) tea.Cmd {
		if sentence, err := strconv.Atoi(id); err == nil {
			a.digests.Jump(sentence)
		}
		return nil
	})
}

// longestTitle is how many cells a title has in a list of digests to choose from.
const longestTitle = 40

// openRelated offers the digests that are related to the one under the cursor.
func (a *App) openRelated() {
	if _, ok := a.digests.Selected(); a.view != digestsView || !ok {
		a.message = a.look.T("app.no_digest_here")
		return
	}
	var options []filter.Option
	for _, r := range a.digests.Related() {
		title := text.Truncate(r.Title, max(min(longestTitle, a.w/2), 10), a.look.Ellipsis)
		options = append(options, filter.Option{ID: r.ID, Label: a.look.Join(title, r.Why), Alias: []string{r.Title}, Uncounted: true})
	}
	if len(options) == 0 {
		a.message = a.look.T("app.no_related")
		return
	}
	a.openChooser(a.look.T("key.related"), fixed(options), func(a *App, id string) tea.Cmd {
		a.openDigest(id)
		return nil
	})
}

// count returns how many statements a filter selects.
func (a *App) count(f model.Filter) int {
	return len(a.contents.ledger.Select(f.In(a.look.Lexicon)))
}

// countDays counts what a period selects beside the other filters, nil where that
// would take too long for a key: a text is searched in the library.
func (a *App) countDays() func(since, until model.Date) int {
	if a.filter.Text != "" && a.options.Library != nil {
		return nil
	}
	counted := *a
	return func(since, until model.Date) int {
		f := counted.filter
		f.Since, f.Until = since, until
		return counted.count(f)
	}
}
