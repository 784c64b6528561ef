package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
)

// plans are words for what somebody has put forward. A later sentence may be
// about the plan alone (対案は…) and then speaks for whose it is.
var plans = []string{"対案", "提案", "計画", "構想", "案"}

// planIn returns the word for a plan in which a text ends, "" when it has none.
func planIn(text string) string {
	for _, w := range plans {
		if strings.HasSuffix(text, w) {
			return w
		}
	}
	return ""
}

// isPlan tells whether a mark is a plan without an owner that a clause is
// about: 対案は….
func (r *reading) isPlan(m lexicon.Mark) bool {
	if m.Kind != lexicon.Cue || m.Effect != lexicon.Holding || !slices.Contains(plans, r.text[m.Start:m.End]) {
		return false
	}
	rest := r.text[m.End:]
	if !strings.HasPrefix(rest, "は") && !strings.HasPrefix(rest, "には") && !strings.HasPrefix(rest, "では") {
		return false
	}
	before := r.text[:m.Start]
	return before == "" || strings.HasSuffix(before, "、") || strings.HasSuffix(before, "この") || strings.HasSuffix(before, "その") || strings.HasSuffix(before, "同")
}

// rememberPlans remembers whose the plans are that the sentence names: 米国案,
// 欧州の対案, 欧州がまとめた対案, 欧州は対案を,
// 米ロの和平計画.
func (s *story) rememberPlans(r *reading) {
	for _, m := range r.marks {
		plan := ""
		if m.Kind == lexicon.Topic || m.Kind == lexicon.Cue && m.Effect == lexicon.Holding {
			plan = planIn(r.text[m.Start:m.End])
		}
		if plan == "" {
			continue
		}
		owner := r.ownerOf(m)
		if owner == nil && strings.HasPrefix(r.text[m.End:], "を") {
			owner = r.subjectIn(r.clauses[r.clauseAt(m.Start)])
		}
		if owner != nil && len(owner.actors) > 0 {
			s.titles[plan] = owner.actors
		}
	}
}

// reported returns whose demand or view a clause is about that names a topic,
// with the word for it: 支援をやめよというロシアの要求.
func (r *reading) reported(t lexicon.Mark, c clause) (*phrase, lexicon.Mark, bool) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.third || len(p.actors) == 0 || p.start < t.End || p.end > c.end || !strings.HasPrefix(r.text[p.end:], "の") {
			continue
		}
		if before := r.text[:p.start]; !strings.HasSuffix(before, "という") && !strings.HasSuffix(before, "との") && !strings.HasSuffix(before, "とする") {
			continue
		}
		if of := r.markAt(p.end + len("の")); of >= 0 {
			m := r.marks[of]
			if m.Kind == lexicon.Cue && (m.Effect == lexicon.Holding || m.Effect == lexicon.Favors || m.Effect == lexicon.Reports) {
				return p, m, true
			}
		}
	}
	return nil, lexicon.Mark{}, false
}

// ownerOf returns who is named right before a plan, or who has made it.
func (r *reading) ownerOf(m lexicon.Mark) *phrase {
	t := r.tokenAt(m.Start) - 1
	made := t >= 0 && (r.tokens[t].kind == verb || r.tokens[t].kind == auxiliary)
	c := r.clauses[r.clauseAt(m.Start)]
	for i := len(r.phrases) - 1; i >= 0; i-- {
		p := &r.phrases[i]
		if p.third || len(p.actors) == 0 || p.end > m.Start {
			continue
		}
		gap := r.text[p.end:m.Start]
		if gap == "" || gap == "の" || made && p.role == bySubject && p.start >= c.start {
			return p
		}
	}
	return nil
}
