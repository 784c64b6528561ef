package coder

import (
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// verdict is what the predicates above a topic make of it.
type verdict struct {
	sign        int  // 1 for the topic's proposition, -1 against it
	evident     bool // a predicate of the lexicon said so
	conditional bool
	cue         string
}

func (v verdict) stance() model.Stance {
	switch {
	case v.conditional:
		return model.Conditional
	case v.sign < 0:
		return model.Against
	}
	return model.Favor
}

// weigh reads the words between a topic and the end of its clause, from the
// inside out, as Japanese builds its predicates.
func (r *reading) weigh(t lexicon.Mark, end int) verdict {
	v := verdict{sign: t.Sign}
	var words []string
	turned := -1 // end of the last word that turned the sign against
	governed := false
	for _, m := range r.between(t.End, end) {
		if m.Kind != lexicon.Cue {
			continue
		}
		word := r.text[m.Start:m.End]
		switch m.Effect {
		case lexicon.Favors:
			v.evident, governed = true, true
		case lexicon.Opposes:
			if turned < 0 || r.embeds(turned, m.Start) {
				v.sign = -v.sign
			}
			turned = m.End
			v.evident, governed = true, true
		case lexicon.Undoes:
			v.sign = -v.sign
			v.evident, governed = true, true
		case lexicon.Reports:
			governed = true
		case lexicon.Negates:
			if !governed {
				v.evident = true
			}
			v.sign = -v.sign
		case lexicon.Terms:
			if gap := r.text[t.End:m.Start]; gap == "" || gap == "の" || gap == "と" || gap == "再開の" {
				v.conditional, v.evident = true, true
			}
		default:
			continue
		}
		words = append(words, word)
	}
	v.cue = strings.Join(words, " ")
	return v
}

// embeds tells whether what stands before is the object of what stands after:
// 拒否した姿勢を批判.
func (r *reading) embeds(from, to int) bool {
	for i := r.tokenAt(from); i < len(r.tokens) && r.tokens[i].start < to; i++ {
		if k := r.tokens[i].kind; k == quoteParticle || k == caseParticle && r.tokens[i].text == "を" {
			return true
		}
	}
	return false
}

// demanded tells whether a condition says what happens if somebody does not
// give in: 停戦に応じなければ.
func (r *reading) demanded(c clause) bool {
	text := r.text[c.start:c.end]
	for _, w := range []string{"なければ", "ない限り", "ないかぎり", "ない場合", "ないなら", "断れば", "拒めば", "拒んだ場合", "断られる", "拒否すれば"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
