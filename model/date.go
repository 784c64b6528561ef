package model

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Date is a calendar day as the number YYYYMMDD, so that dates compare with <
// and are keys of maps. The zero Date is "unknown" and precedes every day.
type Date int32

// MakeDate returns the Date of a year, month and day, and false when there is
// no such day in the calendar.
func MakeDate(year, month, day int) (Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return 0, false
	}
	return Date(year*10000 + month*100 + day), true
}

// DateOf returns the day of a time in its place, the unknown date of the zero time.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return 0
	}
	return dayOf(t)
}

// dayOf returns the day of any time, 0001-01-01 too.
func dayOf(t time.Time) Date { return Date(t.Year()*10000 + int(t.Month())*100 + t.Day()) }

// ParseDate reads a day as a person types it, YYYY-MM-DD, YYYY/M/D or YYYY年M月D日, digits of
// any width, and returns an error for anything else.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-1-2", strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", "").Replace(strings.TrimSpace(FoldText(s))))
	if err != nil {
		return 0, fmt.Errorf("date %q is not YYYY-MM-DD", s)
	}
	d, ok := MakeDate(t.Year(), int(t.Month()), t.Day())
	if !ok {
		return 0, fmt.Errorf("date %q is out of range", s)
	}
	return d, nil
}

// ParsePeriod reads a day as ParseDate does, a month (YYYY-MM) or a year (YYYY), and
// returns its first and last day, or an error for anything else.
func ParsePeriod(s string) (first, last Date, err error) {
	if d, err := ParseDate(s); err == nil {
		return d, d, nil
	}
	typed := strings.TrimSpace(FoldText(s))
	typed = strings.TrimSuffix(strings.TrimSuffix(typed, "年"), "月")
	typed = strings.NewReplacer("/", "-", ".", "-", "年", "-").Replace(typed)
	for _, p := range []struct {
		layout        string
		years, months int
	}{{"2006", 1, 0}, {"2006-1", 0, 1}} {
		if t, err := time.Parse(p.layout, typed); err == nil && t.Year() > 0 && t.Year() <= 9999 {
			return DateOf(t), DateOf(t.AddDate(p.years, p.months, -1)), nil
		}
	}
	return 0, 0, fmt.Errorf("period %q is not YYYY-MM-DD, YYYY-MM or YYYY", s)
}

// Known tells whether the date is known.
func (d Date) Known() bool { return d != 0 }

// String returns YYYY-MM-DD, or "" when the date is unknown.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d/10000, d/100%100, d%100)
}

// Year returns the year, 0 when the date is unknown.
func (d Date) Year() int { return int(d / 10000) }

// MonthDay returns MM-DD, or "" when the date is unknown: the short form beside
// a date that names the year.
func (d Date) MonthDay() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%02d-%02d", d/100%100, d%100)
}

// MarshalJSON writes "YYYY-MM-DD", or null when the date is unknown.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil || s == nil {
		*d = 0
		return err
	}
	date, err := ParseDate(*s)
	*d = date
	return err
}
