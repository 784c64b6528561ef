package rank

import (
	"math"
	"math/rand/v2"
)

// Example is one thing to be classified, and what it is.
type Example struct {
	Features []Feature
	Class    int
}

// Options steer the training.
type Options struct {
	Rounds int     // how often each example is seen
	Rate   float64 // how fast weights move
	L1, L2 float64 // how much weights are held near zero
	Often  int     // features seen in fewer examples of a class but the first are left out
	Seed   uint64  // of the order in which examples are seen
}

// Train returns the model that fits the examples, by FTRL-Proximal (McMahan et
// al., "Ad Click Prediction: a View from the Trenches", KDD 2013). The same
// examples and options give the same model. Weights of 0 are left out.
func Train(examples []Example, o Options) *Model {
	often := map[Feature]int{}
	for _, e := range examples {
		if e.Class > 0 {
			for _, f := range e.Features {
				often[f]++
			}
		}
	}
	index := map[Feature]int32{}
	rows := make([][]int32, len(examples))
	for i, e := range examples {
		for _, f := range e.Features {
			if often[f] < o.Often {
				continue
			}
			k, ok := index[f]
			if !ok {
				k = int32(len(index))
				index[f] = k
			}
			rows[i] = append(rows[i], k)
		}
	}
	t := trainer{o: o, z: make([][Classes - 1]float64, len(index)), n: make([][Classes - 1]float64, len(index))}
	order := rand.New(rand.NewPCG(o.Seed, o.Seed))
	for range o.Rounds {
		for _, i := range order.Perm(len(examples)) {
			t.see(rows[i], examples[i].Class)
		}
	}
	m := newModel(len(index))
	for f, k := range index {
		var w Weights
		for c := range w {
			w[c] = float32(math.Round(t.weight(k, c)*hundredths) / hundredths)
		}
		if w != (Weights{}) {
			m.set(f, w)
		}
	}
	return m
}

// trainer holds the sums of FTRL-Proximal: z of the gradients, n of their
// squares.
type trainer struct {
	o    Options
	z, n [][Classes - 1]float64
}

// beta keeps the first steps from being too long.
const beta = 1.0

func (t *trainer) weight(k int32, c int) float64 {
	z := t.z[k][c]
	if math.Abs(z) <= t.o.L1 {
		return 0
	}
	return -(z - math.Copysign(t.o.L1, z)) / ((beta+math.Sqrt(t.n[k][c]))/t.o.Rate + t.o.L2)
}

// see moves the weights towards an example.
func (t *trainer) see(row []int32, class int) {
	var logits [Classes]float64
	for _, k := range row {
		for c := range Classes - 1 {
			logits[c+1] += t.weight(k, c)
		}
	}
	p := softmax(logits)
	for c := range Classes - 1 {
		g := p[c+1]
		if class == c+1 {
			g--
		}
		if math.Abs(g) < 1e-6 {
			continue
		}
		for _, k := range row {
			w := t.weight(k, c)
			n := t.n[k][c]
			sigma := (math.Sqrt(n+g*g) - math.Sqrt(n)) / t.o.Rate
			t.z[k][c] += g - sigma*w
			t.n[k][c] += g * g
		}
	}
}
