package digest

import (
	"regexp"
	"strings"
	"unicode"

	"tachiba/model"
)

// kind is what a line's own marks tell of it.
type kind int

const (
	plain     kind = iota
	keyPoint       // 💡
	claim          // ✅
	published      // 公開日:
	source         // さらに読む ⇒
	nextPage       // 次のページを読む ⇒
	closing        // 🚩 結論! or 📘: a heading over key points
)

// line is a line of the file that is not blank.
type line struct {
	n    int // 1-based
	text string
	kind kind
}

var (
	publishedLine = regexp.MustCompile(`^(?:公開日|Published)\s*[:：]\s*`)
	sourceLine    = regexp.MustCompile(`^(?:さらに読む|(?i:read more))\s*(?:⇒|→|=>|:|：)?`)
	nextPageLine  = regexp.MustCompile(`^(?:次のページを読む|(?i:read the next page|next page))\s*(?:⇒|→|=>)?`)
	closingLine   = regexp.MustCompile(`^[🚩📘]`)
	furnitureLine = regexp.MustCompile(`(?i)\b(menu|logo|skip to|sign in|log in|subscribe|cookies?|navigation)\b`)
)

func kindOf(text string) kind {
	switch {
	case strings.HasPrefix(text, model.MarkKeyPoint):
		return keyPoint
	case strings.HasPrefix(text, model.MarkClaim):
		return claim
	case publishedLine.MatchString(text):
		return published
	case sourceLine.MatchString(text) && (strings.Contains(text, "://") || strings.Contains(text, "⇒")):
		return source
	case nextPageLine.MatchString(text):
		return nextPage
	case closingLine.MatchString(text):
		return closing
	}
	return plain
}

func readLines(text string, markdown bool) []line {
	var out []line
	for i, t := range strings.Split(text, "\n") {
		if markdown {
			t = stripMarkdown(t)
		}
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, line{i + 1, t, kindOf(t)})
		}
	}
	return out
}

// dropFurniture drops the site's menu above the title: lines of menu words, and
// in a Japanese page also such lines without any Japanese.
func dropFurniture(lines []line, lang string) []line {
	for len(lines) > 1 && lines[0].kind == plain {
		t := lines[0].text
		if !furnitureLine.MatchString(t) || lang == string(model.Japanese) && strings.ContainsFunc(t, japanese) {
			break
		}
		lines = lines[1:]
	}
	return lines
}

func japanese(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han)
}

// language tells Japanese from English by the share of Japanese letters: one in
// ten is enough, since Japanese texts carry Latin names and addresses.
func language(text string) string {
	ja, latin := 0, 0
	for _, r := range address.ReplaceAllString(text, "") {
		switch {
		case japanese(r):
			ja++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	if ja*10 >= latin && ja > 0 {
		return string(model.Japanese)
	}
	return string(model.English)
}
