package reader

import (
	"slices"
	"strings"

	"tachiba/model"
)

// Entry is a part of the text: what stands under a heading, or a paragraph where
// the text has no headings.
type Entry struct {
	Label      string // the heading, or the paragraph's text
	Sentence   int    // the first one, for Jump
	Statements int    // that are marked in it
}

// Outline returns the parts of the text in reading order; what stands before the
// first heading is one too. It returns none without a digest.
func (m Model) Outline() []Entry {
	if m.digest == nil {
		return nil
	}
	all := m.digest.Sentences
	headed := slices.ContainsFunc(all, func(s model.Sentence) bool { return s.Role == model.RoleHeading })
	var out []Entry
	for i, s := range all {
		follows := i > 0 && all[i-1].Line == s.Line && all[i-1].Role == s.Role
		switch {
		case headed && i == 0 && s.Role != model.RoleHeading:
			out = append(out, Entry{Label: m.look.T("pane.beginning")})
		case headed && s.Role == model.RoleHeading && !follows, !headed && s.Role.Coded() && !follows:
			out = append(out, Entry{Label: m.lineAt(i), Sentence: i})
		}
		if n := len(out); n > 0 {
			out[n-1].Statements += len(m.statements[i])
		}
	}
	return out
}

// Place returns which entry of the outline is being read: that of the selected
// sentence while it is in sight, else that of the first one in sight.
func (m Model) Place(outline []Entry) int {
	at, ok := m.sentence()
	if !ok || !m.inSight(at) {
		at = 0
		if p, ok := m.read(); ok {
			at = p.first
		}
	}
	i, on := slices.BinarySearchFunc(outline, at, func(e Entry, at int) int { return e.Sentence - at })
	if !on {
		i--
	}
	return max(i, 0)
}

// lineAt returns the text of the line that a sentence is in, without its mark.
func (m Model) lineAt(i int) string {
	all := m.digest.Sentences
	same := func(k int) bool {
		return k >= 0 && k < len(all) && all[k].Line == all[i].Line && all[k].Role == all[i].Role
	}
	from, to := i, i+1
	for same(from - 1) {
		from--
	}
	for same(to) {
		to++
	}
	var parts []string
	for _, s := range all[from:to] {
		parts = append(parts, s.Text)
	}
	return model.StripMark(strings.Join(parts, m.digest.Gap()))
}
