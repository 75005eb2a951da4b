package data

// School is an « école », a collège or a lycée.
type School struct {
	Record[School]
	Name string     `cbor:"10,keyasint"`
	Kind SchoolKind `cbor:"11,keyasint,omitempty"`
	// Network is the priority network of the school: REP, REP+ or none.
	Network Network `cbor:"12,keyasint,omitempty"`
	// PriorityArea says whether the school stands in a « quartier prioritaire ».
	PriorityArea Answer  `cbor:"13,keyasint,omitempty"`
	Address      Address `cbor:"14,keyasint"`
	Phone        string  `cbor:"15,keyasint,omitempty"`
	Email        string  `cbor:"16,keyasint,omitempty"`
	Contact      string  `cbor:"17,keyasint,omitempty"`
}

// Check verifies what one school's record can verify alone.
func (s *School) Check() error {
	var f faults
	f.name("Name", s.Name)
	s.Address.check("Address", &f)
	f.shorts(text{"Phone", s.Phone}, text{"Email", s.Email}, text{"Contact", s.Contact})
	return f.err()
}

// SchoolKind is the kind of a school.
type SchoolKind uint8

// The kinds.
const (
	SchoolOther  SchoolKind = iota
	Nursery                 // maternelle
	Elementary              // élémentaire
	Primary                 // maternelle and élémentaire together
	MiddleSchool            // collège
	HighSchool              // lycée
)

// Network is the priority network of a school.
type Network uint8

// The networks.
const (
	NetworkUnknown Network = iota
	NoNetwork
	REP
	REPPlus
)

// Grade is the school level (« niveau »). Grades are ordered: CP < CE1.
type Grade uint8

// The grades, from nursery school to the last year of lycée.
const (
	GradeUnknown Grade = iota
	TPS
	PS
	MS
	GS
	CP
	CE1
	CE2
	CM1
	CM2
	Sixieme
	Cinquieme
	Quatrieme
	Troisieme
	Seconde
	Premiere
	Terminale
)

// Eligibility is what makes a child eligible: living in a priority area, or schooled in REP, REP+ or in a school
// that stands in a priority area. It is shown and warned about, never a reason to refuse.
type Eligibility struct{ Area, Network, SchoolArea bool }

// Any reports whether one criterion is met.
func (e Eligibility) Any() bool { return e.Area || e.Network || e.SchoolArea }

// EligibilityOf weighs a child and the child's school (nil when not said).
func EligibilityOf(c *Child, s *School) Eligibility {
	e := Eligibility{Area: c.PriorityArea == Yes}
	if s != nil {
		e.Network = s.Network == REP || s.Network == REPPlus
		e.SchoolArea = s.PriorityArea == Yes
	}
	return e
}
