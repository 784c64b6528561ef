// Package keys is the key map: the only place where keys are bound. Help and
// hints are made from it.
package keys

import (
	"charm.land/bubbles/v2/key"

	"tachiba/ui/lang"
)

// Map is the bindings of the interface, with help in the reader's language.
type Map struct {
	Up, Down, Left, Right, Top, Bottom, PageUp, PageDown, Enter, Back, Switch key.Binding

	Compare, Digests, NextTopic, PrevTopic, Pick, Sort key.Binding

	Actors, Topics, Stances, Dates, Search, Review, New, Saved, Clear, Undo, Redo key.Binding

	Add, Fetch, Feeds, Remove, Read, Star, Correct, Reject key.Binding

	Next, Prev, NextSentence, PrevSentence, Open, Copy, Problems, Help, Quit, Interrupt key.Binding
}

// New returns the key map with help texts of p.
func New(p *lang.Printer) Map {
	bind := func(id, shown string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, p.T("key."+id)))
	}
	return Map{
		Up: bind("up", "k ↑", "k", "up"), Down: bind("down", "j ↓", "j", "down"),
		Left: bind("left", "h ←", "h", "left"), Right: bind("right", "l →", "l", "right"),
		Top: bind("top", "g", "g", "home"), Bottom: bind("bottom", "G", "G", "end"),
		PageUp: bind("page_up", "ctrl+b", "ctrl+b", "pgup", "ctrl+u"), PageDown: bind("page_down", "ctrl+f", "ctrl+f", "pgdown", "ctrl+d"),
		Enter: bind("enter", "enter", "enter"), Back: bind("back", "esc", "esc"),
		Switch:  bind("switch", "tab", "tab", "shift+tab"),
		Compare: bind("compare", "1", "1"), Digests: bind("digests", "2", "2"),
		NextTopic: bind("next_topic", "]", "]"), PrevTopic: bind("prev_topic", "[", "["),
		Pick: bind("pick", "space", "space"), Sort: bind("sort", "S", "S"),
		Actors: bind("actors", "a", "a"), Topics: bind("topics", "t", "t"), Stances: bind("stances", "s", "s"),
		Dates: bind("dates", "d", "d"), Search: bind("search", "/", "/"), Clear: bind("clear", "c", "c"), Undo: bind("undo", "u", "u"),
		Redo: bind("redo", "ctrl+r", "ctrl+r"), Review: bind("review", "r", "r"), New: bind("new", "w", "w"), Saved: bind("saved", "f", "f"),
		Add: bind("add", "A", "A"), Fetch: bind("fetch", "R", "R"), Feeds: bind("feeds", "F", "F"), Remove: bind("remove", "D", "D", "delete"),
		Read: bind("read", "m", "m"), Star: bind("star", "*", "*"), Correct: bind("correct", "e", "e"), Reject: bind("reject", "x", "x"),
		NextSentence: bind("next_sentence", "J", "J"), PrevSentence: bind("prev_sentence", "K", "K"),
		Next: bind("next", "n", "n"), Prev: bind("prev", "N", "N"),
		Open: bind("open", "o", "o"), Copy: bind("copy", "y", "y"), Problems: bind("problems", "!", "!"),
		Help: bind("help", "?", "?"), Quit: bind("quit", "q", "q"), Interrupt: bind("interrupt", "ctrl+c", "ctrl+c"),
	}
}

// Group is the bindings of one purpose, titled for the help.
type Group struct {
	Title    string // key of the message
	Bindings []key.Binding
}

// Groups returns every binding in the order of the help.
func (m Map) Groups() []Group {
	return []Group{
		{"help.move", []key.Binding{m.Up, m.Down, m.Left, m.Right, m.Top, m.Bottom, m.PageUp, m.PageDown, m.Enter, m.Back, m.Switch}},
		{"help.views", []key.Binding{m.Compare, m.Digests, m.NextTopic, m.PrevTopic, m.Pick, m.Sort}},
		{"help.filter", []key.Binding{m.Actors, m.Topics, m.Stances, m.Dates, m.Search, m.Review, m.New, m.Saved, m.Clear, m.Undo, m.Redo}},
		{"help.evidence", []key.Binding{m.Next, m.Prev, m.NextSentence, m.PrevSentence, m.Correct, m.Open, m.Copy}},
		{"help.library", []key.Binding{m.Add, m.Fetch, m.Feeds, m.Read, m.Star, m.Remove}},
		{"help.program", []key.Binding{m.Problems, m.Help, m.Quit, m.Interrupt}},
	}
}
