package registry

import (
	"errors"
	"fmt"
	"slices"

	"mercredi/data"
)

// ErrOnAgenda says that the commission examines the child already.
var ErrOnAgenda = errors.New("child is on the agenda already")

// AddCases puts children at the end of the agenda of a commission, in the order given. A child whose name is on it
// already is refused with ErrOnAgenda. What is known of the child fills the situation; nothing is decided.
func (r *Registry) AddCases(commission data.ID[data.Commission], children ...data.ID[data.Child]) ([]data.CommissionCase, error) {
	var made []data.CommissionCase
	err := r.Update(func(tx *Tx) error {
		made = nil
		if _, err := findActive(r.Commissions, commission); err != nil {
			return err
		}
		last := 0
		for _, c := range r.casesOfCommission.rows[commission] {
			last = max(last, c.Order)
		}
		for i, id := range children {
			if r.caseOf(commission, id) != nil || slices.Contains(children[:i], id) {
				return fmt.Errorf("adding a situation: %w", ErrOnAgenda)
			}
			child, err := findActive(r.Children, id)
			if err != nil {
				return err
			}
			made = append(made, data.CommissionCase{
				CommissionID: commission, ChildID: id, Order: last + i + 1, Facts: child.Pathway.IntakeReason,
				Presenter: rowOr(r.Members, child.KeyWorkerID).FullName(),
			})
		}
		return KeepAll(tx, r.CommissionCases, made)
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// caseOf is the situation of a child at a commission, or nil. The lock is held.
func (r *Registry) caseOf(commission data.ID[data.Commission], child data.ID[data.Child]) *data.CommissionCase {
	for _, c := range r.casesOfCommission.rows[commission] {
		if c.ChildID == child {
			return c
		}
	}
	return nil
}

// OrderCases numbers the situations of a commission from 1, in the order given; those that are not named come after, as
// they stood.
func (r *Registry) OrderCases(commission data.ID[data.Commission], ids []data.ID[data.CommissionCase]) error {
	return r.Update(func(tx *Tx) error {
		cases := r.casesInOrder(commission)
		rank := func(c *data.CommissionCase) int {
			if i := slices.Index(ids, c.ID); i >= 0 {
				return i
			}
			return len(ids) + c.Order
		}
		slices.SortStableFunc(cases, func(a, b *data.CommissionCase) int { return rank(a) - rank(b) })
		for i, kept := range cases {
			if kept.Order == i+1 {
				continue
			}
			c := r.CommissionCases.copy(kept)
			c.Order = i + 1
			if err := Put(tx, r.CommissionCases, &c); err != nil {
				return err
			}
		}
		return nil
	})
}

// casesInOrder are the situations of a commission by number, archived ones included. The lock is held.
func (r *Registry) casesInOrder(commission data.ID[data.Commission]) []*data.CommissionCase {
	cases := r.casesOfCommission.of(commission)
	slices.SortFunc(cases, func(a, b *data.CommissionCase) int {
		if a.Order != b.Order {
			return a.Order - b.Order
		}
		return compareIDs(a.ID, b.ID)
	})
	return cases
}

// SaveCase keeps a situation and, when carry is true and something is decided, writes the day and the decision of the
// commission in the pathway of the child: one change, which undo takes back as one. On success c carries its new
// revision. undo answers ErrChangedSince when somebody has changed either since.
func (r *Registry) SaveCase(c *data.CommissionCase, carry bool) (undo func() error, err error) {
	var before, after struct {
		situation data.CommissionCase
		child     data.Child
	}
	carried := false
	err = r.Update(func(tx *Tx) error {
		var err error
		if before.situation, err = find(r.CommissionCases, c.ID); err != nil {
			return err
		}
		meeting, err := find(r.Commissions, c.CommissionID)
		if err != nil {
			return err
		}
		if carried = carry && c.Decision != data.DecisionPending; carried {
			if before.child, err = find(r.Children, c.ChildID); err != nil {
				return err
			}
			after.child = before.child
			p := &after.child.Pathway
			p.CommissionOn, p.Decision, p.DecisionNote = meeting.On, c.Decision, c.DecisionNote
			if err := Put(tx, r.Children, &after.child); err != nil {
				return err
			}
		}
		return Put(tx, r.CommissionCases, c)
	})
	if err != nil {
		return nil, err
	}
	after.situation = *c
	return func() error {
		return r.Update(func(tx *Tx) error {
			if err := putBack(tx, r.CommissionCases, before.situation, after.situation.Revision); err != nil || !carried {
				return err
			}
			return putBack(tx, r.Children, before.child, after.child.Revision)
		})
	}, nil
}

// putBack keeps a record as it was before the change that made its revision now.
func putBack[T any](tx *Tx, t *Table[T], was T, now uint32) error {
	h := head(&was)
	if kept, ok := t.rows[h.ID]; !ok || head(kept).Revision != now {
		return fmt.Errorf("undoing a change of %s: %w", t.noun, ErrChangedSince)
	}
	h.Revision = now
	return Put(tx, t, &was)
}

// RemoveCase takes a situation off the agenda; the numbers of the others stay. undo puts it back.
func (r *Registry) RemoveCase(id data.ID[data.CommissionCase]) (undo func() error, err error) {
	removed, err := r.CommissionCases.Remove(id)
	if err != nil {
		return nil, err
	}
	return func() error { return r.CommissionCases.Restore(removed) }, nil
}
