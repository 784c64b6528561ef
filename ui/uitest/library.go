package uitest

import (
	"context"
	"slices"
	"sync"
	"time"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// Library is the test collection as a library in memory. What it does not have
// of a library panics.
type Library struct {
	shelf.Library
	mu          sync.Mutex
	marks       map[string]model.Listing
	removed     map[string]bool
	corrections []model.Correction
	filters     []model.SavedFilter
	feeds       []model.Feed
	extra       []model.Digest // added
	Seen        int            // how many digests were there at the last visit
	Visited     bool
	Err         error // of every change
}

// NewLibrary returns a library of the test collection, all of it seen.
func NewLibrary() *Library {
	return &Library{marks: map[string]model.Listing{}, removed: map[string]bool{}, Seen: 3}
}

func (l *Library) all() (digests []model.Digest, statements []model.Statement) {
	coded := Statements()
	for _, d := range append(Digests(), l.extra...) {
		if l.removed[d.ID] {
			continue
		}
		digests = append(digests, d)
		var own []model.Statement
		for _, s := range coded {
			if s.Digest == d.ID {
				own = append(own, s)
			}
		}
		var corrections []model.Correction
		for _, c := range l.corrections {
			if c.Digest == d.ID {
				corrections = append(corrections, c)
			}
		}
		statements = append(statements, model.Correct(&d, own, corrections)...)
	}
	return digests, statements
}

// Ledger returns what the library holds now.
func (l *Library) Ledger(context.Context) (*model.Ledger, []model.Listing, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	digests, statements := l.all()
	ledger := model.NewLedger(statements)
	var list []model.Listing
	since := len(ledger.Digests)
	for i := range digests {
		x := digests[i].Listing()
		x.Kept, x.Read, x.Starred, x.New = true, l.marks[x.ID].Read, l.marks[x.ID].Starred, i >= l.Seen
		if at := slices.Index(ledger.Digests, x.ID); x.New && at >= 0 {
			since = min(since, at)
		}
		list = append(list, x)
	}
	ledger.Since = int32(since)
	return ledger, list, nil
}

// Overview returns the comparison without its evidence.
func (l *Library) Overview(ctx context.Context, lex *model.Lexicon) (*model.Overview, error) {
	ledger, list, err := l.Ledger(ctx)
	first, last := ledger.Span()
	c := ledger.Compare(lex, model.Filter{})
	for i := range c.Rows {
		for j := range c.Rows[i].Cells {
			if p := &c.Rows[i].Cells[j]; p.Stance != model.NoEvidence {
				lead := p.Evidence.At(p.Leading())
				p.Evidence = model.LeadingEvidence(func() model.Statement { return lead })
			}
		}
	}
	return &model.Overview{Comparison: c, Digests: len(list), First: first, Last: last}, err
}

// Digest returns a digest.
func (l *Library) Digest(_ context.Context, id string) (*model.Digest, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	digests, _ := l.all()
	for i := range digests {
		if digests[i].ID == id {
			return &digests[i], nil
		}
	}
	return nil, &model.Problem{Code: model.ProblemUnknown, Path: id}
}

// Find finds sentences by their text.
func (l *Library) Find(_ context.Context, text string) (map[string][]int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	digests, _ := l.all()
	return model.Find(digests, text), nil
}

// Fault returns nil: nothing fails.
func (l *Library) Fault() error { return nil }

// Code has nothing to code.
func (l *Library) Code(_ context.Context, emit func(model.Progress)) error {
	emit(model.Progress{Done: true})
	return nil
}

// change makes a change, or fails with Err.
func (l *Library) change(do func()) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.Err != nil {
		return l.Err
	}
	do()
	return nil
}

// Add adds a digest named after what is to be added.
func (l *Library) Add(_ context.Context, names []string, emit func(model.Step)) error {
	return l.change(func() {
		for i, name := range names {
			l.extra = append(l.extra, model.Digest{ID: name, Path: name, Lang: "ja", Title: name, Sentences: []model.Sentence{
				{Text: "加えた記事の本文。", Line: 1, Role: model.RoleLead, Section: model.None, Card: model.None},
			}})
			emit(model.Step{Done: i + 1, All: len(names), Name: name, ID: name, Counts: map[model.Outcome]int{model.OutcomeAdded: 1}})
		}
	})
}

// Fetch adds a digest for each feed; one without a title is broken.
func (l *Library) Fetch(_ context.Context, _ []string, emit func(model.Step)) error {
	return l.change(func() {
		for i, f := range l.feeds {
			step := model.Step{Done: i + 1, All: len(l.feeds), Name: f.URL, Counts: map[model.Outcome]int{}}
			if step.Problem = f.Problem; f.Problem == nil {
				step.Unchanged = true
			}
			emit(step)
		}
	})
}

// Subscriptions returns the feeds set by SetFeeds.
func (l *Library) Subscriptions(context.Context) ([]model.Feed, error) { return l.feeds, nil }

// SetFeeds sets the subscriptions.
func (l *Library) SetFeeds(feeds []model.Feed) { l.feeds = feeds }

// Mark sets marks.
func (l *Library) Mark(_ context.Context, ids []string, m model.Marks) error {
	return l.change(func() {
		for _, id := range ids {
			x := l.marks[id]
			m.Set(&x)
			l.marks[id] = x
		}
	})
}

// Remove takes digests out.
func (l *Library) Remove(_ context.Context, ids []string) error {
	return l.change(func() {
		for _, id := range ids {
			l.removed[id] = true
		}
	})
}

// Restore brings them back.
func (l *Library) Restore(_ context.Context, ids []string) error {
	return l.change(func() {
		for _, id := range ids {
			delete(l.removed, id)
		}
	})
}

// Correct keeps a correction.
func (l *Library) Correct(_ context.Context, c model.Correction) (id int64, err error) {
	err = l.change(func() {
		c.ID = int64(len(l.corrections)) + 1
		l.corrections = append(l.corrections, c)
		id = c.ID
	})
	return id, err
}

// SetUndone undoes a correction.
func (l *Library) SetUndone(_ context.Context, id int64, undone bool) error {
	return l.change(func() { l.corrections[id-1].Undone = undone })
}

// Filters returns the saved filters.
func (l *Library) Filters(context.Context) ([]model.SavedFilter, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.filters), nil
}

// SaveFilter saves one.
func (l *Library) SaveFilter(_ context.Context, name string, f model.Filter) error {
	return l.change(func() { l.filters = append(l.filters, model.SavedFilter{Name: name, Filter: f}) })
}

// RemoveFilter forgets one.
func (l *Library) RemoveFilter(_ context.Context, name string) error {
	return l.change(func() {
		l.filters = slices.DeleteFunc(l.filters, func(f model.SavedFilter) bool { return f.Name == name })
	})
}

// LastVisit returns that there was none.
func (l *Library) LastVisit(context.Context) (time.Time, error) { return time.Time{}, nil }

// Visit marks all as seen.
func (l *Library) Visit(context.Context) error { return l.change(func() { l.Visited = true }) }
