package feed

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"tachiba/data/clean"
)

// maxID is the length in bytes from which a guid is hashed.
const maxID = 256

// settle returns the feed of a draft that came from the address base.
func (d *draft) settle(base string) *Feed {
	f := &Feed{Title: plainLine(d.title)}
	from := parseBase(base)
	f.Link = resolve(from, d.link)
	if f.Link != "" {
		from = parseBase(f.Link)
	}
	seen := make(map[string]bool, len(d.items))
	for _, t := range d.items {
		item := Item{Title: plainLine(t.title), Published: day(t.date, t.day), HTML: t.html, Summary: t.summary}
		for _, link := range t.links {
			if item.URL = resolve(from, link); item.URL != "" {
				break
			}
		}
		if item.Title == "" {
			item.Title = firstWords(cmp.Or(item.HTML, item.Summary))
		}
		item.ID = identify(t.guid, item)
		if seen[item.ID] || item.Title == "" && item.URL == "" {
			continue
		}
		seen[item.ID] = true
		f.Items = append(f.Items, item)
	}
	f.Items = newest(f.Items)
	return f
}

// identify returns the item's ID.
func identify(guid string, item Item) string {
	id := cmp.Or(strings.TrimSpace(guid), item.URL)
	if id == "" {
		return hash(item.Title + "\x00" + item.Summary + "\x00" + item.HTML)
	}
	if len(id) > maxID || clean.Line(id) != id {
		return hash(id)
	}
	return id
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256:" + hex.EncodeToString(sum[:16])
}

// newest returns the MaxItems newest items, in the order they had.
func newest(items []Item) []Item {
	if len(items) <= MaxItems {
		return items
	}
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(items[b].Published, items[a].Published) })
	order = order[:MaxItems]
	slices.Sort(order)
	kept := make([]Item, len(order))
	for i, n := range order {
		kept[i] = items[n]
	}
	return kept
}
