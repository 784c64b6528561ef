package review_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"tachiba/model"
	"tachiba/ui/filter"
	"tachiba/ui/filter/dialogtest"
	"tachiba/ui/review"
	"tachiba/ui/uitest"
)

var coded = []model.Statement{
	{Actor: "CITY", Topic: "toll", Stance: model.Against, Confidence: 0.8},
	{Actor: "CITY", Topic: "vote", Stance: model.Favor, Origin: model.Changed},
}

func open(statements []model.Statement, at int) *review.Model {
	l, k := uitest.Look(model.English, false)
	var code model.Code
	if at < len(statements) {
		code = statements[at].Code()
	}
	return review.New(l, k, "市長は通行料に反対の考えを示し、住民投票で決めることも「排除しない」と述べた。", statements, code)
}

func TestDecides(t *testing.T) {
	toll, vote := coded[0].Code(), coded[1].Code()
	for _, tt := range []struct {
		keys string
		at   int
		want tea.Msg
	}{
		{"enter", 0, review.Decided{Verdict: model.Accept, Was: toll, Now: toll}},
		{"x", 0, review.Decided{Verdict: model.Reject, Was: toll}},
		{"down down right enter", 0, review.Decided{Verdict: model.Change, Was: toll, Now: model.Code{Actor: "CITY", Topic: "toll", Stance: model.Conditional}}},
		{"k h enter", 0, review.Decided{Verdict: model.Change, Was: toll, Now: model.Code{Actor: "CITY", Topic: "toll", Stance: model.Favor}}},
		{"tab enter", 0, review.Decided{Verdict: model.Accept, Was: vote, Now: vote}},
		{"tab tab l enter", 0, review.Decided{Verdict: model.Add, Now: model.Code{Actor: "PORT", Topic: "repair", Stance: model.Favor}}},
		{"enter", 2, review.Decided{Verdict: model.Add, Now: model.Code{Actor: "CITY", Topic: "repair", Stance: model.Favor}}},
		{"x", 2, nil},
		{"esc", 0, filter.Closed{}},
		{"q", 0, filter.Closed{}},
		{"j", 0, nil},
	} {
		if got := dialogtest.Press(open(coded, tt.at), strings.Fields(tt.keys)...); got != tt.want {
			t.Errorf("%s at %d: %+v, want %+v", tt.keys, tt.at, got, tt.want)
		}
	}
}

func TestShows(t *testing.T) {
	m := open(coded, 0)
	dialogtest.Fits(t, m)
	m.SetSize(80, 24)
	dialogtest.Has(t, m, "住民投票", "City", "Toll", "against", "80")
	dialogtest.Click(t, m, "against") // the cursor
	dialogtest.Click(t, m, "against") // its next value
	dialogtest.Has(t, m, "conditional")
	if _, _, ok := m.Cursor(); ok || m.Typing() {
		t.Error("there is nothing to type")
	}
}
