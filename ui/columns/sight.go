package columns

// sight is what is in sight of a list whose rows differ in height. It knows only
// the rows that it shows: there may be tens of thousands.
type sight struct {
	top  int // the first row
	skip int // lines of it that are out of sight, where it is taller than the room
}

// keep returns the sight, moved as little as needed for the row at to be in
// sight: of n rows, at of them, in room lines.
func (s sight) keep(at, n, room int, height func(int) int) sight {
	if n == 0 {
		return sight{}
	}
	if tall := height(at) - room; tall > 0 {
		if s.top != at {
			s.skip = 0
		}
		return sight{at, max(0, min(s.skip, tall))}
	}
	s.top, s.skip = max(0, min(s.top, at)), 0
	for row, used := at, 0; row >= s.top; row-- {
		if used += height(row); used > room {
			s.top = row + 1
		}
	}
	used := 0
	for row := s.top; row < n && used < room; row++ {
		used += height(row)
	}
	for s.top > 0 && used < room {
		if used += height(s.top - 1); used <= room {
			s.top--
		}
	}
	return s
}

// page returns how many rows after the first are whole in sight, at least one.
func (s sight) page(n, room int, height func(int) int) int {
	used := height(s.top)
	row := s.top + 1
	for ; row < n; row++ {
		if used += height(row); used > room {
			break
		}
	}
	return max(1, row-s.top-1)
}
