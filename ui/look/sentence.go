package look

import "tachiba/ui/text"

// MaxSentence is the widest that a sentence is set in a preview, in cells.
const MaxSentence = 120

// Sentence returns a sentence in lines of at most width cells, the cues underlined.
func (l *Look) Sentence(sentence string, cues []string, width int) []string {
	spans := text.Find(sentence, cues, l.Cue)
	var lines []string
	for _, r := range text.Lines(sentence, width) {
		lines = append(lines, text.Render(sentence, r, l.Text, spans))
	}
	return lines
}

// Shorten returns lines as a block of room: the first ones, and where there is room
// for more than one, the last, which names the source. The line before what was left
// out is cut to width cells and says so.
func (l *Look) Shorten(block []string, room, width int) []string {
	if len(block) <= room || room < 1 {
		return block[:min(len(block), max(room, 0))]
	}
	kept := max(room-1, 1)
	out := append(block[:kept:kept], block[len(block)-1])[:room]
	if kept < len(block)-1 {
		out[kept-1] = text.Truncate(out[kept-1], width, "") + l.Ellipsis
	}
	return out
}
