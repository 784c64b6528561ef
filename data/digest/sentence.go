package digest

import (
	"regexp"
	"strings"

	"tachiba/model"
)

var (
	japaneseEnd = regexp.MustCompile(`[。！？!?]+`)
	englishEnd  = regexp.MustCompile(`[.!?]["'”’)]*\s+["'“‘(]?\p{Lu}`)
)

// split returns the sentences of a line's text: URLs cut out, split after 。 ！
// ？ ! ? (inside 「」 too), in English after . ! ? before a capital.
func split(text, lang string) []string {
	text = address.ReplaceAllString(text, "")
	if lang == string(model.English) {
		return splitEnglish(text)
	}
	var out []string
	for text != "" {
		end := len(text)
		if loc := japaneseEnd.FindStringIndex(text); loc != nil {
			end = loc[1]
		}
		out = appendTrimmed(out, text[:end])
		text = text[end:]
	}
	return out
}

func splitEnglish(text string) []string {
	var out []string
	for {
		loc := englishEnd.FindStringIndex(text)
		if loc == nil {
			return appendTrimmed(out, text)
		}
		space := loc[0] + strings.IndexAny(text[loc[0]:loc[1]], " \t　")
		out = appendTrimmed(out, text[:space])
		text = strings.TrimLeft(text[space:], " \t　")
	}
}

func appendTrimmed(list []string, s string) []string {
	if s = strings.TrimSpace(s); s != "" {
		return append(list, s)
	}
	return list
}
