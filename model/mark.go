package model

import "strings"

// The marks that open a line of a digest.
const (
	MarkClaim    = "✅"
	MarkKeyPoint = "💡"
)

// StripMark returns text without a leading ✅ or 💡 and the space after it.
func StripMark(text string) string {
	for _, m := range []string{MarkClaim, MarkKeyPoint} {
		if rest, ok := strings.CutPrefix(text, m); ok {
			return strings.TrimSpace(strings.TrimPrefix(rest, "\ufe0f"))
		}
	}
	return text
}
