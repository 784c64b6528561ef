package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// keptSamples returns a library with digests of the samples, all for "*".
func keptSamples(t *testing.T, library, pattern string) {
	t.Helper()
	files, err := filepath.Glob("../../data/sample/digests/" + pattern + ".txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	tachiba(t, append([]string{"--lang", "en", "--library", library, "add"}, files...)...)
}

// TestWhatDoesUkraineSayOnTerritory: a new user reaches what Ukraine says on
// territory, and where that is written, in fewer than five keys from the start.
func TestWhatDoesUkraineSayOnTerritory(t *testing.T) {
	keys := []string{"j", "l", "l", "Enter"}
	if len(keys) >= 5 {
		t.Fatalf("%d keys", len(keys))
	}
	for _, tt := range []struct {
		w, h                                           int
		lang, ready, proposition, against, conditional string
	}{
		{80, 24, "en", read, "Ukraine gives up occupied territory", "▼ against", "◆ conditional"},
		{120, 35, "ja", readInJA, "和平のためウクライナが占領地を手放す", "▼ 反対", "◆ 条件付き"},
		{200, 50, "en", read, "Ukraine gives up occupied territory", "▼ against", "◆ conditional"},
		{50, 20, "ja", readInJA, "和平のためウクライナが占領地を手放す", "▼ 反対", "◆ 条件付き"},
	} {
		t.Run(fmt.Sprintf("%dx%d", tt.w, tt.h), func(t *testing.T) {
			term := open(t, tt.w, tt.h, "--lang "+tt.lang)
			term.sees(tt.ready)
			term.press(keys...)
			term.sees(tt.proposition, tt.against, "2025-03-18", "ウクライナが求めているの", tt.conditional, "2025-02-13", "報道によると、ゼレンスキー", "ゼレンスキー氏 · BBC")
			term.on(tt.against)
		})
	}
}

// TestFaceCorrectUndoExport filters to Ukraine and Russia, opens the ceasefire,
// faces them, opens the second Russian sentence in its digest, corrects its stance,
// undoes, and exports Markdown.
func TestFaceCorrectUndoExport(t *testing.T) {
	for _, tt := range []struct {
		w, h                                                                        int
		lang, ready, russia, ukraine, place, correct, favor, changed, undone, saved string
	}{
		{120, 35, "en", read, "Russia", "Ukraine", "line 23 · BBC · 2025-03-14", "Correct · 1 of 1", "▲ favor", "changed (u undoes)", "undone", "written to "},
		{50, 20, "ja", readInJA, "ロシア", "ウクライナ", "23行目 · BBC · 2025-03-14", "訂正 · 1 / 1", "▲ 賛成", "訂正しました", "元に戻しました", "書き出しました"},
	} {
		t.Run(fmt.Sprintf("%dx%d", tt.w, tt.h), func(t *testing.T) {
			dir := t.TempDir()
			library, file := filepath.Join(dir, "library.db"), filepath.Join(dir, "positions.md")
			keptSamples(t, library, "*")
			term := open(t, tt.w, tt.h, "--lang "+tt.lang+" --library "+library)
			term.sees(tt.ready)
			term.press("a")
			term.types("ukraine")
			term.on(tt.ukraine)
			term.press("Space", "C-u")
			term.types("russia")
			term.on(tt.russia)
			term.press("Space", "Enter")
			term.sees("102", tt.ready)
			term.press("j", "j", "j", "Enter")
			term.sees("停戦のあとウクライナ")
			term.press("h", "Space", "l", "Space")
			term.sees("● "+tt.russia, "● "+tt.ukraine)
			term.press("h", "j")
			term.on("◆")
			term.press("Enter")
			term.sees(tt.place)
			term.on("プーチン氏は停戦の条件として")
			term.press("e")
			term.sees(tt.correct)
			term.press("j", "j", "l")
			term.sees("← " + tt.favor + " →")
			term.press("Enter")
			term.sees(tt.favor+"✓ "+tt.russia, tt.changed)
			term.press("u")
			term.sees(tt.undone, "◆")
			term.lacks("✓ " + tt.russia)
			term.press("x")
			term.types("markd")
			term.on("Markdown")
			term.press("Enter")
			term.sees(".md")
			term.press("C-u")
			term.types(file)
			term.press("Enter")
			term.sees(tt.saved)
			checkMarkdown(t, file, tt.russia, tt.ukraine)
			term.press("Escape")
			term.sees("● "+tt.russia, "● "+tt.ukraine)
			term.on("◆")
		})
	}
}

// checkMarkdown looks at an export of Ukraine and Russia.
func checkMarkdown(t *testing.T, file, russia, ukraine string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# ", "| " + russia + " | " + ukraine + " |\n", "[^1]: ",
		"「プーチン氏は停戦の条件として、クルスク州に入ったウクライナ軍が退き", "[BBC](https://www.bbc.com/japanese/articles/c70w1lp1rdqo) · 2025-03-14 · 2025-03-14-truce:23",
	} {
		if !strings.Contains(string(b), want) {
			t.Errorf("the export lacks %q:\n%s", want, b)
		}
	}
	for line := range strings.Lines(string(b)) {
		if strings.Contains(line, "2025-03-14-truce:23") && !strings.Contains(line, "◆") {
			t.Errorf("what was undone is exported: %s", line)
		}
	}
}

