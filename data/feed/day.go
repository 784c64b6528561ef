package feed

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"tachiba/model"
)

var (
	// isoDay is the day of W3C-DTF and RFC 3339.
	isoDay = regexp.MustCompile(`^(?:\pL+,?\s+)?(\d{4})-(\d{1,2})-(\d{1,2})(?:\D|$)`)
	// mailDay is the day of RFC 822 and its successors, with or without weekday.
	mailDay = regexp.MustCompile(`^(?:\pL+,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})(?:\D|$)`)
)

// firstYear is the first that can be a feed's: dates before it stand for none (the
// zero of Unix time and of others).
const firstYear = 1971

// day returns the day that a date names, 0 when it names none. The day is read as
// written, since that is the day in the date's own time zone; parsed, the time in
// UTC that the parser found or nil, is for the forms that are rarer.
func day(written string, parsed *time.Time) model.Date {
	d, ok := dayAsWritten(strings.TrimSpace(written))
	if !ok && parsed != nil {
		d, ok = model.MakeDate(parsed.Year(), int(parsed.Month()), parsed.Day())
	}
	if !ok || d.Year() < firstYear {
		return 0
	}
	return d
}

func dayAsWritten(s string) (model.Date, bool) {
	s = s[:min(len(s), 64)]
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return makeDate(m[1], number(m[2]), m[3])
	}
	m := mailDay.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	month, err := time.Parse("Jan", m[2])
	if err != nil {
		return 0, false
	}
	year := m[3]
	if len(year) == 2 { // RFC 2822, 4.3
		year = "20" + year
		if m[3] >= "50" {
			year = "19" + m[3]
		}
	}
	return makeDate(year, int(month.Month()), m[1])
}

func makeDate(year string, month int, day string) (model.Date, bool) {
	return model.MakeDate(number(year), month, number(day))
}

// number returns the value of at most four digits.
func number(digits string) int {
	n, _ := strconv.Atoi(digits) // the patterns let nothing else through
	return n
}
