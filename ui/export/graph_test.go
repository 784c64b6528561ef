package export_test

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/uitest"
)

// graph is GraphML as a program reads it.
type graph struct {
	Keys []struct {
		ID string `xml:"id,attr"`
	} `xml:"key"`
	Nodes []element `xml:"graph>node"`
	Edges []element `xml:"graph>edge"`
}

type element struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
}

func (e element) data() map[string]string {
	out := map[string]string{}
	for _, d := range e.Data {
		out[d.Key] = d.Value
	}
	return out
}

func TestGraphML(t *testing.T) {
	text := write(t, export.GraphML, viewOf(model.English, uitest.Statements(), few))
	if !strings.Contains(text, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"`) {
		t.Errorf("no namespace: %.200s", text)
	}
	var g graph
	if err := xml.Unmarshal([]byte(text), &g); err != nil {
		t.Fatal(err)
	}
	names, edges := map[string]string{}, map[string]map[string]string{}
	for _, n := range g.Nodes {
		names[n.ID] = n.data()["variable"] + " " + n.data()["name"] + " " + n.data()["frequency"]
	}
	for _, e := range g.Edges {
		edges[names[e.Source]+" → "+names[e.Target]] = e.data()
	}
	want := map[string]map[string]string{
		"organization City 3 → concept The bridge is mended this year 7": {
			"weight": "3", "subtract": "3", "stance": "favor", "favor": "3", "against": "0", "conditional": "0", "shifted": "false",
			"agreement": "true", "first": "2025-03-04", "last": "2025-03-04",
		},
		"organization Fishers 6 → concept The bridge is mended this year 7": {
			"weight": "4", "subtract": "-1", "stance": "against", "favor": "1", "against": "2", "conditional": "1", "shifted": "true",
			"agreement": "false", "first": "2025-03-04", "last": "2025-04-12",
		},
		"organization Fishers 6 → concept The harbour comes first 2": {
			"weight": "2", "subtract": "2", "stance": "favor", "favor": "2", "against": "0", "conditional": "0", "shifted": "false",
			"agreement": "true", "first": "2025-03-04", "last": "2025-04-12",
		},
	}
	if diff := cmp.Diff(want, edges); diff != "" {
		t.Error(diff)
	}
	conditional := model.Filter{Stances: []model.Stance{model.Conditional}}
	for _, e := range decodeGraph(t, viewOf(model.English, uitest.Statements(), conditional)).Edges {
		if _, ok := e.data()["agreement"]; ok || e.data()["stance"] != "conditional" {
			t.Errorf("a conditional position agrees: %v", e.data())
		}
	}
}

func decodeGraph(t *testing.T, v export.View) (g graph) {
	t.Helper()
	if err := xml.Unmarshal([]byte(write(t, export.GraphML, v)), &g); err != nil || len(g.Edges) == 0 {
		t.Fatalf("%d edges, %v", len(g.Edges), err)
	}
	declared := map[string]bool{}
	for _, k := range g.Keys {
		declared[k.ID] = true
	}
	for _, e := range slices.Concat(g.Nodes, g.Edges) {
		for key := range e.data() {
			if !declared[key] {
				t.Errorf("key %s is not declared", key)
			}
		}
	}
	return g
}