// TestCorrectedStaysInSight corrects one of the six statements of a sentence: the
// person sees what became of it, and after undoing what was there before.
func TestCorrectedStaysInSight(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.db")
	keptSamples(t, library, "*")
	term := open(t, 80, 24, "--lang en --library "+library+" --actor ua,ru")
	term.sees(read, "102 of 231")
	term.press("l", "j", "j", "j", "Enter")
	term.on("▲ favor?")
	term.press("Enter")
	term.sees("line 71 · 毎日新聞 · 2025-02-19", "▲ favor? Ukraine Ceasefire")
	before := panel(term.screen())
	term.press("e")
	term.sees("← Ukraine →", "← Ceasefire →", "← ▲ favor →")
	term.press("j", "j", "l")
	term.sees("← ▼ against →")
	term.press("Enter")
	term.sees("changed (u undoes)", "▼ against✓ Ukraine Ceasefire")
	term.press("u")
	term.sees("undone", "▲ favor? Ukraine Ceasefire")
	if after := panel(term.screen()); after != before {
		t.Errorf("undone, the sentence says\n%s\nbefore it said\n%s", after, before)
	}
}

// panel returns what the selected sentence of a digest says: the lines under the
// last rule without the last line of the screen.
func panel(screen string) string {
	lines := strings.Split(strings.TrimRight(screen, "\n"), "\n")
	for i := len(lines) - 1; i > 0; i-- {
		if strings.HasPrefix(lines[i], "───") {
			return strings.Join(lines[i+1:len(lines)-1], "\n")
		}
	}
	return ""
}

// TestFindSanctionsAndKeepTheFilter finds 制裁 by romaji, asks for sure statements
// of the last thirty days, saves the filter, recalls it, deletes it and undoes that.
func TestFindSanctionsAndKeepTheFilter(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.db")
	keptSamples(t, library, "*")
	term := open(t, 80, 24, "--library "+library, "LC_ALL=ja_JP.UTF-8")
	term.sees(readInJA)
	term.press("t")
	term.types("seisai")
	term.on("対ロ制裁")
	term.press("Enter")
	term.sees("論点: 対ロ制裁", "231件中18件")
	term.press("C")
	term.sees("確信度の下限")
	term.press("Down", "Down", "Down", "Down", "Down")
	term.on("≥ 0.9")
	term.press("Enter")
	term.sees("確信度: ≥ 0.9", "231件中10件")
	term.press("d", "Tab", "Tab", "Down")
	term.on("直近30日間")
	term.press("Enter")
	term.sees("期間: 2025-02-17 –")
	term.press("f", "Enter")
	term.sees("名前を付けてください")
	term.types("制裁")
	term.press("Enter")
	term.sees("「制裁」として保存しました")
	term.press("c")
	term.sees("絞り込みを解除しました", "231件中231件")
	term.press("f")
	term.on("制裁")
	term.press("Enter")
	term.sees("絞り込み「制裁」", "論点: 対ロ制裁", "期間: 2025-02-17 –", "確信度: ≥ 0.9")
	term.press("f")
	term.on("● 制裁")
	term.press("DC")
	term.sees("保存した絞り込みを削除しました", "今の絞り込みを保存")
	term.press("Escape")
	term.lacks("今の絞り込みを保存")
	term.press("u")
	term.sees("元に戻しました")
	term.press("f")
	term.on("● 制裁")
	term.press("Escape")
	term.lacks("● 制裁")
	term.press("q")
	term.ended(0)
	if out := tachiba(t, "--lang", "ja", "--library", library, "filter", "list"); !strings.Contains(out, "制裁") {
		t.Errorf("the filter is not kept: %s", out)
	}
}

