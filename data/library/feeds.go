package library

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"
	"sync"

	"tachiba/data/article"
	"tachiba/data/clean"
	"tachiba/data/feed"
	"tachiba/data/fetch"
	"tachiba/data/store"
	"tachiba/model"
)

// Subscribe subscribes to the feed at an address, or to the first feed that the
// page there links. It returns the feed and false where it was subscribed to
// before. The errors are fetch's, and ProblemNoFeed.
func (l *Library) Subscribe(ctx context.Context, address, title string, folder []string) (model.Feed, bool, error) {
	f, err := l.discover(ctx, address)
	if err != nil {
		return f, false, err
	}
	f.Title, f.Folder = cmp.Or(title, f.Title), folder
	added, err := l.AddFeeds(ctx, []model.Feed{f})
	return f, added > 0, err
}

// discover returns the feed at an address.
func (l *Library) discover(ctx context.Context, address string) (model.Feed, error) {
	for range 2 {
		doc, err := l.client.Get(ctx, fetch.Request{URL: address})
		if err != nil {
			return model.Feed{}, err
		}
		parsed, err := feed.Parse(doc.Body, doc.URL, doc.ContentType)
		if err == nil {
			return model.Feed{URL: cmp.Or(doc.Permanent, address), Title: parsed.Title, Site: parsed.Link}, nil
		}
		found := feed.Discover(doc.Body, doc.URL)
		if len(found) == 0 {
			return model.Feed{}, err
		}
		address = found[0]
	}
	return model.Feed{}, &model.Problem{Code: model.ProblemNoFeed, Path: clean.Line(address)}
}

// Fetch fetches the feeds whose addresses are given, all where none is, several
// at a time. It tells what became of each once its articles are kept; a feed
// that can't be fetched keeps its problem, and does not stop the others.
func (l *Library) Fetch(ctx context.Context, addresses []string, emit func(model.Step)) error {
	feeds, err := l.chosen(ctx, addresses)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var mu sync.Mutex
	var failure error
	done := 0
	each(ctx, len(feeds), readers, func(i int) {
		step, err := l.fetchOne(ctx, feeds[i])
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			if failure == nil {
				failure = err
			}
			cancel() // the library can't be written
			return
		}
		done++
		step.Done, step.All = done, len(feeds)
		emit(step)
	})
	if failure != nil {
		return failure
	}
	return ctx.Err()
}

func (l *Library) chosen(ctx context.Context, addresses []string) ([]store.Feed, error) {
	feeds, err := l.Feeds(ctx)
	if err != nil || len(addresses) == 0 {
		return feeds, err
	}
	var out []store.Feed
	for _, a := range addresses {
		found := false
		for _, f := range feeds {
			if f.URL == a {
				out, found = append(out, f), true
			}
		}
		if !found {
			return nil, &model.Problem{Code: model.ProblemUnknown, Path: clean.Line(a)}
		}
	}
	return out, nil
}

// fetchOne fetches a feed. The error is the store's or ctx's; what the feed did
// wrong is the step's problem.
func (l *Library) fetchOne(ctx context.Context, f store.Feed) (model.Step, error) {
	step := model.Step{Name: cmp.Or(f.Title, clean.Line(f.URL)), Counts: map[model.Outcome]int{}}
	doc, err := l.client.Get(ctx, fetch.Request{URL: f.URL, ETag: f.ETag, LastModified: f.Modified})
	if ctx.Err() != nil {
		return step, ctx.Err()
	}
	f.Problem = nil
	switch {
	case err != nil:
		f.Problem = model.AsProblem(clean.Line(f.URL), err)
	case doc.NotModified:
		step.Unchanged = true
	default:
		parsed, err := feed.Parse(doc.Body, doc.URL, doc.ContentType)
		if err != nil {
			f.Problem = model.AsProblem(clean.Line(f.URL), err)
			break
		}
		if err := l.items(ctx, f, parsed, &step); err != nil {
			return step, err
		}
		// Only now: had the articles not been kept, the next 304 would lose them.
		f.ETag, f.Modified, f.URL = doc.ETag, doc.LastModified, cmp.Or(doc.Permanent, f.URL)
		if passing(step.Problem) {
			f.ETag, f.Modified = "", ""
		}
		f.Title, f.Site = parsed.Title, parsed.Link
	}
	step.Problem = cmp.Or(f.Problem, step.Problem) // an item's is not the feed's
	return step, l.SetFetched(ctx, f)
}

