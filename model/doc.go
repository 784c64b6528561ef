// Package model is the domain of tachiba: digests and their sentences, the
// actors and topics of a lexicon, statements (one actor taking one stance on
// one topic in one sentence), filters over them, and the comparison of actors
// by topic. The vocabulary is that of discourse network analysis (Leifeld,
// "Discourse Network Analysis", 2017). It uses the standard library only and
// does no I/O.
package model