// TestWhenDidPositionsChange looks at what changed since the last visit, opens both
// sides of a shift in their digests, and comes back to the very place.
func TestWhenDidPositionsChange(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {200, 50}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			library := filepath.Join(t.TempDir(), "library.db")
			keptSamples(t, library, "2025-02-*")
			term := open(t, size[0], size[1], "--lang en --library "+library)
			term.sees(read)
			term.press("4")
			term.sees("Changes over time") // read in full, not the overview alone: a visit
			term.press("q")
			term.ended(0)
			keptSamples(t, library, "2025-03-*")

			term = open(t, size[0], size[1], "--lang en --library "+library)
			term.sees("new statements since the last visit")
			term.press("4")
			term.sees("Since the last visit (10)", "Changes 11", "Contradictions 4")
			term.press("Space")
			term.sees("Since the last visit (6)")
			term.press("j", "j")
			term.on("US · Sanctions")
			there := term.on("▲ favor 2 of 3 statements")
			term.press("Enter")
			term.sees("BBC · 2025-03-14", "▲ favor US Sanctions")
			term.on("米国は石油、ガス、銀行の")
			term.press("Escape")
			if back := term.on("US · Sanctions"); back != there {
				t.Errorf("esc leads to\n%s\nfrom\n%s", back, there)
			}
			term.press("h")
			there = term.on("2025-02-25")
			term.press("Enter")
			term.sees("◆ conditional US Sanctions", "line 2 · 2025-02-25")
			term.press("Escape")
			if back := term.on("US · Sanctions"); back != there {
				t.Errorf("esc leads to\n%s\nfrom\n%s", back, there)
			}
			term.press("Escape") // all again
			term.sees("Since the last visit (10)")
			term.on("US · Sanctions")
		})
	}
}

// TestTimelineFromAfarAndNear zooms out and in, unfolds an actor into who speaks
// for it, and opens a mark's sentence.
func TestTimelineFromAfarAndNear(t *testing.T) {
	term := open(t, 120, 35, "", "LC_ALL=ja_JP.UTF-8")
	term.sees(readInJA)
	term.press("3")
	term.sees("論点 12", "日ごと", "2025-02-12 – 03-18")
	term.press("-")
	term.sees("週ごと", "2025-03-17の週")
	term.press("-")
	term.sees("月ごと")
	term.press("+", "+")
	term.sees("日ごと")
	term.lacks("トランプ氏  ")
	term.press("z")
	term.sees("トランプ氏", "ルビオ氏", "名前なし")
	term.press("j", "h")
	there := term.on("トランプ氏")
	term.sees("2025-02-25", "資源の協定でつぎ込んだ金を取り戻す")
	term.press("Enter")
	term.sees("読売新聞 · 2025-02-25")
	term.on("資源の協定でつぎ込んだ金を取り戻す")
	term.press("Escape")
	term.sees("日ごと", "ルビオ氏")
	if back := term.on("トランプ氏"); back != there {
		t.Errorf("esc leads to\n%s\nfrom\n%s", back, there)
	}
	term.press("z") // all of them
	term.sees("両大統領")
	term.press("z")
	term.lacks("ルビオ氏")
	term.on("米国")
}

