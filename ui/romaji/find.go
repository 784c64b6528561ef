package romaji

import "strings"

// find returns the first place [start, end) in text that the word is a way to
// write, or the start of one.
func find(word, text []rune) (start, end int, ok bool) {
	f := finder{word: word, text: text, failed: make([]bool, len(text)*len(word))}
	for start := range text {
		if end, ok := f.from(start, 0); ok {
			return start, end, true
		}
	}
	return 0, 0, false
}

// finder walks a text and the ways to write it beside a word. What has failed once
// is not tried again, so that a run of long vowels costs no more than other texts.
type finder struct {
	word, text []rune
	failed     []bool // by place in text and word
}

// way is a way to write the next n characters of a text.
type way struct {
	n       int
	written string
}

// from returns where in the text the rest of the word ends, when it is written
// there from i on.
func (f *finder) from(i, j int) (end int, ok bool) {
	if j == len(f.word) {
		return i, true
	}
	if i == len(f.text) || f.failed[i*len(f.word)+j] {
		return 0, false
	}
	if f.text[i] == f.word[j] {
		if end, ok := f.from(i+1, j+1); ok {
			return end, true
		}
	}
	for _, w := range f.ways(i) {
		n := common(w.written, f.word[j:])
		switch {
		case w.written == "" && j == 0: // what is not written is no start
		case n == len(f.word)-j:
			return i + w.n, true // perhaps not finished
		case n == len(w.written):
			if end, ok := f.from(i+w.n, j+n); ok {
				return end, true
			}
		}
	}
	f.failed[i*len(f.word)+j] = true
	return 0, false
}

// common returns how many letters written and the word have in common at their
// starts.
func common(written string, word []rune) int {
	n := 0
	for n < len(written) && n < len(word) && rune(written[n]) == word[n] {
		n++
	}
	return n
}

// ways returns how the text may be written in Latin letters from i on.
func (f *finder) ways(i int) []way {
	r := f.text[i]
	ways := f.syllables(i)
	switch {
	case r == 'っ':
		for _, next := range f.syllables(i + 1) {
			ways = append(ways, doubled(next)...)
		}
	case r == 'ん' && i+1 < len(f.text) && strings.ContainsRune("ばびぶべぼぱぴぷぺぽまみむめも", f.text[i+1]):
		ways = append(ways, way{1, "m"})
	case strings.ContainsRune("・＝=- 　", r):
		return []way{{1, ""}}
	}
	if i > 0 {
		ways = append(ways, lengthened(f.text[i-1], r)...)
	}
	return ways
}

// syllables returns the ways to write the kana at i, with a small one after it and
// alone.
func (f *finder) syllables(i int) (ways []way) {
	if i == len(f.text) || f.text[i] < 'ぁ' || f.text[i] > 'ゖ' {
		return nil
	}
	for n := min(2, len(f.text)-i); n > 0; n-- {
		for _, s := range spellings[string(f.text[i:i+n])] {
			ways = append(ways, way{n, s})
		}
	}
	return ways
}

// doubled returns the ways to write a small っ with what follows it.
func doubled(next way) []way {
	if strings.IndexByte("aiueo", next.written[0]) >= 0 {
		return nil
	}
	ways := []way{{1 + next.n, next.written[:1] + next.written}}
	if strings.HasPrefix(next.written, "ch") {
		ways = append(ways, way{1 + next.n, "t" + next.written})
	}
	return ways
}

// lengthened returns the ways to write r where it makes the vowel of the kana before
// it long: as a mark, as that vowel once more, or not at all, as in Tokyo.
func lengthened(before, r rune) []way {
	if !strings.ContainsRune("あいうえおー", r) {
		return nil
	}
	v := vowel(before)
	switch {
	case v == 0:
		return nil
	case r == 'ー', v == 'o' && (r == 'う' || r == 'お'), v == 'u' && r == 'う':
		return []way{{1, "-"}, {1, string(v)}, {1, ""}}
	case v == 'e' && r == 'い', v == vowel(r):
		return []way{{1, "-"}}
	}
	return nil
}
