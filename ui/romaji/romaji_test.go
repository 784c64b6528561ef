package romaji_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tachiba/ui/romaji"
)

func TestMatch(t *testing.T) {
	sanctions := []string{"制裁", "Sanctions", "sanctions", "せいさい"}
	for _, tt := range []struct {
		typed string
		names []string
		want  romaji.Match
	}{
		{"", sanctions, romaji.Whole},
		{"s", sanctions, romaji.Start},
		{"se", sanctions, romaji.Start},
		{"sei", sanctions, romaji.Start},
		{"seis", sanctions, romaji.Start},
		{"sei s", sanctions, romaji.Start}, // two words
		{"seisai", sanctions, romaji.Whole},
		{"SEISAI", sanctions, romaji.Whole},
		{"ｓｅｉｓａｉ", sanctions, romaji.Whole},
		{"sai", sanctions, romaji.Inside},
		{"せいさい", sanctions, romaji.Whole},
		{"セイサイ", sanctions, romaji.Whole},
		{"ｾｲｻｲ", sanctions, romaji.Whole},
		{"せいs", sanctions, romaji.Start},
		{"制", sanctions, romaji.Start},
		{"Sanc", sanctions, romaji.Start},
		{"seisaki", sanctions, romaji.None},
		{"seisaix", sanctions, romaji.None},
		{"s z", sanctions, romaji.None},
		{"制裁 sanc", sanctions, romaji.Start},

		{"shin", []string{"しんよう"}, romaji.Start},
		{"sinyou", []string{"しんよう"}, romaji.Whole},
		{"shin'yō", []string{"しんよう"}, romaji.Whole},
		{"shinnyou", []string{"しんよう"}, romaji.Whole},
		{"tyuugoku", []string{"ちゅうごく"}, romaji.Whole},
		{"chūgoku", []string{"ちゅうごく"}, romaji.Whole},
		{"chugoku", []string{"ちゅうごく"}, romaji.Whole},
		{"doitsu", []string{"ドイツ"}, romaji.Whole}, // kana need no reading
		{"doitu", []string{"ドイツ"}, romaji.Whole},
		{"rosia", []string{"ロシア"}, romaji.Whole},
		{"roshi", []string{"ロシア"}, romaji.Start},
		{"hu", []string{"フランス"}, romaji.Start},
		{"furansu", []string{"フランス"}, romaji.Whole},
		{"yo-ro", []string{"よーろっぱ"}, romaji.Start},
		{"yoroppa", []string{"よーろっぱ"}, romaji.Whole},
		{"yooroppa", []string{"ヨーロッパ"}, romaji.Whole},
		{"ヨーロ", []string{"よーろっぱ"}, romaji.Start},
		{"yo^roxtupa", []string{"よーろっぱ"}, romaji.Whole},
		{"yorop", []string{"よーろっぱ"}, romaji.Whole}, // half of the doubled consonant
		{"macchi", []string{"まっち"}, romaji.Whole},
		{"matchi", []string{"まっち"}, romaji.Whole},
		{"matti", []string{"まっち"}, romaji.Whole},
		{"mat", []string{"まっち"}, romaji.Whole},
		{"mac", []string{"まっち"}, romaji.Whole},
		{"mak", []string{"まっち"}, romaji.None},
		{"shimbun", []string{"しんぶん"}, romaji.Whole},
		{"semei", []string{"せんめい"}, romaji.None},
		{"zyoukenn", []string{"じょうけん"}, romaji.Whole},
		{"jyouken", []string{"じょうけん"}, romaji.Whole},
		{"joken", []string{"じょうけん"}, romaji.Whole},
		{"vorodimiru", []string{"ヴォロディミル"}, romaji.Whole},
		{"boro", []string{"ヴォロディミル"}, romaji.Start},
		{"donarudotoranpu", []string{"ドナルド・トランプ"}, romaji.Whole},
		{"natokamei", []string{"NATOかめい"}, romaji.Whole},
		{"ooo", []string{"おおおおお"}, romaji.Start},
		{"kanyuu", []string{"加入"}, romaji.None}, // no reading
	} {
		if got := romaji.Parse(tt.typed).Match(tt.names...); got != tt.want {
			t.Errorf("%q in %q: %d, want %d", tt.typed, tt.names, got, tt.want)
		}
	}
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ typed, in, want string }{
		{"fi-do", "フィードを取得", "[フィード]を取得"},
		{"toku", "フィードを取得", "フィードを取得"},
		{"取", "フィードを取得", "フィードを[取]得"},
		{"nat m", "NATO membership", "[NAT]O [m]embership"},
		{"ship nato", "NATO membership", "[NATO] member[ship]"},
		{"x", "NATO", "NATO"},
		{"", "NATO", "NATO"},
		{"a", "\xffa", "\xff[a]"},
	} {
		got, at := "", 0
		for _, r := range romaji.Parse(tt.typed).Find(tt.in) {
			got += tt.in[at:r[0]] + "[" + tt.in[r[0]:r[1]] + "]"
			at = r[1]
		}
		if got += tt.in[at:]; got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.typed, tt.in, got, tt.want)
		}
	}
}

