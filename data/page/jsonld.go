package page

import (
	"encoding/json"
	"strings"
)

// linkedData is what a page's JSON-LD (schema.org Article and its kinds) says of
// its article. The first article found counts.
type linkedData struct {
	headline  string
	published string // as written
	publisher string
}

// maxLinked is how deep articles are looked for: array, @graph, array, mainEntity.
// Deeper ones are other articles that the page links to.
const maxLinked = 4

func (d *linkedData) read(script string) {
	var v any
	if d.published == "" && json.Unmarshal([]byte(script), &v) == nil {
		d.visit(v, maxLinked)
	}
}

func (d *linkedData) visit(v any, depth int) {
	if depth == 0 || d.published != "" {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			d.visit(item, depth-1)
		}
	case map[string]any:
		if !isArticle(v["@type"]) {
			d.visit(v["@graph"], depth-1)
			d.visit(v["mainEntity"], depth-1)
			return
		}
		d.headline, d.published = stringAt(v, "headline"), stringAt(v, "datePublished")
		if publisher, ok := v["publisher"].(map[string]any); ok {
			d.publisher = stringAt(publisher, "name")
		}
	}
}

// isArticle tells whether a schema.org type, or one of several, is an article's.
func isArticle(kind any) bool {
	switch kind := kind.(type) {
	case string:
		return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report"
	case []any:
		for _, k := range kind {
			if s, ok := k.(string); ok && isArticle(s) {
				return true
			}
		}
	}
	return false
}

func stringAt(object map[string]any, key string) string {
	s, _ := object[key].(string)
	return oneLine(s)
}
