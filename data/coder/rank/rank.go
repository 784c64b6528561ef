// Package rank weighs features by a multinomial logistic regression: how likely
// each class is, given what was seen. Features are named, so that every weight
// can be read and explained.
package rank

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Classes is the number of classes; class 0 has no weights of its own.
const Classes = 4

// Feature is the hash of a feature's name, which is made of parts.
type Feature uint32

// Part is the hash of a part of a name (FNV-1a, 32 bits).
type Part uint32

// PartOf returns the hash of a part.
func PartOf(s string) Part {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return Part(h)
}

// Of returns the feature of the parts of a name.
func Of(parts ...string) Feature {
	var f Feature
	for _, p := range parts {
		f = f.And(PartOf(p))
	}
	return f
}

// And returns the feature whose name goes on with a part (the mixing step of
// MurmurHash3).
func (f Feature) And(p Part) Feature {
	h := (uint32(f)<<13 | uint32(f)>>19) ^ uint32(p)*0xcc9e2d51
	h = h*5 + 0xe6546b64
	h ^= h >> 15
	return Feature(max(h*0x85ebca6b, 1)) // 0 is a free slot
}

// separator stands between the parts of a name.
const separator = "|"

// Name returns the name of the feature that Of returns for the same parts.
func Name(parts ...string) string { return strings.Join(parts, separator) }

// Weights are what a feature says for each class but the first, in logits.
type Weights [Classes - 1]float32

// Model is a weight for each feature. It is never changed once made, so it may
// be shared.
type Model struct {
	slots   []Feature // open addressing: 0 for none
	weights []Weights // of the slots
	known   int
}

// newModel returns a model with room for so many features.
func newModel(n int) *Model {
	size := 1024
	for size < 2*n {
		size *= 2
	}
	return &Model{slots: make([]Feature, size), weights: make([]Weights, size)}
}

// slot returns where a feature stands, or the free slot where it would.
func (m *Model) slot(f Feature) int {
	i := int(f) & (len(m.slots) - 1)
	for m.slots[i] != f && m.slots[i] != 0 {
		i = (i + 1) & (len(m.slots) - 1)
	}
	return i
}

func (m *Model) set(f Feature, w Weights) {
	i := m.slot(f)
	if m.slots[i] == 0 {
		m.slots[i], m.known = f, m.known+1
	}
	m.weights[i] = w
}

// Of returns the weights of a feature; false when the model does not know it.
func (m *Model) Of(f Feature) (Weights, bool) {
	i := m.slot(f)
	return m.weights[i], m.slots[i] != 0
}

// Len returns the number of features that the model knows.
func (m *Model) Len() int { return m.known }

// Classify returns the probability of each class.
func (m *Model) Classify(features []Feature) [Classes]float64 {
	var sum [Classes]float64
	for _, f := range features {
		i := m.slot(f)
		if m.slots[i] == 0 {
			continue
		}
		for c, w := range m.weights[i] {
			sum[c+1] += float64(w)
		}
	}
	return softmax(sum)
}

func softmax(logits [Classes]float64) [Classes]float64 {
	top := slices.Max(logits[:])
	total := 0.0
	for c := range logits {
		logits[c] = math.Exp(logits[c] - top)
		total += logits[c]
	}
	for c := range logits {
		logits[c] /= total
	}
	return logits
}

// Read returns the model that Write has written. The error names the line.
func Read(in io.Reader) (*Model, error) {
	lines := bufio.NewScanner(in)
	m := newModel(0)
	count := 0
	for n := 0; lines.Scan(); n++ {
		if n == 0 {
			var err error
			count, err = strconv.Atoi(lines.Text())
			if err != nil || count < 0 || count > mostFeatures {
				return nil, fmt.Errorf("weights, line 1: %q is no number of features", lines.Text())
			}
			m = newModel(count)
			continue
		}
		if m.known == count {
			return nil, fmt.Errorf("weights, line %d: more than the %d features that line 1 names", n+1, count)
		}
		name, rest, _ := strings.Cut(lines.Text(), "\t")
		var w Weights
		for c := range w {
			var field string
			field, rest, _ = strings.Cut(rest, "\t")
			v, err := strconv.Atoi(field)
			if err != nil {
				return nil, fmt.Errorf("weights, line %d: %w", n+1, err)
			}
			w[c] = float32(v) / hundredths
		}
		var f Feature
		for part := range strings.SplitSeq(name, separator) {
			f = f.And(PartOf(part))
		}
		m.set(f, w)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	return m, nil
}

// mostFeatures is how many features a model may have that is read: what a
// damaged file claims must not cost more memory than that.
const mostFeatures = 1 << 20

// hundredths is in what parts of a logit weights are written.
const hundredths = 100

// Write writes the model: the number of features, then a feature a line with
// its weights in hundredths of a logit, in the order of the names.
func (m *Model) Write(out io.Writer, names map[Feature]string) error {
	var known []Feature
	for _, f := range m.slots {
		if f != 0 {
			known = append(known, f)
		}
	}
	slices.SortFunc(known, func(a, b Feature) int { return cmp.Compare(names[a], names[b]) })
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, len(known))
	for _, f := range known {
		w.WriteString(names[f])
		weights, _ := m.Of(f)
		for _, v := range weights {
			w.WriteByte('\t')
			w.WriteString(strconv.Itoa(int(math.Round(float64(v) * hundredths))))
		}
		w.WriteByte('\n')
	}
	return w.Flush()
}