// syllables are kana with their spelling by Hepburn and by Kunrei: the tables of
// the two systems, written down apart from those of the package.
var syllables = strings.Fields(`
あ/a い/i う/u え/e お/o か/ka き/ki く/ku け/ke こ/ko さ/sa し/shi/si す/su せ/se そ/so た/ta ち/chi/ti つ/tsu/tu て/te と/to
な/na に/ni ぬ/nu ね/ne の/no は/ha ひ/hi ふ/fu/hu へ/he ほ/ho ま/ma み/mi む/mu め/me も/mo や/ya ゆ/yu よ/yo
ら/ra り/ri る/ru れ/re ろ/ro わ/wa を/o が/ga ぎ/gi ぐ/gu げ/ge ご/go ざ/za じ/ji/zi ず/zu ぜ/ze ぞ/zo
だ/da ぢ/ji/zi づ/zu で/de ど/do ば/ba び/bi ぶ/bu べ/be ぼ/bo ぱ/pa ぴ/pi ぷ/pu ぺ/pe ぽ/po
きゃ/kya きゅ/kyu きょ/kyo しゃ/sha/sya しゅ/shu/syu しょ/sho/syo ちゃ/cha/tya ちゅ/chu/tyu ちょ/cho/tyo にゃ/nya にゅ/nyu にょ/nyo
ひゃ/hya ひゅ/hyu ひょ/hyo みゃ/mya みゅ/myu みょ/myo りゃ/rya りゅ/ryu りょ/ryo ぎゃ/gya ぎゅ/gyu ぎょ/gyo
じゃ/ja/zya じゅ/ju/zyu じょ/jo/zyo ぢゃ/ja/zya ぢゅ/ju/zyu ぢょ/jo/zyo びゃ/bya びゅ/byu びょ/byo ぴゃ/pya ぴゅ/pyu ぴょ/pyo`)

// written is kana, and how each system writes them.
type written struct{ kana, hepburn, kunrei string }

// syllable draws kana of one sound: a plain one, one after っ, with a long vowel, or ん.
func syllable(t *rapid.T) written {
	parts := strings.Split(rapid.SampledFrom(syllables).Draw(t, "syllable"), "/")
	w := written{parts[0], parts[1], parts[len(parts)-1]}
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return written{"ん", "n'", "n'"}
	case 1:
		if strings.ContainsAny(w.hepburn[:1], "aiueon") {
			return w
		}
		start := w.hepburn[:1]
		if strings.HasPrefix(w.hepburn, "ch") {
			start = "t"
		}
		return written{"っ" + w.kana, start + w.hepburn, w.kunrei[:1] + w.kunrei}
	case 2:
		last := w.hepburn[len(w.hepburn)-1:]
		kana := map[string]string{"a": "あ", "i": "い", "u": "う", "e": "え", "o": "う"}[last]
		macron := map[string]string{"a": "ā", "i": "ī", "u": "ū", "e": "ē", "o": "ō"}[last]
		circumflex := map[string]string{"a": "â", "i": "î", "u": "û", "e": "ê", "o": "ô"}[last]
		return written{w.kana + kana, strings.TrimSuffix(w.hepburn, last) + macron, strings.TrimSuffix(w.kunrei, last) + circumflex}
	}
	return w
}

// TestEveryReadingIsFound writes kana in romaji: they are found by either system,
// at every letter on the way, in hiragana and in katakana, also inside of a name.
func TestEveryReadingIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all written
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			s := syllable(t)
			all = written{all.kana + s.kana, all.hepburn + s.hepburn, all.kunrei + s.kunrei}
		}
		katakana := strings.Map(func(r rune) rune { return r + 'ァ' - 'ぁ' }, all.kana)
		for _, typed := range []string{all.hepburn, all.kunrei, strings.ReplaceAll(all.hepburn, "n'", "nn"), all.kana, katakana} {
			if q := romaji.Parse(typed); q.Match(all.kana) < romaji.Whole || q.Match(katakana) < romaji.Whole || q.Match("国"+all.kana+"外") < romaji.Inside {
				t.Fatalf("%q is not found by %q", all.kana, typed)
			}
			runes := []rune(typed)
			for n := range runes {
				if n > 0 && romaji.Parse(string(runes[:n])).Match(all.kana) < romaji.Start {
					t.Fatalf("%q is not found by %q", all.kana, string(runes[:n]))
				}
			}
		}
	})
}

// TestOtherReadingsAreNot holds that what is found by a whole word of romaji
// without long vowels has that reading.
func TestOtherReadingsAreNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func() string {
			return rapid.SampledFrom(strings.Fields("か き さ し せ た と な は ま み ら り")).Draw(t, "kana")
		}
		a, b := draw()+draw()+draw(), draw()+draw()+draw()
		spell := func(kana string) (s string) {
			for _, k := range kana {
				for _, entry := range syllables {
					if parts := strings.Split(entry, "/"); parts[0] == string(k) {
						s += parts[1]
					}
				}
			}
			return s
		}
		if found := romaji.Parse(spell(a)).Match(b) > romaji.None; found != (a == b) {
			t.Fatalf("%q by %q: %v", b, spell(a), found)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	q := romaji.Parse("seisaikai")
	for b.Loop() {
		q.Match("制裁の解除", "Lifting of sanctions", "sanctions", "せいさいのかいじょ")
	}
}

func BenchmarkLongRun(b *testing.B) {
	q, text := romaji.Parse(strings.Repeat("o", 40)+"x"), strings.Repeat("お", 60)
	for b.Loop() {
		q.Match(text)
	}
}
