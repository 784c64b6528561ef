package palette

import (
	"strings"
	"sync"

	"tachiba/model"
	"tachiba/ui/lang"
	"tachiba/ui/look"
)

// Command is what a person can do.
type Command struct {
	ID    string // as Chosen tells it
	Title string
	Keys  string // that do it, "" without any
	Group string
	// Readings are the title and words like it in kana, by which it is found in
	// romaji. Alias are other words by which it is found, the best known first.
	Readings, Alias []string
}

// english and japanese are the words of the other language than shown: reading them
// costs some milliseconds, which only the first palette does.
var (
	english  = sync.OnceValue(func() *lang.Printer { return lang.New(model.English) })
	japanese = sync.OnceValue(func() *lang.Printer { return lang.New(model.Japanese) })
)

// Words returns the Readings and Alias of a binding of the key map: its name in the
// other language than shown, its ID, and what both catalogues have for it.
func Words(l *look.Look, binding string) (readings, alias []string) {
	readings, alias = Names(l, "key."+binding, binding)
	return readings, append([]string{alias[0], binding}, alias[1:]...)
}

// Names returns the Readings and Alias of what a message names: the message in the
// other language than shown, and what both catalogues have for words.
func Names(l *look.Look, message, words string) (readings, alias []string) {
	ja, en := l.Printer, l.Printer
	var other *lang.Printer
	if l.Lang() == model.Japanese {
		en = english()
		other = en
	} else {
		ja = japanese()
		other = ja
	}
	readings = strings.Split(ja.T("palette.words_"+words), "、")
	return readings, append([]string{other.T(message)}, strings.Split(en.T("palette.words_"+words), ", ")...)
}
