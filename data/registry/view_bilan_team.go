package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// TeamBilanView is the bilan of a child for the team that works with the child: the paper, and what the team shares of the
// sessions. Nobody's private note is in it.
type TeamBilanView struct {
	BilanView
	Fragilities  []string
	Observations []BilanObservation // by date
}

// BilanObservation is what somebody observed of the child in a session.
type BilanObservation struct {
	Number              int
	Date                data.Date
	Participation, Mood int // from 1 to 5, 0 when not said
	Text                string
	By                  Adult
}

// TeamBilan shows the bilan b to the team; false as BilanView is.
func (r *Registry) TeamBilan(b data.Bilan) (TeamBilanView, bool) {
	base, ok := r.BilanView(b)
	if !ok {
		return TeamBilanView{}, false
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	v := TeamBilanView{BilanView: base, Fragilities: slices.Clone(rowOr(r.Children, b.ChildID).Fragilities)}
	for _, o := range r.observedOfChild.of(b.ChildID) {
		s := rowOr(r.Sessions, o.SessionID)
		if s.CycleID != b.CycleID || o.Archived || s.Date > base.Last && base.Last != 0 {
			continue
		}
		v.Observations = append(v.Observations, BilanObservation{s.Number, s.Date, o.Participation, o.Mood, o.Text, memberAdult(rowOr(r.Members, o.AuthorID))})
	}
	slices.SortFunc(v.Observations, func(a, b BilanObservation) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Text, b.Text))
	})
	return v, true
}

// Sharing is what the family agreed to, or not, about telling somebody outside of the team.
type Sharing struct {
	Recipient string // the school, or the structure that the agreement names
	State     data.ConsentState
	SignedOn  data.Date
	SignedBy  string
}

// Sharings are the agreements to share of a child on a day: with the school first, then with each structure.
func (r *Registry) Sharings(id data.ID[data.Child], on data.Date) []Sharing {
	r.mu.RLock()
	defer r.mu.RUnlock()
	c, ok := r.Children.rows[id]
	if !ok {
		return nil
	}
	var out []Sharing
	for _, x := range latestConsents(c, on) {
		switch x.Scope {
		case data.ConsentShareSchool:
			out = append(out, Sharing{cmp.Or(x.Recipient, rowOr(r.Schools, c.SchoolID).Name), x.On(on), x.SignedOn, x.SignedBy})
		case data.ConsentSharePartner:
			out = append(out, Sharing{x.Recipient, x.On(on), x.SignedOn, x.SignedBy})
		}
	}
	return slices.DeleteFunc(out, func(s Sharing) bool { return s.Recipient == "" })
}
