// Package charset turns bytes of unknown encoding into text, for the encodings
// that Japanese texts come in.
package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	xunicode "golang.org/x/text/encoding/unicode"
)

// ErrBinary is returned for bytes that are no text in any encoding tried.
var ErrBinary = errors.New("not a text")

// Decode returns the text that b encodes and the IANA name of the encoding. It
// goes by the byte order mark, the escapes of ISO-2022-JP, validity as UTF-8,
// and else by which Japanese decoder leaves the least rubbish. The error is
// ErrBinary when none gives a text.
func Decode(b []byte) (text, name string, err error) {
	if e, name, certain := charset.DetermineEncoding(b[:min(len(b), 1024)], ""); certain && hasBOM(b) {
		return decodeWith(e, name, b)
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", "", ErrBinary
	}
	if bytes.Contains(b, []byte("\x1b$")) {
		if text, name, err := decodeWith(japanese.ISO2022JP, "iso-2022-jp", b); err == nil {
			return text, name, nil
		}
	}
	if utf8.Valid(b) {
		return judge(string(b), "utf-8")
	}
	best := rubbishLimit
	for _, try := range []struct {
		name string
		enc  encoding.Encoding
	}{{"shift_jis", japanese.ShiftJIS}, {"euc-jp", japanese.EUCJP}, {"utf-8", xunicode.UTF8}} {
		t, _, err := decodeWith(try.enc, try.name, b)
		if share := rubbish(t, true); err == nil && share < best {
			best, text, name = share, t, try.name
		}
	}
	if name == "" {
		return "", "", ErrBinary
	}
	return text, name, nil
}

func hasBOM(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) || bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff"))
}

func decodeWith(e encoding.Encoding, name string, b []byte) (string, string, error) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", "", ErrBinary
	}
	return judge(strings.TrimPrefix(string(out), "\ufeff"), name)
}

// rubbishLimit is the share of rubbish from which bytes are no text.
const rubbishLimit = 0.1

func judge(text, name string) (string, string, error) {
	if rubbish(text, false) >= rubbishLimit {
		return "", "", ErrBinary
	}
	return text, name, nil
}

// rubbish returns the share of replacement characters and control characters, and
// where the encoding is a guess of half-width kana (what EUC-JP read as Shift_JIS
// turns into).
func rubbish(text string, guess bool) float64 {
	n, bad := 0, 0
	for _, r := range text {
		n++
		if r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) && r != 0x1b || guess && r >= '｡' && r <= 'ﾟ' {
			bad++
		}
	}
	return float64(bad) / float64(max(n, 1))
}
