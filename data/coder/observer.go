package coder

import "tachiba/data/coder/rank"

// observer gathers the features of a candidate, with the token that each was
// seen at, and their names when somebody wants to read them.
type observer struct {
	features []rank.Feature
	at       []int32
	prefix   rank.Feature // of all names: English is weighed apart
	english  bool
	names    map[rank.Feature]string
}

// englishPrefix begins the names of features of English sentences.
const englishPrefix = "en"

func (o *observer) begin(english bool) {
	o.english, o.prefix = english, 0
	if english {
		o.prefix = rank.Of(englishPrefix)
	}
}

func (o *observer) reset() { o.features, o.at = o.features[:0], o.at[:0] }

// part is a part of a feature's name.
type part struct {
	text string
	hash rank.Part
}

func partOf(text string) part { return part{text, rank.PartOf(text)} }

// add adds the feature of the parts of a name.
func (o *observer) add(parts ...string) {
	f := o.prefix
	for _, p := range parts {
		f = f.And(rank.PartOf(p))
	}
	o.put(-1, f)
	if o.names != nil {
		o.name(f, parts)
	}
}

// addAt adds a feature that was seen at a token.
func (o *observer) addAt(token int, parts ...part) {
	f := o.prefix
	for i := range parts {
		f = f.And(parts[i].hash)
	}
	o.put(token, f)
	if o.names == nil {
		return
	}
	text := make([]string, len(parts))
	for i := range parts {
		text[i] = parts[i].text
	}
	o.name(f, text)
}

func (o *observer) put(token int, f rank.Feature) {
	o.features, o.at = append(o.features, f), append(o.at, int32(token))
}

func (o *observer) name(f rank.Feature, parts []string) {
	name := rank.Name(parts...)
	if o.english {
		name = rank.Name(englishPrefix, name)
	}
	o.names[f] = name
}
