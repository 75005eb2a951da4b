package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// MemberRow is a member of the team in a list.
type MemberRow struct {
	ID           data.ID[data.Member]
	First, Last  string
	Role         data.Role
	Feminine     data.Answer
	Phone, Email string
	Children     int // followed as key worker, pathways that have ended left out
	Archived     bool
}

// FacilitatorRow is a facilitator in a list.
type FacilitatorRow struct {
	ID           data.ID[data.Facilitator]
	First, Last  string
	Profession   string
	Feminine     data.Answer
	PartnerID    data.ID[data.Partner]
	Partner      string
	MemberID     data.ID[data.Member]
	Phone, Email string
	Groups       int // of the year on screen
	Archived     bool
}

// RoomRow is a room in a list.
type RoomRow struct {
	ID         data.ID[data.Room]
	Name, Site string
	Places     int
	Groups     int // of the year on screen
	Archived   bool
}

// SchoolRow is a school in a list.
type SchoolRow struct {
	ID       data.ID[data.School]
	Name     string
	Kind     data.SchoolKind
	Network  data.Network
	Area     data.Answer
	Town     string
	Phone    string
	Contact  string
	Children int // who are not archived
	Archived bool
}

// MemberRows lists the team: by role, coordinator first, then by name. Archived members come last.
func (r *Registry) MemberRows() []MemberRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today := r.world.Today()
	followed := map[data.ID[data.Member]]int{}
	for _, c := range r.Children.rows {
		if ended := c.Pathway.EndedOn; !c.Archived && (ended.IsZero() || ended > today) {
			followed[c.KeyWorkerID]++
		}
	}
	var rows []MemberRow
	for id, m := range r.Members.rows {
		rows = append(rows, MemberRow{
			id, m.FirstName, m.LastName, m.Role, m.Feminine, m.Phone, m.Email, followed[id], m.Archived,
		})
	}
	slices.SortFunc(rows, func(a, b MemberRow) int {
		return cmp.Or(lastly(a.Archived, b.Archived), cmp.Compare(rank(a.Role), rank(b.Role)),
			r.folds.compare(a.Last, b.Last), r.folds.compare(a.First, b.First), compareIDs(a.ID, b.ID))
	})
	return rows
}

// rank orders roles: the unsaid one last.
func rank(role data.Role) int {
	if role == data.RoleOther {
		return 100
	}
	return int(role)
}

// lastly puts what is archived after what is not.
func lastly(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// FacilitatorRows lists the facilitators by last name, archived ones last.
func (r *Registry) FacilitatorRows() []FacilitatorRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	groups := map[data.ID[data.Facilitator]]int{}
	for _, g := range r.inYear(r.shownYear(r.world.Today())) {
		groups[g.FacilitatorID]++
	}
	var rows []FacilitatorRow
	for id, f := range r.Facilitators.rows {
		rows = append(rows, FacilitatorRow{
			ID: id, First: f.FirstName, Last: f.LastName, Profession: f.Profession, Feminine: f.Feminine,
			PartnerID: f.PartnerID, Partner: rowOr(r.Partners, f.PartnerID).Name, MemberID: f.MemberID,
			Phone: f.Phone, Email: f.Email, Groups: groups[id], Archived: f.Archived,
		})
	}
	slices.SortFunc(rows, func(a, b FacilitatorRow) int {
		return cmp.Or(lastly(a.Archived, b.Archived), r.folds.compare(a.Last, b.Last), r.folds.compare(a.First, b.First),
			compareIDs(a.ID, b.ID))
	})
	return rows
}

// RoomRows lists the rooms by site and name, archived ones last.
func (r *Registry) RoomRows() []RoomRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	groups := map[data.ID[data.Room]]int{}
	for _, g := range r.inYear(r.shownYear(r.world.Today())) {
		groups[g.RoomID]++
	}
	var rows []RoomRow
	for id, room := range r.Rooms.rows {
		rows = append(rows, RoomRow{id, room.Name, room.Site, room.Places, groups[id], room.Archived})
	}
	slices.SortFunc(rows, func(a, b RoomRow) int {
		return cmp.Or(lastly(a.Archived, b.Archived), r.folds.compare(a.Site, b.Site), r.folds.compare(a.Name, b.Name),
			compareIDs(a.ID, b.ID))
	})
	return rows
}

// SchoolRows lists the schools by name, archived ones last.
func (r *Registry) SchoolRows() []SchoolRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var rows []SchoolRow
	for id, s := range r.Schools.rows {
		row := SchoolRow{
			ID: id, Name: s.Name, Kind: s.Kind, Network: s.Network, Area: s.PriorityArea, Town: s.Address.Town,
			Phone: s.Phone, Contact: s.Contact, Archived: s.Archived,
		}
		for _, c := range r.childrenOfSchool.rows[id] {
			if !c.Archived {
				row.Children++
			}
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b SchoolRow) int {
		return cmp.Or(lastly(a.Archived, b.Archived), r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	return rows
}
