package export

import (
	_ "embed" // the page and its styles
	"html/template"
	"iter"
	"strings"
	"sync"
	"unicode"

	"tachiba/model"
	"tachiba/ui/markdown"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// page returns the template of the page, which is parsed when one is first written.
var page = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageHTML)) })

// pageData is what the template shows. Its statements are read while it does.
type pageData struct {
	Lang     model.Lang
	Title    string
	About    []string
	CSS      template.CSS
	Words    pageWords
	Actors   []string
	Topics   []pageTopic
	Legend   string
	Timeline template.HTML // "" without dates
}

type pageWords struct {
	Matrix, Timeline, Topic, Divided, Shift, Shifted, Back, NoDate, Between string
}

type pageTopic struct {
	Anchor, Name, Proposition, About string
	Percent                          int  // how far the actors are apart
	Comparable                       bool // Percent says something
	Known                            bool // whether there is any evidence
	Cells                            []pageCell
}

type pageCell struct {
	Anchor, Actor, Class, Sign, Word, Statements string
	Count                                        int // of the position's stance
	Known, Shifted                               bool
	Newest                                       model.Date
	Evidence                                     iter.Seq[pageStatement]
}

type pageStatement struct {
	Class, Mark, Text, Speaker, Outlet, Place string
	URL                                       string     // "" where it is not of the web
	Lang                                      model.Lang // of the text, "" where it is the page's
	Date                                      model.Date
}

// html writes one page that needs nothing else: the matrix, each of whose cells
// leads to its evidence below, and the timeline. It asks the network for nothing,
// runs no script, and is light or dark as the browser is; printed, it is light
// and shows the addresses of its links.
func (e *exporter) html() error {
	l := e.Look
	data := pageData{
		Lang: l.Lang(), Title: e.title(), About: e.about(), CSS: template.CSS(pageCSS), Legend: e.legend(),
		Words: pageWords{
			Matrix: l.T("export.matrix"), Timeline: l.T("export.timeline"), Topic: l.T("table.topic"), Divided: l.T("compare.divided"), Shift: l.Shift,
			Shifted: l.T("plain.shifted"), Back: l.T("export.back"), NoDate: l.T("date.unknown"), Between: l.Between,
		},
	}
	for _, a := range e.Comparison.Actors {
		data.Actors = append(data.Actors, l.Name(a.Name))
	}
	for _, row := range e.Comparison.Rows {
		data.Topics = append(data.Topics, e.pageTopic(row))
	}
	if first, _ := e.span(); first.Known() {
		data.Timeline = template.HTML(e.timeline(true)) // of our making, with its texts escaped
	}
	return page().Execute(e.out, data)
}

func (e *exporter) pageTopic(row model.Row) pageTopic {
	l := e.Look
	out := pageTopic{
		Anchor: string(row.Topic.ID), Name: l.Name(row.Topic.Name), Proposition: l.Name(row.Topic.Proposition),
		Percent: percent(row.Divided), Comparable: row.Comparable(),
	}
	out.About = l.T("export.proposition", out.Proposition)
	for i, p := range row.Cells {
		actor := e.Comparison.Actors[i]
		one := pageCell{
			Anchor: out.Anchor + "," + string(actor.ID), // IDs hold no commas
			Actor:  l.Name(actor.Name), Class: class(p.Stance), Sign: l.Sign(p.Stance), Word: l.Stance(p.Stance),
			Statements: l.T("plain.statements", p.Counts.Total()), Count: p.Counts.Of(p.Stance),
			Known: p.Stance != model.NoEvidence, Shifted: p.Shifted, Newest: p.Newest, Evidence: e.pageEvidence(p.Evidence),
		}
		out.Known = out.Known || one.Known
		out.Cells = append(out.Cells, one)
	}
	return out
}

func (e *exporter) pageEvidence(evidence model.Evidence) iter.Seq[pageStatement] {
	return func(yield func(pageStatement) bool) {
		for _, s := range e.each(evidence) {
			one := pageStatement{
				Class: class(s.Stance), Mark: e.Look.Mark(s), Text: model.StripMark(s.Text), Speaker: s.Speaker,
				Outlet: model.OutletName(s.Outlet, s.URL), Place: place(s), Date: s.Date,
			}
			one.URL, _ = markdown.Web(s.URL)
			if lang := langOf(s.Text); lang != e.Look.Lang() {
				one.Lang = lang
			}
			if !yield(one) {
				return
			}
		}
	}
}

// class returns the name of a stance in the styles.
func class(s model.Stance) string {
	if s == model.NoEvidence {
		return "none"
	}
	return string(s)
}

// langOf returns the language of a text by its script, so that a browser draws
// kanji as Japanese does.
func langOf(text string) model.Lang {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) }) {
		return model.Japanese
	}
	return model.English
}
