// Package link is the messages by which one view leads to another.
package link

import "tachiba/model"

// Cell asks for a topic side by side, at an actor's newest evidence. Facing are
// the actors to be shown alone; none means all.
type Cell struct {
	Topic  model.TopicID
	Actor  model.ActorID
	Facing []model.ActorID
}

// Sentence asks for the digest of a statement, at its very sentence.
type Sentence struct{ Statement model.Statement }

// Digest asks for a digest by its ID.
type Digest struct{ ID string }
