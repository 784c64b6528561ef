package export

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"tachiba/model"
)

// graphML is a document of GraphML 1.0 (graphdrawing.org).
type graphML struct {
	XMLName xml.Name   `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	XSI     string     `xml:"xmlns:xsi,attr"`
	Schema  string     `xml:"xsi:schemaLocation,attr"`
	Desc    string     `xml:"desc"`
	Keys    []graphKey `xml:"key"`
	Graph   graph      `xml:"graph"`
}

type graphKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
	Desc string `xml:"desc,omitempty"`
}

type graph struct {
	ID    string      `xml:"id,attr"`
	Kind  string      `xml:"edgedefault,attr"`
	Nodes []graphNode `xml:"node"`
	Edges []graphEdge `xml:"edge"`
}

type graphNode struct {
	ID   string      `xml:"id,attr"`
	Data []graphData `xml:"data"`
}

type graphEdge struct {
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Data   []graphData `xml:"data"`
}

type graphData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// The attributes of nodes and edges. Those of nodes and weight have the names
// that the Discourse Network Analyzer gives them.
var graphKeys = []graphKey{
	{"id", "node", "id", "string", "The actor's or topic's id in tachiba."},
	{"name", "node", "name", "string", ""},
	{"variable", "node", "variable", "string", "organization for an actor, concept for a proposition."},
	{"frequency", "node", "frequency", "int", "Statements of the actor, or on the concept."},
	{"weight", "edge", "weight", "double", "Statements of the actor on the concept, whatever their stance (qualifier aggregation: ignore)."},
	{"subtract", "edge", "subtract", "double", "Favor less against (qualifier aggregation: subtract)."},
	{"agreement", "edge", "agreement", "boolean", "The position: true for favor, false for against. It is missing where the position is conditional, which is neither."},
	{"stance", "edge", "stance", "string", "The position: favor, against or conditional."},
	{"favor", "edge", "favor", "int", ""},
	{"against", "edge", "against", "int", ""},
	{"conditional", "edge", "conditional", "int", ""},
	{"shifted", "edge", "shifted", "boolean", "Whether the position changed from one date to another."},
	{"first", "edge", "first", "string", "The first date of a statement, YYYY-MM-DD. Missing without any date."},
	{"last", "edge", "last", "string", "The last date."},
}

// graphML writes the two-mode network of actors and concepts: an edge where an
// actor has a position.
func (e *exporter) graphML() error {
	g := graphML{
		XSI:    "http://www.w3.org/2001/XMLSchema-instance",
		Schema: "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
		Desc:   e.title(), Keys: graphKeys, Graph: graph{ID: "tachiba", Kind: "undirected"},
	}
	for _, line := range e.about() {
		g.Desc += "\n" + line
	}
	g.Graph.Nodes, g.Graph.Edges = e.network()
	e.out.WriteString(xml.Header)
	x := xml.NewEncoder(e.out)
	x.Indent("", "  ")
	if err := x.Encode(g); err != nil {
		return err
	}
	return e.out.WriteByte('\n')
}

func (e *exporter) network() (nodes []graphNode, edges []graphEdge) {
	c := &e.Comparison
	var concepts []graphNode
	said := make([]int, len(c.Actors)) // statements by actor
	for i, row := range c.Rows {
		on := 0
		for j, p := range row.Cells {
			said[j], on = said[j]+p.Counts.Total(), on+p.Counts.Total()
			if p.Stance != model.NoEvidence {
				edges = append(edges, graphEdge{actorNode(j), conceptNode(i), edgeData(p)})
			}
		}
		concepts = append(concepts, graphNode{conceptNode(i), nodeData(string(row.Topic.ID), e.concept(row.Topic.ID), "concept", on)})
	}
	for j, a := range c.Actors {
		nodes = append(nodes, graphNode{actorNode(j), nodeData(string(a.ID), e.Look.Name(a.Name), "organization", said[j])})
	}
	return append(nodes, concepts...), edges
}

// Nodes have names of their own, since an actor and a topic may share an ID.
func actorNode(i int) string   { return fmt.Sprintf("a%d", i+1) }
func conceptNode(i int) string { return fmt.Sprintf("c%d", i+1) }

func nodeData(id, name, variable string, frequency int) []graphData {
	return []graphData{{"id", id}, {"name", name}, {"variable", variable}, {"frequency", strconv.Itoa(frequency)}}
}

func edgeData(p model.Position) []graphData {
	out := []graphData{
		{"weight", strconv.Itoa(p.Counts.Total())},
		{"subtract", strconv.Itoa(p.Counts.Favor - p.Counts.Against)},
		{"stance", string(p.Stance)},
		{"favor", strconv.Itoa(p.Counts.Favor)},
		{"against", strconv.Itoa(p.Counts.Against)},
		{"conditional", strconv.Itoa(p.Counts.Conditional)},
		{"shifted", strconv.FormatBool(p.Shifted)},
	}
	if p.Stance != model.Conditional {
		out = append(out, graphData{"agreement", strconv.FormatBool(p.Stance == model.Favor)})
	}
	if first, last := span(p.History); last.Known() {
		out = append(out, graphData{"first", first.String()}, graphData{"last", last.String()})
	}
	return out
}
