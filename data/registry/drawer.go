package registry

import "mercredi/data"

// ownedBy names the drawer of a record: the id of whom it belongs to. A drawer has a key of its own, and all that is in
// it goes with that key.
//
//	child       the child, its notes, places, observations, evaluations, bilans, referrals, interviews and situations
//	            examined by a commission
//	family      the family: it is shared by its children, and goes with the last of them; interviews with it alone
//	everything  zero: the drawer of what the team shares, which outlives every child
//
// Attendance sheets are shared: the marks of one child are taken out of them by scrub. v is a pointer to a record, as
// tables hold them. A new noun that names a child is decided here, or in scrub: a test asks.
func ownedBy(_ Noun, v any) (owner [16]byte) {
	switch v := v.(type) {
	case *data.Child:
		return v.ID
	case *data.Note:
		return v.ChildID
	case *data.Enrollment:
		return v.ChildID
	case *data.Observation:
		return v.ChildID
	case *data.Evaluation:
		return v.ChildID
	case *data.Bilan:
		return v.ChildID
	case *data.CommissionCase:
		return v.ChildID
	case *data.Referral:
		return v.ChildID
	case *data.Interview:
		if v.ChildID.IsZero() {
			return v.FamilyID
		}
		return v.ChildID
	case *data.Family:
		return v.ID
	}
	return [16]byte{}
}
