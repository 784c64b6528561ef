package store

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// The environment of a child: what it does, with which library, from which seed,
// how often, and how its digests' names begin.
const (
	envJob    = "TACHIBA_TEST_JOB"
	envPath   = "TACHIBA_TEST_PATH"
	envSeed   = "TACHIBA_TEST_SEED"
	envSteps  = "TACHIBA_TEST_STEPS"
	envPrefix = "TACHIBA_TEST_PREFIX"
)

// jobs are what children do.
var jobs = map[string]func(path string, w *worker) error{
	"work":    workAlone,
	"migrate": migrateAgain,
	"limited": workLimited,
}

// runJob is the main function of a child.
func runJob(name string) int {
	number := func(key string) int {
		n, _ := strconv.Atoi(os.Getenv(key))
		return n
	}
	seed := uint64(number(envSeed))
	w := &worker{r: rand.New(rand.NewPCG(seed, 7)), prefix: os.Getenv(envPrefix), steps: number(envSteps), log: os.Stdout}
	if err := jobs[name](os.Getenv(envPath), w); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// child is a second process.
type child struct {
	cmd    *exec.Cmd
	stdout output
	stderr bytes.Buffer
}

// output keeps what a child writes, and closes first when something came.
type output struct {
	all   bytes.Buffer
	once  sync.Once
	first chan struct{}
}

func (o *output) Write(p []byte) (int, error) {
	o.once.Do(func() { close(o.first) })
	return o.all.Write(p)
}

// start starts a child, which is killed at the latest when the test ends.
func start(t *testing.T, job, path string, seed, steps int, prefix string) *child {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &child{stdout: output{first: make(chan struct{})}}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	c.cmd = exec.CommandContext(ctx, self)
	c.cmd.Env = append(os.Environ(), envJob+"="+job, envPath+"="+path, envSeed+"="+strconv.Itoa(seed), envSteps+"="+strconv.Itoa(steps), envPrefix+"="+prefix)
	c.cmd.Stdout, c.cmd.Stderr = &c.stdout, &c.stderr
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cancel()
		_ = c.cmd.Wait() // twice where the test did
	})
	return c
}

// kill ends the child by SIGKILL a while after its first output.
func (c *child) kill(t *testing.T, delay time.Duration) {
	t.Helper()
	select {
	case <-c.stdout.first:
	case <-time.After(30 * time.Second):
	}
	time.Sleep(delay)
	_ = c.cmd.Process.Kill() // it may have ended
	var exit *exec.ExitError
	if err := c.cmd.Wait(); err != nil && (!errors.As(err, &exit) || exit.Exited()) {
		t.Fatalf("the child failed: %v\n%s", err, c.stderr.String())
	}
}

// wait waits for the child's end, which must be a good one.
func (c *child) wait(t *testing.T) {
	t.Helper()
	if err := c.cmd.Wait(); err != nil {
		t.Fatalf("the child failed: %v\n%s", err, c.stderr.String())
	}
}

// operations returns what the child did and said to be done, and what it had only
// begun when it ended, if anything.
func (c *child) operations(t *testing.T) (done []operation, begun *operation) {
	t.Helper()
	lines := bufio.NewScanner(&c.stdout.all)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "begin":
			var o operation
			if err := json.Unmarshal([]byte(rest), &o); err != nil {
				continue // the line was cut off: nothing was begun
			}
			begun = &o
		case "done":
			if begun == nil {
				t.Fatalf("nothing was begun, but done")
			}
			done, begun = append(done, *begun), nil
		}
	}
	return done, begun
}
