package model

import "testing"

func TestZoom(t *testing.T) {
	for _, c := range []struct {
		zoom  Zoom
		date  Date
		start Date
		next  Date
	}{
		{ByDay, 20250228, 20250228, 20250301},
		{ByWeek, 20250302, 20250224, 20250303}, // a Sunday
		{ByWeek, 20250303, 20250303, 20250310}, // a Monday
		{ByMonth, 20241231, 20241201, 20250101},
	} {
		start := c.zoom.Start(c.date)
		if start != c.start || c.zoom.Add(start, 1) != c.next || c.zoom.Between(c.date, c.next) != 1 || c.zoom.Between(c.next, c.date) != -1 {
			t.Errorf("%v %v: starts %v, then %v, %d between", c.zoom, c.date, start, c.zoom.Add(start, 1), c.zoom.Between(c.date, c.next))
		}
	}
	if ByMonth.Start(0) != 0 {
		t.Error("the unknown date has a month")
	}
}

func TestHistories(t *testing.T) {
	a := Days{{20250302, Counts{Favor: 1}}, {20250228, Counts{Against: 2}}, {20250201, Counts{Favor: 1}}, {0, Counts{Favor: 1}}}
	b := Days{{20250302, Counts{Against: 2}}, {20250215, Counts{Conditional: 1}}}
	merged := a.Merge(b)
	want := Days{
		{20250302, Counts{Favor: 1, Against: 2}},
		{20250228, Counts{Against: 2}},
		{20250215, Counts{Conditional: 1}},
		{20250201, Counts{Favor: 1}},
		{0, Counts{Favor: 1}},
	}
	equal := func(a, b Days) bool {
		if len(a) != len(b) {
			return false
		}
		for i := range a {
			if a[i] != b[i] {
				return false
			}
		}
		return true
	}
	if !equal(merged, want) || !equal(b.Merge(a), want) {
		t.Errorf("merged: %v", merged)
	}
	months := merged.By(ByMonth)
	if !equal(months, Days{{20250301, Counts{Favor: 1, Against: 2}}, {20250201, Counts{Favor: 1, Against: 2, Conditional: 1}}, {0, Counts{Favor: 1}}}) {
		t.Errorf("months: %v", months)
	}
	if s := months[0].Stance(); s != Against {
		t.Errorf("March: %v", s)
	}
}

// TestZoomFarApart holds that periods lie as far apart as adding them says, for a date
// with a mistyped year too.
func TestZoomFarApart(t *testing.T) {
	for _, far := range []Date{2250318, 10101, 10103, 99991231} {
		for _, z := range Zooms {
			if start := z.Start(far); !start.Known() || z.Add(start, z.Between(far, 20250318)) != z.Start(20250318) {
				t.Errorf("zoom %d: %s starts at %q, %d before", z, far, start, z.Between(far, 20250318))
			}
		}
	}
}
