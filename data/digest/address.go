package digest

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// address is a web address: it ends where non-ASCII begins.
var address = regexp.MustCompile(`https?://[!-~]+`)

var (
	sourceWords = regexp.MustCompile(`\s*(?:出典\s*/\s*画像元|出典|画像元|Source)\s*[:：]\s*$`)
	garbledName = regexp.MustCompile(`[\x{00C0}-\x{00FF}][\x{0080}-\x{00FF}]|(?:[\x{00C0}-\x{00FF}].*){3}|\x{FFFD}`)
)

// readSource returns the outlet and address of a source line, and the comment
// glued to the end of it.
func readSource(text string) (outlet, link, comment string) {
	text = sourceLine.ReplaceAllString(text, "")
	loc := address.FindStringIndex(text)
	if loc == nil {
		return strings.TrimSpace(sourceWords.ReplaceAllString(text, "")), "", ""
	}
	outlet = strings.TrimSpace(sourceWords.ReplaceAllString(text[:loc[0]], ""))
	link, comment = cutAddress(text[loc[0]:loc[1]], text[loc[1]:])
	if u, err := url.Parse(link); err != nil || u.Hostname() == "" || u.User != nil {
		link = ""
	}
	return outlet, link, strings.TrimSpace(comment)
}

var (
	pageEnd = regexp.MustCompile(`\.html?`)
	acronym = regexp.MustCompile(`^[A-Z]{2,5}$`)
	number  = regexp.MustCompile(`^\d{1,3}$`)
	// sentenceStart is a capitalised word, as English sentences begin.
	sentenceStart = regexp.MustCompile(`^["“']?[A-Z][a-z']*,?$`)
	article       = regexp.MustCompile(`^(?:A|An|The|It|In|On|For|But|And|So|No|Not)$`)
)

// counters are the words that follow a number in Japanese.
const counters = "日人年月回項段兆億万時分か〜%％"

// cutAddress gives the ASCII word between an address's last slash (or .html) and
// the text glued to it back to the text, where it is one of the text's words: an
// acronym (NATO加盟), a number with its counter (50日), the first word of an
// English sentence; never a page's key.
func cutAddress(link, after string) (string, string) {
	if after == "" {
		return link, after
	}
	cut := strings.LastIndexByte(link, '/') + 1
	page := pageEnd.FindStringIndex(link[cut:])
	if page != nil {
		cut += page[1]
	}
	word := link[cut:]
	if word != "" && (page != nil && !strings.ContainsAny(word[:1], "?#&") || belongsToText(word, after)) {
		return link[:cut], word + after
	}
	return link, after
}

func belongsToText(word, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	if unicode.IsSpace(next) {
		next, _ = utf8.DecodeRuneInString(strings.TrimSpace(after))
		return sentenceStart.MatchString(word) && (unicode.IsLower(next) || article.MatchString(word))
	}
	return acronym.MatchString(word) || number.MatchString(word) && strings.ContainsRune(counters, next)
}
