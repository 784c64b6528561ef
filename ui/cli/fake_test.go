package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"tachiba/model"
	"tachiba/ui/shelf"
)

// lexiconOf is a small conflict: two actors, two topics.
func lexiconOf() *model.Lexicon {
	return &model.Lexicon{
		Actors: []model.Actor{
			{ID: "RED", Name: model.Name{JA: "赤国", EN: "Redland"}},
			{ID: "BLUE", Name: model.Name{JA: "青国", EN: "Blueland"}},
		},
		Topics: []model.Topic{
			{ID: "toll", Name: model.Name{JA: "通行料", EN: "Bridge toll"}, Proposition: model.Name{JA: "橋で通行料を取る", EN: "The bridge has a toll"}},
			{ID: "peat", Name: model.Name{JA: "泥炭", EN: "Peat"}, Proposition: model.Name{JA: "泥炭を掘る", EN: "Peat is cut"}},
		},
	}
}

func date(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// digestsOf returns one digest with all parts and one with hardly any.
func digestsOf() []model.Digest {
	full := model.Digest{
		ID: "one", Path: "one.txt", Title: "橋の題", Lead: "橋の前文。",
		Sections: []model.Section{{Heading: "橋", Question: "誰が払う?", Answer: "赤。", Cards: []model.Card{
			{Title: "Bridge | news", Outlet: "BBC", URL: "https://example.org/a_(b)", Published: date("2025-03-01"), Line: 5},
			{OffTopic: true, Line: 9},
		}}},
		Notes: []model.Note{{Code: model.NoteNoDate, Line: 9}},
	}
	for i, s := range []model.Sentence{
		{Text: "💡 要点。", Role: model.RoleKeyPoint, Section: model.None, Card: model.None},
		{Text: "✅ 赤は通行料に反対した。", Role: model.RoleClaim, Section: 0, Card: 0},
		{Text: "赤は通行料を認める。", Role: model.RoleNarrative, Section: 0, Card: model.None},
		{Text: "=青は泥炭を|掘る*。", Role: model.RoleNarrative, Section: 0, Card: model.None},
		{Text: "難しいですね。", Role: model.RoleComment, Section: 0, Card: model.None},
		{Text: "次のページ。", Role: model.RoleTeaser, Section: model.None, Card: model.None},
	} {
		s.Line = 10 + i
		full.Sentences = append(full.Sentences, s)
	}
	return []model.Digest{full, {ID: "two", Path: "two.txt", Title: "空の題"}}
}

func statementsOf() []model.Statement {
	d := &digestsOf()[0]
	of := func(i int, actor model.ActorID, topic model.TopicID, stance model.Stance, day string) model.Statement {
		s := d.Sentences[i]
		return model.Statement{
			Digest: "one", Sentence: i, Line: s.Line, Text: s.Text, Role: s.Role, Actor: actor, Speaker: "話者", Topic: topic,
			Stance: stance, Date: date(day), Outlet: "BBC", URL: d.Sections[0].Cards[0].URL, Cue: "反対", Confidence: 0.8500001,
		}
	}
	undated := of(3, "BLUE", "peat", model.Conditional, "2025-01-01")
	undated.Date, undated.Outlet, undated.URL = 0, "", ""
	// Not in the order of sentences: digests are coded side by side.
	return []model.Statement{
		undated,
		of(2, "RED", "toll", model.Favor, "2025-03-05"),
		of(1, "RED", "toll", model.Against, "2025-03-01"),
	}
}

// fakeDesk stands in for reading and coding.
type fakeDesk struct {
	problems []model.Problem
	empty    bool
	samples  bool
	wait     func(ctx context.Context) error
	library  *fakeLibrary
}

func (f fakeDesk) Lexicon() *model.Lexicon { return lexiconOf() }

func (f fakeDesk) Load(ctx context.Context, _ []string, emit func(model.Update)) error {
	emit(model.Update{Problems: f.problems, Samples: f.samples})
	if f.empty {
		return nil
	}
	emit(model.Update{Digests: digestsOf(), Progress: model.Progress{Found: 2}, Samples: f.samples})
	if f.wait != nil {
		if err := f.wait(ctx); err != nil {
			return err
		}
	}
	emit(model.Update{Statements: statementsOf(), Progress: model.Progress{Found: 2, Coded: 2, Done: true}, Samples: f.samples})
	return nil
}

func (f fakeDesk) Read(_ context.Context, _ []string, emit func(model.Update)) error {
	emit(model.Update{Digests: digestsOf(), Problems: f.problems})
	return nil
}

func (f fakeDesk) Library(context.Context, string, bool) (shelf.Library, error) {
	if f.library == nil {
		return nil, errors.New("no library here")
	}
	return f.library, nil
}

func (f fakeDesk) Explain(_ context.Context, d *model.Digest, line int) ([]model.Reading, error) {
	var out []model.Reading
	for _, s := range d.Sentences {
		if s.Line != line {
			continue
		}
		out = append(out, model.Reading{
			Text: s.Text, Line: line, Words: []model.ReadWord{{Text: "赤", Kind: "noun"}, {Text: "は", Kind: "topic"}},
			Clauses: []model.ReadClause{{Text: s.Text, Ending: "final", Holder: "赤", Actors: []model.ActorID{"RED"}, Sure: 0.9}},
			Names:   []model.ReadName{{Text: "赤", Actors: []model.ActorID{"RED"}, Role: "topic"}, {Text: "国連", Third: true, Role: "no"}},
			Signs:   []model.ReadSign{{Text: "通行料", Topic: "toll", Sign: 1}, {Text: "反対", Class: "oppose"}},
			Weighed: []model.Weighed{
				{Actor: "RED", Topic: "toll", Rule: model.Against, Stance: model.Against, Chances: map[model.Stance]float64{
					model.NoEvidence: 0.1, model.Against: 0.9,
				}, Reasons: []model.Reason{{Name: "word|反対", Weight: 1.25}}},
				{Actor: "BLUE", Topic: "peat", Chances: map[model.Stance]float64{model.NoEvidence: 1}},
			},
		})
	}
	return out, nil
}

// trial is one run of the command line against fakes.
type trial struct {
	desk     fakeDesk
	gold     []model.GoldRow
	terminal map[any]int // widths of the streams that are terminals
	env      map[string]string
	shown    *Session
	out, err bytes.Buffer
}

func (tr *trial) run(t *testing.T, args ...string) int {
	t.Helper()
	return tr.runContext(t.Context(), args...)
}

func (tr *trial) runContext(ctx context.Context, args ...string) int {
	return Run(ctx, args, tr.streams(), tr.backend())
}

func (tr *trial) streams() Streams {
	return Streams{
		In: strings.NewReader(""), Out: &tr.out, Err: &tr.err,
		Env: func(name string) string { return tr.env[name] },
		Terminal: func(stream any) (int, bool) {
			width, ok := tr.terminal[stream]
			if _, in := stream.(*strings.Reader); in {
				width, ok = tr.terminal["in"]
			}
			return width, ok
		},
	}
}

func (tr *trial) backend() Backend {
	return Backend{
		Open: func(path string) (Desk, error) {
			if path != "" {
				return nil, &model.Problem{Code: model.ProblemLexicon, Path: path, Line: 3, Key: "actors", Want: "a list"}
			}
			return tr.desk, nil
		},
		Gold: func(path string) ([]model.GoldRow, error) {
			if tr.gold == nil {
				return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
			}
			return tr.gold, nil
		},
		Show: func(_ context.Context, s Session) error {
			tr.shown = &s
			return nil
		},
		Clean: stripControls,
	}
}

// stripControls stands in for data/clean.
func stripControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e' {
			return -1
		}
		return r
	}, s)
}

// brokenPipe is a stream that fails on writing.
type brokenPipe struct{ err error }

func (b brokenPipe) Write([]byte) (int, error) { return 0, b.err }

var errDisk = errors.New("no space left")
