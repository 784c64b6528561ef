package digest

import (
	"strings"
	"unicode"

	"tachiba/model"
)

// A card is off-topic when hardly any of its words occur in the rest of the
// digest (lexical cohesion: Halliday & Hasan 1976; Hearst's TextTiling 1997).
// No lexicon is asked, so this holds for any conflict.

// onTopicShare is the least share of a card's words that the rest of its digest
// repeats. On-topic cards of real digests repeat 40 to 90 %, others under 15 %.
const onTopicShare = 0.2

// minWords is how many words card and digest must have to be compared.
const minWords = 4

func markOffTopic(d *model.Digest) {
	type key struct{ section, card int }
	all, own := words{}, map[key]words{}
	for _, s := range d.Sentences {
		switch {
		case s.Role == model.RoleComment: // glued to the very card that is judged
		case s.Role == model.RoleClaim, s.Role == model.RoleHeadline:
			k := key{s.Section, s.Card}
			if own[k] == nil {
				own[k] = words{}
			}
			own[k].add(s.Text)
			all.add(s.Text)
		default:
			all.add(s.Text)
		}
	}
	for k, inside := range own {
		outside := len(all)
		repeated := 0
		for w, n := range inside {
			if all[w] > n {
				repeated++
			} else {
				outside--
			}
		}
		enough := len(inside) >= minWords && outside >= minWords
		d.Sections[k.section].Cards[k.card].OffTopic = enough && float64(repeated) < onTopicShare*float64(len(inside))
	}
}

// words counts a text's katakana words, pairs of kanji and Latin words: what
// carries its subject in Japanese and English without a dictionary.
type words map[string]int

func (w words) add(text string) {
	for _, run := range runs(text) {
		r := []rune(run)
		switch {
		case unicode.Is(unicode.Han, r[0]):
			for i := 0; i+1 < len(r); i++ {
				w[string(r[i:i+2])]++
			}
		case len(r) >= 3:
			w[strings.ToLower(run)]++
		}
	}
}

// runs cuts text into runs of one script: Han, katakana or Latin.
func runs(text string) []string {
	var out []string
	start, current := 0, byte(0)
	flush := func(end int) {
		if current != 0 {
			out = append(out, text[start:end])
		}
	}
	for i, r := range text {
		if s := script(r); s != current {
			flush(i)
			start, current = i, s
		}
	}
	flush(len(text))
	return out
}

func script(r rune) byte {
	switch {
	case unicode.Is(unicode.Han, r):
		return 'h'
	case unicode.Is(unicode.Katakana, r) || r == 'ー':
		return 'k'
	case unicode.Is(unicode.Latin, r):
		return 'l'
	}
	return 0
}