// passing tells whether what an item's page lacked may be there the next time.
func passing(p *model.Problem) bool {
	return p != nil && slices.Contains([]model.ProblemCode{model.ProblemOffline, model.ProblemTimeout, model.ProblemStatus}, p.Code)
}

// items keeps a feed's items. Of items that can't be read the first problem is
// the step's, one that may pass before others.
func (l *Library) items(ctx context.Context, f store.Feed, parsed *feed.Feed, step *model.Step) error {
	items, err := l.unknown(ctx, parsed.Items)
	if err != nil {
		return err
	}
	outlet := cmp.Or(f.Title, parsed.Title)
	read := func(ctx context.Context, i int) document {
		a, problem := l.item(ctx, &items[i], outlet)
		if items[i].URL == "" { // feeds number theirs alike
			a.Source = f.URL + "#" + items[i].ID
		}
		return document{name: items[i].Title, article: a, problem: problem, feed: f.ID}
	}
	return l.readAll(ctx, len(items), read, func(d document, outcome model.Outcome, _ string) {
		if d.problem != nil {
			if step.Problem == nil || passing(d.problem) && !passing(step.Problem) {
				step.Problem = d.problem
			}
			return
		}
		step.Counts[outcome]++
	})
}

// unknown returns the items that are to be read: all that the feed holds whole,
// since their text may have changed, and those whose page is not kept yet.
func (l *Library) unknown(ctx context.Context, items []feed.Item) ([]feed.Item, error) {
	var addresses []string
	for _, it := range items {
		if linked(&it) {
			addresses = append(addresses, it.URL)
		}
	}
	known, err := l.Known(ctx, addresses)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(items), func(it feed.Item) bool { return linked(&it) && known[it.URL] }), nil
}

// linked tells whether the text of an item is on a page, not in the feed.
func linked(it *feed.Item) bool { return it.HTML == "" && it.URL != "" }

// item reads an item: by what the feed holds of it, else by the page that it
// links, which is fetched once, else by its summary.
func (l *Library) item(ctx context.Context, it *feed.Item, outlet string) (article.Article, *model.Problem) {
	if !linked(it) {
		return article.Item(it, outlet)
	}
	a, problem := l.page(ctx, it.URL)
	if problem == nil {
		a.Source = it.URL // as the feed has it, so that it is known the next time
		if a.Digest.Own.URL != "" {
			a.Digest.Own.Published = cmp.Or(a.Digest.Own.Published, it.Published)
		}
		return a, nil
	}
	if !passing(problem) && strings.TrimSpace(it.Summary) != "" { // else the page is asked for again
		if short, none := article.Item(it, outlet); none == nil {
			return short, nil
		}
	}
	return a, problem
}

// ImportFeeds subscribes to the feeds of an OPML file and returns how many were
// not there before. What is no feed's address is among the problems.
func (l *Library) ImportFeeds(ctx context.Context, r io.Reader, name string) (added int, problems []model.Problem, err error) {
	list, problems, err := feed.ReadOPML(r, name)
	if err != nil {
		return 0, nil, err
	}
	feeds := make([]model.Feed, len(list))
	for i, s := range list {
		feeds[i] = model.Feed{URL: s.URL, Title: s.Title, Site: s.Site, Folder: s.Folder}
	}
	added, err = l.AddFeeds(ctx, feeds)
	return added, problems, err
}

// ExportFeeds writes the subscriptions as OPML 2.0.
func (l *Library) ExportFeeds(ctx context.Context, w io.Writer, title string) error {
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return err
	}
	list := make([]feed.Subscription, len(feeds))
	for i, f := range feeds {
		list[i] = feed.Subscription{Title: f.Title, URL: f.URL, Site: f.Site, Folder: f.Folder}
	}
	return feed.WriteOPML(w, title, list)
}
