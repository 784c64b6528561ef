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

func markOffTopic(d *model.Digest) {
	for i := range d.Sections {
		for j := range d.Sections[i].Cards {
			inside, outside := map[string]bool{}, map[string]bool{}
			for _, s := range d.Sentences {
				switch {
				case s.Section == i && s.Card == j:
					if s.Role == model.RoleClaim || s.Role == model.RoleHeadline {
						addWords(inside, s.Text)
					}
				case s.Role == model.RoleComment:
					// glued to the very card that is judged
				default:
					addWords(outside, s.Text)
				}
			}
			d.Sections[i].Cards[j].OffTopic = len(inside) >= 4 && len(outside) >= 4 && share(inside, outside) < onTopicShare
		}
	}
}

func share(inside, outside map[string]bool) float64 {
	n := 0
	for w := range inside {
		if outside[w] {
			n++
		}
	}
	return float64(n) / float64(len(inside))
}

// addWords adds a text's katakana words, pairs of kanji and Latin words: what
// carries its subject in Japanese and English without a dictionary.
func addWords(words map[string]bool, text string) {
	for _, run := range runs(text) {
		r := []rune(run)
		switch {
		case unicode.Is(unicode.Han, r[0]):
			for i := 0; i+1 < len(r); i++ {
				words[string(r[i:i+2])] = true
			}
		case len(r) >= 3:
			words[strings.ToLower(run)] = true
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
