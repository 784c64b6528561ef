package model_test

import (
	"slices"
	"testing"

	"tachiba/model"
)

// TestDoubtfulLeastSureFirst holds that of the doubtful the least sure come first.
func TestDoubtfulLeastSureFirst(t *testing.T) {
	var list []model.Statement
	for i, sure := range []float64{0.1, 0.3, 0.2, 0.9} {
		list = append(list, model.Statement{Digest: "a", Line: i + 1, Date: model.Date(20250101 + i), Actor: "US", Topic: "nato", Stance: model.Favor, Confidence: sure})
	}
	var got []float64
	for _, s := range (model.Filter{Review: model.ReviewDoubtful}).Apply(list) {
		got = append(got, s.Confidence)
	}
	if !slices.Equal(got, []float64{0.1, 0.2, 0.3}) {
		t.Errorf("%v", got)
	}
}
