package fetch

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"tachiba/model"
)

// repeat writes s until the other end has enough, at most for the life of a test.
func repeat(w io.Writer, s string, pause time.Duration) {
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(pause) {
		if _, err := io.WriteString(w, s); err != nil {
			return
		}
		if f, ok := w.(http.Flusher); ok && pause > 0 {
			f.Flush()
		}
	}
}

// TestHostile asks servers that mean no good. Each gives its problem, within time.
func TestHostile(t *testing.T) {
	const head = "HTTP/1.1 200 OK\r\n"
	kilobyte := strings.Repeat("x", 1024)
	write := func(s string) func(net.Conn) {
		return func(c net.Conn) { _, _ = io.WriteString(c, s) }
	}
	tests := map[string]struct {
		serve func(net.Conn)
		want  model.ProblemCode
		tries int32
	}{
		"10 MB announced":      {write(head + "Content-Length: 10485760\r\n\r\n"), model.ProblemTooLarge, 1},
		"endless body":         {func(c net.Conn) { write(head + "\r\n")(c); repeat(c, kilobyte, 0) }, model.ProblemTooLarge, 1},
		"drip":                 {func(c net.Conn) { write(head + "\r\n")(c); repeat(c, "x", 10*time.Millisecond) }, model.ProblemTimeout, 1},
		"headers drip":         {func(c net.Conn) { write(head)(c); repeat(c, "X", 10*time.Millisecond) }, model.ProblemTimeout, 2},
		"silence":              {func(c net.Conn) { _, _ = c.Read(make([]byte, 1)) }, model.ProblemTimeout, 2},
		"interim drip":         {func(c net.Conn) { repeat(c, "HTTP/1.1 103 Early Hints\r\n\r\n", 10*time.Millisecond) }, model.ProblemTimeout, 2},
		"headers 1 MB":         {write(head + "X: " + strings.Repeat("x", 1<<20) + "\r\n\r\n"), model.ProblemTooLarge, 1},
		"headers without end":  {func(c net.Conn) { write(head)(c); repeat(c, "X: "+kilobyte+"\r\n", 0) }, model.ProblemTooLarge, 1},
		"closed at once":       {func(net.Conn) {}, model.ProblemOffline, 2},
		"closed in headers":    {write(head + "X: y"), model.ProblemOffline, 2},
		"closed in body":       {write(head + "Content-Length: 900\r\n\r\nabc"), model.ProblemOffline, 2},
		"closed in chunk":      {write(head + "Transfer-Encoding: chunked\r\n\r\n100\r\nabc"), model.ProblemOffline, 2},
		"reset":                {func(c net.Conn) { _ = c.(*net.TCPConn).SetLinger(0) }, model.ProblemOffline, 2},
		"huge length":          {write(head + "Content-Length: 9223372036854775807\r\n\r\nabc"), model.ProblemTooLarge, 1},
		"no length":            {write(head + "Content-Length: -5\r\n\r\nabc"), model.ProblemOffline, 1},
		"two lengths":          {write(head + "Content-Length: 3\r\nContent-Length: 9\r\n\r\nabc"), model.ProblemOffline, 1},
		"bad chunk":            {write(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\x1b[31m"), model.ProblemOffline, 1},
		"other protocol":       {write("SSH-2.0-\x1b]0;x\aOpenSSH\r\n"), model.ProblemOffline, 1},
		"status with controls": {write("HTTP/1.1 404 \u202e\x1b[31m\r\nContent-Length: 0\r\n\r\n"), model.ProblemStatus, 1},
		"gzip cut off":         {write(head + "Content-Encoding: gzip\r\n\r\n" + string(zipped(t, text)[:30])), model.ProblemUnreadable, 1},
		"gzip of nothing": {func(c net.Conn) {
			write(head + "Content-Encoding: gzip\r\n\r\n")(c)
			repeat(c, strings.Repeat(string(zipped(t, "")), 100), 0)
		}, model.ProblemTooLarge, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address, count := serveRaw(t, tt.serve)
			o := Options{MaxSize: 64 << 10, Tries: 2}
			switch { // short only where time is to run out, since this machine may be busy
			case tt.want == model.ProblemTimeout && tt.tries == 1:
				o.Timeout = 200 * time.Millisecond
			case tt.want == model.ProblemTimeout:
				o.Patience = 100 * time.Millisecond
			}
			c := testClient(t, o, nil)
			begun := time.Now()
			p := refuse(t, c, address, tt.want)
			if took := time.Since(begun); took > 20*time.Second {
				t.Errorf("took %s", took)
			}
			if name == "drip" && p.Detail() != "not complete within 200ms" || name == "silence" && p.Detail() != "no answer within 100ms" {
				t.Error(p)
			}
			if n := count.Load(); n != tt.tries {
				t.Errorf("%d tries, want %d", n, tt.tries)
			}
			if s := p.Error(); p.Err == nil || len(s) > 500 || strings.ContainsAny(s, "\x1b\a\r\n\u202e") {
				t.Errorf("problem %q", s)
			}
		})
	}
}

// TestTimeoutIsForAll holds that tries share the time: a server that is nearly
// too slow each time does not get three times of it.
func TestTimeoutIsForAll(t *testing.T) {
	address, count := serveRaw(t, func(c net.Conn) { _, _ = c.Read(make([]byte, 1)) })
	c := testClient(t, Options{Patience: 100 * time.Millisecond, Timeout: 150 * time.Millisecond, Tries: 9}, nil)
	refuse(t, c, address, model.ProblemTimeout)
	if n := count.Load(); n > 2 {
		t.Errorf("%d tries", n)
	}
}

// TestShortLength holds that what comes after the announced length is not taken
// for part of the document, or for the next one.
func TestShortLength(t *testing.T) {
	address, _ := serveRaw(t, func(c net.Conn) {
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
	})
	c := testClient(t, Options{}, nil)
	for range 2 {
		if doc := get(t, c, Request{URL: address}); string(doc.Body) != "abc" {
			t.Errorf("body %q", doc.Body)
		}
	}
}

func TestSizeLimit(t *testing.T) {
	address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var n int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &n)
		_, _ = w.Write(bytes.Repeat([]byte("x"), n))
	})
	c := testClient(t, Options{MaxSize: 5000}, nil)
	if doc := get(t, c, Request{URL: address + "/5000"}); len(doc.Body) != 5000 {
		t.Errorf("%d bytes", len(doc.Body))
	}
	p := refuse(t, c, address+"/5001", model.ProblemTooLarge)
	if p.Detail() != "more than 5000 bytes" {
		t.Error(p.Detail())
	}
	standard := testClient(t, Options{}, nil)
	if doc := get(t, standard, Request{URL: fmt.Sprintf("%s/%d", address, defaultMaxSize)}); len(doc.Body) != defaultMaxSize {
		t.Errorf("%d bytes", len(doc.Body))
	}
	refuse(t, standard, fmt.Sprintf("%s/%d", address, defaultMaxSize+1), model.ProblemTooLarge)
}

// TestBomb decompresses 256 MB no further than the limit.
func TestBomb(t *testing.T) {
	bomb := bytes.Repeat(zipped(t, string(make([]byte, 1<<20))), 256)
	address, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bomb)
	})
	c := testClient(t, Options{MaxSize: 1 << 20}, nil)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	refuse(t, c, address, model.ProblemTooLarge)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("allocated %d bytes for a limit of 1 MiB", used)
	}
}
