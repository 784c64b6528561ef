package style

// Signs are the characters that the screens are drawn with.
type Signs struct {
	Favor, Against, Conditional, None string
	Shift, Cursor, Picked             string
	Rule, Side, Bar, HalfBar          string
	On, Off, Ellipsis, Between, More  string
	New, Reviewed, Starred, Unread    string
	Open, Close                       string // quotation marks
}

var (
	unicodeSigns = Signs{
		Favor: "▲", Against: "▼", Conditional: "◆", None: "·", Shift: "⇄", Cursor: "▸", Picked: "●",
		Rule: "─", Side: "│", Bar: "█", HalfBar: "▌", On: "[✓]", Off: "[ ]", Ellipsis: "…", Between: " · ", More: "↓",
		New: "*", Reviewed: "✓", Starred: "★", Unread: "•",
		Open: "「", Close: "」",
	}
	asciiSigns = Signs{
		Favor: "+", Against: "x", Conditional: "~", None: ".", Shift: "<>", Cursor: ">", Picked: "*",
		Rule: "-", Side: "|", Bar: "#", HalfBar: "=", On: "[x]", Off: "[ ]", Ellipsis: "..", Between: ", ", More: "v",
		New: "!", Reviewed: "=", Starred: "*", Unread: "o",
		Open: `"`, Close: `"`,
	}
)

// surely returns the signs of which each takes the same cells on every terminal:
// those of Unicode, and where one's width is ambiguous another.
func surely() Signs {
	s := asciiSigns
	s.Favor, s.Against, s.Conditional = "▴", "▾", "◊"
	s.Shift, s.Cursor, s.On, s.Reviewed = unicodeSigns.Shift, unicodeSigns.Cursor, unicodeSigns.On, unicodeSigns.Reviewed
	s.Open, s.Close = unicodeSigns.Open, unicodeSigns.Close
	return s
}
