package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"tachiba/data/digest"
	"tachiba/model"
)

// operation is one change of a library: all of it holds, or nothing.
type operation struct {
	Do         string
	Names      []string          `json:",omitempty"`
	Hashes     []string          `json:",omitempty"`
	Version    string            `json:",omitempty"`
	Correction *model.Correction `json:",omitempty"`
}

// digestState is what a library knows of a digest beyond its text.
type digestState struct {
	Hash, Coder            string
	Read, Starred, Removed bool
}

// state is what a person did, and what came of it.
type state struct {
	Digests     map[string]digestState
	Corrections map[string]bool // what they say; whether undone
}

func said(c model.Correction) string {
	return fmt.Sprint(c.Digest, "|", c.Sentence, "|", c.Verdict, "|", c.Was, "|", c.Now, "|", c.By)
}

// apply changes the state as an operation does.
func (s state) apply(o operation) {
	for i, name := range o.Names {
		d := s.Digests[name]
		switch o.Do {
		case "put":
			d.Hash = o.Hashes[i]
		case "replace":
			d.Hash, d.Coder, d.Removed = o.Hashes[i], "", false
		case "code":
			d.Coder = o.Version
		case "star":
			d.Starred = !d.Starred
		case "read":
			d.Read = !d.Read
		case "remove", "restore":
			d.Removed = o.Do == "remove"
		}
		s.Digests[name] = d
	}
	if o.Correction != nil {
		s.Corrections[said(*o.Correction)] = o.Do == "undo"
	}
}

func (s state) clone() state { return state{maps.Clone(s.Digests), maps.Clone(s.Corrections)} }

// stateOf reads the state of the digests whose names have a prefix.
func stateOf(s *Store, prefix string) (state, error) {
	out := state{map[string]digestState{}, map[string]bool{}}
	err := each(s.db, func(rows *sql.Rows) error {
		var name string
		var hash []byte
		var d digestState
		err := rows.Scan(&name, &hash, &d.Coder, &d.Read, &d.Starred, &d.Removed)
		d.Hash = hex.EncodeToString(hash)
		if strings.HasPrefix(name, prefix) {
			out.Digests[name] = d
		}
		return err
	}, "SELECT name, hash, coder, read, starred, removed <> 0 FROM digest")
	if err != nil {
		return out, err
	}
	list, err := s.Corrections(context.Background())
	for _, c := range list {
		if strings.HasPrefix(c.Digest, prefix) {
			out.Corrections[said(c)] = c.Undone
		}
	}
	return out, err
}

// worker does what people and the coder do to a library, by chance, and tells of
// each operation when it begins and when it is done.
type worker struct {
	s      *Store
	r      *rand.Rand
	prefix string
	steps  int // 0 for no end
	log    io.Writer
	state  state
	made   int
	ctx    context.Context
}

// workAlone opens the library and works.
func workAlone(path string, w *worker) error {
	fmt.Fprintln(w.log, "ready")
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	defer s.Close()
	return w.work(s)
}

func (w *worker) work(s *Store) (err error) {
	w.s, w.ctx = s, context.Background()
	if w.state, err = stateOf(s, w.prefix); err != nil {
		return err
	}
	w.made = len(w.state.Digests)
	acts := []func() error{w.put, w.put, w.replace, w.code, w.code, w.mark, w.remove, w.restore, w.correct, w.correct, w.undo}
	for i := 0; w.steps == 0 || i < w.steps; i++ {
		if err := acts[w.r.IntN(len(acts))](); err != nil {
			return err
		}
	}
	return nil
}

// do tells of an operation, runs it, and tells that it is done.
func (w *worker) do(o operation, run func() error) error {
	b, err := json.Marshal(o)
	if err != nil {
		return err
	}
	fmt.Fprintf(w.log, "begin %s\n", b)
	if err := run(); err != nil {
		return fmt.Errorf("%s: %w", b, err)
	}
	fmt.Fprintf(w.log, "done\n")
	w.state.apply(o)
	return nil
}

// article makes a digest up.
func (w *worker) article(name string) (Article, string) {
	a := article(name, madeUp(w.r, name))
	hash := sha256.Sum256([]byte(a.Text))
	return a, hex.EncodeToString(hash[:])
}

