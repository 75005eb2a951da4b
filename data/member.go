package data

// Member is a « membre de l'équipe ».
type Member struct {
	Record[Member]
	FirstName string `cbor:"10,keyasint"`
	LastName  string `cbor:"11,keyasint"`
	Role      Role   `cbor:"12,keyasint,omitempty"`
	Phone     string `cbor:"13,keyasint,omitempty"`
	Email     string `cbor:"14,keyasint,omitempty"`
	// Feminine chooses « référente » or « référent »; Unsaid writes « référent·e ».
	Feminine Answer `cbor:"15,keyasint,omitempty"`
}

// Check verifies what one member's record can verify alone.
func (m *Member) Check() error {
	var f faults
	f.name("FirstName", m.FirstName)
	f.name("LastName", m.LastName)
	f.shorts(text{"Phone", m.Phone}, text{"Email", m.Email})
	return f.err()
}

// FullName is first name then last name.
func (m *Member) FullName() string { return joinName(m.FirstName, m.LastName) }

// Role of a member in the team.
type Role uint8

// The roles.
const (
	RoleOther Role = iota
	RoleCoordinator
	RoleKeyWorker
	RolePsychologist
	RoleAssistant
)

// Facilitator is an « intervenant » who runs workshops: from a partner, on their own account, or of the team.
type Facilitator struct {
	Record[Facilitator]
	FirstName  string      `cbor:"10,keyasint"`
	LastName   string      `cbor:"11,keyasint"`
	Profession string      `cbor:"12,keyasint,omitempty"`
	PartnerID  ID[Partner] `cbor:"13,keyasint"`
	MemberID   ID[Member]  `cbor:"14,keyasint"`
	Phone      string      `cbor:"15,keyasint,omitempty"`
	Email      string      `cbor:"16,keyasint,omitempty"`
	Feminine   Answer      `cbor:"17,keyasint,omitempty"`
}

// Check verifies what one facilitator's record can verify alone.
func (x *Facilitator) Check() error {
	var f faults
	f.name("FirstName", x.FirstName)
	f.name("LastName", x.LastName)
	f.shorts(text{"Profession", x.Profession}, text{"Phone", x.Phone}, text{"Email", x.Email})
	return f.err()
}

// FullName is first name then last name.
func (x *Facilitator) FullName() string { return joinName(x.FirstName, x.LastName) }

// Room is a « salle » where sessions are held.
type Room struct {
	Record[Room]
	Name   string `cbor:"10,keyasint"`
	Site   string `cbor:"11,keyasint,omitempty"`
	Places int    `cbor:"12,keyasint,omitempty"` // 0 when not said
	Notes  string `cbor:"13,keyasint,omitempty"`
}

// Check verifies what one room's record can verify alone.
func (r *Room) Check() error {
	var f faults
	f.name("Name", r.Name)
	f.short("Site", r.Site)
	f.between("Places", r.Places, 0, 500)
	f.note("Notes", r.Notes)
	return f.err()
}
