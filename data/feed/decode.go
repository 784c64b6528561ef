package feed

import (
	"bytes"
	"errors"
	"mime"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	whatwg "golang.org/x/net/html/charset"

	"tachiba/data/charset"
)

// decode returns the text that b encodes, without the characters that XML forbids.
// What the bytes say goes before what the document or the server declares.
func decode(b []byte, contentType string) (string, error) {
	b = markUTF16(b)
	text, name, err := charset.Decode(b)
	if !certain(b, text, name) {
		if t, ok := decodeAs(b, declared(b), charsetOf(contentType)); ok {
			text, err = t, nil
		}
	}
	if err != nil {
		return "", errors.New("not a text")
	}
	return dropIllegal(text), nil
}

// markUTF16 puts the byte order mark before UTF-16 that lacks one: it is told by
// the NUL beside the first character (XML 1.0, appendix F). All other NULs are
// removed, they have no meaning in a text.
func markUTF16(b []byte) []byte {
	switch {
	case bytes.HasPrefix(b, []byte("<\x00")), bytes.HasPrefix(b, []byte("{\x00")):
		return append([]byte("\xff\xfe"), b...)
	case bytes.HasPrefix(b, []byte("\x00<")), bytes.HasPrefix(b, []byte("\x00{")):
		return append([]byte("\xfe\xff"), b...)
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")), bytes.IndexByte(b, 0) < 0:
		return b
	}
	return bytes.ReplaceAll(b, []byte{0}, nil)
}

// certain tells whether the bytes themselves prove their encoding: Unicode by its
// form, a Japanese encoding by hiragana, which other texts read as Japanese lack.
func certain(b []byte, text, name string) bool {
	return utf8.Valid(b) || strings.HasPrefix(name, "utf-16") ||
		strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Hiragana, r) })
}

// decodeAs decodes b by the first label that names an encoding which package
// charset does not find by itself.
func decodeAs(b []byte, labels ...string) (string, bool) {
	for _, label := range labels {
		enc, name := whatwg.Lookup(label)
		switch name {
		case "", "utf-8", "utf-16le", "utf-16be", "shift_jis", "euc-jp", "iso-2022-jp", "replacement":
			continue
		}
		if t, err := enc.NewDecoder().Bytes(b); err == nil {
			return string(t), true
		}
	}
	return "", false
}

var declaration = regexp.MustCompile(`^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']`)

// declared returns the encoding of the XML declaration. It goes before the
// Content-Type, against RFC 7303: servers name their default without looking.
func declared(b []byte) string {
	if m := declaration.FindSubmatch(b[:min(len(b), 512)]); m != nil {
		return string(m[1])
	}
	return ""
}

func charsetOf(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return params["charset"]
}

// forbidden matches references to characters that XML 1.0 (2.2) has no place for.
var forbidden = regexp.MustCompile(`&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|[fF]{3}[eEfF]));`)

// dropIllegal removes the characters that XML 1.0 (2.2) forbids, as themselves and
// as references: a parser would refuse the whole feed because of one. Few texts
// have any, so it looks before it copies.
func dropIllegal(text string) string {
	if hasControls(text) || strings.Contains(text, "\ufffe") || strings.Contains(text, "\uffff") {
		text = strings.Map(func(r rune) rune {
			if r < ' ' && control(byte(r)) || r == 0xfffe || r == 0xffff {
				return -1
			}
			return r
		}, text)
	}
	if !strings.Contains(text, "&#") {
		return text
	}
	return forbidden.ReplaceAllString(text, "")
}

func hasControls(text string) bool {
	for i := range len(text) { // by bytes: no other character has these in UTF-8
		if control(text[i]) {
			return true
		}
	}
	return false
}

func control(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' }
