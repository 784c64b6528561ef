package store

import (
	"database/sql"
	"slices"
	"strings"

	"tachiba/model"
)

// builder gathers a ledger.
type builder struct {
	ledger   *model.Ledger
	reader   *reader
	listings []model.Listing
	actors   placed
	topics   placed
	outlets  placed
	speakers placed
	entries  []model.Entry      // in the order of digests
	days     map[model.Date]int // how many entries each date has
}

// placed has the places of names in the ledger by their numbers, and one more: 0
// is none.
type placed []int32

func (p *placed) put(number int64, place int) {
	if missing := int(number) + 1 - len(*p); missing > 0 {
		*p = append(*p, make(placed, missing)...)
	}
	(*p)[number] = int32(place) + 1
}

// at returns the place of a name, -1 where there is none of the number.
func (p placed) at(number uint32) int32 {
	if int64(number) >= int64(len(p)) {
		return -1
	}
	return p[number] - 1
}

// names reads the names. Speakers beyond those that entries tell apart are "".
func (b *builder) names(q querier) error {
	l := b.ledger
	l.Speakers = []string{""}
	b.speakers.put(0, 0)
	for _, of := range []struct {
		kind   string
		placed *placed
		add    func(text string) (count int)
	}{
		{kindActor, &b.actors, func(text string) int { l.Actors = append(l.Actors, model.ActorID(text)); return len(l.Actors) }},
		{kindTopic, &b.topics, func(text string) int { l.Topics = append(l.Topics, model.TopicID(text)); return len(l.Topics) }},
		{kindOutlet, &b.outlets, func(text string) int { l.Outlets = append(l.Outlets, text); return len(l.Outlets) }},
		{kindSpeaker, &b.speakers, func(text string) int {
			if len(l.Speakers) == model.MaxSpeakers {
				return 1
			}
			l.Speakers = append(l.Speakers, text)
			return len(l.Speakers)
		}},
	} {
		list, err := readNames(q, of.kind)
		if err != nil {
			return err
		}
		for _, n := range list {
			of.placed.put(n.number, of.add(n.text)-1)
		}
	}
	return nil
}

func (b *builder) scan(rows *sql.Rows, seen int64) error {
	var id int64
	var x model.Listing
	var outlets string
	var sentences int
	var codes sql.RawBytes
	if err := rows.Scan(&id, &x.ID, &x.Title, &x.Source, &x.Date, &outlets, &x.Notes, &x.Read, &x.Starred, &sentences, &codes); err != nil {
		return err
	}
	if sentences < 0 || sentences > maxParts {
		return errDamaged
	}
	if outlets != "" {
		x.Outlets = strings.Split(outlets, "\n")
	}
	x.Kept, x.New, x.Statements = true, id > seen, len(codes)/codeSize
	if !x.New {
		b.ledger.Since = int32(len(b.listings)) + 1
	}
	digest := int32(len(b.listings))
	b.reader.add(id, sentences)
	b.listings = append(b.listings, x)
	b.ledger.Digests = append(b.ledger.Digests, x.ID)
	whole := true
	err := eachCode(codes, func(c code) {
		outlet, speaker := b.outlets.at(c.outlet), b.speakers.at(c.speaker)
		actor, topic := b.actors.at(uint32(c.actor)), b.topics.at(uint32(c.topic))
		whole = whole && min(outlet, speaker, actor, topic) >= 0
		b.days[c.date]++
		b.entries = append(b.entries, model.Entry{
			Key: key(id, int(c.sentence)), Date: c.date, Digest: digest, Confidence: c.confidence, Outlet: outlet,
			Actor: uint16(actor), Topic: uint16(topic), Stance: c.stance, Origin: c.origin, Speaker: uint16(speaker),
		})
	})
	if err == nil && !whole {
		err = errDamaged
	}
	return err
}

// sort puts the entries newest first, and on a day in the order in which the
// digests came: a counting sort, since there are far fewer dates than entries.
func (b *builder) sort() {
	dates := make([]model.Date, 0, len(b.days))
	for d := range b.days {
		dates = append(dates, d)
	}
	slices.Sort(dates)
	next, at := map[model.Date]int{}, 0
	for _, d := range slices.Backward(dates) {
		next[d] = at
		at += b.days[d]
	}
	b.ledger.Entries = make([]model.Entry, len(b.entries))
	for _, e := range b.entries {
		b.ledger.Entries[next[e.Date]] = e
		next[e.Date]++
	}
}
