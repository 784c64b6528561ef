package config

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

var bare = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// name returns a dotted key as TOML writes it, fit to be shown.
func name(path ...string) string {
	parts := make([]string, len(path))
	for i, p := range path {
		if parts[i] = p; !bare.MatchString(p) {
			parts[i] = strconv.Quote(p)
		}
	}
	return strings.Join(parts, ".")
}

// lines returns the lines on which text, which is TOML, has its keys and tables.
func lines(text []byte) map[string]int {
	l := locator{lines: map[string]int{}}
	l.parser.Reset(text)
	var table []string
	for l.parser.NextExpression() {
		e := l.parser.Expression()
		if e.Kind == unstable.KeyValue {
			l.pair(table, e)
			continue
		}
		table = l.key(nil, e.Key())
	}
	return l.lines
}

type locator struct {
	parser unstable.Parser
	lines  map[string]int
}

// key notes the lines of a key below a table, and returns its whole path.
func (l *locator) key(table []string, parts unstable.Iterator) []string {
	path := append([]string(nil), table...)
	for parts.Next() {
		part := parts.Node()
		path = append(path, string(part.Data))
		if _, ok := l.lines[name(path...)]; !ok {
			l.lines[name(path...)] = l.parser.Shape(part.Raw).Start.Line
		}
	}
	return path
}

// pair notes the lines of a key and of what an inline table under it holds.
func (l *locator) pair(table []string, e *unstable.Node) {
	path := l.key(table, e.Key())
	if e.Value().Kind != unstable.InlineTable {
		return
	}
	for inner := e.Value().Children(); inner.Next(); {
		l.pair(path, inner.Node())
	}
}
