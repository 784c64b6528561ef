package feed

// MaxListSize is the size in bytes above which ReadOPML refuses a list.
const MaxListSize = 4 << 20

const (
	maxFolders  = 16  // folders within each other; deeper ones count as their parent
	maxProblems = 100 // faults of one list that are told
)

// Subscription is an entry of a list of feeds.
type Subscription struct {
	Title  string   // one clean line; the address when the list has none
	URL    string   // the feed's absolute http(s) address
	Site   string   // the address of the site that the feed belongs to, or ""
	Folder []string // the names of the folders it is in, outermost first
}
