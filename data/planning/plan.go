package planning

// Plan is an answer: the groups, who waits and why, and how good it is.
type Plan struct {
	Format        string `json:"format"`
	ProblemSHA256 string `json:"problem_sha256"`
	Seed          uint64 `json:"seed"`
	Iterations    int    `json:"iterations"`
	Proven        bool   `json:"proven"`
	// ProvenComposition says that no other composition of these groups, at these hours, is better.
	ProvenComposition bool      `json:"proven_composition,omitempty"`
	Groups            []Group   `json:"groups"`
	Waiting           []Waiting `json:"waiting"`
	Objective         []Level   `json:"objective"`
}

// Waiting is a request without a place.
type Waiting struct {
	Child    string   `json:"child"`
	Workshop string   `json:"workshop"`
	Reasons  []Reason `json:"reasons"`
}

// Reason is one cause why a request waits, and what it is about: ids of groups, children, rooms or facilitators.
type Reason struct {
	Code ReasonCode `json:"code"`
	// Text is the French sentence, written by who knows the names.
	Text  string   `json:"text"`
	About []string `json:"about,omitempty"`
	// Start is the hour it is about, Count what there is and Limit what the rule allows, for those that say it.
	Start        Time  `json:"-"`
	Count, Limit int   `json:"-"`
	Grade        Grade `json:"-"`
}

// Level is one level of the objective, the first deciding.
type Level struct {
	Level int    `json:"level"`
	Name  string `json:"name"`
	Value int    `json:"value"`
}
