package model

import "slices"

// GoldRow is one statement as a person coded it: the measure of a coder.
type GoldRow struct {
	Digest   string // Digest.ID
	Line     int    // 1-based line of the digest's file
	Sentence string
	Actor    ActorID
	Topic    TopicID
	Stance   Stance
	Also     []Stance // further stances that count as right
	Optional bool     // people disagreed whether to code it: counts neither way
	// Verdict tells that the row is a correction: of its digest only what such
	// rows speak of was looked at. Was is what it corrected.
	Verdict Verdict
	Was     Code
}

// judgedOf returns, of rows and coded statements, what can be held against each
// other: all of it where people coded whole digests; where they corrected single
// statements, those alone, and no row for a statement that they rejected.
func judgedOf(rows []GoldRow, statements []Statement) ([]GoldRow, []Statement) {
	type pair struct {
		digest, sentence string
		actor            ActorID
		topic            TopicID
	}
	judged, partly := map[pair]bool{}, map[string]bool{}
	var kept []GoldRow
	for _, r := range rows {
		if r.Verdict != "" {
			partly[r.Digest] = true
		}
		judged[pair{r.Digest, r.Sentence, r.Actor, r.Topic}] = true
		judged[pair{r.Digest, r.Sentence, r.Was.Actor, r.Was.Topic}] = true
		if r.Verdict != Reject {
			kept = append(kept, r)
		}
	}
	if len(partly) == 0 {
		return rows, statements
	}
	statements = slices.DeleteFunc(slices.Clone(statements), func(s Statement) bool {
		return partly[s.Digest] && !judged[pair{s.Digest, s.Text, s.Actor, s.Topic}]
	})
	return kept, statements
}

// Evaluation is how well a coder agrees with gold. A triple is (sentence,
// actor, topic, stance), a pair the same without the stance. A triple is right
// when gold has the pair with that stance or lists the stance as also accepted.
// Pairs that gold has as optional count neither as coded nor as gold.
type Evaluation struct {
	Digests   int      `json:"digests"`   // evaluated: loaded and named by gold
	Missing   []string `json:"missing"`   // named by gold but not loaded: not evaluated
	Sentences int      `json:"sentences"` // of the evaluated digests, that may carry statements
	Unmatched int      `json:"unmatched"` // gold rows whose sentence the digest does not have: missed

	Triples             Score `json:"triples"`
	Pairs               Score `json:"pairs"`
	AgainstConditional  Score `json:"against_conditional"`  // triples of these two stances
	WithoutNegotiations Score `json:"without_negotiations"` // triples of all topics but Negotiations

	Actors  []ActorScore  `json:"actors"`  // triples, in the lexicon's order
	Topics  []TopicScore  `json:"topics"`  // triples, in the lexicon's order
	Stances []StanceScore `json:"stances"` // triples, in the order of Stances

	// Cells sets the matrix (actor × topic) that Compare makes of the gold of
	// all evaluated digests against the one it makes of the coded statements. A
	// cell is right when both have the same dominant stance, or neither any.
	Cells Share `json:"cells"`
	// CellsByDigest is the same with a matrix for each digest: stricter, since
	// an error in one digest is not outvoted by the others.
	CellsByDigest Share `json:"cells_by_digest"`

	// Confusion has a row for each stance that gold gives, and a last one
	// (NoEvidence) for the pairs that gold does not have.
	Confusion []ConfusionRow `json:"confusion"`
	// Bands tell how often the coder is right by how sure it was.
	Bands []Band `json:"bands"`
	// Interval holds 95% of the triple F1 of digests drawn anew with
	// replacement. It is the same in each run; with one digest it is a point.
	Interval Interval `json:"interval"`

	Majority     Baseline `json:"majority"`
	Cooccurrence Baseline `json:"cooccurrence"`

	Errors []CodingError `json:"errors"` // by digest, sentence, actor and topic
}

