package registry

import (
	"cmp"
	"slices"
	"strings"

	"mercredi/data"
)

// FamilyRow is a family in a list.
type FamilyRow struct {
	ID        data.ID[data.Family]
	Name      string
	Address   data.Address
	Guardians []data.Guardian
	Phone     string // the first that can be called
	Children  []FamilyChild
	// Folded is what a filter looks in: the family, its adults and children.
	Folded string
}

// FamilySheet is one family with its children.
type FamilySheet struct {
	ID          data.ID[data.Family]
	Name        string
	Address     data.Address
	Guardians   []data.Guardian
	Interpreter string
	BestTime    string
	Notes       string
	Children    []FamilyChild // eldest first
}

// FamilyChild is a child of a family.
type FamilyChild struct {
	ChildName
	BirthDate data.Date
	Age       int // -1 when not known
	Grade     data.Grade
	School    string
}

// FamilyRows lists the families by name.
func (r *Registry) FamilyRows() []FamilyRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	rows := make([]FamilyRow, 0, len(r.Families.rows))
	for _, f := range r.Families.rows {
		if !f.Archived {
			rows = append(rows, r.familyRow(f))
		}
	}
	slices.SortFunc(rows, func(a, b FamilyRow) int {
		return cmp.Or(r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	return rows
}

func (r *Registry) familyRow(f *data.Family) FamilyRow {
	row := FamilyRow{
		ID: f.ID, Name: f.Name, Address: f.Address, Guardians: slices.Clone(f.Guardians),
		Children: r.childrenOf(f.ID),
	}
	words := []string{r.folds.of(f.Name)}
	for _, g := range f.Guardians {
		words = append(words, r.folds.of(g.FirstName), r.folds.of(g.LastName))
		row.Phone = cmp.Or(row.Phone, g.Phone, g.OtherTel)
	}
	for _, c := range row.Children {
		words = append(words, r.folds.of(c.First), r.folds.of(c.Last))
	}
	row.Folded = strings.Join(words, " ")
	return row
}

// childrenOf are the children of a family, eldest first, those of unknown age last. Archived children are left out.
func (r *Registry) childrenOf(id data.ID[data.Family]) []FamilyChild {
	if id.IsZero() {
		return nil
	}
	today := r.world.Today()
	var out []FamilyChild
	for _, c := range r.childrenOfFamily.of(id) {
		if c.Archived {
			continue
		}
		out = append(out, FamilyChild{
			childName(c), c.BirthDate, c.BirthDate.AgeOn(today), c.Grade, rowOr(r.Schools, c.SchoolID).Name,
		})
	}
	slices.SortFunc(out, func(a, b FamilyChild) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.BirthDate, 99991231), cmp.Or(b.BirthDate, 99991231)),
			r.byFirstName(a.ChildName, b.ChildName))
	})
	return out
}

// Family is one family with its children; false when it does not exist.
func (r *Registry) Family(id data.ID[data.Family]) (FamilySheet, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if _, ok := r.Families.rows[id]; !ok {
		return FamilySheet{}, false
	}
	return r.familySheet(id), true
}

func (r *Registry) familySheet(id data.ID[data.Family]) FamilySheet {
	f := rowOr(r.Families, id)
	return FamilySheet{
		ID: f.ID, Name: f.Name, Address: f.Address, Guardians: slices.Clone(f.Guardians),
		Interpreter: f.Interpreter, BestTime: f.BestTime, Notes: f.Notes, Children: r.childrenOf(f.ID),
	}
}
