package feed

import (
	"cmp"
	"encoding/xml"
	"io"
)

// opmlFile and opmlOutline are the elements of OPML 2.0 that a list needs.
type opmlFile struct {
	XMLName  xml.Name       `xml:"opml"`
	Version  string         `xml:"version,attr"`
	Title    string         `xml:"head>title"`
	Outlines []*opmlOutline `xml:"body>outline"`
}

type opmlOutline struct {
	Text     string         `xml:"text,attr"`
	Title    string         `xml:"title,attr,omitempty"`
	Type     string         `xml:"type,attr,omitempty"`
	XMLURL   string         `xml:"xmlUrl,attr,omitempty"`
	HTMLURL  string         `xml:"htmlUrl,attr,omitempty"`
	Outlines []*opmlOutline `xml:"outline"`

	folders map[string]*opmlOutline // those of Outlines that are folders, by name
}

// WriteOPML writes the subscriptions as an OPML 2.0 list of that title, in UTF-8.
// Folders nest as Folder says, each where its first entry stands; empty names are
// left out. ReadOPML reads what it writes, folder by folder, apart from folders
// deeper than 16. The error is that of w.
func WriteOPML(w io.Writer, title string, list []Subscription) error {
	root := &opmlOutline{}
	for _, s := range list {
		in := root
		for _, name := range s.Folder {
			if name != "" {
				in = in.folder(name)
			}
		}
		name := cmp.Or(s.Title, s.URL)
		in.Outlines = append(in.Outlines, &opmlOutline{Text: name, Title: name, Type: "rss", XMLURL: s.URL, HTMLURL: s.Site})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(opmlFile{Version: "2.0", Title: title, Outlines: root.Outlines}); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// folder returns the folder of that name within o.
func (o *opmlOutline) folder(name string) *opmlOutline {
	if o.folders[name] == nil {
		f := &opmlOutline{Text: name}
		if o.folders == nil {
			o.folders = map[string]*opmlOutline{}
		}
		o.folders[name] = f
		o.Outlines = append(o.Outlines, f)
	}
	return o.folders[name]
}
