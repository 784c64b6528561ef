package fetch

import (
	"net/http"
	"strconv"
	"time"
)

// firstBackoff is the mean wait before the second try.
const firstBackoff = time.Second

// backoff returns the wait after so many tries: it doubles each time and is
// between half and one and a half of that, by chance in [0, 1), so that clients that failed
// together do not come back together.
func backoff(tried int, chance float64) time.Duration {
	mean := firstBackoff << min(tried-1, 10)
	return time.Duration(float64(mean) * (0.5 + chance))
}

// retryAfter returns how long the Retry-After of header asks to wait, 0 without
// one. It is a number of seconds or a date (RFC 9110, 10.2.3).
func retryAfter(header http.Header, now time.Time) time.Duration {
	const longest = 365 * 24 * time.Hour // keeps the product from overflowing
	value := header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, longest)
	}
	if date, err := http.ParseTime(value); err == nil {
		return min(max(date.Sub(now), 0), longest)
	}
	return 0
}
