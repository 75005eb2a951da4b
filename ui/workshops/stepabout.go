package workshops

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// about is the first step: what the template says, what the cycle is called.
type about struct {
	p      *Opening
	form   *kit.Form
	name   *kit.TextField
	notes  *kit.TextField
	rubric *kit.SelectField
}

func newAbout(p *Opening) *about {
	s := &about{p: p}
	s.name = kit.NewTextField("Nom du cycle", "")
	s.name.Needed, s.name.Max = "Donnez un nom au cycle.", data.MaxName
	s.name.SetText(p.draft.Name)
	rubrics := sheet.Among(p.desk.Registry.Rubrics.All(), func(r data.Rubric) (data.ID[data.Rubric], string, bool) {
		return r.ID, r.Name, r.Archived && r.ID != p.draft.RubricID
	})
	s.rubric = rubrics.Field("Grille d’évaluation", "aucune grille", p.draft.RubricID)
	s.notes = kit.NewNoteField("Remarques", "Pour l’équipe. Facultatif.", 3)
	s.notes.SetText(p.draft.Notes)
	s.form = kit.NewForm(s.name)
	rest := kit.NewForm(s.rubric, s.notes) // Enter in the name goes on
	s.form.OnSubmit = p.forward
	s.form.OnEdit = func() {
		p.draft.Name, p.draft.Notes, p.draft.RubricID = s.name.Text(), s.notes.Text(), rubrics.Chosen(s.rubric)
		p.edited()
	}
	rest.OnEdit = s.form.OnEdit
	return s
}

func (s *about) content() fyne.CanvasObject {
	w := s.p.workshop
	says := kit.VBox(look.Gap, kit.Facts(4,
		kit.Fact{Label: "Format", Value: fr.Capital(fr.Format(w.Format))},
		kit.Fact{Label: "Groupes", Value: fr.Count(w.Groups, "groupe", "groupes") + " de " + fr.Number(w.Capacity)},
		kit.Fact{Label: "Séances", Value: fr.Number(w.Sessions) + " de " + fr.Duration(w.SessionMinutes)},
		kit.Fact{Label: "Âges et niveaux", Value: fr.Capital(publicOf(w.MinAge, w.MaxAge, w.MinGrade, w.MaxGrade))}))
	for _, x := range []struct{ label, text string }{
		{"Public", w.Fiche.Public}, {"Objectifs", w.Fiche.Objectives}, {"Description", w.Fiche.Description},
		{"Calendrier", w.Fiche.Calendar}, {"Lieu", w.Fiche.Venue}, {"Intervenants", w.Fiche.Provider}, {"Moyens humains", w.Fiche.Staff},
	} {
		if x.text != "" {
			says.Add(kit.Facts(1, kit.Fact{Label: x.label, Value: x.text}))
		}
	}
	return kit.Columns(look.Wide,
		kit.Share(2, kit.Card("Le cycle", nil, kit.VBox(look.Gap, s.name, s.rubric, s.notes))),
		kit.Share(3, kit.Card("Ce que dit la fiche", nil, says)))
}

func (s *about) check() bool {
	return s.form.Check()
}

func (s *about) show() {}

func (s *about) first() fyne.Focusable { return s.name.Keyboard() }
