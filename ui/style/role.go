package style

// Role is a part of the screens that a theme draws in its own way.
type Role string

// The roles. Heat1 to Heat5 are the steps of a share, from the least on.
const (
	Text        Role = "text"
	Muted       Role = "muted"
	Faint       Role = "faint" // rules, and what matters least
	Title       Role = "title"
	Accent      Role = "accent"
	Warn        Role = "warn"
	Selected    Role = "selected"
	Favor       Role = "favor"
	Against     Role = "against"
	Conditional Role = "conditional"
	Actor       Role = "actor" // words that name one
	Topic       Role = "topic"
	Cue         Role = "cue" // words that tell a stance
	Heat1       Role = "heat1"
	Heat2       Role = "heat2"
	Heat3       Role = "heat3"
	Heat4       Role = "heat4"
	Heat5       Role = "heat5"
)

// Roles lists the roles in the order in which a person reads of them.
var Roles = [...]Role{
	Text, Muted, Faint, Title, Accent, Warn, Selected, Favor, Against, Conditional, Actor, Topic, Cue, Heat1, Heat2, Heat3, Heat4, Heat5,
}
