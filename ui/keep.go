package ui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/pager"
	"tachiba/ui/prompt"
	"tachiba/ui/review"
)

// The prompts.
const (
	promptAdd    = "add"
	promptSave   = "save"
	promptExport = "export"
)

func (a *App) openAdd() {
	if a.canKeep() {
		a.askAdd(a.look.T("app.add_hint"), "")
	}
}

func (a *App) askAdd(hint, name string) {
	p := prompt.New(a.look, a.keys, promptAdd, a.look.T("app.add_title"), hint)
	p.SetValue(name)
	a.openDialog(p)
}

// answered takes in what was typed into a prompt.
func (a *App) answered(m prompt.Answered) tea.Cmd {
	a.dialog = nil
	switch {
	case m.Text == "":
	case m.ID == promptAdd:
		return a.addNamed(m.Text)
	case m.ID == promptSave:
		return a.saveFilter(a.options.Clean(m.Text))
	case m.ID == promptExport:
		return a.export(m.Text)
	}
	return nil
}

// addNamed adds a file, a folder or a page; to a new library where there are but the
// samples. What is not there is asked for again: nothing has changed.
func (a *App) addNamed(name string) tea.Cmd {
	path := home(name, a.options.Home)
	if stat := a.options.Stat; stat != nil && !strings.Contains(path, "://") {
		if err := stat(path); err != nil {
			a.askAdd(a.look.Error(model.FileProblem(path, err)), name)
			return nil
		}
	}
	if a.options.Library != nil {
		return a.add([]string{path})
	}
	open, ok := a.makeLibrary()
	if !ok {
		return nil
	}
	return tea.Batch(open, a.add([]string{path}))
}

// home writes ~ at the start of a path out, as shells do.
func home(path, folder string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok && folder != "" {
		return folder + "/" + rest
	}
	return path
}

// markRead marks the digest under the cursor as read once its text is opened.
func (a *App) markRead() tea.Cmd {
	d, ok := a.digests.Selected()
	if !ok || !d.Kept || d.Read {
		return nil
	}
	yes := true
	return a.mark(d.ID, model.Marks{Read: &yes})
}

// mark sets marks at once; that they are kept follows.
func (a *App) mark(id string, m model.Marks) tea.Cmd {
	for i := range a.contents.listings {
		if a.contents.listings[i].ID == id {
			m.Set(&a.contents.listings[i])
		}
	}
	a.digests.SetMarks(id, m)
	keep, again := a.options.Library.Mark, a.asked != a.taken
	if again {
		a.asked++ // the ledger that is on its way may not know the mark
	}
	return func() tea.Msg { return markedMsg{again, keep(context.Background(), []string{id}, m)} }
}

// markedMsg is how keeping a mark went; again that the ledger is to be read.
type markedMsg struct {
	again bool
	err   error
}

func (a *App) marked(m markedMsg) tea.Cmd {
	if m.err != nil {
		a.message = a.look.Error(m.err)
	}
	if m.again {
		return a.reread()
	}
	return nil
}

// subject returns the digest that a key changes: the one under the cursor of the
// digests. Where there is none, or no library, it says so.
func (a *App) subject() (model.Listing, bool) {
	if !a.hasLibrary() {
		return model.Listing{}, false
	}
	d, ok := a.digests.Selected()
	if ok = ok && a.view == digestsView; !ok {
		a.message = a.look.T("app.no_digest_here")
	}
	return d, ok
}

// toggle turns a mark of the digest under the cursor round; it can be undone.
func (a *App) toggle(of func(model.Listing) bool, marks func(bool) model.Marks, on, off string) tea.Cmd {
	d, ok := a.subject()
	if !ok {
		return nil
	}
	return a.inTurn(func(a *App) tea.Cmd {
		i := slices.IndexFunc(a.contents.listings, func(l model.Listing) bool { return l.ID == d.ID })
		if i < 0 {
			return nil // removed meanwhile
		}
		is, said := of(a.contents.listings[i]), a.look.T(on)
		if is {
			said = a.look.T(off)
		}
		lib := a.options.Library
		set := func(value bool) func(context.Context) error {
			return func(ctx context.Context) error { return lib.Mark(ctx, []string{d.ID}, marks(value)) }
		}
		return a.change(said, set(!is), set(is))
	})
}

func (a *App) toggleRead() tea.Cmd {
	return a.toggle(func(d model.Listing) bool { return d.Read }, func(v bool) model.Marks { return model.Marks{Read: &v} }, "app.marked_read", "app.marked_unread")
}

func (a *App) toggleStar() tea.Cmd {
	return a.toggle(func(d model.Listing) bool { return d.Starred }, func(v bool) model.Marks { return model.Marks{Starred: &v} }, "app.starred", "app.unstarred")
}

