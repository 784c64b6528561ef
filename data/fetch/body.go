package fetch

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

var (
	errTooLarge = errors.New("the document is too large")
	errDamaged  = errors.New("the compression is damaged")
	errEncoding = errors.New("the compression is not known")
)

// readBody returns resp's body, decompressed. Its error is errTooLarge when that
// has more than limit bytes, errDamaged, errEncoding, or the connection's own.
func readBody(resp *http.Response, limit int64) ([]byte, error) {
	if resp.ContentLength > encodedLimit(limit) {
		return nil, errTooLarge
	}
	return decode(resp.Body, resp.Header.Get("Content-Encoding"), limit)
}

// encodedLimit bounds what is read to get limit bytes: compression that makes a
// text twice as long is made to keep the reader busy.
func encodedLimit(limit int64) int64 { return 2*limit + 1024 }

func decode(body io.Reader, encoding string, limit int64) ([]byte, error) {
	raw := &source{body: body, left: encodedLimit(limit)}
	decoded, err := decoder(bufio.NewReader(raw), encoding)
	var b []byte
	if err == nil {
		b, err = io.ReadAll(io.LimitReader(decoded, limit+1))
	}
	switch {
	case raw.err != nil: // before err, which may be only what the decoder made of it
		return nil, raw.err
	case errors.Is(err, errEncoding):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	case int64(len(b)) > limit:
		return nil, errTooLarge
	}
	return b, nil
}

// decoder returns the reader of what r holds in a content coding (RFC 9110, 8.4.1).
// Nothing at all is an empty text in each of them.
func decoder(r *bufio.Reader, encoding string) (io.Reader, error) {
	head, _ := r.Peek(2)
	if len(head) == 0 {
		return r, nil
	}
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		return gzip.NewReader(r)
	case "deflate":
		// It means zlib (RFC 1950), but some servers send bare deflate (RFC 1951).
		if len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
			return zlib.NewReader(r)
		}
		return flate.NewReader(r), nil
	}
	return nil, errEncoding
}

// source reads at most left bytes and remembers the error of reading, which
// decoders mix up with their own.
type source struct {
	body io.Reader
	left int64
	err  error
}

func (s *source) Read(p []byte) (int, error) {
	if s.left <= 0 {
		s.err = errTooLarge
		return 0, s.err
	}
	n, err := s.body.Read(p[:min(int64(len(p)), s.left)])
	s.left -= int64(n)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}
