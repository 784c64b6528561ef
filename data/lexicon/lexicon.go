// Package lexicon reads the words by which a conflict's statements are coded:
// its actors, third parties and topics, and the cue words from which a stance
// is read. They are TOML; the head of default.toml documents the format.
package lexicon

import (
	_ "embed"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"tachiba/model"
)

//go:embed default.toml
var defaultTOML string

// DefaultPath is the name under which problems of the embedded lexicon appear.
const DefaultPath = "default.toml"

// Lexicon is the actors and topics of a conflict with all words that the coder
// looks for. It is never changed after loading, so it may be shared.
type Lexicon struct {
	model.Lexicon
	topics   map[model.TopicID]*topic
	examples []Example
	words    func() *index // made when it is first asked for
	foreign  bool
	version  func() string // made when it is first asked for
}

// Default returns the embedded lexicon.
func Default() (*Lexicon, error) {
	f, err := embedded()
	if err != nil {
		return nil, err
	}
	return compile(f, defaultTOML, DefaultPath)
}

// embedded parses the embedded file once in the process. Nobody changes it.
var embedded = sync.OnceValues(func() (*file, error) { return parse(defaultTOML, DefaultPath) })

// Load returns the reader's lexicon: the file at path merged over the embedded
// one, or alone when it says extends = "none". With path "" it is the embedded
// one. The error is a *model.Problem that tells file, line, key and what was
// expected there.
func Load(path string) (*Lexicon, error) {
	if path == "" {
		return Default()
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, model.FileProblem(path, err)
	}
	return Parse(string(text), path)
}

// Parse returns the lexicon of a TOML text as Load does; path is only shown.
func Parse(text, path string) (*Lexicon, error) {
	f, err := parse(text, path)
	if err != nil {
		return nil, err
	}
	foreign := f.Extends == extendsNone || f.Extends == extendsLanguage
	switch f.Extends {
	case "", extendsDefault, extendsLanguage:
		base, err := embedded()
		if err != nil {
			return nil, err
		}
		if f.Extends == extendsLanguage {
			base = base.language()
		}
		f = merge(base, f)
	case extendsNone:
	default:
		return nil, &model.Problem{
			Code: model.ProblemLexicon, Path: path, Line: locate(text, "extends"), Key: "extends",
			Want: fmt.Sprintf("%q, %q or %q", extendsDefault, extendsLanguage, extendsNone),
		}
	}
	l, err := compile(f, text, path)
	if err != nil {
		return nil, err
	}
	l.foreign = foreign
	return l, nil
}

// Foreign tells whether the lexicon is of another conflict than the default.
func (l *Lexicon) Foreign() bool { return l.foreign }

// Version returns a hash of what the coder goes by: statements coded with one
// version hold for it alone.
func (l *Lexicon) Version() string { return l.version() }

// Lever tells whether the topic is a means of pressure, so that threatening it
// is being for it.
func (l *Lexicon) Lever(id model.TopicID) bool { return l.topics[id] != nil && l.topics[id].Lever }

// Does tells whether a predicate does what the topic's proposition says, though
// it undoes others: 領土を放棄.
func (l *Lexicon) Does(id model.TopicID, predicate string) bool {
	return l.topics[id] != nil && slices.ContainsFunc(l.topics[id].Doing, func(w string) bool {
		return strings.HasPrefix(predicate, w)
	})
}

// Event tells whether the topic's words name meetings and plans, which belong
// to those named just before them (米ロ協議).
func (l *Lexicon) Event(id model.TopicID) bool { return l.topics[id] != nil && l.topics[id].Event }

// Example is a sentence with the statements that it makes, written by the
// lexicon's author. The examples of each class are run as tests.
type Example struct {
	Class string   `toml:"-"` // the id of the class, or of the topic or actor
	Text  string   `toml:"text"`
	Gives []string `toml:"gives"` // "US nato against"; empty: nothing
}

// Examples returns the lexicon's examples in their order.
func (l *Lexicon) Examples() []Example { return l.examples }

// compile checks a whole lexicon and makes it fit to be scanned with. Text is
// what its author wrote of it, for the lines of problems.
func compile(f *file, text, path string) (*Lexicon, error) {
	if p := check(f); p != nil {
		p.Code, p.Path, p.Line = model.ProblemLexicon, path, locate(text, p.Key)
		return nil, p
	}
	l := &Lexicon{topics: map[model.TopicID]*topic{}, words: sync.OnceValue(f.index), version: sync.OnceValue(f.version)}
	l.Name = f.Name
	for i := range f.Actors {
		a := &f.Actors[i]
		l.Lexicon.Actors = append(l.Lexicon.Actors, model.Actor{
			ID: a.ID, Name: a.Name, Reading: a.Reading, Short: first(a.Short), Words: a.shown(), Members: a.members(),
		})
	}
	for i := range f.Topics {
		t := &f.Topics[i]
		l.Lexicon.Topics = append(l.Lexicon.Topics, model.Topic{
			ID: t.ID, Name: t.Name, Reading: t.Reading, Proposition: t.Proposition, Words: t.shown(),
		})
		l.topics[t.ID] = t
		l.addExamples(string(t.ID), t.Examples)
	}
	for i := range f.Classes {
		l.addExamples(f.Classes[i].ID, f.Classes[i].Examples)
	}
	return l, nil
}

func (l *Lexicon) addExamples(id string, examples []Example) {
	for _, e := range examples {
		e.Class = id
		l.examples = append(l.examples, e)
	}
}

// first returns the first of some words, "" of none.
func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}
