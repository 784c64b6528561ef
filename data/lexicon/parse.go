package lexicon

import (
	"errors"
	"reflect"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tachiba/model"
)

// parse returns the lexicon as written. It must stand in TOML with known keys
// of the right types; whether it makes sense is for check.
func parse(text, path string) (*file, error) {
	f := &file{}
	d := toml.NewDecoder(strings.NewReader(text)).DisallowUnknownFields()
	err := d.Decode(f)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	p := &model.Problem{Code: model.ProblemLexicon, Path: path, Err: err}
	switch {
	case err == nil:
		return f, nil
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		first := unknown.Errors[0]
		p.Line, _ = first.Position()
		p.Key = strings.Join(first.Key(), ".")
		p.Want = "one of " + strings.Join(keys(first.Key()), ", ")
		p.Err = errors.New("unknown key")
	case errors.As(err, &wrong):
		p.Line, _ = wrong.Position()
		p.Key = strings.Join(wrong.Key(), ".")
		p.Want = kind(wrong.Key())
		if p.Want != "TOML" {
			p.Err = errors.New("wrong kind of value") // the decoder's words name types of Go
		}
	default:
		p.Want = "TOML"
	}
	return nil, p
}

// at returns the type of the table in which a key stands, walking down from
// file, and the type of the key itself (nil when there is no such key).
func at(key []string) (table, value reflect.Type) {
	value = reflect.TypeFor[file]()
	for _, k := range key {
		for value.Kind() == reflect.Slice {
			value = value.Elem()
		}
		if value.Kind() != reflect.Struct {
			return table, nil
		}
		table = value
		field, ok := fields(table)[k]
		if !ok {
			return table, nil
		}
		value = field
	}
	return table, value
}

func fields(table reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(table) {
		if name := f.Tag.Get("toml"); name != "" && name != "-" {
			out[name] = f.Type
		}
	}
	return out
}

// keys lists the keys that may stand where key does, in the order of the type.
func keys(key []string) []string {
	table, _ := at(key)
	var out []string
	for _, f := range reflect.VisibleFields(table) {
		if name := f.Tag.Get("toml"); name != "" && name != "-" {
			out = append(out, name)
		}
	}
	return out
}

// kind says what the value of a key is.
func kind(key []string) string {
	if len(key) == 0 {
		return "TOML"
	}
	_, value := at(key)
	if value == nil {
		return "TOML"
	}
	switch value.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.String:
		return "a text in quotes"
	case reflect.Slice:
		if value.Elem().Kind() == reflect.String {
			return "a list of texts"
		}
		return "a list of tables"
	}
	return "a table"
}
