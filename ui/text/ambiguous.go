package text

import "strings"

// lookAlikes are characters of ambiguous width (UAX #11), and for each, or for all
// of a row, one that takes a single cell everywhere.
var lookAlikes = []struct{ from, to string }{
	{"‘’“”′″´", `''""'"'`},
	{"‐–—―", "-"},
	{"‖∥", "|"},
	{"·‧•…‥", "⋅⋅∙⋯⋯"},
	{"×÷∼∽≤≥°º", "x/~~⩽⩾ᵒᵒ"},
	{"←↑→↓↔⇒⇔", "⇠⇡⇢⇣⇆⇨⇿"},
	{"▲△▼▽▶▷◀◁", "▴▵▾▿▸▹◂◃"},
	{"◆◇●○◎■□", "◊◊∙◦⊚▪▫"},
	{"★☆※", "*"},
	{"─━┄┅┈┉", "-"},
	{"│┃┆┇┊┋║", "|"},
	{"┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╭╮╯╰", "+"},
	{"═", "="},
	{"▁▂▃▄▅▆▇█▉▊▋▌▍▎▏", "..::#######===|"},
	{"▒▓", "░"},
	{"①②③④⑤⑥⑦⑧⑨⑩", "➀➁➂➃➄➅➆➇➈➉"},
	{"❶❷❸❹❺❻❼❽❾❿", "➊➋➌➍➎➏➐➑➒➓"},
	{"ⅠⅤⅩⅰⅴⅹ", "IVXivx"},
	{"àáǎāèéêěēìíǐīòóǒōøùúǔūü", "aaaaeeeeeiiiioooooouuuuu"},
	{"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ", "ABEZHIKMNOPTYXovu"},
	{"АВЕКМНОРСТУХаеорсухЁё", "ABEKMHOPCTYXaeopcyxËë"},
}

var unambiguous = func() *strings.Replacer {
	var pairs []string
	for _, row := range lookAlikes {
		to := []rune(row.to)
		for i, r := range []rune(row.from) {
			pairs = append(pairs, string(r), string(to[min(i, len(to)-1)]))
		}
	}
	return strings.NewReplacer(pairs...)
}()

// Unambiguous returns s, which may hold styles, with look-alikes of one cell for
// characters that some terminals draw in one cell and others, set to the habits of
// East Asia, in two. Layout and renderer count one, so that on such a terminal what
// follows on the line stands a cell too far to the right. No cell is won or lost.
//
// Many of these characters look like no other (most of Cyrillic and Greek, ± ½ ∞ ⑪
// §) and stay: a line with one is still drawn too long there, by a cell for each.
// Nothing here can help that, since Bubble Tea's renderer counts the cells itself.
func Unambiguous(s string) string { return unambiguous.Replace(s) }
