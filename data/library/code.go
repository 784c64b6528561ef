package library

import (
	"context"
	"runtime"

	"tachiba/data/article"
	"tachiba/data/coder"
	"tachiba/data/store"
	"tachiba/model"
)

// readings is the version of how texts are parsed: of the digest layout and of
// what of it the store keeps. Raised, all digests are read and coded anew.
const readings = "1"

// Version names all that decides which statements a text has: digests coded by
// another are coded anew.
func (l *Library) Version() string {
	return readings + "/" + coder.Version + "/" + l.lex.Version()
}

// batch is how many digests are coded between two writes.
const batch = 64

// Code codes the digests that the present coder and lexicon have not coded, on
// all processors, and tells its progress. What is coded is kept batch by batch:
// when ctx ends, its error is returned and the rest waits for the next time.
func (l *Library) Code(ctx context.Context, emit func(model.Progress)) error {
	version := l.Version()
	n, err := l.CountUncoded(ctx, version)
	if err != nil {
		return err
	}
	p := model.Progress{Found: n}
	for after := int64(0); ; {
		emit(p)
		list, err := l.Uncoded(ctx, version, after, batch)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			p.Done = true
			emit(p)
			return nil
		}
		coded, err := l.codeAll(ctx, list)
		if err != nil {
			return err
		}
		if err := l.SetCoded(ctx, version, coded); err != nil {
			return err
		}
		after = list[len(list)-1].ID
		p.Coded += len(list)
		p.Found = max(p.Found, p.Coded) // others may add meanwhile
	}
}

func (l *Library) codeAll(ctx context.Context, list []store.Uncoded) ([]store.Coded, error) {
	out := make([]store.Coded, len(list))
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	each(ctx, len(list), runtime.GOMAXPROCS(0), func(i int) {
		d := article.Parse(list[i].Name, list[i].Path, list[i].Text, list[i].Own)
		statements, err := l.coder.Code(ctx, &d)
		if err != nil {
			cancel(err) // the first one counts
			return
		}
		out[i] = store.Coded{Of: list[i], Digest: d, Statements: statements}
	})
	return out, context.Cause(ctx)
}
