package coder

import (
	"regexp"
	"slices"
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// role is what a name does in its sentence.
type role uint8

const (
	noRole    role = iota
	byTopic        // は, も: who the sentence is about
	bySubject      // が
	byComma        // トランプ氏、… in the manner of headlines
	ofHolding      // 米国案は, 欧州の懸念が
	partner        // と
	ofEvent        // 米ロ協議, 米ロの協議
	informant      // によると
)

// phrase is a name with its titles: 米国のルビオ国務長官.
type phrase struct {
	start, end int // end is behind the titles
	actors     []model.ActorID
	third      bool   // somebody whose wishes are not coded
	stands     string // title or anaphor whose actor the story knows: 大統領, 両首脳
	person     bool
	role       role
	relative   bool // the clause before it says who they are: 〜に反対するロシア
	name       string
}

func isName(k lexicon.Kind) bool {
	return k == lexicon.Actor || k == lexicon.Person || k == lexicon.Short || k == lexicon.ThirdParty
}

// findPhrases gathers names and titles into phrases and sees what they do.
func (r *reading) findPhrases() {
	for i := 0; i < len(r.marks); {
		m := r.marks[i]
		anaphor := m.Kind == lexicon.Title || m.Kind == lexicon.Cue && (m.Effect == lexicon.Joint || m.Effect == lexicon.Same || r.isPlan(m))
		if !isName(m.Kind) && !anaphor {
			i++
			continue
		}
		p := phrase{start: m.Start, end: m.End}
		if anaphor {
			p.stands = r.text[m.Start:m.End]
		} else {
			p.take(m)
		}
		r.extend(&p)
		p.name = r.text[p.start:p.end]
		r.phrases = append(r.phrases, p)
		for i < len(r.marks) && r.marks[i].Start < p.end {
			i++
		}
	}
	for i := range r.phrases {
		r.assign(&r.phrases[i])
	}
	r.join()
}

// take makes the phrase name the mark's actor. A person says who speaks, the
// country beside it only where from; two countries are both meant.
func (p *phrase) take(m lexicon.Mark) {
	switch {
	case m.Kind == lexicon.ThirdParty:
		p.actors, p.third = nil, true
	case m.Kind == lexicon.Person && !p.person:
		p.actors, p.person, p.third = []model.ActorID{m.Actor}, true, false
	case p.person && m.Kind != lexicon.Person:
	case !slices.Contains(p.actors, m.Actor):
		p.actors = append(p.actors, m.Actor)
	}
}

// extend lets the phrase grow over what belongs to it.
func (r *reading) extend(p *phrase) {
	for {
		at := p.end
		if b := r.bracket(at); b > 0 {
			at = b
		}
		if i := r.markAt(at); i >= 0 && (isName(r.marks[i].Kind) || r.marks[i].Kind == lexicon.Title || r.marks[i].Kind == lexicon.Cue && r.marks[i].Effect == lexicon.Joint) {
			p.grow(r.marks[i])
			continue
		}
		if dot, ok := strings.CutPrefix(r.text[at:], "・"); ok {
			if i := r.markAt(len(r.text) - len(dot)); i >= 0 && isName(r.marks[i].Kind) {
				p.grow(r.marks[i])
				continue
			}
		}
		if n := countries.FindString(r.text[p.end:]); n != "" {
			p.end += len(n)
			continue
		}
		if !r.extendOver(p, at) {
			break
		}
	}
	for _, tail := range []string{"自身", "たち", "など", "ら"} {
		if strings.HasPrefix(r.text[p.end:], tail) {
			p.end += len(tail)
		}
	}
}

func (p *phrase) grow(m lexicon.Mark) {
	if isName(m.Kind) {
		p.take(m)
	}
	p.end = m.End
}

// extendOver lets the phrase grow over の and over names that the lexicon does
// not know, up to a title or a person: ハンガリーのコヴァーチ外相. It tells whether it did.
func (r *reading) extendOver(p *phrase, at int) bool {
	t, ok := r.tokenFrom(at)
	if !ok {
		return false
	}
	of := r.tokens[t].kind == ofParticle
	if of {
		t++
	}
	for n := 0; n < 5 && t < len(r.tokens); n++ {
		if i := r.markAt(r.tokens[t].start); i >= 0 {
			m := r.marks[i]
			switch {
			case m.Kind == lexicon.Title, m.Kind == lexicon.Person && of, m.Kind == lexicon.ThirdParty && of && n == 0:
				if m.Kind != lexicon.Title || n > 0 || of {
					if m.Kind == lexicon.Person {
						p.person = false
					}
					p.grow(m)
					return true
				}
			}
			return false
		}
		k := r.tokens[t].kind
		if k != noun && r.tokens[t].text != "・" && r.tokens[t].text != "＝" {
			return false
		}
		t++
	}
	return false
}

// countries finds how many countries a name stands for: 欧州10カ国.
var countries = regexp.MustCompile(`^の?(?:約|計)?[0-9０-９]+[カかヵヶケ]国`)

// bracket returns the end of a short bracket that starts at the byte, else 0.
func (r *reading) bracket(at int) int {
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if inner, ok := strings.CutPrefix(r.text[at:], pair[0]); ok {
			if n := strings.Index(inner, pair[1]); n >= 0 && n < 60 {
				return at + len(pair[0]) + n + len(pair[1])
			}
		}
	}
	return 0
}

