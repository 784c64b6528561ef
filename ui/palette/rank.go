package palette

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"

	"tachiba/model"
	"tachiba/ui/romaji"
	"tachiba/ui/text"
)

// ready fills the matcher's tables, once.
var ready = sync.OnceValue(func() bool { return algo.Init("default") })

// hit is a command that a query finds.
type hit struct {
	command int
	score   int
	found   string       // by which other word, "" for its title
	marks   []text.Range // what is found of the title, or of that word
}

// The scores of what fzf does not score, in its measure: a letter that is found has
// 16, one that starts a word some 8 more.
const (
	letter  = 16
	start   = 16 // a reading from its start
	whole   = 16 // all of it
	known   = 6  // less for the best known other word
	other   = 12 // less for another one
	grouped = 40 // less for its group
)

// rank returns the commands that have all words of the query, the best first, of
// equally good ones in their order; all of them for an empty query.
func rank(commands []Command, query string) []hit {
	ready()
	words := strings.Fields(model.FoldText(query))
	var hits []hit
	for i, c := range commands {
		if h, ok := find(c, words); ok {
			h.command = i
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	return hits
}

// find returns how a command has all the words.
func find(c Command, words []string) (all hit, ok bool) {
	for _, w := range words {
		h, ok := best(c, w)
		if !ok {
			return hit{}, false
		}
		all.score += h.score
		switch {
		case h.found == "" && all.found == "":
			all.marks = append(all.marks, h.marks...)
		case h.found != "":
			all.found, all.marks = h.found, h.marks
		}
	}
	slices.SortFunc(all.marks, func(a, b text.Range) int { return cmp.Compare(a.Start, b.Start) })
	return all, true
}

// best returns how a command has a word best: in its title, a reading, another
// word, or its group.
func best(c Command, word string) (hit, bool) {
	h, ok := fuzzy(c.Title, word)
	take := func(o hit, found bool) {
		if found && (!ok || o.score > h.score) {
			h, ok = o, true
		}
	}
	take(read(c, word))
	for i, alias := range c.Alias {
		o, found := fuzzy(alias, word)
		o.score, o.found = o.score-other, alias
		if i == 0 {
			o.score += other - known
		}
		take(o, found)
	}
	group, found := fuzzy(c.Group, word)
	take(hit{score: group.score - grouped}, found)
	return h, ok
}

// read returns how a word is the reading of the title or of a word like it, or the
// start of one. The first of the readings is the title's.
func read(c Command, word string) (best hit, ok bool) {
	q := romaji.Parse(word)
	for i, name := range append([]string{c.Title}, c.Readings...) {
		h := hit{score: letter * len([]rune(word))}
		m := q.Match(name)
		if m == romaji.None {
			continue
		}
		if m >= romaji.Start {
			h.score += start
		}
		switch {
		case i > 1:
			h.score -= other
		case m == romaji.Whole:
			h.score += whole
		}
		if !ok || h.score > best.score {
			best, ok = h, true
		}
	}
	for _, r := range q.Find(c.Title) {
		best.marks = append(best.marks, text.Range{Start: r[0], End: r[1]})
	}
	return best, ok
}

// fuzzy returns how the letters of a word stand in s, in their order.
func fuzzy(s, word string) (hit, bool) {
	chars := util.ToChars([]byte(model.FoldText(s)))
	result, positions := algo.FuzzyMatchV2(false, true, true, &chars, []rune(word), true, nil)
	if result.Start < 0 || positions == nil {
		return hit{}, false
	}
	slices.Sort(*positions)
	h := hit{score: result.Score}
	n := 0
	for i, r := range s {
		if slices.Contains(*positions, n) {
			h.marks = append(h.marks, text.Range{Start: i, End: i + len(string(r))})
		}
		n++
	}
	return h, true
}