// madeUp returns a text in the digest layout with a number of cards.
func madeUp(r *rand.Rand, name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%sの題名\n%sの前文がここに立つ。\n", name, name)
	for i := range 1 + r.IntN(2) {
		fmt.Fprintf(&b, "第%d節の見出し\n何が問われるのか?\n米国は第%d案を求めた。\n公開日:2025/%02d/%02d\n✅ ロシアは第%d案を拒んだ。\n", i, r.IntN(9), 1+r.IntN(4), 1+r.IntN(28), r.IntN(9))
		fmt.Fprintf(&b, "さらに読む ⇒ 港の新聞出典/画像元: https://news%d.example.com/%d\nウクライナは第%d案を待つとした。代表は何も言わなかった。\n", r.IntN(5), r.IntN(99), r.IntN(9))
	}
	return b.String()
}

// pick returns a digest that is there, or was removed.
func (w *worker) pick(removed bool) (string, bool) {
	var names []string
	for name, d := range w.state.Digests {
		if d.Removed == removed {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "", false
	}
	slices.Sort(names)
	return names[w.r.IntN(len(names))], true
}

func (w *worker) put() error {
	o := operation{Do: "put"}
	var list []Article
	for range 1 + w.r.IntN(5) {
		name := fmt.Sprintf("%s%05d", w.prefix, w.made)
		w.made++
		a, hash := w.article(name)
		list, o.Names, o.Hashes = append(list, a), append(o.Names, name), append(o.Hashes, hash)
	}
	return w.do(o, func() error {
		_, ids, err := w.s.Put(w.ctx, list)
		if err == nil && !slices.Equal(ids, o.Names) {
			err = fmt.Errorf("kept as %v", ids)
		}
		return err
	})
}

func (w *worker) replace() error {
	name, ok := w.pick(false)
	if !ok {
		return nil
	}
	a, hash := w.article(name)
	return w.do(operation{Do: "replace", Names: []string{name}, Hashes: []string{hash}}, func() error {
		_, _, err := w.s.Put(w.ctx, []Article{a})
		return err
	})
}

func (w *worker) code() error {
	version := fmt.Sprint(w.r.IntN(2))
	list, err := w.s.Uncoded(w.ctx, version, 0, 10)
	if err != nil {
		return err
	}
	o := operation{Do: "code", Version: version}
	var coded []Coded
	for _, u := range list {
		if strings.HasPrefix(u.Name, w.prefix) {
			d := digest.Parse(u.Name, u.Path, u.Text)
			coded, o.Names = append(coded, Coded{u, d, codedBy(&d, len(version))}), append(o.Names, u.Name)
		}
	}
	return w.do(o, func() error { return w.s.SetCoded(w.ctx, version, coded) })
}

func (w *worker) mark() error {
	name, ok := w.pick(false)
	if !ok {
		return nil
	}
	d := w.state.Digests[name]
	o, m := operation{Do: "star", Names: []string{name}}, model.Marks{Starred: new(!d.Starred)}
	if w.r.IntN(2) == 0 {
		o.Do, m = "read", model.Marks{Read: new(!d.Read)}
	}
	return w.do(o, func() error { return w.s.Mark(w.ctx, o.Names, m) })
}

func (w *worker) remove() error {
	if name, ok := w.pick(false); ok && w.r.IntN(2) == 0 {
		return w.do(operation{Do: "remove", Names: []string{name}}, func() error { return w.s.Remove(w.ctx, []string{name}) })
	}
	return nil
}

func (w *worker) restore() error {
	if name, ok := w.pick(true); ok {
		return w.do(operation{Do: "restore", Names: []string{name}}, func() error { return w.s.Restore(w.ctx, []string{name}) })
	}
	return nil
}

func (w *worker) correct() error {
	name, ok := w.pick(false)
	if !ok {
		return nil
	}
	d, err := w.s.Digest(w.ctx, name)
	if err != nil {
		return err
	}
	x := d.Sentences[w.r.IntN(len(d.Sentences))]
	code := func() model.Code {
		return model.Code{Actor: lexicon.Actors[w.r.IntN(3)].ID, Topic: lexicon.Topics[w.r.IntN(2)].ID, Stance: model.Stances[w.r.IntN(3)]}
	}
	c := model.Correction{Digest: name, Line: x.Line, Sentence: x.Text, Verdict: model.Verdicts[w.r.IntN(4)], Was: code(), Now: code(), By: fmt.Sprint(w.r.Uint64())}
	return w.do(operation{Do: "correct", Correction: &c}, func() error {
		_, err := w.s.Correct(w.ctx, c)
		return err
	})
}

func (w *worker) undo() error {
	list, err := w.s.Corrections(w.ctx)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(c model.Correction) bool { return c.Undone || !strings.HasPrefix(c.Digest, w.prefix) })
	if len(list) == 0 {
		return nil
	}
	c := list[w.r.IntN(len(list))]
	return w.do(operation{Do: "undo", Correction: &c}, func() error { return w.s.SetUndone(w.ctx, c.ID, true) })
}
