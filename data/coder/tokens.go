package coder

import (
	"fmt"
	"sync"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// kind is a part of speech, as far as the rules ask for it.
type kind uint8

const (
	other kind = iota
	noun
	action // a noun that is a verb with する: 拒否
	verb
	auxiliary
	adjective
	caseParticle
	topicParticle // は, も
	joinParticle  // が, て, ば between clauses
	quoteParticle // と
	ofParticle    // の
	particle      // any other
	comma
	stop
	open
	shut
)

// String returns the name by which explanations call the kind.
func (k kind) String() string {
	return [...]string{
		"other", "noun", "action", "verb", "auxiliary", "adjective", "case", "topic", "join", "quote", "of", "particle",
		"comma", "stop", "open", "shut",
	}[k]
}

// token is a word of a sentence.
type token struct {
	start, end int // in bytes
	kind       kind
	text       string
}

// dictionary loads the tokenizer once in the process: it costs up to a second
// and some 80 MB. The shrunk dictionary has all that the rules ask for.
var dictionary = sync.OnceValues(func() (*tokenizer.Tokenizer, error) {
	t, err := tokenizer.New(ipa.DictShrink(), tokenizer.OmitBosEos())
	if err != nil {
		return nil, fmt.Errorf("loading the dictionary: %w", err)
	}
	return t, nil
})

// tokenize returns the tokens of a text.
func tokenize(text string) ([]token, error) {
	d, err := dictionary()
	if err != nil {
		return nil, err
	}
	found := d.Tokenize(text)
	out := make([]token, 0, len(found))
	for _, t := range found {
		out = append(out, token{t.Position, t.Position + len(t.Surface), kindOf(t), t.Surface})
	}
	return out, nil
}

func kindOf(t tokenizer.Token) kind {
	at := func(i int) string {
		part, _ := t.FeatureAt(i)
		return part
	}
	surface := t.Surface
	switch surface {
	case "、", ",", "，":
		return comma
	case "。", "！", "？", "!", "?":
		return stop
	case "「", "『", "“", "（", "(", "〈", "【":
		return open
	case "」", "』", "”", "）", ")", "〉", "】":
		return shut
	}
	switch at(0) {
	case "名詞":
		if at(1) == "サ変接続" {
			return action
		}
		return noun
	case "動詞":
		return verb
	case "助動詞":
		return auxiliary
	case "形容詞":
		return adjective
	case "助詞":
		return particleKind(surface, at(1), at(2))
	}
	return other
}

func particleKind(surface, sub, subsub string) kind {
	switch {
	case sub == "係助詞":
		return topicParticle
	case sub == "接続助詞":
		return joinParticle
	case subsub == "引用":
		return quoteParticle
	case surface == "の":
		return ofParticle
	case sub == "格助詞":
		return caseParticle
	}
	return particle
}
