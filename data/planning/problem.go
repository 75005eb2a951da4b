package planning

// FormatProblem and FormatPlan are what the files say of themselves.
const (
	FormatProblem = "mercredi-planning/1"
	FormatPlan    = "mercredi-plan/1"
)

// Problem is one weekly pattern to plan: docs/formats/planning.md describes each field and the rules. Ids are free
// texts; in the window they are those of the records, and a Workshop is an open cycle.
type Problem struct {
	Format        string        `json:"format"`
	ReferenceDate Date          `json:"reference_date"`
	StepMinutes   int           `json:"step_minutes"`
	Day           Day           `json:"day"`
	Rooms         []Room        `json:"rooms"`
	Facilitators  []Facilitator `json:"facilitators"`
	Workshops     []Workshop    `json:"workshops"`
	Children      []Child       `json:"children"`
	Requests      []Request     `json:"requests"`
	Apart         []Pair        `json:"apart,omitempty"`
	Together      []Pair        `json:"together,omitempty"`
	Escorts       *Escorts      `json:"escorts,omitempty"`
	Current       []Group       `json:"current,omitempty"`
}

// Day is when groups can be held.
type Day struct {
	Start  Time   `json:"start"`
	End    Time   `json:"end"`
	Breaks []Span `json:"breaks,omitempty"`
}

// Room is a « salle ».
type Room struct {
	ID     string `json:"id"`
	Places int    `json:"places"`
}

// Facilitator is an « intervenant » and the hours when they can lead.
type Facilitator struct {
	ID        string `json:"id"`
	Available []Span `json:"available"`
}

// Workshop is what is offered. Zero values of the optional fields are no rule.
type Workshop struct {
	ID            string   `json:"id"`
	LengthMinutes int      `json:"length_minutes"`
	Min           int      `json:"min"`
	Max           int      `json:"max"`
	MaxGroups     int      `json:"max_groups"`
	Grades        []Grade  `json:"grades,omitempty"` // none = every grade
	MaxGradeSpan  *int     `json:"max_grade_span,omitempty"`
	Ages          *Ages    `json:"ages,omitempty"`
	Facilitators  []string `json:"facilitators"`
	Earliest      Time     `json:"earliest,omitempty"` // first start
	Latest        Time     `json:"latest,omitempty"`   // last start
	Places        int      `json:"places,omitempty"`   // the room must have as many; max + 1 when not said
}

// places are those the room of a group must have.
func (w *Workshop) places() int {
	if w.Places == 0 {
		return w.Max + 1
	}
	return w.Places
}

// Ages are in years, both included.
type Ages struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Child is somebody to place. A grade or an age that is not known is refused nowhere.
type Child struct {
	ID        string  `json:"id"`
	Grade     Grade   `json:"grade,omitempty"`
	Age       *int    `json:"age,omitempty"`
	School    string  `json:"school,omitempty"`
	Family    string  `json:"family,omitempty"`
	Available []Span  `json:"available"`
	Escort    bool    `json:"escort,omitempty"`
	Prefers   HalfDay `json:"prefers,omitempty"`
}

// Request is a child oriented to a workshop.
type Request struct {
	Child    string   `json:"child"`
	Workshop string   `json:"workshop"`
	Priority Priority `json:"priority"`
	Since    Date     `json:"since,omitempty"`
}

// Priority is « urgent, prioritaire, normal ».
type Priority string

// The priorities.
const (
	Urgent Priority = "urgent"
	High   Priority = "high"
	Normal Priority = "normal"
)

// Pair are two children.
type Pair [2]string

// Escorts limits the trips between schools and groups: at one start, a school needs a trip for every ChildrenPerTrip
// children who are escorted.
type Escorts struct {
	TripsPerStart   int `json:"trips_per_start"`
	ChildrenPerTrip int `json:"children_per_trip"`
}

// Group is a group of a plan, or of the current one, where it may have locks.
type Group struct {
	ID          string   `json:"id"`
	Workshop    string   `json:"workshop"`
	Room        string   `json:"room"`
	Facilitator string   `json:"facilitator"`
	Start       Time     `json:"start"`
	Children    []string `json:"children"`
	Locks       *Locks   `json:"locks,omitempty"`
}

// Locks are what a proposal may not change: the start of a group, its room, the place of some of its children.
type Locks struct {
	Slot     bool     `json:"slot,omitempty"`
	Room     bool     `json:"room,omitempty"`
	Children []string `json:"children,omitempty"`
}
