package page

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"

	htmlcharset "golang.org/x/net/html/charset"

	"tachiba/data/charset"
)

// decode returns the text of a page. Order: byte order mark, ISO-2022-JP and
// valid UTF-8 (see charset.Decode), else what the header or the page's meta
// element names, else the Japanese guess. The error is charset.ErrBinary.
func decode(b []byte, contentType string) (string, error) {
	if t := http.DetectContentType(b); !strings.HasPrefix(t, "text/") && t != "application/octet-stream" {
		return "", charset.ErrBinary
	}
	guess, name, err := charset.Decode(b)
	if err == nil && name != "shift_jis" && name != "euc-jp" && (name != "utf-8" || utf8.Valid(b)) {
		return guess, nil
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", charset.ErrBinary
	}
	e, named, _ := htmlcharset.DetermineEncoding(b, contentType)
	// windows-1252 is also what DetermineEncoding says where nothing is named, and
	// what servers say of everything. Japanese has kana; Latin text read as
	// Japanese has none.
	if named == "windows-1252" && err == nil && strings.ContainsFunc(guess, kana) {
		return guess, nil
	}
	out, failed := e.NewDecoder().Bytes(b)
	if failed == nil && mostlyText(out) {
		return string(out), nil
	}
	return guess, err
}

// mostlyText tells whether a decoder left at most one character in fifty
// undecoded or a control: it was the right one, of a text with a few bad bytes.
func mostlyText(text []byte) bool {
	n, bad := 0, 0
	for _, r := range string(text) {
		n++
		if r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' {
			bad++
		}
	}
	return bad*50 <= n
}

func kana(r rune) bool { return r >= 'ぁ' && r <= 'ヶ' }
