package feed

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"tachiba/data/clean"
	"tachiba/model"
)

// ReadOPML returns the subscriptions of an OPML 1.0 or 2.0 list (opml.org) in
// their order, an address listed twice twice. Name is the file's name.
//
// The problems (ProblemFeedList with line and title, 100 at most) are entries
// without an http(s) address and the place where broken XML ends the reading; the
// rest of the list stands. The error is a *model.Problem when there is no list to
// stand: ProblemFeedList, ProblemTooLarge above MaxListSize, ProblemUnreadable.
func ReadOPML(r io.Reader, name string) ([]Subscription, []model.Problem, error) {
	path := strings.TrimSpace(clean.Line(name))
	b, err := io.ReadAll(io.LimitReader(r, MaxListSize+1))
	switch {
	case err != nil:
		return nil, nil, model.FileProblem(path, err)
	case len(b) > MaxListSize:
		return nil, nil, &model.Problem{Code: model.ProblemTooLarge, Path: path}
	}
	text, err := decode(b, "")
	if err != nil {
		return nil, nil, &model.Problem{Code: model.ProblemFeedList, Path: path, Err: err}
	}
	root, kind := findRoot(text)
	if kind != "opml" {
		return nil, nil, &model.Problem{Code: model.ProblemFeedList, Path: path, Err: errors.New("no OPML")}
	}
	l := listReader{path: path, before: strings.Count(text[:root], "\n"), folders: []folder{{}}}
	if err := l.read(text[root:]); err != nil {
		line, cause := plainCause(err, l.before)
		problem := model.Problem{Code: model.ProblemFeedList, Path: path, Line: line, Err: cause}
		if len(l.list) == 0 {
			return nil, nil, &problem
		}
		l.problems = append(l.problems, problem)
	}
	return l.list, l.problems, nil
}

// folder is an outline that is open, with the names from the outermost to it.
// Entries of one folder share the names.
type folder struct {
	names []string
	fault *model.Problem // told unless other outlines turn up within
}

type listReader struct {
	path     string
	before   int // lines of the file before the root
	folders  []folder
	list     []Subscription
	problems []model.Problem
}

// read walks through the elements; it keeps the open outlines itself, so that
// deep nesting costs no recursion.
func (l *listReader) read(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if strings.EqualFold(t.Name.Local, "outline") {
				line, _ := d.InputPos()
				l.open(outlineOf(t), line+l.before)
			}
		case xml.EndElement:
			if strings.EqualFold(t.Name.Local, "outline") {
				l.close()
			}
		}
	}
}

// outline is what an outline element says; kind is its type. OPML says that text
// may hold HTML; in lists of feeds it is a name, and markup in it is meant.
type outline struct{ title, kind, feed, site string }

func outlineOf(t xml.StartElement) outline {
	values := map[string]string{}
	for _, a := range t.Attr {
		values[strings.ToLower(a.Name.Local)] = strings.TrimSpace(a.Value)
	}
	return outline{
		title: lineOf(cmp.Or(values["text"], values["title"])), kind: lineOf(values["type"]),
		feed: values["xmlurl"], site: values["htmlurl"],
	}
}

// open notes an outline: a subscription, a folder for those within, or both.
func (l *listReader) open(o outline, line int) {
	parent := &l.folders[len(l.folders)-1]
	parent.fault = nil
	own := folder{names: parent.names}
	address := resolve(nil, webScheme(o.feed))
	switch {
	case address != "":
		l.list = append(l.list, Subscription{
			Title: cmp.Or(o.title, lineOf(address)), URL: address, Site: resolve(nil, o.site), Folder: parent.names,
		})
	case o.feed != "" || o.kind != "" || o.site != "": // an outline with a name only is a folder, be it empty
		own.fault = &model.Problem{
			Code: model.ProblemFeedList, Path: l.path, Line: line, Key: o.title, Want: "an http or https address as xmlUrl",
		}
	}
	if o.title != "" && len(parent.names) < maxFolders {
		own.names = append(slices.Clip(parent.names), o.title)
	}
	l.folders = append(l.folders, own)
}

// close notes the end of the innermost outline.
func (l *listReader) close() {
	last := len(l.folders) - 1
	if fault := l.folders[last].fault; fault != nil && len(l.problems) < maxProblems {
		l.problems = append(l.problems, *fault)
	}
	l.folders = l.folders[:last]
}

// webScheme writes the scheme by which browsers once passed feeds on, as in
// feed://host/ and feed:https://host/, as the one that stands behind it.
func webScheme(address string) string {
	rest, ok := strings.CutPrefix(address, "feed:")
	if ok && strings.HasPrefix(rest, "//") {
		return "http:" + rest
	}
	return rest
}
