package wire

import (
	"slices"
	"strings"
)

// What SGR sets (ECMA-48, 8.3.117; ITU-T T.416 for the colours).
const (
	bold = iota
	faint
	italic
	underline
	blink
	reverse
	conceal
	crossed
	foreground
	background
	underlineColour
	slots
)

// style is how text looks: the parameters that set each slot, "" by default.
type style [slots]string

// clears are the parameters that bring slots back to what they are by default.
var clears = map[string][]int{
	"22": {bold, faint}, "23": {italic}, "24": {underline}, "25": {blink}, "27": {reverse}, "28": {conceal}, "29": {crossed},
	"39": {foreground}, "49": {background}, "59": {underlineColour},
}

var clearOf = func() (of [slots]string) {
	for p, list := range clears {
		for _, slot := range list {
			of[slot] = p
		}
	}
	return of
}()

var flags = map[string]int{
	"1": bold, "2": faint, "3": italic, "4": underline, "5": blink, "6": blink, "7": reverse, "8": conceal, "9": crossed,
}

var colours = map[string]int{"38": foreground, "48": background, "58": underlineColour}

// after returns the style after an SGR sequence's parameters; ok is false where some
// are not known.
func (s style) after(params string) (after style, ok bool) {
	list := strings.Split(params, ";")
	for len(list) > 0 {
		p := list[0]
		n := 1
		if p == "" || p == "0" {
			s = style{}
		} else if slot, is := flags[p]; is {
			s[slot] = p
		} else if cleared, is := clears[p]; is {
			for _, slot := range cleared {
				s[slot] = ""
			}
		} else if slot, is := colours[p]; is {
			if n = colourLength(list); n == 0 {
				return s, false
			}
			s[slot] = strings.Join(list[:n], ";")
		} else if slot := indexed(p); slot >= 0 {
			s[slot] = p
		} else if kind, _, sub := strings.Cut(p, ":"); sub && kind == "4" {
			s[underline] = p
		} else if slot, is := colours[kind]; sub && is {
			s[slot] = p
		} else {
			return s, false
		}
		list = list[n:]
	}
	return s, true
}

// colourLength returns how many parameters a colour takes that list begins with, 0
// where it is none.
func colourLength(list []string) int {
	n := 0
	switch {
	case len(list) > 1 && list[1] == "5":
		n = 3
	case len(list) > 1 && list[1] == "2":
		n = 5
	}
	if n > len(list) {
		return 0
	}
	return n
}

// indexed returns the slot of one of the sixteen colours' parameters, or -1.
func indexed(p string) int {
	switch {
	case len(p) == 2 && (p[0] == '3' || p[0] == '9') && p[1] >= '0' && p[1] <= '7':
		return foreground
	case len(p) == 2 && p[0] == '4' && p[1] >= '0' && p[1] <= '7', len(p) == 3 && p[:2] == "10" && p[2] >= '0' && p[2] <= '7':
		return background
	}
	return -1
}

// sequence returns the shortest sequence that turns one style into another.
func (s style) sequence(to style) string {
	if s == to {
		return ""
	}
	var set, change []string
	for slot, p := range to {
		if p != "" {
			set = append(set, p)
		}
		if p == "" && s[slot] != "" && !slices.Contains(change, clearOf[slot]) {
			change = append(change, clearOf[slot])
		}
	}
	cleared := slices.Contains(change, clearOf[bold]) // which clears faint as well
	for slot, p := range to {
		if p != "" && (p != s[slot] || cleared && slot <= faint) {
			change = append(change, p)
		}
	}
	whole := ""
	if len(set) > 0 {
		whole = "0;" + strings.Join(set, ";")
	}
	if part := strings.Join(change, ";"); len(part) < len(whole) {
		whole = part
	}
	return "\x1b[" + whole + "m"
}
