package digest

import "regexp"

var (
	markdownPrefix   = regexp.MustCompile(`^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+\.\s+)`)
	markdownRule     = regexp.MustCompile(`^\s*(?:[-*_]\s*){3,}$|^\s*(?:=+|-+)\s*$|^\s*\x60{3}.*$`)
	markdownLink     = regexp.MustCompile(`!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)`)
	markdownEmphasis = regexp.MustCompile("(\\*\\*|__|\x60)([^*_\x60]+)(\\*\\*|__|\x60)")
)

// stripMarkdown returns the line without the marks of CommonMark that stand at
// its start or around its words; a link becomes its text.
func stripMarkdown(text string) string {
	if markdownRule.MatchString(text) {
		return ""
	}
	text = markdownPrefix.ReplaceAllString(text, "")
	text = markdownLink.ReplaceAllString(text, "$1")
	return markdownEmphasis.ReplaceAllString(text, "$2")
}
