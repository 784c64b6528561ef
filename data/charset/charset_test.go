package charset_test

import (
	"bytes"
	"errors"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"tachiba/data/charset"
)

const text = "ウクライナは停戦を求めた。\n✅ の代わりに、市は橋を直すと述べた。"

func TestDecode(t *testing.T) {
	plain := "ウクライナは停戦を求めた。\n市は橋を直すと述べた。"
	encode := func(e encoding.Encoding, s string) []byte {
		b, err := e.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	tests := []struct {
		name string
		in   []byte
		want string
	}{
		{"utf-8", []byte(text), text},
		{"utf-8", append([]byte("\xef\xbb\xbf"), text...), text},
		{"utf-16le", encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text), text},
		{"utf-16be", encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text), text},
		{"shift_jis", encode(japanese.ShiftJIS, plain), plain},
		{"euc-jp", encode(japanese.EUCJP, plain), plain},
		{"iso-2022-jp", encode(japanese.ISO2022JP, plain), plain},
		{"utf-8", []byte("ceasefire"), "ceasefire"},
		{"utf-8", []byte("ﾃｲｾﾝ"), "ﾃｲｾﾝ"},
		{"utf-8", append([]byte(text+text), 0xff), text + text + "\uFFFD"},
	}
	for _, tt := range tests {
		got, name, err := charset.Decode(tt.in)
		if err != nil || name != tt.name || got != tt.want {
			t.Errorf("Decode(%s) = %q, %s, %v", tt.name, got, name, err)
		}
	}
}

func TestDecodeBinary(t *testing.T) {
	for name, in := range map[string][]byte{
		"png": []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "noise": bytes.Repeat([]byte{0xff, 0xfe, 0xfd, 1, 2, 3}, 50)[2:], "controls": []byte("\x01\x02\x03\x04abc"),
	} {
		if got, enc, err := charset.Decode(in); !errors.Is(err, charset.ErrBinary) {
			t.Errorf("%s: %q, %s, %v", name, got, enc, err)
		}
	}
}
