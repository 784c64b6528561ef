package look

import (
	"fmt"
	"time"

	"tachiba/model"
)

// The formats of dates, by what a configuration calls them.
const (
	ISO      = "iso"      // 2025-03-18
	Slash    = "slash"    // 2025/03/18
	Short    = "short"    // 3/18, 2024/3/18 in another year
	Japanese = "japanese" // 2025年3月18日
	English  = "english"  // 18 Mar 2025
)

// DateFormats lists the formats, the default one first.
var DateFormats = [...]string{ISO, Slash, Short, Japanese, English}

// Dates is how dates are written for people; what programs read has ISO dates.
type Dates struct {
	Format string // the zero one is ISO
	Year   int    // what the short format leaves out
}

// full returns a known date with its year.
func (f Dates) full(d model.Date) string {
	year, month, day := int(d/10000), int(d/100%100), int(d%100)
	switch f.Format {
	case Slash:
		return fmt.Sprintf("%04d/%02d/%02d", year, month, day)
	case Short:
		if year == f.Year {
			return f.day(d)
		}
		return fmt.Sprintf("%d/%d/%d", year, month, day)
	case Japanese:
		return fmt.Sprintf("%d年%d月%d日", year, month, day)
	case English:
		return f.day(d) + fmt.Sprintf(" %d", year)
	}
	return d.String()
}

// day returns a known date without its year.
func (f Dates) day(d model.Date) string {
	month, day := int(d/100%100), int(d%100)
	switch f.Format {
	case Slash:
		return fmt.Sprintf("%02d/%02d", month, day)
	case Short:
		return fmt.Sprintf("%d/%d", month, day)
	case Japanese:
		return fmt.Sprintf("%d月%d日", month, day)
	case English:
		return fmt.Sprintf("%d %.3s", day, time.Month(month))
	}
	return d.MonthDay()
}

// Date returns the date, or the words for an unknown one.
func (l *Look) Date(d model.Date) string {
	if !d.Known() {
		return l.T("date.unknown")
	}
	return l.Dates.full(d)
}

// Day returns the date without its year, "" for an unknown one: the short form
// beside a date that names the year.
func (l *Look) Day(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return l.Dates.day(d)
}

// Span returns two dates as one text, the second short where the year is the
// same.
func (l *Look) Span(first, last model.Date) string {
	if !first.Known() {
		return l.T("date.unknown")
	}
	to := l.Dates.full(last)
	if first.Year() == last.Year() {
		to = l.Dates.day(last)
	}
	return l.Draw(l.Dates.full(first) + " – " + to)
}