// TestWhoAgreesWithWhom chooses a pair of actors, finds what divides it, and faces
// the two on that.
func TestWhoAgreesWithWhom(t *testing.T) {
	for _, tt := range []struct {
		w, h                                              int
		lang, ready, common, divided, topic, prop, us, ru string
	}{
		{80, 24, "en", read, "they agree on 5 of 9 common topics", "divided (4)", "Ceasefire", "The fighting stops by a ceasefire", "US", "Russia"},
		{50, 20, "ja", readInJA, "共通の論点 9 のうち 5 で一致", "隔たり (4)", "停戦", "停戦により戦闘を止める", "米国", "ロシア"},
	} {
		t.Run(fmt.Sprintf("%dx%d", tt.w, tt.h), func(t *testing.T) {
			term := open(t, tt.w, tt.h, "--lang "+tt.lang)
			term.sees(tt.ready)
			term.press("5")
			term.sees("67%", "56%", "25%", tt.us+" – "+tt.ru, tt.common)
			term.press("l", "h") // Ukraine and back
			term.sees(tt.common)
			term.press("Enter", "G", "k", "k")
			term.sees(tt.divided)
			term.on(tt.topic)
			term.press("Enter")
			term.sees(tt.prop, "● "+tt.us, "● "+tt.ru)
			term.press("Escape")
			term.lacks("● " + tt.us)
			term.press("Escape")
			term.sees(tt.common)
		})
	}
}

// TestReadADigest jumps by the outline, steps to a statement, follows a related
// digest, and goes back step by step.
func TestReadADigest(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 35}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			term := open(t, size[0], size[1], "--lang en")
			term.sees(read)
			term.press("2", "j")
			term.on("米ロ首脳の電話で何が決まった")
			term.press("Enter")
			term.sees("coded 1/25", "line 5 · 2025-03-14")
			term.press("O", "Down", "Down")
			term.on("選挙を挟む和平案")
			term.press("Enter")
			term.sees("line 45 · 毎日新聞 · 2025-02-19")
			term.on("▸   選挙を挟む和平案")
			term.press("n")
			term.sees("coded 11/25")
			there := term.on("停戦、次に選挙、そして最終合意")
			term.press("L")
			term.sees("related digests", "4 days apart", "23 days apart")
			term.press("Down")
			term.on("リヤドで向き合った米ロ")
			term.press("Enter")
			term.sees("同じテーブルに着いた米ロ")
			term.press("Escape")
			term.sees("coded 11/25")
			if back := term.on("停戦、次に選挙、そして最終合意"); back != there {
				t.Errorf("esc leads to\n%s\nfrom\n%s", back, there)
			}
			term.press("Escape")
			term.sees("enter open")
			term.on("米ロ首脳の電話で何が決まった")
			term.press("Escape")
			term.on("NATO membership")
		})
	}
}

// TestMouse clicks on tabs, on a digest, on a sentence that it scrolls to, on a cell
// and on a filter.
func TestMouse(t *testing.T) {
	term := open(t, 120, 35, "", "LC_ALL=ja_JP.UTF-8")
	term.sees(readInJA)
	term.click("4 変化")
	term.sees("日付をまたぐ変化 (11)")
	term.click("2 記事")
	term.on("トランプ氏とプーチン氏は戦争を")
	term.click("リヤドで向き合った米ロ")
	term.on("リヤドで向き合った米ロ")
	term.sees("同じテーブルに着いた米ロ")
	term.wheelDown("同じテーブルに着いた米ロ")
	term.lacks("日付の食い違い")
	term.wheelDown("同じテーブルに着いた米ロ")
	term.lacks("侵攻から3年")
	term.click("ロシアがNATOの拡大を許さない")
	term.sees("12行目 · ロイター · 2025-02-19", "▼ 反対 ロシア NATO加盟")
	term.click("1 比較")
	term.on("NATO加盟")
	term.click("安全の保証")
	term.on("安全の保証")
	term.click("主体: すべて")
	term.sees("主体で絞り込む")
	term.press("Escape")
	term.lacks("主体で絞り込む")
}