// Score is agreement on a set of items. Precision is 0 when nothing was coded,
// Recall when gold has nothing.
type Score struct {
	Gold      int     `json:"gold"`
	Coded     int     `json:"coded"`
	Right     int     `json:"right"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// ActorScore is the Score of one actor's triples.
type ActorScore struct {
	Actor ActorID `json:"actor"`
	Score
}

// TopicScore is the Score of one topic's triples.
type TopicScore struct {
	Topic TopicID `json:"topic"`
	Score
}

// StanceScore is the Score of the triples with one stance.
type StanceScore struct {
	Stance Stance `json:"stance"`
	Score
}

// Share is a part of a whole.
type Share struct {
	Right int     `json:"right"`
	Total int     `json:"total"`
	Share float64 `json:"share"`
}

// ConfusionRow counts what the coder made of the pairs to which gold gives one
// stance; NoEvidence stands for pairs that gold does not have.
type ConfusionRow struct {
	Gold   Stance `json:"gold"`
	Counts        // by the coder's stance
	None   int    `json:"none"` // not coded
}

// Band is the share of right triples among those coded with a confidence from
// From up to, but not including, To.
type Band struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
	Share
}

// Interval is a range.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Baseline is what a coder that reads no grammar reaches on the same digests.
type Baseline struct {
	Triples Score `json:"triples"`
	Pairs   Score `json:"pairs"`
	Cells   Share `json:"cells"`
}

// ErrorKind names what is wrong with a coded pair.
type ErrorKind string

// The kinds of errors.
const (
	ErrorMissed ErrorKind = "missed"       // gold has the pair, the coder does not
	ErrorExtra  ErrorKind = "extra"        // the coder has it, gold does not
	ErrorStance ErrorKind = "wrong_stance" // both have it, with different stances
)

// CodingError is one disagreement with gold.
type CodingError struct {
	Kind     ErrorKind `json:"kind"`
	Digest   string    `json:"digest"`
	Line     int       `json:"line"`
	Sentence string    `json:"sentence"`
	Actor    ActorID   `json:"actor"`
	Topic    TopicID   `json:"topic"`
	Expected Stance    `json:"expected"` // "" when the pair is extra
	Got      Stance    `json:"got"`      // "" when the pair was missed
	Cue      string    `json:"cue"`      // the words on which the coder rested, "" when missed
}

// Negotiations is the default lexicon's catch-all topic. Results are given
// without it too, since it is the most frequent and the easiest.
const Negotiations TopicID = "negotiations"

// Evaluate compares coded statements with gold. Only digests that gold names
// are evaluated, whatever else digests and coded hold. Gold sentences are found
// by digest, line and text; where the text differs, by the nearest text of that
// line. Equal arguments give equal results.
func Evaluate(lex *Lexicon, gold []GoldRow, digests []Digest, coded []Statement) Evaluation {
	gold, coded = judgedOf(gold, coded)
	k := newKey(gold, digests)
	pairs := k.align(coded)
	e := Evaluation{
		Digests: len(k.digests), Missing: k.missing, Unmatched: k.unmatched,
		Triples:            score(pairs, anyPair, pair.right),
		Pairs:              score(pairs, anyPair, pair.found),
		AgainstConditional: scoreStances(pairs, Against, Conditional),
		WithoutNegotiations: score(pairs, func(p pair) bool {
			return p.topic != Negotiations
		}, pair.right),
		Cells:         cells(lex, pairs),
		CellsByDigest: cellsByDigest(lex, pairs, len(k.digests)),
		Confusion:     confusion(pairs),
		Bands:         bands(pairs),
		Interval:      bootstrap(pairs, len(k.digests)),
	}
	k.eachSentence(func(int, int, *Sentence) { e.Sentences++ })
	for _, a := range lex.Actors {
		e.Actors = append(e.Actors, ActorScore{a.ID, score(pairs, func(p pair) bool { return p.actor == a.ID }, pair.right)})
	}
	for _, t := range lex.Topics {
		e.Topics = append(e.Topics, TopicScore{t.ID, score(pairs, func(p pair) bool { return p.topic == t.ID }, pair.right)})
	}
	for _, s := range Stances {
		e.Stances = append(e.Stances, StanceScore{s, scoreStances(pairs, s)})
	}
	e.Majority = k.baseline(lex, k.majority(lex))
	e.Cooccurrence = k.baseline(lex, k.cooccurrence(lex))
	e.Errors = k.errors(pairs)
	return e
}
