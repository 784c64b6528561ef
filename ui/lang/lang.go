// Package lang holds the words of the interface in Japanese and English.
package lang

import (
	"embed"
	"fmt"
	"path"
	"regexp"
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
	lang    model.Lang
	p       *message.Printer
	catalog *catalog.Builder
	keys    map[string]bool
	blank   map[string]form   // the messages with blanks
	fixed   map[string]string // those that are said as they are
}

// form is a message as a catalogue has it: a text with the verbs of fmt, or two by
// the number that is its first argument.
type form struct{ one, other string }

var tags = map[model.Lang]language.Tag{model.Japanese: language.Japanese, model.English: language.English}

// New returns the printer of a language: Japanese or English.
func New(lang model.Lang) *Printer {
	messages, err := load(lang)
	if err != nil {
		panic(err) // the catalogues are compiled in, and tested
	}
	b := catalog.NewBuilder(catalog.Fallback(tags[lang]))
	p := &Printer{lang, message.NewPrinter(tags[lang], message.Catalog(b)), b, map[string]bool{}, map[string]form{}, map[string]string{}}
	for key, f := range messages {
		p.set(key, f)
		p.keys[key] = true
		if blank.MatchString(f.one + f.other) {
			p.blank[key] = f
		}
	}
	return p
}

func (p *Printer) set(key string, f form) {
	if err := p.catalog.Set(tags[p.lang], key, f.message()); err != nil {
		panic(fmt.Errorf("%s: %s: %w", p.lang, key, err))
	}
	delete(p.fixed, key)
	if f.one == "" && !strings.ContainsAny(f.other, "%$") {
		p.fixed[key] = f.other // a frame says hundreds of them
	}
}

// blank is what a catalogue writes for what only the running program knows.
var blank = regexp.MustCompile(`\{([^{}]*)\}`)

// Fill puts into the blanks of all messages what say returns for the words between
// their braces: a text, in which % is no verb. What is between braces in an argument
// stays. It is to be called before the printer is shared.
func (p *Printer) Fill(say func(words string) string) {
	fill := func(text string) string {
		text = blank.ReplaceAllStringFunc(text, func(b string) string {
			return strings.ReplaceAll(say(b[1:len(b)-1]), "%", "%%")
		})
		return strings.ReplaceAll(text, "${", "$ {") // which would start a blank of the library's
	}
	for key, f := range p.blank {
		p.set(key, form{fill(f.one), fill(f.other)})
	}
}

// Lang returns the printer's language.
func (p *Printer) Lang() model.Lang { return p.lang }

// T returns the message of a key with its arguments, numbers grouped as the
// language does; the key itself where there is no such message.
func (p *Printer) T(key string, args ...any) string {
	if text, ok := p.fixed[key]; ok && len(args) == 0 {
		return text
	}
	return p.p.Sprintf(key, args...)
}

// Has tells whether there is a message of a key.
func (p *Printer) Has(key string) bool { return p.keys[key] }

// Name returns a name in the printer's language.
func (p *Printer) Name(n model.Name) string { return n.In(p.lang) }

// message returns the form as the catalogue of the library takes it.
func (f form) message() catalog.Message {
	if f.one == "" {
		return catalog.String(f.other)
	}
	return plural.Selectf(1, "%d", plural.One, f.one, plural.Other, f.other)
}

// load reads a language's catalogues: tables of messages, by "table.key".
func load(lang model.Lang) (map[string]form, error) {
	entries, err := files.ReadDir(string(lang))
	if err != nil {
		return nil, err
	}
	out := map[string]form{}
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
func read(b []byte, out map[string]form) error {
	var tables map[string]map[string]any
	if err := toml.Unmarshal(b, &tables); err != nil {
		return err
	}
	for table, entries := range tables {
		for key, v := range entries {
			key = table + "." + key
			if _, ok := out[key]; ok {
				return fmt.Errorf("%s: twice", key)
			}
			switch v := v.(type) {
			case string:
				out[key] = form{other: v}
			case map[string]any:
				one, _ := v["one"].(string)
				other, _ := v["other"].(string)
				if one == "" || other == "" {
					return fmt.Errorf("%s lacks one or other", key)
				}
				out[key] = form{one, other}
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
