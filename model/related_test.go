package model_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/model"
)

// on returns a statement of a digest for each of topics.
func on(digest string, topics ...model.TopicID) (list []model.Statement) {
	for _, t := range topics {
		list = append(list, model.Statement{Digest: digest, Actor: "US", Topic: t, Stance: model.Favor})
	}
	return list
}

func TestRelated(t *testing.T) {
	own := model.Listing{ID: "own", Date: 20250301, Outlets: []string{"BBC", "NHK"}}
	for _, tt := range []struct {
		name  string
		other model.Listing
		on    []model.TopicID
		want  []model.Relation
	}{
		{"nothing in common", model.Listing{Date: 20250302, Outlets: []string{"AP"}}, []model.TopicID{"vote"}, nil},
		{"near days alone are no relation", model.Listing{Date: 20250302}, nil, nil},
		{"the same day", model.Listing{Date: 20250301}, nil, []model.Relation{{Score: 2}}},
		{"the same outlets", model.Listing{Outlets: []string{"NHK", "BBC"}}, nil, []model.Relation{{Days: model.FarApart, Outlets: []string{"BBC", "NHK"}, Score: 1}}},
		{"one outlet of three", model.Listing{Outlets: []string{"AP", "NHK"}}, nil, []model.Relation{{Days: model.FarApart, Outlets: []string{"NHK"}, Score: 1. / 3}}},
		{"the same topics a week later", model.Listing{Date: 20250308}, []model.TopicID{"toll", "toll", "repair"}, []model.Relation{{Topics: 2, Days: 7, Score: 4}}},
		{"over the end of February", model.Listing{Date: 20250222}, []model.TopicID{"toll", "repair"}, []model.Relation{{Topics: 2, Days: 7, Score: 4}}},
		{"one topic of three", model.Listing{Date: 20250401}, []model.TopicID{"toll", "vote"}, []model.Relation{{Topics: 1, Days: 31, Score: 1}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.other.ID = "other"
			for i := range tt.want {
				tt.want[i].ID = "other"
			}
			ledger := model.NewLedger(append(on("own", "repair", "toll"), on("other", tt.on...)...))
			got := ledger.All().Relations([]model.Listing{tt.other, own}).Of("own")
			if diff := cmp.Diff(tt.want, got, cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestRelatedOrder holds that the most related come first, equally related ones
// by their dates, and no more than ten.
func TestRelatedOrder(t *testing.T) {
	list := []model.Listing{{ID: "own", Date: 20250301}}
	statements := on("own", "toll")
	for i := range 15 {
		id := fmt.Sprint(i)
		list = append(list, model.Listing{ID: id, Date: model.Date(20250601 - 100*(i%2))})
		statements = append(statements, on(id, "toll")...)
	}
	list = append(list, model.Listing{ID: "near", Date: 20250302})
	var got []string
	for _, r := range model.NewLedger(append(statements, on("near", "toll")...)).All().Relations(list).Of("own") {
		got = append(got, r.ID)
	}
	if diff := cmp.Diff([]string{"near", "1", "3", "5", "7", "9", "11", "13", "0", "2"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestRelatedAlone covers what has no statements: no ledger, no topics, no digest.
func TestRelatedAlone(t *testing.T) {
	list := []model.Listing{{ID: "own", Date: 20250301}, {ID: "other", Date: 20250301}}
	for _, e := range []model.Evidence{{}, model.NewLedger(nil).All(), model.NewLedger(on("other", "toll")).All()} {
		if got := e.Relations(list).Of("own"); len(got) != 1 || got[0].Topics != 0 {
			t.Errorf("%+v", got)
		}
		if got := e.Relations(list).Of("unknown"); got != nil {
			t.Errorf("%+v are related to no digest", got)
		}
	}
}

// TestRelatedIsListed has statements of digests that are not listed.
func TestRelatedIsListed(t *testing.T) {
	all := model.NewLedger(append(on("hidden", "toll"), on("own", "toll")...)).All()
	if got := all.Relations([]model.Listing{{ID: "own"}}).Of("own"); got != nil {
		t.Errorf("%+v", got)
	}
}

// TestRelatedManyTopics has more topics than a word has bits.
func TestRelatedManyTopics(t *testing.T) {
	var statements []model.Statement
	for i := range 130 {
		statements = append(statements, on("own", model.TopicID(fmt.Sprint(i)))...)
		if i%2 == 0 {
			statements = append(statements, on("other", model.TopicID(fmt.Sprint(i)))...)
		}
	}
	got := model.NewLedger(statements).All().Relations([]model.Listing{{ID: "own"}, {ID: "other"}}).Of("own")
	if len(got) != 1 || got[0].Topics != 65 || got[0].Score != 1.5 {
		t.Errorf("%+v", got)
	}
}

// BenchmarkRelated is on 10,000 digests with 400,000 statements: the first that is
// asked for, and any other.
func BenchmarkRelated(b *testing.B) {
	const digests, each, topics = 10_000, 40, 30
	var list []model.Listing
	var statements []model.Statement
	for i := range digests {
		id := fmt.Sprint(i)
		date := model.ByDay.Add(20200101, i%1500)
		list = append(list, model.Listing{ID: id, Date: date, Outlets: []string{fmt.Sprint("o", i%40), fmt.Sprint("o", i%7)}})
		for j := range each {
			statements = append(statements, model.Statement{Digest: id, Topic: model.TopicID(fmt.Sprint((i + j*i) % topics)), Date: date})
		}
	}
	all := model.NewLedger(statements).All()
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if len(all.Relations(list).Of("77")) != 10 {
				b.Fatal("not ten")
			}
		}
	})
	b.Run("next", func(b *testing.B) {
		r := all.Relations(list)
		for b.Loop() {
			if len(r.Of("77")) != 10 {
				b.Fatal("not ten")
			}
		}
	})
}