// assign sees by what follows the phrase what it does in the sentence.
func (r *reading) assign(p *phrase) {
	at := p.end
	if b := r.bracket(at); b > 0 {
		at = b
	}
	t := r.tokenAt(p.start)
	if t > 0 && (r.tokens[t-1].kind == verb || r.tokens[t-1].kind == auxiliary) {
		p.relative = true
	}
	p.role = r.roleAt(at, p)
}

// roleAt is the role of a phrase, by what starts at the byte behind it.
func (r *reading) roleAt(at int, p *phrase) role {
	rest := r.text[at:]
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(rest, w) })
	}
	if i := r.markAt(at); i >= 0 {
		switch {
		case r.marks[i].Effect == lexicon.Source:
			return informant
		case r.marks[i].Effect == lexicon.Holding:
			return r.holding(r.marks[i].End)
		case r.marks[i].Kind == lexicon.Topic:
			return ofEvent
		}
	}
	switch {
	case r.cleft(p) && has("です", "だ。", "だった", "である。", "で、", "でした", "。"):
		p.relative = true
		return byTopic // 反対したのはロシアだ
	case has("は", "も", "では", "としては", "のほうは", "の方は", "だけは", "のみは", "こそ"):
		return byTopic
	case has("が", "だけが", "のみが", "自らが"):
		return bySubject
	case has("、", " ", "　") && p.start == 0:
		return byComma
	case p.relative && has("だが", "ですが", "である。", "だ。", "です。", "だった"):
		return bySubject
	case has("を含む", "をはじめ"):
		return bySubject
	case has("と"):
		return partner
	case has("の"):
		return r.roleOf(at+len("の"), p)
	}
	return noRole
}

// cleft tells whether a phrase is what a cleft sentence ends in.
func (r *reading) cleft(p *phrase) bool {
	return strings.HasSuffix(r.text[:p.start], "のが") || strings.HasSuffix(r.text[:p.start], "のは") || strings.HasSuffix(r.text[:p.start], "のは、")
}

// roleOf is the role of a name with の, by the word that starts at the byte.
func (r *reading) roleOf(at int, p *phrase) role {
	i := r.markAt(at)
	if i < 0 {
		return noRole
	}
	m := r.marks[i]
	switch {
	case m.Effect == lexicon.Source:
		return informant
	case m.Kind == lexicon.Topic:
		return ofEvent
	case (m.Effect == lexicon.Holding || m.Effect == lexicon.Reports) && strings.Contains(r.text[:p.start], "というのが"):
		return byTopic // …というのが欧州の立場だ
	case m.Effect == lexicon.Holding || m.Effect == lexicon.Opposes || m.Effect == lexicon.Favors:
		return r.holding(m.End)
	}
	return noRole
}

// holding is the role of who holds what ends at the byte: 米国案は.
func (r *reading) holding(end int) role {
	for _, w := range []string{"は", "が", "も", "には", "では", "で"} {
		if strings.HasPrefix(r.text[end:], w) {
			return ofHolding
		}
	}
	return noRole
}

// join makes one subject of names that a sentence coordinates: 米国とロシアは,
// 独仏英の首脳が. The last one carries what they do.
func (r *reading) join() {
	for i := len(r.phrases) - 2; i >= 0; i-- {
		p, next := &r.phrases[i], &r.phrases[i+1]
		if next.role == noRole || next.role == informant || p.third || next.third || p.stands != "" {
			continue
		}
		between := r.text[p.end:next.start]
		list := between == "、" && next.role != byComma || between == "や" || between == "および" || between == "及び" || between == "ならびに" || between == "だけでなく" || between == "・"
		if between == "と" && next.role != partner || list {
			if between == "、" && (next.role == partner || next.role == ofEvent && !next.person) {
				continue
			}
			next.actors = union(p.actors, next.actors)
			next.name = r.text[p.start:next.end]
			next.start = p.start
			p.role = noRole
		}
	}
}

func union(a, b []model.ActorID) []model.ActorID {
	out := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
