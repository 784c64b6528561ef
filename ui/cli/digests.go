package cli

import (
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"tachiba/model"
)

// digest is a digest as JSON has it; its arrays are never null.
type digest struct {
	ID        string       `json:"id"`
	Path      string       `json:"path"`
	Title     string       `json:"title"`
	Lead      string       `json:"lead"`
	KeyPoints []string     `json:"key_points"`
	Sections  []section    `json:"sections"`
	Teaser    []string     `json:"teaser"`
	Notes     []model.Note `json:"notes"`
}

type section struct {
	Heading   string   `json:"heading"`
	Question  string   `json:"question"`
	Answer    string   `json:"answer"`
	Cards     []card   `json:"cards"`
	Narrative []string `json:"narrative"`
	Comments  []string `json:"comments"`
}

type card struct {
	Title     string        `json:"title"`
	Outlet    string        `json:"outlet"`
	URL       string        `json:"url"`
	Published model.Date    `json:"published"`
	Claims    []model.Claim `json:"claims"`
	OffTopic  bool          `json:"off_topic"`
}

// list returns s, empty rather than nil.
func list[T any](s []T) []T { return append([]T{}, s...) }

func newDigest(d *model.Digest) digest {
	o := d.Outline()
	out := digest{
		ID: d.ID, Path: d.Path, Title: d.Title, Lead: d.Lead, KeyPoints: list(o.KeyPoints),
		Sections: []section{}, Teaser: list(o.Teaser), Notes: list(d.Notes),
	}
	for i, s := range d.Sections {
		text := o.Sections[i]
		sec := section{
			Heading: s.Heading, Question: s.Question, Answer: s.Answer,
			Cards: []card{}, Narrative: list(text.Narrative), Comments: list(text.Comments),
		}
		for j, c := range s.Cards {
			sec.Cards = append(sec.Cards, card{c.Title, c.Outlet, c.URL, c.Published, list(text.Claims[j]), c.OffTopic})
		}
		out.Sections = append(out.Sections, sec)
	}
	return out
}

func (a *app) digestsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "digests [PATH…]", Short: a.T("cli.digests"), Long: a.T("cli.digests_long")}
	return a.selecting(cmd, func(c *model.Collection, filter model.Filter, _ string) output {
		count := map[string]int{}
		for _, s := range filter.Apply(c.Statements) {
			count[s.Digest]++
		}
		shown := slices.DeleteFunc(slices.Clone(c.Digests), func(d model.Digest) bool {
			return filter.Active() && count[d.ID] == 0
		})
		value := func() []digest {
			out := make([]digest, len(shown))
			for i := range shown {
				out[i] = newDigest(&shown[i])
			}
			return out
		}
		return output{
			shown:   func() table { return digestTable(a.digestColumns(), shown, count, a.dateCell) },
			records: func() table { return digestTable(digestKeys, shown, count, model.Date.String) },
			value:   func() any { return value() },
			objects: func() []any { return objects(value()) },
		}
	}, formatTable, formatMarkdown, formatJSON, formatJSONL, formatCSV)
}

var digestKeys = keyColumns("id", "newest", "title", "sections", "cards", "claims", "statements", "notes", "path")

func (a *app) digestColumns() []column {
	return []column{
		{title: a.T("table.digest")},
		{title: a.T("table.newest")},
		{title: a.T("table.title"), wrap: true},
		{title: a.T("table.sections"), right: true},
		{title: a.T("table.cards"), right: true},
		{title: a.T("table.claims"), right: true},
		{title: a.T("table.statements"), right: true},
		{title: a.T("table.notes"), right: true},
		{title: a.T("table.path"), spare: true},
	}
}

func digestTable(columns []column, digests []model.Digest, statements map[string]int, date func(model.Date) string) table {
	t := table{columns: columns}
	for i := range digests {
		d := &digests[i]
		cards, claims := 0, 0
		for _, s := range d.Outline().Sections {
			cards += len(s.Claims)
			for _, c := range s.Claims {
				claims += len(c)
			}
		}
		t.rows = append(t.rows, []string{
			d.ID, date(d.Newest()), d.Title, strconv.Itoa(len(d.Sections)), strconv.Itoa(cards), strconv.Itoa(claims),
			strconv.Itoa(statements[d.ID]), strconv.Itoa(len(d.Notes)), d.Path,
		})
	}
	return t
}
