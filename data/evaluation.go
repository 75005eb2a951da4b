package data

// Rubric is a « grille » of evaluation: criteria rated on named levels. The team can edit it.
type Rubric struct {
	Record[Rubric]
	Name     string      `cbor:"10,keyasint"`
	Levels   []string    `cbor:"11,keyasint"` // the word of each level, lowest first
	Criteria []Criterion `cbor:"12,keyasint"`
}

// Criterion is a « critère ». Its Key never changes, so that scores survive a change of words.
type Criterion struct {
	Key   int         `cbor:"1,keyasint"`
	Label string      `cbor:"2,keyasint"`
	Skill SkillFamily `cbor:"3,keyasint,omitempty"`
}

// SkillFamily is one of the three families of psychosocial skills.
type SkillFamily uint8

// The families.
const (
	SkillOther SkillFamily = iota
	Cognitive
	Emotional
	Social
)

// Check verifies what one rubric's record can verify alone.
func (r *Rubric) Check() error {
	var f faults
	f.name("Name", r.Name)
	f.between("Levels", len(r.Levels), 2, 7)
	f.between("Criteria", len(r.Criteria), 1, 40)
	for _, l := range r.Levels {
		f.name("Levels", l)
	}
	seen := map[int]bool{}
	for _, c := range r.Criteria {
		f.name("Criteria", c.Label)
		if seen[c.Key] {
			f.add("Criteria", ErrDuplicate)
		}
		seen[c.Key] = true
	}
	return f.err()
}

// Level is the word of a level (1 is the lowest), "" when the rubric has no such level.
func (r *Rubric) Level(n int) string {
	if n < 1 || n > len(r.Levels) {
		return ""
	}
	return r.Levels[n-1]
}

// Evaluation is one reading of a child's skills: at a moment of a cycle, from one viewpoint.
type Evaluation struct {
	Record[Evaluation]
	ChildID   ID[Child]  `cbor:"10,keyasint"`
	CycleID   ID[Cycle]  `cbor:"11,keyasint"`
	Moment    Moment     `cbor:"12,keyasint"`
	Viewpoint Viewpoint  `cbor:"13,keyasint"`
	On        Date       `cbor:"14,keyasint,omitempty"`
	Scores    []Score    `cbor:"15,keyasint,omitempty"`
	Comment   string     `cbor:"16,keyasint,omitempty"`
	AuthorID  ID[Member] `cbor:"17,keyasint"`
}

// Score is the level given to one criterion.
type Score struct {
	_     struct{} `cbor:",toarray"`
	Key   int
	Level int // from 1
}

// Check verifies what one evaluation's record can verify alone.
func (e *Evaluation) Check() error {
	var f faults
	if e.ChildID.IsZero() {
		f.add("ChildID", ErrMissing)
	}
	if e.CycleID.IsZero() {
		f.add("CycleID", ErrMissing)
	}
	f.between("Moment", int(e.Moment), int(MomentStart), int(MomentEnd))
	f.between("Viewpoint", int(e.Viewpoint), int(ByFacilitator), int(BySchool))
	f.date("On", e.On)
	for _, s := range e.Scores {
		f.between("Scores", s.Level, 1, 7)
	}
	f.note("Comment", e.Comment)
	return f.err()
}

// Level is the level given to a criterion, 0 when it has not been rated: unknown is never 0 on a paper.
func (e *Evaluation) Level(key int) int {
	for _, s := range e.Scores {
		if s.Key == key {
			return s.Level
		}
	}
	return 0
}

// Rate gives a criterion a level; 0 takes it away.
func (e *Evaluation) Rate(key, level int) {
	for i, s := range e.Scores {
		if s.Key != key {
			continue
		}
		if level == 0 {
			e.Scores = append(e.Scores[:i], e.Scores[i+1:]...)
			return
		}
		e.Scores[i].Level = level
		return
	}
	if level != 0 {
		e.Scores = append(e.Scores, Score{Key: key, Level: level})
	}
}

// Moment of a cycle.
type Moment uint8

// The moments.
const (
	MomentStart Moment = iota + 1
	MomentMid
	MomentEnd
)

// Viewpoint is whose reading an evaluation is.
type Viewpoint uint8

// The viewpoints.
const (
	ByFacilitator Viewpoint = iota + 1
	ByChild
	ByFamily
	BySchool
)
