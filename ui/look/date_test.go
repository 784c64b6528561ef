package look_test

import (
	"testing"

	"tachiba/model"
	"tachiba/ui/lang"
	"tachiba/ui/look"
)

func TestDates(t *testing.T) {
	const day, before, later model.Date = 20250308, 20241231, 20250412
	for _, tt := range []struct{ format, full, day, span, across string }{
		{"", "2025-03-08", "03-08", "2025-03-08 – 04-12", "2024-12-31 – 2025-03-08"},
		{look.ISO, "2025-03-08", "03-08", "2025-03-08 – 04-12", "2024-12-31 – 2025-03-08"},
		{look.Slash, "2025/03/08", "03/08", "2025/03/08 – 04/12", "2024/12/31 – 2025/03/08"},
		{look.Short, "3/8", "3/8", "3/8 – 4/12", "2024/12/31 – 3/8"},
		{look.Japanese, "2025年3月8日", "3月8日", "2025年3月8日 – 4月12日", "2024年12月31日 – 2025年3月8日"},
		{look.English, "8 Mar 2025", "8 Mar", "8 Mar 2025 – 12 Apr", "31 Dec 2024 – 8 Mar 2025"},
	} {
		l := look.Look{Printer: lang.New(model.English), Dates: look.Dates{Format: tt.format, Year: 2025}}
		if l.Date(day) != tt.full || l.Day(day) != tt.day || l.Span(day, later) != tt.span || l.Span(before, day) != tt.across {
			t.Errorf("%q: %q, %q, %q, %q", tt.format, l.Date(day), l.Day(day), l.Span(day, later), l.Span(before, day))
		}
		if l.Date(0) != "no date" || l.Span(0, 0) != "no date" || l.Day(0) != "" {
			t.Errorf("%q: unknown is %q, %q, %q", tt.format, l.Date(0), l.Span(0, 0), l.Day(0))
		}
	}
}

func TestThemeName(t *testing.T) {
	l := look.Look{Printer: lang.New(model.Japanese)}
	for name, want := range map[string]string{"contrast": "強いコントラスト", "夜": "夜"} {
		if got := l.ThemeName(name); got != want {
			t.Errorf("%s is called %q", name, got)
		}
	}
}
