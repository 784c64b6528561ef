package library

import (
	"context"
	"strings"

	"tachiba/data/article"
	"tachiba/data/clean"
	"tachiba/data/fetch"
	"tachiba/data/files"
	"tachiba/model"
)

// readers is how many documents are read at a time: servers make one wait.
const readers = 8

// Add keeps what names name: files, folders, and addresses of the web. It tells
// what became of each once it is kept. The error is that of the store, or ctx's;
// what can't be read is a step's problem.
func (l *Library) Add(ctx context.Context, names []string, emit func(model.Step)) error {
	list, problems := l.find(names)
	all := len(list) + len(problems)
	done := 0
	for i := range problems {
		done++
		emit(model.Step{Done: done, All: all, Name: problems[i].Path, Problem: &problems[i]})
	}
	read := func(ctx context.Context, i int) document {
		a, problem := list[i].read(ctx)
		return document{name: list[i].name, article: a, problem: problem}
	}
	return l.readAll(ctx, len(list), read, func(d document, outcome model.Outcome, id string) {
		done++
		step := model.Step{Done: done, All: all, Name: d.name, ID: id, Problem: d.problem}
		if outcome != "" {
			step.Counts = map[model.Outcome]int{outcome: 1}
		}
		emit(step)
	})
}

// source is something that can be read.
type source struct {
	name string // fit to be shown
	read func(context.Context) (article.Article, *model.Problem)
}

// find returns what names name, in their order, and what is not there.
func (l *Library) find(names []string) (list []source, problems []model.Problem) {
	var paths []string
	for _, name := range names {
		if IsAddress(name) {
			list = append(list, source{clean.Line(name), func(ctx context.Context) (article.Article, *model.Problem) {
				return l.page(ctx, name)
			}})
		} else {
			paths = append(paths, name)
		}
	}
	found, problems := files.Find(paths)
	for _, f := range found {
		list = append(list, source{clean.Line(f.Path), func(context.Context) (article.Article, *model.Problem) {
			return article.File(f)
		}})
	}
	return list, problems
}

// IsAddress tells whether a person means an address of the web, not a path.
func IsAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && !strings.ContainsAny(scheme, `/\.`)
}

// page fetches one page.
func (l *Library) page(ctx context.Context, address string) (article.Article, *model.Problem) {
	doc, err := l.client.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return article.Article{}, model.AsProblem(clean.Line(address), err)
	}
	return article.Web(doc)
}
