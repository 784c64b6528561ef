package page

import (
	"net/mail"
	"regexp"
	"strconv"
	"strings"
	"time"

	"tachiba/model"
)

var dayStart = regexp.MustCompile(`^(\d{4})(?:[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?:\D|$)|(\d{2})(\d{2})(?:\D|$))`)

// day returns the day that a date or time of metadata names, in the zone that it
// is written in: ISO 8601, with slashes or in Japanese, RFC 5322, "March 4,
// 2025". Anything else is unknown.
func day(s string) model.Date {
	s = strings.TrimSpace(s)
	if m := dayStart.FindStringSubmatch(s); m != nil {
		d, _ := model.MakeDate(number(m[1]), number(m[2]+m[4]), number(m[3]+m[5]))
		return d
	}
	t, err := mail.ParseDate(s)
	for _, layout := range []string{"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006"} {
		if err != nil {
			t, err = time.Parse(layout, s)
		}
	}
	if err != nil {
		return 0
	}
	d, _ := model.MakeDate(t.Year(), int(t.Month()), t.Day())
	return d
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
