package romaji

import "strings"

// rows are the kana of each consonant with a, i, u, e and o, spelled as the
// syllabary has them (Nihon-shiki, of which Kunrei differs in what is below).
var rows = [...]struct{ consonant, kana string }{
	{"", "あいうえお"},
	{"k", "かきくけこ"},
	{"g", "がぎぐげご"},
	{"s", "さしすせそ"},
	{"z", "ざじずぜぞ"},
	{"t", "たちつてと"},
	{"d", "だぢづでど"},
	{"n", "なにぬねの"},
	{"h", "はひふへほ"},
	{"b", "ばびぶべぼ"},
	{"p", "ぱぴぷぺぽ"},
	{"m", "まみむめも"},
	{"r", "らりるれろ"},
	{"x", "ぁぃぅぇぉ"},
	{"l", "ぁぃぅぇぉ"},
}

// others are the other spellings: Hepburn, Kunrei where it is irregular, and those
// that Japanese keyboards take.
const others = `
	し shi ci
	じ ji
	ち chi
	ぢ ji zi
	つ tsu
	づ zu dzu
	ふ fu
	や ya
	ゆ yu
	よ yo
	わ wa
	ゐ wi i
	ゑ we e
	を wo o
	ゔ vu bu
	ん n nn n' n- xn
	っ xtu ltu xtsu ltsu
	ゃ xya lya
	ゅ xyu lyu
	ょ xyo lyo
	ゎ xwa lwa
	ゕ xka lka
	ゖ xke lke
	いぇ ye
	うぃ wi
	うぇ we
	うぉ wo who
	くぁ kwa qa
	くぃ kwi qi
	くぇ kwe qe
	くぉ kwo qo
	ぐぁ gwa
	つぁ tsa
	つぃ tsi
	つぇ tse
	つぉ tso
	てぃ ti thi
	てゅ tyu thu
	でぃ di dhi
	でゅ dyu dhu
	とぅ tu twu
	どぅ du dwu
	ふぁ fa
	ふぃ fi
	ふぇ fe
	ふぉ fo
	ゔぁ va ba
	ゔぃ vi bi
	ゔぇ ve be
	ゔぉ vo bo
`

// glides are the kana that a small ゃ ゅ ょ ぇ follows, and what is written before
// its vowel.
const glides = `
	き ky
	ぎ gy
	し sh sy
	じ j zy jy
	ち ch ty cy
	ぢ j zy dy
	に ny
	ひ hy
	び by
	ぴ py
	ふ fy
	ゔ vy by
	み my
	り ry
`

// spellings are the ways to write a kana, or a kana with a small one.
var spellings = table()

func table() map[string][]string {
	t := map[string][]string{}
	add := func(kana string, written ...string) { t[kana] = append(t[kana], written...) }
	for _, row := range rows {
		for i, kana := range []rune(row.kana) {
			add(string(kana), row.consonant+"aiueo"[i:i+1])
		}
	}
	for line := range strings.Lines(others) {
		if words := strings.Fields(line); len(words) > 0 {
			add(words[0], words[1:]...)
		}
	}
	for line := range strings.Lines(glides) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for i, small := range []rune("ゃゅょぇ") {
			for _, start := range words[1:] {
				add(words[0]+string(small), start+"auoe"[i:i+1])
			}
		}
	}
	return t
}

// vowel returns the letter that a kana's sound ends in, 0 for ん, っ and all that is
// no kana.
func vowel(kana rune) byte {
	for _, s := range spellings[string(kana)] {
		if last := s[len(s)-1]; strings.IndexByte("aiueo", last) >= 0 && kana != 'っ' {
			return last
		}
	}
	return 0
}
