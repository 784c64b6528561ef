// Package lang holds the words of the interface in Japanese and English.
package lang

import (
	"embed"
	"fmt"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"tachiba/model"
)

//go:embed ja en
var files embed.FS

// Printer says things in one language.
type Printer struct {
	lang model.Lang
	p    *message.Printer
	keys map[string]bool
}

var tags = map[model.Lang]language.Tag{model.Japanese: language.Japanese, model.English: language.English}

// New returns the printer of a language: Japanese or English.
func New(lang model.Lang) *Printer {
	messages, err := load(lang)
	if err != nil {
		panic(err) // the catalogues are compiled in, and tested
	}
	b := catalog.NewBuilder(catalog.Fallback(tags[lang]))
	keys := map[string]bool{}
	for key, m := range messages {
		if err := b.Set(tags[lang], key, m); err != nil {
			panic(fmt.Errorf("%s: %s: %w", lang, key, err))
		}
		keys[key] = true
	}
	return &Printer{lang, message.NewPrinter(tags[lang], message.Catalog(b)), keys}
}

// Lang returns the printer's language.
func (p *Printer) Lang() model.Lang { return p.lang }

// T returns the message of a key with its arguments, numbers grouped as the
// language does; the key itself where there is no such message.
func (p *Printer) T(key string, args ...any) string { return p.p.Sprintf(key, args...) }

// Name returns a name in the printer's language.
func (p *Printer) Name(n model.Name) string { return n.In(p.lang) }

// load reads a language's catalogues: tables of messages, by "table.key". A
// message is a text with the verbs of fmt, or {one, other} by its first argument.
func load(lang model.Lang) (map[string]catalog.Message, error) {
	entries, err := files.ReadDir(string(lang))
	if err != nil {
		return nil, err
	}
	out := map[string]catalog.Message{}
	for _, e := range entries {
		name := path.Join(string(lang), e.Name())
		b, err := files.ReadFile(name)
		if err == nil {
			err = read(b, out)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return out, nil
}

// read adds the messages of a catalogue to out.
func read(b []byte, out map[string]catalog.Message) error {
	var tables map[string]map[string]any
	if err := toml.Unmarshal(b, &tables); err != nil {
		return err
	}
	for table, entries := range tables {
		for key, v := range entries {
			key = table + "." + key
			if out[key] != nil {
				return fmt.Errorf("%s: twice", key)
			}
			switch v := v.(type) {
			case string:
				out[key] = catalog.String(v)
			case map[string]any:
				out[key] = plural.Selectf(1, "%d", plural.One, v["one"], plural.Other, v["other"])
			default:
				return fmt.Errorf("%s is %T", key, v)
			}
		}
	}
	return nil
}

// Resolve returns the language that a person asked for: flag ("ja", "en") where
// it is not empty, else the locale of env (LC_ALL, LC_MESSAGES, LANG in the order
// of POSIX), else English. It returns false for a flag that names neither.
func Resolve(flag string, env func(string) string) (model.Lang, bool) {
	switch model.Lang(flag) {
	case model.Japanese, model.English:
		return model.Lang(flag), true
	case "":
	default:
		return model.English, false
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "ja") {
				return model.Japanese, true
			}
			break
		}
	}
	return model.English, true
}
