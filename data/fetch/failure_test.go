package fetch

import (
	"context"
	"strings"
	"testing"
	"time"

	"tachiba/model"
)

// TestProblemText holds that a cause may be the server's words, such as the names
// in a certificate.
func TestProblemText(t *testing.T) {
	f := &failure{code: model.ProblemOffline, text: "valid for \x1b]0;x\a橋\u202e" + strings.Repeat("例", 1000)}
	p := f.problem("http://a.example/")
	if s := p.Detail(); !strings.HasPrefix(s, "valid for 橋例") || len(s) > maxText || strings.Contains(s, "\uFFFD") {
		t.Errorf("%q", s)
	}
}

// late is a context whose deadline has passed, but which has not noticed yet.
type late struct{ context.Context }

func (late) Deadline() (time.Time, bool) { return time.Now().Add(-time.Millisecond), true }

func TestEnded(t *testing.T) {
	if err := ended(late{t.Context()}); err != context.DeadlineExceeded {
		t.Errorf("late: %v", err)
	}
	if err := ended(t.Context()); err != nil {
		t.Errorf("running: %v", err)
	}
}
