package data

import "slices"

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
	// Hours are when the facilitator can be there, each week; none said is the whole day of the team. Exceptions take their
	// place on some days.
	Hours      []WeekHours  `cbor:"18,keyasint,omitempty"`
	Exceptions []DatedHours `cbor:"19,keyasint,omitempty"`
	// WorkshopIDs are the workshops that the facilitator can give; none said is not a limit.
	WorkshopIDs []ID[Workshop] `cbor:"20,keyasint,omitempty"`
}

// HoursOn are the spans of a day when the facilitator can be there, whole being the day of the team.
func (x *Facilitator) HoursOn(day Date, whole Span) []Span {
	for _, e := range x.Exceptions {
		if e.Covers(day) {
			if e.Away {
				return nil
			}
			return joined(slices.Clone(e.Hours))
		}
	}
	if len(x.Hours) == 0 {
		return []Span{whole}
	}
	return SpansOn(x.Hours, day.Weekday())
}

// AwayAt reports whether the facilitator has said not to be there at an hour of a day, and why. A day of the week on
// which no hours are said is free to be agreed upon.
func (x *Facilitator) AwayAt(day Date, start TimeOfDay, minutes int) (away bool, reason string) {
	said := SpansOn(x.Hours, day.Weekday())
	for _, e := range x.Exceptions {
		if !e.Covers(day) {
			continue
		}
		if e.Away {
			return true, e.Reason
		}
		said, reason = e.Hours, e.Reason
		break
	}
	if len(said) == 0 || slices.ContainsFunc(said, func(s Span) bool { return s.Holds(start, minutes) }) {
		return false, ""
	}
	return true, reason
}

// Check verifies what one facilitator's record can verify alone.
func (x *Facilitator) Check() error {
	var f faults
	f.name("FirstName", x.FirstName)
	f.name("LastName", x.LastName)
	f.shorts(text{"Profession", x.Profession}, text{"Phone", x.Phone}, text{"Email", x.Email})
	f.hours("Hours", x.Hours)
	f.datedHours("Exceptions", x.Exceptions)
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
	// Order is the place of the room in the team's own order, from 1; rooms without one come after.
	Order int `cbor:"14,keyasint,omitempty"`
	// Closed are the hours when the room cannot be used, each week.
	Closed []WeekHours `cbor:"15,keyasint,omitempty"`
}

// Check verifies what one room's record can verify alone.
func (r *Room) Check() error {
	var f faults
	f.name("Name", r.Name)
	f.short("Site", r.Site)
	f.between("Places", r.Places, 0, 500)
	f.between("Order", r.Order, 0, 10_000)
	f.hours("Closed", r.Closed)
	f.note("Notes", r.Notes)
	return f.err()
}
