package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"tachiba/model"
)

// file is a lexicon as written.
type file struct {
	Extends      string     `toml:"extends"`
	Name         model.Name `toml:"name"`
	ThirdParties []string   `toml:"third_parties"`
	Titles       []string   `toml:"titles"`
	Without      []string   `toml:"without"`
	Actors       []actor    `toml:"actors"`
	Topics       []topic    `toml:"topics"`
	Classes      []class    `toml:"classes"`
}

const (
	extendsDefault  = "default"
	extendsLanguage = "language"
	extendsNone     = "none"
)

// change says how an entry changes the one of the same id that it meets.
type change struct {
	Replace bool     `toml:"replace"`
	Remove  bool     `toml:"remove"`
	Without []string `toml:"without"`
}

type actor struct {
	ID      model.ActorID `toml:"id"`
	Name    model.Name    `toml:"name"`
	Reading string        `toml:"reading" json:"-"`
	Words   []string      `toml:"words"`
	People  []string      `toml:"people"`
	Short   []string      `toml:"short"`
	Members []member      `toml:"members" json:"-"`
	change
}

type member struct {
	ID      model.ActorID `toml:"id"`
	Name    model.Name    `toml:"name"`
	Reading string        `toml:"reading"`
	Words   []string      `toml:"words"`
	change
}

type topic struct {
	ID          model.TopicID `toml:"id"`
	Name        model.Name    `toml:"name"`
	Reading     string        `toml:"reading" json:"-"`
	Proposition model.Name    `toml:"proposition"`
	For         []string      `toml:"for"`
	Contrary    []string      `toml:"contrary"`
	Midway      []string      `toml:"midway"`
	Doing       []string      `toml:"doing"`
	Not         []string      `toml:"not"`
	Lever       bool          `toml:"lever"`
	Event       bool          `toml:"event"`
	Examples    []Example     `toml:"examples"`
	change
}

type class struct {
	ID       string    `toml:"id"`
	Effect   Effect    `toml:"effect"`
	Words    []string  `toml:"words"`
	Examples []Example `toml:"examples"`
	change
}

// Effect is what the words of a class do to a stance.
type Effect string

// The effects.
const (
	Favors   Effect = "favor"    // takes up what it governs: 求める, 支持する
	Opposes  Effect = "against"  // turns it down: 拒否する, 現実的ではない
	Harms    Effect = "harm"     // speaks for what it harms: 和平を遠ざける
	Undoes   Effect = "undo"     // makes it its contrary: 解除, 停止
	Reports  Effect = "report"   // passes on what is said: 述べた
	Negates  Effect = "negation" // ない, ず
	Silences Effect = "silence"  // somebody does not say: 論評を避けた
	Cancels  Effect = "cancel"   // makes the next negation none: 支援なしに〜ない
	Ignored  Effect = "ignore"   // holds another word but means nothing: かもしれない
	Protasis Effect = "if"       // ends a condition: なら, 限り
	Terms    Effect = "terms"    // names one: 条件, 見返り
	Source   Effect = "source"   // what stands before it is a source, no subject: によると
	Setting  Effect = "setting"  // makes of a meeting a place or time: 協議を終え
	Contrast Effect = "contrast" // a new subject begins: 一方
	Holding  Effect = "holding"  // what an actor has: 立場, 提案, 案
	Joint    Effect = "joint"    // the two named last: 両首脳
	Same     Effect = "same"     // the one named last: 同氏
)

// Effects lists the effects that a class may have.
var Effects = []Effect{
	Favors, Opposes, Harms, Undoes, Reports, Negates, Silences, Cancels, Ignored, Protasis, Terms, Source, Setting, Contrast, Holding, Joint, Same,
}

// shown returns the words that a view tints: without short names, which are
// actors only inside of compounds.
func (a *actor) shown() []string { return slices.Concat(a.Words, a.People) }

// members returns the actor's members.
func (a *actor) members() (out []model.Actor) {
	for _, m := range a.Members {
		out = append(out, model.Actor{ID: m.ID, Name: m.Name, Reading: m.Reading, Words: m.Words})
	}
	return out
}

// shown returns the topic's words. Words with a gap are left out: what stands
// before the gap (州〜手放) says nothing of the topic.
func (t *topic) shown() []string {
	return slices.DeleteFunc(slices.Concat(t.For, t.Contrary, t.Midway), func(w string) bool {
		return strings.Contains(w, gap)
	})
}

// language returns what of a lexicon is of no one conflict: who is nobody's
// party, titles and classes.
func (f *file) language() *file {
	return &file{ThirdParties: f.ThirdParties, Titles: f.Titles, Classes: f.Classes}
}

// version returns a hash of the content by which sentences are coded. Readings and
// members are not in it (json:"-"): the coder knows neither, so that a change of
// them lets stand what was coded.
func (f *file) version() string {
	content, _ := json.Marshal(f) // of strings and lists: it can't fail
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:8])
}
