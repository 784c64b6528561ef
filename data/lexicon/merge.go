package lexicon

import (
	"cmp"
	"slices"

	"tachiba/model"
)

// merge returns base with the reader's own file over it: entries of a new id
// are added, those of a known id add their words, replace the entry or remove
// it, as they say. The examples of base are of base alone: what they give may
// not hold with other words.
func merge(base, own *file) *file {
	out := *base
	out.Topics, out.Classes = slices.Clone(base.Topics), slices.Clone(base.Classes)
	for i := range out.Topics {
		out.Topics[i].Examples = nil
	}
	for i := range out.Classes {
		out.Classes[i].Examples = nil
	}
	out.Name = mergeName(base.Name, own.Name)
	out.ThirdParties = without(append(slices.Clone(base.ThirdParties), own.ThirdParties...), own.Without)
	out.Titles = without(append(slices.Clone(base.Titles), own.Titles...), own.Without)
	out.Actors = mergeEntries(base.Actors, own.Actors,
		func(a actor) (string, change) { return string(a.ID), a.change },
		func(old, own actor) actor {
			old.Name = mergeName(old.Name, own.Name)
			old.Reading = cmp.Or(own.Reading, old.Reading)
			old.Words = own.lists(old.Words, own.Words)
			old.People = own.lists(old.People, own.People)
			old.Short = own.lists(old.Short, own.Short)
			old.Members = mergeEntries(old.Members, own.Members,
				func(m member) (string, change) { return string(m.ID), m.change }, mergeMember)
			return old
		})
	out.Topics = mergeEntries(out.Topics, own.Topics,
		func(t topic) (string, change) { return string(t.ID), t.change }, mergeTopic)
	out.Classes = mergeEntries(out.Classes, own.Classes,
		func(c class) (string, change) { return c.ID, c.change },
		func(old, own class) class {
			if own.Effect != "" {
				old.Effect = own.Effect
			}
			old.Words = own.lists(old.Words, own.Words)
			old.Examples = own.Examples
			return old
		})
	return &out
}

func mergeMember(old, own member) member {
	old.Name = mergeName(old.Name, own.Name)
	old.Reading = cmp.Or(own.Reading, old.Reading)
	old.Words = own.lists(old.Words, own.Words)
	return old
}

func mergeTopic(old, own topic) topic {
	old.Name = mergeName(old.Name, own.Name)
	old.Reading = cmp.Or(own.Reading, old.Reading)
	old.Proposition = mergeName(old.Proposition, own.Proposition)
	old.For = own.lists(old.For, own.For)
	old.Contrary = own.lists(old.Contrary, own.Contrary)
	old.Midway = own.lists(old.Midway, own.Midway)
	old.Doing = own.lists(old.Doing, own.Doing)
	old.Not = own.lists(old.Not, own.Not)
	old.Lever = old.Lever || own.Lever
	old.Event = old.Event || own.Event
	old.Examples = own.Examples
	return old
}

// mergeEntries lays own entries over base ones, by id.
func mergeEntries[T any](base, own []T, of func(T) (string, change), add func(old, own T) T) []T {
	out := slices.Clone(base)
	for _, entry := range own {
		id, how := of(entry)
		i := slices.IndexFunc(out, func(old T) bool { known, _ := of(old); return known == id })
		switch {
		case i < 0 && !how.Remove:
			out = append(out, entry)
		case i < 0:
		case how.Remove:
			out = slices.Delete(out, i, i+1)
		case how.Replace:
			out[i] = entry
		default:
			out[i] = add(out[i], entry)
		}
	}
	return out
}

// lists returns old and own words without those that the entry takes away.
func (c change) lists(old, own []string) []string {
	return append(without(old, c.Without), own...)
}

func without(words, gone []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(gone, w) })
}

func mergeName(old, own model.Name) model.Name {
	if own.JA != "" {
		old.JA = own.JA
	}
	if own.EN != "" {
		old.EN = own.EN
	}
	return old
}
