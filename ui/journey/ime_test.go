package journey

import (
	"fmt"
	"strings"
	"testing"
)

// at waits until the terminal's cursor stands on the cell x of its line.
func (term terminal) at(x int) {
	term.t.Helper()
	term.until(fmt.Sprintf("has the terminal's cursor in cell %d", x), func(string) bool {
		at, _ := term.cursor()
		return at == x
	})
}

// TestInputMethod works while an input method is on: full-width letters are keys
// where nothing is typed, and Japanese is text where something is.
func TestInputMethod(t *testing.T) {
	for _, size := range [][2]int{{50, 20}, {120, 35}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			term := open(t, size[0], size[1], "", "LC_ALL=ja_JP.UTF-8")
			term.sees(readInJA)
			term.types("ｊ")
			term.on("領土")
			term.types("ｌｌ")
			term.press("Enter")
			term.sees("ウクライナ ▼ 反対", "ウクライナが求めているの")
			term.press("Escape")
			term.on("領土")
			term.types("２")
			term.on("トランプ氏とプーチン氏は")
			term.types("１？")
			term.sees("キー操作")
			term.press("Escape")
			term.lacks("キー操作")

			term.types("／")
			term.at(2)
			term.types("停戦")
			term.sees("検索: 停戦", " /停戦", "231件中53件")
			term.at(6) // a space, the slash, two wide letters
			term.press("Left")
			term.at(4)
			term.types("の")
			term.sees(" /停の戦")
			term.at(6)
			term.press("BSpace", "Enter")
			term.sees("検索: 停戦", readInJA)
			term.types("ｃ")
			term.sees("231件中231件")

			term.types("ｔ")
			term.sees("論点で絞り込む")
			term.types("制裁")
			term.on("対ロ制裁")
			x, _ := term.place("> 制裁")
			term.at(x + 6) // the prompt, two wide letters
			term.types("ｓ")
			term.at(x + 8)
			term.press("BSpace")
			term.at(x + 6)
			term.types("　") // a full-width space switches as a space does
			term.on("[✓] 対ロ制裁")
			term.press("Enter")
			term.sees("論点: 対ロ制裁")
			term.types("ｃ")
			term.sees("231件中231件")
		})
	}
}

// TestFullWidthDates types days in full-width digits.
func TestFullWidthDates(t *testing.T) {
	term := open(t, 80, 24, "", "LC_ALL=ja_JP.UTF-8")
	term.sees(readInJA)
	term.types("ｄ")
	term.sees("期間で絞り込む")
	term.types("２０２５－０２－１４")
	term.press("Tab")
	term.types("２０２５／０２／３１")
	term.press("Enter")
	term.sees("日付として読めません: ２０２５／０２／３１")
	term.press("BSpace", "BSpace")
	term.types("２８")
	term.press("Enter")
	term.sees("期間: 2025-02-14 – 02-28")
	term.press("u")
	term.sees("元に戻しました", "期間: すべて")
}

// TestRomajiInFullWidth finds a topic by romaji that an input method sends as
// full-width letters.
func TestRomajiInFullWidth(t *testing.T) {
	term := open(t, 80, 24, "", "LC_ALL=ja_JP.UTF-8")
	term.sees(readInJA)
	term.types("ｔ")
	term.sees("論点で絞り込む")
	term.types("ｓｅｉｓａｉ")
	term.on("対ロ制裁")
	term.press("Enter")
	term.sees("論点: 対ロ制裁")
}

// TestPalette changes theme and language and sorts by what is typed of their names.
func TestPalette(t *testing.T) {
	term := open(t, 80, 24, "--lang en")
	term.sees(read)
	term.press("C-p")
	term.sees("All commands")
	term.types("them")
	term.on("theme")
	term.press("Enter")
	term.sees("Theme: light")
	term.press(":")
	term.types("newes")
	term.on("newest first")
	term.press("Enter")
	term.sees("newest first", "new")
	term.on("NATO membership")
	term.press(":")
	term.types("japan")
	term.on("日本語 (Japanese)")
	term.press("Enter")
	term.sees("1 比較", "NATO加盟", "▼ 反対")
	term.press(":")
	term.types("haishoku")
	term.on("配色")
	term.press("Enter")
	term.sees("配色: ")
	term.press(":")
	term.types("engl")
	term.on("English (英語)")
	term.press("Enter")
	term.sees("1 Compare", "NATO membership")
}

// TestPaletteInEitherLanguage finds commands in either language and in romaji,
// whichever language is shown.
func TestPaletteInEitherLanguage(t *testing.T) {
	for lang, finds := range map[string][][2]string{
		"en": {
			{"haishoku", "theme"},
			{"配色", "theme"},
			{"日本", "日本語 (Japanese)"},
			{"nihongo", "日本語 (Japanese)"},
			{"新しい順", "newest first"},
			{"atarashiijun", "newest first"},
		},
		"ja": {
			{"theme", "配色"},
			{"tema", "配色"},
			{"言語", "日本語"},
			{"language", "日本語"},
			{"gengo", "日本語"},
			{"eigo", "English (英語)"},
			{"新し", "新しい順"},
			{"newest", "新しい順"},
			{"atarashiijun", "新しい順"},
		},
	} {
		term := open(t, 80, 24, "--lang "+lang)
		term.press("C-p")
		term.sees("> ")
		for _, f := range finds {
			term.types(f[0])
			term.sees("> " + f[0] + " ")
			if on := marked(term.screen()); !strings.Contains(on, f[1]) {
				t.Errorf("%s: %q does not find %s, but has the cursor on %q", lang, f[0], f[1], on)
			}
			term.press("C-u")
			term.lacks("> " + f[0])
		}
	}
}

// TestSearchTheHelp narrows the help by what is typed.
func TestSearchTheHelp(t *testing.T) {
	term := open(t, 120, 35, "--lang en")
	term.sees(read)
	term.press("?")
	term.sees("Keys", "k ↑", "page down")
	term.types("cita")
	term.sees("copy citation")
	term.lacks("page down")
	term.press("Escape")
	term.sees("page down")
	term.press("Escape")
	term.lacks("page down")

	term = open(t, 50, 20, "--lang ja")
	term.sees(readInJA)
	term.press("?")
	term.types("引用")
	term.sees("y         引用をコピー")
	term.lacks("前のページ")
}