// remove takes the digest under the cursor out of the library; it can be undone.
func (a *App) remove() tea.Cmd {
	d, ok := a.subject()
	if !ok {
		return nil
	}
	lib := a.options.Library
	return a.inTurn(func(a *App) tea.Cmd {
		return a.change(a.look.T("app.removed", d.Title),
			func(ctx context.Context) error { return lib.Remove(ctx, []string{d.ID}) },
			func(ctx context.Context) error { return lib.Restore(ctx, []string{d.ID}) })
	})
}

// openReview opens the dialog that corrects the statement under the cursor, or
// adds one to the sentence there.
func (a *App) openReview() {
	if !a.hasLibrary() || a.notYet() {
		return
	}
	var subject model.Correction
	var code model.Code
	if s, ok := a.statement(); ok {
		subject, code = model.Correction{Digest: s.Digest, Line: s.Line, Sentence: s.Text}, s.Code()
	} else if d, i, ok := a.digests.Sentence(); ok && a.view == digestsView {
		subject = model.Correction{Digest: d.ID, Line: d.Sentences[i].Line, Sentence: d.Sentences[i].Text}
	} else {
		a.message = a.look.T("app.nothing_to_correct")
		return
	}
	var coded []model.Statement
	for _, s := range a.contents.ledger.All().InDigest(subject.Digest).List() {
		if s.Line == subject.Line && s.Text == subject.Sentence {
			coded = append(coded, s)
		}
	}
	a.openDialog(reviewDialog{review.New(a.look, a.keys, model.StripMark(subject.Sentence), coded, code), subject})
}

// decided keeps what a person said of a statement; it can be undone.
func (a *App) decided(m review.Decided) tea.Cmd {
	d, ok := a.dialog.(reviewDialog)
	if !ok {
		return nil
	}
	a.dialog = nil
	c := d.subject
	c.Verdict, c.Was, c.Now = m.Verdict, m.Was, m.Now
	lib := a.options.Library
	var id int64 // once it is kept
	return a.inTurn(func(a *App) tea.Cmd {
		return a.change(a.look.T("app.corrected_"+string(m.Verdict)),
			func(ctx context.Context) (err error) {
				if id != 0 {
					return lib.SetUndone(ctx, id, false)
				}
				id, err = lib.Correct(ctx, c)
				return err
			},
			func(ctx context.Context) error { return lib.SetUndone(ctx, id, true) })
	})
}

// cycleReview goes on to the next selection by what a person did.
func (a *App) cycleReview() {
	f := a.filter
	for i, r := range model.Reviews {
		if r == a.filter.Review {
			f.Review = model.Reviews[(i+1)%len(model.Reviews)]
		}
	}
	a.setFilter(f)
	a.message = a.look.T("filter.review_" + reviewKey(f.Review))
}

func reviewKey(r model.Review) string {
	if r == model.ReviewAll {
		return "all"
	}
	return string(r)
}

// toggleNew shows only what came since the last visit, or all again.
func (a *App) toggleNew() {
	f := a.filter
	f.New = !f.New
	a.setFilter(f)
}

// feedsMsg is the subscriptions as read.
type feedsMsg struct {
	feeds []model.Feed
	err   error
}

// readFeeds reads the subscriptions, to be shown.
func (a *App) readFeeds() tea.Cmd {
	if !a.hasLibrary() {
		return nil
	}
	lib, ctx := a.options.Library, a.ctx
	return func() tea.Msg {
		feeds, err := lib.Subscriptions(ctx)
		return feedsMsg{feeds, err}
	}
}

// showFeeds lists the subscriptions, each with its last problem.
func (a *App) showFeeds(m feedsMsg) {
	switch {
	case m.err != nil:
		a.message = a.look.Error(m.err)
		return
	case a.busy():
		return // the person does something else by now
	case len(m.feeds) == 0:
		a.message = a.look.T("app.no_feeds")
		return
	}
	var lines []pager.Line
	for _, f := range m.feeds {
		name := a.look.T("app.n_digests", f.Digests)
		lines = append(lines, pager.Line{Text: f.Title, Heading: true}, pager.Line{Name: name, Text: a.look.Join(f.URL, strings.Join(f.Folder, "/"))})
		switch {
		case f.Problem != nil:
			lines = append(lines, pager.Line{Name: "!", Text: a.look.Problem(f.Problem)})
		case f.Fetched.IsZero():
			lines = append(lines, pager.Line{Text: a.look.T("app.never_fetched")})
		default:
			lines = append(lines, pager.Line{Text: a.look.T("app.fetched", f.Fetched.Local().Format("2006-01-02 15:04"))})
		}
	}
	a.openDialog(pager.New(a.look, a.keys, a.look.T("app.feeds", len(m.feeds)), lines))
}
