package feed

import (
	"errors"
	"strings"
)

// Limits of a document's shape. The parser spends time or memory on the product
// of two things that a document can have many of; these bound each product. Real
// feeds stay far below.
const (
	maxDepth      = 200     // elements within each other; the parser recurses
	maxElements   = 200_000 // all of them, for each may hold a date in no known form, which costs 30 µs
	maxNamespaces = 64      // declared around an element, which copies them
	maxBase       = 256     // bytes of xml:base around an element, which go into each address in it
	maxJoined     = 1 << 30 // bytes copied in joining the pieces of elements' texts
)

var errShape = errors.New("XML too deep or too complex for a feed")

// open is an element that is not closed yet.
type open struct {
	name       string
	text       int // bytes of text directly in it
	namespaces int // declared by it and around it
	base       int // bytes of xml:base, its own and around it
}

// inspection walks through the tags of a document as encoding/xml does when it is
// not strict: where the two could differ encoding/xml fails.
type inspection struct {
	stack    []open
	elements int
	joined   int
}

// inspect returns an error for a document, from its root on, whose shape would
// cost the parser more than its size allows. It says nothing about other faults.
func inspect(s string) error {
	in := inspection{stack: make([]open, 1, 32)}
	for i := 0; i < len(s); {
		lt := strings.IndexByte(s[i:], '<')
		if lt < 0 {
			break
		}
		in.text(lt)
		i += lt
		end := i
		ok := true
		switch rest := s[i:]; {
		case strings.HasPrefix(rest, "</"):
			end = after(s, i, ">")
			in.close(tagName(rest[2:]))
		case strings.HasPrefix(rest, "<?"):
			end = after(s, i, "?>")
		case strings.HasPrefix(rest, "<!--"):
			end = after(s, i+4, "-->")
		case strings.HasPrefix(rest, "<![CDATA["):
			end = after(s, i, "]]>")
			in.text(end - i)
		case strings.HasPrefix(rest, "<!"): // a document type has no place here
			ok = false
		default:
			end = afterTag(s, i)
			ok = in.open(s[i:end])
		}
		if !ok || in.joined > maxJoined {
			return errShape
		}
		i = end
	}
	return nil
}

// text adds n bytes to the text of the innermost element. The parser joins pieces
// one by one, copying what it has each time.
func (in *inspection) text(n int) {
	if n == 0 {
		return
	}
	top := &in.stack[len(in.stack)-1]
	top.text += n
	in.joined += top.text
}

// open notes a start tag and tells whether the limits still hold.
func (in *inspection) open(tag string) bool {
	top := in.stack[len(in.stack)-1]
	e := open{name: tagName(tag[1:]), namespaces: top.namespaces + strings.Count(tag, "xmlns"), base: top.base}
	e.base += baseBytes(tag)
	in.elements++
	if !strings.HasSuffix(tag, "/>") {
		in.stack = append(in.stack, e)
	}
	return len(in.stack) <= maxDepth && in.elements <= maxElements && e.namespaces <= maxNamespaces && e.base <= maxBase
}

// baseBytes returns how long the values of a tag's base attributes are together,
// of any prefix, since any can be bound to the namespace of xml:base. It stops
// counting beyond maxBase.
func baseBytes(tag string) int {
	n := 0
	for n <= maxBase {
		_, rest, found := strings.Cut(tag, ":base")
		if !found {
			break
		}
		tag = rest
		value, end := strings.TrimLeft(rest, " \t\r\n="), " \t\r\n>"
		if strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "'") {
			end, value = value[:1], value[1:]
		}
		if i := strings.IndexAny(value, end); i >= 0 {
			value = value[:i]
		}
		n += len(value)
	}
	return n
}

// close notes an end tag: it closes what was left open within its element.
func (in *inspection) close(name string) {
	for len(in.stack) > 1 {
		top := in.stack[len(in.stack)-1]
		in.stack = in.stack[:len(in.stack)-1]
		if top.name == name {
			return
		}
	}
}

// afterTag returns the index behind the start tag at i; a > in quotes does not
// end it.
func afterTag(s string, i int) int {
	for {
		j := strings.IndexAny(s[i:], `>"'`)
		if j < 0 {
			return len(s)
		}
		i += j
		if s[i] == '>' {
			return i + 1
		}
		i = after(s, i+1, s[i:i+1])
	}
}
