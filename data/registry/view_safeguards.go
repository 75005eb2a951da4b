package registry

import (
	"slices"

	"mercredi/data"
)

// safeguards is what the team has set to protect its file.
func (r *Registry) safeguards() Safeguards {
	s, state := r.Safety(), r.LastBackup()
	g := Safeguards{
		RetentionMonths: s.RetentionMonths, JournalMonths: s.JournalMonths, IdleMinutes: s.IdleMinutes,
		Daily: s.Daily, Weekly: s.Weekly, Monthly: s.Monthly,
		Places: len(s.Places), DrillOn: s.DrillOn, PaperKeys: state.PaperKeys,
	}
	for _, p := range s.Places {
		if p.Ring {
			g.Carriers++
		}
	}
	g.Members = len(r.Slots()) - g.PaperKeys
	return g
}

// ProcessingRecord is the « fiche de registre » with what the file knows. recipients says in words with whom families
// share for each scope of a consent that was given.
func (r *Registry) ProcessingRecord(recipients func(data.ConsentScope) string) ProcessingRecordView {
	v := ProcessingRecordView{Letterhead: r.Letterhead(), On: r.Today(), Safeguards: r.safeguards()}
	given := map[string]bool{}
	for _, c := range r.Children.All() {
		for _, x := range c.Consents {
			if x.Given == data.Yes && (x.Scope == data.ConsentShareSchool || x.Scope == data.ConsentSharePartner) {
				given[recipients(x.Scope)] = true
			}
		}
	}
	for words := range given {
		v.Recipients = append(v.Recipients, words)
	}
	slices.Sort(v.Recipients)
	return v
}

// ImpactAid is the aid to the « analyse d'impact » with what the file knows.
func (r *Registry) ImpactAid() ImpactAidView {
	return ImpactAidView{Letterhead: r.Letterhead(), On: r.Today(), Children: len(r.Children.All()), Safeguards: r.safeguards()}
}
