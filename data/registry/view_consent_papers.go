package registry

import (
	"slices"

	"mercredi/data"
)

// ConsentFormView is what a family signs: the child, who signs, whom to call, how long things are kept.
type ConsentFormView struct {
	Letterhead
	ChildOnPaper
	Today         data.Date
	Signers       []data.Guardian // the adults with parental authority, else all of the family
	Authority     bool            // false when nobody is said to hold it: to be checked before signing
	Interpreter   string
	Texts         []data.ConsentText // the team's own words
	RightsContact string
	KeepMonths    int
	Partner       string // with whom sharing is to be agreed, "" to write by hand
	PickUp        string
}

// ConsentFormView prepares the agreements of a child's family; false when there is no such child. word stands in place
// of the names of other children.
func (r *Registry) ConsentFormView(id data.ID[data.Child], word string) (ConsentFormView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	kept, ok := r.Children.rows[id]
	if !ok {
		return ConsentFormView{}, false
	}
	c := r.Children.copy(kept)
	settings := r.settingsNow()
	v := ConsentFormView{
		Letterhead: r.letterhead(), ChildOnPaper: r.childOnPaper(&c), Today: r.world.Today(), Texts: slices.Clone(settings.ConsentTexts),
		RightsContact: settings.RightsContact, KeepMonths: r.safetyNow().RetentionMonths,
		Interpreter: rowOr(r.Families, c.FamilyID).Interpreter, PickUp: r.sayOfOthers(&c, word)(c.PickUp),
	}
	v.Signers, v.Authority = r.signers(&c)
	for _, x := range c.Consents {
		if x.Scope == data.ConsentSharePartner && !x.On(v.Today).Allows() && x.WithdrawnOn.IsZero() && x.Given != data.No {
			v.Partner = x.Recipient
		}
	}
	return v, true
}

// signers are the adults who sign for a child, and whether they are known to hold parental authority. The lock is held.
func (r *Registry) signers(c *data.Child) (who []data.Guardian, authority bool) {
	all := slices.Clone(rowOr(r.Families, c.FamilyID).Guardians)
	for _, g := range all {
		if g.Authority == data.Yes {
			who = append(who, g)
		}
	}
	if len(who) > 0 {
		return who, true
	}
	return slices.DeleteFunc(all, func(g data.Guardian) bool { return g.Authority == data.No }), false
}

// LetterKind is what a letter to a family is about.
type LetterKind uint8

// The kinds.
const (
	LetterMeeting LetterKind = iota // to talk
	LetterFirst                     // a first session
	LetterBilan                     // to read a bilan together
)

// LetterView is a letter to the family of one child. It names no other child.
type LetterView struct {
	Letterhead
	ChildOnPaper
	Kind        LetterKind
	Today       data.Date
	To          []data.Guardian
	Address     data.Address
	Interpreter string
	Workshop    string // of a first session
	On          data.Date
	Start       data.TimeOfDay
	Place       string
	With        string // who receives the family
}

// Letter is what a letter is about. What it does not say is found in the file, or left to be written by hand.
type Letter struct {
	Kind  LetterKind
	On    data.Date
	Start data.TimeOfDay
	Place string
	With  string
}

// LetterView prepares a letter; false when there is no such child.
func (r *Registry) LetterView(id data.ID[data.Child], l Letter) (LetterView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	c, ok := r.Children.rows[id]
	if !ok {
		return LetterView{}, false
	}
	family := r.Families.copy(rowOr(r.Families, c.FamilyID))
	v := LetterView{
		Letterhead: r.letterhead(), ChildOnPaper: r.childOnPaper(c), Kind: l.Kind, Today: r.world.Today(), Address: family.Address,
		Interpreter: family.Interpreter, On: l.On, Start: l.Start, Place: l.Place, With: l.With,
	}
	v.To, _ = r.signers(c)
	switch {
	case l.Kind == LetterFirst && l.On.IsZero():
		r.nextSession(&v, c.ID)
	case l.Kind == LetterBilan && l.On.IsZero():
		for _, b := range r.Bilans.rows {
			if b.ChildID == c.ID && b.FamilyOn >= v.Today && (v.On.IsZero() || b.FamilyOn < v.On) {
				v.On = b.FamilyOn
			}
		}
	}
	if v.With == "" && l.Kind != LetterFirst {
		v.With = v.KeyWorker.Name
	}
	return v, true
}

// nextSession is where and when a child is expected next. The lock is held.
func (r *Registry) nextSession(v *LetterView, id data.ID[data.Child]) {
	for _, e := range r.enrolledOfChild.rows[id] {
		if e.State != data.Enrolled {
			continue
		}
		for _, s := range r.sessionsOfGroup.rows[e.GroupID] {
			if s.State == data.SessionCancelled || s.Archived || s.Date < v.Today || !e.Covers(s.Date) || !v.On.IsZero() && s.Date >= v.On {
				continue
			}
			room := rowOr(r.Rooms, s.RoomID)
			v.On, v.Start, v.Place = s.Date, s.Start, room.Name
			if room.Site != "" {
				v.Place = room.Name + ", " + room.Site
			}
			v.With = rowOr(r.Facilitators, s.FacilitatorID).FullName()
			v.Workshop = rowOr(r.Workshops, rowOr(r.Cycles, s.CycleID).WorkshopID).Name
		}
	}
}
