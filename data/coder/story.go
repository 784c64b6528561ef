package coder

import (
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// story is what the sentences before the current one leave behind: who was
// spoken of, and as what.
type story struct {
	section int
	role    model.Role
	subject *phrase                    // who the sentence before was about
	asked   []model.ActorID            // whom the section's question names
	last    []model.ActorID            // who was named last
	topic   *lexicon.Mark              // what the text was about last
	themes  []lexicon.Mark             // what the section's heading, question and answer are about
	pair    []model.ActorID            // the two who were named last
	joined  bool                       // they were named as one subject
	titles  map[string][]model.ActorID // who had a title or a plan last
	count   int                        // sentences so far
	seen    map[model.ActorID]int      // the sentence that named an actor last
	speaker []model.ActorID            // whose quotation goes on over sentences
	closed  bool                       // the quotation ended in the sentence before
}

func newStory() *story {
	return &story{section: model.None, titles: map[string][]model.ActorID{}, seen: map[model.ActorID]int{}}
}

// enter prepares the story for the next sentence. A subject is carried over
// only within a part of the digest; the question holds for its section.
func (s *story) enter(next model.Sentence) {
	if next.Section != s.section {
		s.asked, s.subject, s.topic, s.themes = nil, nil, nil, nil
	}
	if next.Role != s.role {
		s.subject = nil
	}
	s.section, s.role = next.Section, next.Role
	if s.closed {
		s.speaker, s.closed = nil, false
	}
	s.count++
}

// since returns how many sentences ago an actor was named last, 99 for never.
func (s *story) since(a model.ActorID) int {
	if at, ok := s.seen[a]; ok {
		return s.count - at
	}
	return 99
}

// quote follows quotations that go on over several sentences, and remembers who
// speaks in them: who is named before the quotation opens.
func (s *story) quote(text string, r *reading) {
	if strings.LastIndex(text, "「") <= strings.LastIndex(text, "」") {
		s.closed = strings.Contains(text, "」")
		return
	}
	open := strings.LastIndex(r.text, "「")
	for k := range r.phrases {
		if p := &r.phrases[k]; p.end <= open && (p.role == byTopic || p.role == bySubject) && !p.third {
			s.speaker = p.actors
		}
	}
}

// resolve finds out who is meant by titles without names and by words that
// point back, in the order of the sentence.
func (r *reading) resolve(s *story) {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.stands != "" && len(p.actors) == 0 {
			p.actors = s.meant(p.stands)
		}
		if len(p.actors) == 0 {
			continue
		}
		s.name(p)
	}
}

func (s *story) meant(word string) []model.ActorID {
	switch {
	case strings.HasPrefix(word, "両") || word == "双方" || word == "二人" || word == "2人":
		return s.pair
	case strings.HasPrefix(word, "同") || word == "彼":
		if s.subject != nil {
			return s.subject.actors
		}
		return s.last
	}
	return s.titles[strings.TrimSuffix(word, "ら")]
}

// name remembers who was named, and with what title.
func (s *story) name(p *phrase) {
	if p.role == noRole || p.role == informant {
		return
	}
	switch {
	case len(p.actors) == 2:
		s.pair, s.joined = p.actors, true
	case !s.joined && len(s.last) == 1 && s.last[0] != p.actors[0]:
		s.pair = []model.ActorID{s.last[0], p.actors[0]}
	}
	s.last = p.actors
	if len(p.actors) != 1 || p.stands != "" {
		return
	}
	for _, title := range standing {
		if strings.HasSuffix(p.name, title) {
			s.titles[title] = p.actors
		}
	}
}

// standing are titles that may stand for a person named before.
var standing = []string{
	"大統領", "首相", "外相", "報道官", "特使", "長官", "補佐官", "議員", "上級代表", "委員長", "国防相", "副大統領", "外務次官", "書記", "政権", "政府", "首脳",
}

// follow remembers what the sentence leaves behind.
func (s *story) follow(r *reading, role model.Role) {
	for i := range r.phrases {
		for _, a := range r.phrases[i].actors {
			s.seen[a] = s.count
		}
	}
	if role == model.RoleQuestion || role == model.RoleHeading {
		if asked := r.asked(); len(asked) > 0 && (role == model.RoleQuestion || len(s.asked) == 0) {
			s.asked = asked
		}
		if strings.Contains(r.text, "議論") || strings.Contains(r.text, "議題") || strings.Contains(r.text, "話し合") || strings.Contains(r.text, "話した") {
			s.asked = nil // what is on the agenda is nobody's position
		}
		return
	}
	s.rememberPlans(r)
	// Who the sentence is about goes on: its topic (は), after a contrast the
	// one that follows.
	strongest := 0
	for i, c := range r.clauses {
		if with, ok := r.partnerIn(i, i); ok && len(with.actors) == 1 && len(r.who[i].actors) == 1 && with.actors[0] != r.who[i].actors[0] {
			s.pair, s.joined = union(r.who[i].actors, with.actors), true
		}
		if c.opens || i > 0 && r.clauses[i-1].ending == strong {
			strongest = 0
		}
		if p := r.subjectIn(c); p != nil && p.role.rank() > strongest {
			s.subject, strongest = p, p.role.rank()
		}
	}
}

// asked returns whom a question is about: its subject, else who it names.
func (r *reading) asked() []model.ActorID {
	var named []model.ActorID
	for _, p := range r.phrases {
		if p.role == byTopic || p.role == bySubject || p.role == byComma {
			return p.actors
		}
		named = union(named, p.actors)
	}
	return named
}
