package feed

import "strings"

// findRoot returns where the root element of an XML document starts and its name
// in lower case without prefix, "" when there is none. What stands before the root
// is left out of the reading: the declaration, since the text is decoded already,
// and the document type with its entities, so that none is ever expanded.
func findRoot(s string) (start int, name string) {
	for i := 0; i < len(s); {
		lt := strings.IndexByte(s[i:], '<')
		if lt < 0 {
			break
		}
		i += lt
		switch rest := s[i:]; {
		case strings.HasPrefix(rest, "<?"):
			i = after(s, i, "?>")
		case strings.HasPrefix(rest, "<!--"):
			i = after(s, i+4, "-->")
		case strings.HasPrefix(rest, "<!"):
			i = afterDirective(s, i)
		default:
			name := strings.ToLower(tagName(rest[1:]))
			return i, name[strings.LastIndexByte(name, ':')+1:]
		}
	}
	return len(s), ""
}

// after returns the index behind the next end mark from i on, len(s) when there
// is none.
func after(s string, i int, end string) int {
	if j := strings.Index(s[i:], end); j >= 0 {
		return i + j + len(end)
	}
	return len(s)
}

// afterDirective returns the index behind the directive that starts at i: angle
// brackets nest, but not in quotes or comments.
func afterDirective(s string, i int) int {
	depth := 0
	for i < len(s) {
		switch c := s[i]; {
		case strings.HasPrefix(s[i:], "<!--"):
			i = after(s, i+4, "-->")
			continue
		case c == '<':
			depth++
		case c == '>':
			depth--
		case c == '"' || c == '\'':
			i = after(s, i+1, s[i:i+1]) - 1
		}
		i++
		if depth == 0 {
			return i
		}
	}
	return len(s)
}

// tagName returns the name at the start of a tag, with its prefix.
func tagName(s string) string {
	if i := strings.IndexAny(s, " \t\r\n/>"); i >= 0 {
		return s[:i]
	}
	return s
}
