package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// PartnerRow is a structure in the list of partners.
type PartnerRow struct {
	ID             data.ID[data.Partner]
	Name           string
	Kind           data.PartnerKind
	Public         string
	MinAge, MaxAge int
	Access         string
	Direct         data.Directly
	Town           string
	Phone          string
	CheckedOn      data.Date
	Facilitators   int
	Archived       bool
	// Folded is what a filter looks in: name, public, purpose, support and sector.
	Folded string
}

// PartnerSheet is one structure with its people. The record is the caller's own.
type PartnerSheet struct {
	data.Partner
	Facilitators []PartnerFacilitator // by last name
}

// PartnerFacilitator is a facilitator who comes from a structure, with the groups of the year on screen.
type PartnerFacilitator struct {
	ID data.ID[data.Facilitator]
	Adult
	Email  string
	Groups []GroupName
}

// PartnerRows lists the structures that are not archived, by name.
func (r *Registry) PartnerRows() []PartnerRow { return r.partnerRows(false) }

// ArchivedPartnerRows lists the archived structures, by name.
func (r *Registry) ArchivedPartnerRows() []PartnerRow { return r.partnerRows(true) }

func (r *Registry) partnerRows(archived bool) []PartnerRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	people := map[data.ID[data.Partner]]int{}
	for _, f := range r.Facilitators.rows {
		if !f.Archived {
			people[f.PartnerID]++
		}
	}
	var rows []PartnerRow
	for id, p := range r.Partners.rows {
		if p.Archived != archived {
			continue
		}
		rows = append(rows, PartnerRow{
			ID: id, Name: p.Name, Kind: p.Kind, Public: p.Public, MinAge: p.MinAge, MaxAge: p.MaxAge, Access: p.Access,
			Direct: p.Direct, Town: p.Address.Town, Phone: p.Phone, CheckedOn: p.CheckedOn, Facilitators: people[id], Archived: archived,
			Folded: r.folds.of(p.Name) + " " + r.folds.of(p.Public+" "+p.Purpose+" "+p.Support+" "+p.Sector),
		})
	}
	slices.SortFunc(rows, func(a, b PartnerRow) int {
		return cmp.Or(r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	return rows
}

// PartnerSheet is one structure with the facilitators who come from it; false when it does not exist.
func (r *Registry) PartnerSheet(id data.ID[data.Partner]) (PartnerSheet, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	p, ok := r.Partners.rows[id]
	if !ok {
		return PartnerSheet{}, false
	}
	sheet := PartnerSheet{Partner: r.Partners.copy(p)}
	groups := r.inYear(r.shownYear(r.world.Today()))
	var people []*data.Facilitator
	for _, f := range r.Facilitators.rows {
		if f.PartnerID == id && !f.Archived {
			people = append(people, f)
		}
	}
	slices.SortFunc(people, func(a, b *data.Facilitator) int {
		return cmp.Or(r.folds.compare(a.LastName, b.LastName), r.folds.compare(a.FirstName, b.FirstName), compareIDs(a.ID, b.ID))
	})
	for _, f := range people {
		x := PartnerFacilitator{ID: f.ID, Adult: facilitatorAdult(f), Email: f.Email}
		for _, g := range groups {
			if g.FacilitatorID == f.ID {
				x.Groups = append(x.Groups, r.groupName(g))
			}
		}
		slices.SortFunc(x.Groups, r.byGroup)
		sheet.Facilitators = append(sheet.Facilitators, x)
	}
	return sheet, true
}

// groupName is how lists call a group, today. The lock is held.
func (r *Registry) groupName(g *data.Group) GroupName { return r.read(g, r.world.Today()).name() }
