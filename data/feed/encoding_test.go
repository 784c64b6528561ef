package feed_test

import (
	"bytes"
	"fmt"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"tachiba/data/feed"
)

var japaneseEncodings = map[string]encoding.Encoding{
	"UTF-8": unicode.UTF8, "UTF-8 BOM": unicode.UTF8BOM,
	"Shift_JIS": japanese.ShiftJIS, "EUC-JP": japanese.EUCJP, "ISO-2022-JP": japanese.ISO2022JP,
	"UTF-16":   unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"UTF-16BE": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"UTF-16LE": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
}

// declarations are what a document or a server may claim, rightly or not.
var declarations = []string{"", "UTF-8", "utf-16", "Shift_JIS", "euc-jp", "ISO-2022-JP", "ISO-8859-1", "windows-1251", "hz-gb-2312", "no-such-code"}

func encode(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestJapaneseEncodings(t *testing.T) {
	const title = "首相、停戦案を支持すると述べる"
	for name, e := range japaneseEncodings {
		t.Run(name, func(t *testing.T) {
			for _, inside := range declarations {
				document := rss20("<item><title>" + title + "</title></item>")
				if inside != "" {
					document = fmt.Sprintf("<?xml version=\"1.0\" encoding='%s' ?>\n", inside) + document
				}
				b := encode(t, e, document)
				for _, header := range declarations {
					f, err := feed.Parse(b, "https://a.example/", "text/xml; charset="+header)
					if err != nil || f.Items[0].Title != title {
						t.Fatalf("declared %q, header %q: %v, %v", inside, header, f, err)
					}
				}
			}
		})
	}
}

// TestFixtureEncodings reads a whole fixture in the encodings of old Japanese
// sites, its declaration left as UTF-8.
func TestFixtureEncodings(t *testing.T) {
	plain := fixture(t, "rdf10.xml")
	for _, name := range []string{"Shift_JIS", "EUC-JP", "ISO-2022-JP"} {
		for _, declared := range []string{"UTF-8", name} {
			in := bytes.Replace(plain, []byte("UTF-8"), []byte(declared), 1)
			f, err := feed.Parse(encode(t, japaneseEncodings[name], string(in)), "https://a.example/", "application/rdf+xml")
			if err != nil || f.Title != "調査室ノート" || f.Items[0].HTML != formats["rdf10.xml"].Items[0].HTML {
				t.Errorf("%s declared as %s: %v, %v", name, declared, f, err)
			}
		}
	}
}

// TestOtherEncodings holds that a declaration counts where the bytes are neither
// Unicode nor Japanese, and that the document's goes before the server's.
func TestOtherEncodings(t *testing.T) {
	tests := map[string]struct {
		enc                     encoding.Encoding
		title, declared, header string
	}{
		"declared":       {charmap.Windows1251, "Переговоры о перемирии", "windows-1251", ""},
		"default header": {charmap.Windows1251, "Переговоры о перемирии", "windows-1251", "iso-8859-1"},
		"header":         {charmap.Windows1252, "Müller à Genève: « cafés »", "", "iso-8859-1"},
		"lying UTF-8":    {charmap.Windows1252, "Müller à Genève: « cafés »", "UTF-8", "iso-8859-1"},
	}
	for name, tt := range tests {
		document := rss20("<item><title>" + tt.title + "</title></item>")
		if tt.declared != "" {
			document = `<?xml version="1.0" encoding="` + tt.declared + `"?>` + document
		}
		document = string(bytes.ReplaceAll([]byte(document), []byte("川辺"), []byte("x")))
		f, err := feed.Parse(encode(t, tt.enc, document), "https://a.example/", "application/rss+xml; charset=\""+tt.header+"\"")
		if err != nil || f.Items[0].Title != tt.title {
			t.Errorf("%s: %v, %v", name, f, err)
		}
	}
}
