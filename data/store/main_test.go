package store

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain runs the tests, or what a test asks of a second process; see child.
func TestMain(m *testing.M) {
	if job := os.Getenv(envJob); job != "" {
		os.Exit(runJob(job))
	}
	goleak.VerifyTestMain(m)
}
