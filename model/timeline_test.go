package model_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

// said are statements of the US and of Russia from 2025-02-24, a Monday, to a
// Saturday three weeks later.
func said() []model.Statement {
	say := func(actor model.ActorID, speaker string, topic model.TopicID, stance model.Stance, date model.Date) model.Statement {
		s := statement(actor, topic, stance, date)
		s.Speaker = speaker
		return s
	}
	return []model.Statement{
		say("US", "大統領", "nato", model.Against, 20250224),
		say("US", "大統領", "nato", model.Against, 20250226),
		say("US", "副大統領", "nato", model.Favor, 20250302),
		say("US", "大統領", "territory", model.Favor, 20250303),
		say("US", "", "nato", model.Against, 20250305),
		say("US", "国務長官", "nato", model.Conditional, 20250315),
		say("US", "国務長官", "nato", model.Favor, 0),
		say("RU", "報道官", "nato", model.Against, 20250301),
	}
}

func TestLaneMarks(t *testing.T) {
	c := model.Compare(lexicon, said(), model.Filter{})
	for _, tt := range []struct {
		name  string
		topic model.TopicID
		zoom  model.Zoom
		want  []model.Mark
	}{
		{"weeks", "", model.ByWeek, []model.Mark{
			{Start: 20250224, Newest: 20250302, Counts: model.Counts{Favor: 1, Against: 2}, Stance: model.Against, Contested: []model.TopicID{"nato"}, Other: model.Favor},
			{Start: 20250303, Newest: 20250305, Counts: model.Counts{Favor: 1, Against: 1}, Stance: model.Against}, // of two topics
			{Start: 20250310, Newest: 20250315, Counts: model.Counts{Conditional: 1}, Stance: model.Conditional},
		}},
		{"months of one topic", "nato", model.ByMonth, []model.Mark{
			{Start: 20250201, Newest: 20250226, Counts: model.Counts{Against: 2}, Stance: model.Against},
			{
				Start: 20250301, Newest: 20250315, Counts: model.Counts{Favor: 1, Against: 1, Conditional: 1}, Stance: model.Conditional,
				Contested: []model.TopicID{"nato"}, Other: model.Favor,
			},
		}},
		{"days of one topic", "territory", model.ByDay, []model.Mark{
			{Start: 20250303, Newest: 20250303, Counts: model.Counts{Favor: 1}, Stance: model.Favor},
		}},
	} {
		if diff := cmp.Diff(tt.want, c.Lanes(tt.topic)[0].Marks(tt.zoom)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	lanes := c.Lanes("")
	if n := []int{lanes[0].Undated(), lanes[1].Undated(), lanes[2].Undated()}; !slices.Equal(n, []int{1, 0, 0}) {
		t.Errorf("undated: %v", n)
	}
	if len(lanes[2].Marks(model.ByDay)) != 0 {
		t.Error("Ukraine said something")
	}
}

// TestLaneEvidence holds that a period has its statements newest first, whatever
// the order of the selection.
func TestLaneEvidence(t *testing.T) {
	all := said()
	for i := range all {
		all[i].Confidence = float64(i) / 20 // the oldest are the least sure
	}
	for _, filter := range []model.Filter{{}, {Review: model.ReviewDoubtful}} {
		c := model.Compare(lexicon, all, filter)
		lane := c.Lanes("")[0]
		for _, tt := range []struct {
			zoom  model.Zoom
			start model.Date
			want  []model.Date
		}{
			{model.ByMonth, 20250301, []model.Date{20250315, 20250305, 20250303, 20250302}},
			{model.ByWeek, 20250224, []model.Date{20250302, 20250226, 20250224}},
			{model.ByDay, 20250304, nil},
			{model.ByMonth, 0, []model.Date{0}},
		} {
			var dates []model.Date
			for i, s := range lane.In(tt.zoom, tt.start).All() {
				dates = append(dates, s.Date)
				if n := lane.Later(tt.zoom, tt.start, s.Date); s.Date.Known() && n != i {
					t.Errorf("%d statements are later than %s, want %d", n, s.Date, i)
				}
			}
			if !slices.Equal(dates, tt.want) {
				t.Errorf("%q: zoom %d, %s: %v, want %v", filter.Review, tt.zoom, tt.start, dates, tt.want)
			}
		}
	}
}

// TestLaneOfOverview holds that a lane shows the only statement known in the period
// where it is.
func TestLaneOfOverview(t *testing.T) {
	c := model.Compare(lexicon, said(), model.Filter{Topics: []model.TopicID{"nato"}})
	p := c.Cell("US", "nato")
	lead := p.Evidence.At(p.Leading())
	p.Evidence = model.LeadingEvidence(func() model.Statement { return lead })
	lane := c.Lanes("")[0]
	if n := lane.In(model.ByMonth, 20250201).Len(); n != 0 {
		t.Errorf("February has %d", n)
	}
	e := lane.In(model.ByWeek, model.ByWeek.Start(lead.Date))
	if e.Len() != 1 || e.At(0).Date != lead.Date {
		t.Errorf("its week has %d", e.Len())
	}
	if people := lane.Speakers(); len(people) != 0 {
		t.Errorf("%d people are known", len(people))
	}
}

func TestLaneSpeakers(t *testing.T) {
	c := model.Compare(lexicon, said(), model.Filter{})
	people := c.Lanes("")[0].Speakers()
	var names []string
	var totals []int
	for _, p := range people {
		names = append(names, p.Speaker)
		totals = append(totals, p.In(model.ByMonth, 20250201).Len()+p.In(model.ByMonth, 20250301).Len()+p.Undated())
	}
	if !slices.Equal(names, []string{"大統領", "国務長官", "副大統領", ""}) || !slices.Equal(totals, []int{3, 2, 1, 1}) {
		t.Errorf("%q have %v", names, totals)
	}
	if marks := people[0].Marks(model.ByMonth); len(marks) != 2 || marks[0].Counts != (model.Counts{Against: 2}) || marks[0].Contested != nil {
		t.Errorf("the president: %+v", marks)
	}
}
