package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// WholeCase is what a commission was told and decided about the child. Who else was examined, and who sat there, is not
// in it.
type WholeCase struct {
	On           data.Date
	Presenter    string
	Question     string
	Facts, Tried string
	FamilyWords  string
	FamilyTold   data.Answer
	Decision     data.Decision
	DecisionNote string
	Actions      []data.CaseAction
	ReviewOn     data.Date
}

// cases are the situations of the child that commissions examined, or will examine, oldest first.
func (w *wholeFile) cases() {
	day := func(c *data.CommissionCase) data.Date { return rowOr(w.Commissions, c.CommissionID).On }
	all := w.casesOfChild.of(w.child.ID)
	slices.SortFunc(all, func(a, b *data.CommissionCase) int {
		return cmp.Or(cmp.Compare(day(a), day(b)), compareIDs(a.ID, b.ID))
	})
	for _, c := range all {
		on := day(c)
		text := func(s string) string { return w.m.text(PartCommissions, on, s) }
		x := WholeCase{
			On: on, Presenter: text(c.Presenter), Question: text(c.Question), Facts: text(c.Facts), Tried: text(c.Tried),
			FamilyWords: text(c.FamilyWords), FamilyTold: c.FamilyTold, Decision: c.Decision, DecisionNote: text(c.DecisionNote),
			ReviewOn: c.ReviewOn,
		}
		for _, a := range c.Actions {
			x.Actions = append(x.Actions, data.CaseAction{What: text(a.What), Who: text(a.Who), By: a.By})
		}
		w.v.Cases = append(w.v.Cases, x)
	}
}
