package style

import (
	"math"
	"strconv"
	"testing"

	"github.com/lucasb-eyer/go-colorful"
)

// backgrounds are what the built-in themes of fixed colours are drawn on.
var backgrounds = []struct {
	name  string
	sheet sheet
	back  string
	least float64 // contrast of text
}{
	{"light", lightSheet, "#ffffff", 4.5},
	{"dark", darkSheet, "#000000", 4.5},
	{"contrast, light", lightContrast, "#ffffff", 7},
	{"contrast, dark", darkContrast, "#000000", 7},
}

func colour(t *testing.T, s string) colorful.Color {
	t.Helper()
	c, err := colorful.Hex(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return c
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c colorful.Color) float64 {
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b colorful.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastRatio(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#767676", "#ffffff", 4.54}, {"#005faf", "#005faf", 1}} {
		if got := contrast(colour(t, tt.a), colour(t, tt.b)); math.Abs(got-tt.want) > 0.01 {
			t.Errorf("%s on %s: %.2f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestTextIsReadable(t *testing.T) {
	for _, on := range backgrounds {
		for _, role := range Roles {
			p, ok := parsePaint(on.sheet[role])
			if !ok {
				t.Fatalf("%s: %s: %q", on.name, role, on.sheet[role])
			}
			if p.front == "" && p.back == "" {
				continue // the terminal's own
			}
			back := on.back
			if p.back != "" {
				back = p.back
			}
			if got := contrast(colour(t, p.front), colour(t, back)); got < on.least {
				t.Errorf("%s: %s %q has contrast %.2f, less than %v", on.name, role, on.sheet[role], got, on.least)
			}
		}
	}
}

// dichromacy simulates colour blindness by a matrix on linear RGB (Machado,
// Oliveira and Fernandes 2009, severity 1).
type dichromacy [3][3]float64

var eyes = map[string]dichromacy{
	"normal":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func (d dichromacy) see(c colorful.Color) colorful.Color {
	r, g, b := c.LinearRgb()
	at := func(row [3]float64) float64 { return row[0]*r + row[1]*g + row[2]*b }
	return colorful.LinearRgb(at(d[0]), at(d[1]), at(d[2])).Clamped()
}

// Distances (CIEDE2000, where 1 is the least that is seen side by side) at which
// colours of single words are told apart at a glance.
const (
	apart = 25 // the stances
	aside = 15 // a stance and what has no evidence, which is a word of its own too
)

// Readers with the usual kinds of colour blindness tell the stances apart, and from
// what has no evidence.
func TestStancesAreDistinct(t *testing.T) {
	for _, on := range backgrounds {
		roles := []Role{Favor, Against, Conditional, Muted}
		for name, eye := range eyes {
			for i, a := range roles {
				for _, b := range roles[:i] {
					least := float64(apart)
					if a == Muted {
						least = aside
					}
					x, y := eye.see(colour(t, on.sheet[a])), eye.see(colour(t, on.sheet[b]))
					if d := 100 * x.DistanceCIEDE2000(y); d < least {
						t.Errorf("%s, %s: %s and %s are %.1f apart, less than %v", on.name, name, a, b, d, least)
					}
				}
			}
		}
	}
}

// Shares have one hue, and each step is lighter, or darker, than the one before.
func TestHeatSteps(t *testing.T) {
	for _, on := range backgrounds {
		before := luminance(colour(t, on.back))
		up := before < 0.5
		for i := 1; i <= 5; i++ {
			p, _ := parsePaint(on.sheet[Role("heat"+strconv.Itoa(i))])
			back := colour(t, p.back)
			if l := luminance(back); (l > before) != up || math.Abs(l-before) < 0.02 {
				t.Errorf("%s: step %d has luminance %.3f after %.3f", on.name, i, l, before)
			} else {
				before = l
			}
			if hue, saturation, _ := back.Hsv(); saturation > 0.1 && (hue < 195 || hue > 245) {
				t.Errorf("%s: step %d is of hue %.0f", on.name, i, hue)
			}
		}
	}
}

// What is drawn without colours has none, and what has the terminal's own has no
// others.
func TestColoursOfOtherThemes(t *testing.T) {
	for _, role := range Roles {
		if p, ok := parsePaint(monoSheet[role]); !ok || p.front+p.back != "" {
			t.Errorf("mono: %s is %q", role, monoSheet[role])
		}
		for _, sheet := range []sheet{lightANSI, darkANSI} {
			p, ok := parsePaint(sheet[role])
			for _, c := range []string{p.front, p.back} {
				if n, err := strconv.Atoi(c); !ok || c != "" && (err != nil || n > 15 || n == 8) {
					t.Errorf("ansi: %s is %q", role, sheet[role])
				}
			}
		}
	}
}
