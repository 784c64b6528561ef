// Package scroll keeps a cursor in sight.
package scroll

// Keep returns the cursor at, moved inside a list of n, and the first place in
// sight, moved as little as needed for visible places from it to hold the cursor.
func Keep(at, top, n, visible int) (int, int) {
	at = max(0, min(at, n-1))
	top = max(0, min(top, at, n-visible))
	return at, max(top, at-visible+1)
}
