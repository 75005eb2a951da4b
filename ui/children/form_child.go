package children

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// editIdentity is the sheet of who the child is.
func (p *File) editIdentity() {
	f := sheet.New(p.desk)
	first, last := nameField("Prénom", "Écrivez le prénom."), nameField("Nom", "Écrivez le nom.")
	birth := birthField(p.desk.Today())
	sex, area := newChoice("Sexe", sexes()), newChoice("Vit dans un quartier prioritaire", answers())
	school := newChoice("École", schools(p.desk.Registry, p.file.SchoolID))
	grade := newChoice("Niveau", grades())
	worker := newChoice("Référent·e de parcours", members(p.desk.Registry, p.file.KeyWorkerID))
	f.Field("FirstName", first)
	f.Field("LastName", last)
	f.Field("BirthDate", birth)
	f.Add(sex.in, school.in, grade.in, worker.in, area.in)
	sheet.Edit(f, sheet.Record[data.Child]{
		Table: p.desk.Registry.Children, ID: p.id,
		Fill: func(c data.Child) {
			first.SetText(c.FirstName)
			last.SetText(c.LastName)
			birth.SetValue(c.BirthDate)
			sex.set(c.Sex)
			school.set(c.SchoolID)
			grade.set(c.Grade)
			worker.set(c.KeyWorkerID)
			area.set(c.PriorityArea)
		},
		Read: func(c *data.Child) {
			c.FirstName, c.LastName, c.BirthDate, c.Sex = first.Text(), last.Text(), birth.Value(), sex.value()
			c.SchoolID, c.Grade, c.KeyWorkerID, c.PriorityArea = school.value(), grade.value(), worker.value(), area.value()
		},
	}, sheet.Parts{Title: "Modifier l’identité", Verb: "Enregistrer", Width: 620, Body: kit.VBox(look.Gap,
		kit.Grid(2, look.Gap, first, last, birth, sex.in, school.in, grade.in, worker.in, area.in))})
}

// editPathway is the sheet of the steps of the pathway.
func (p *File) editPathway() {
	f := sheet.New(p.desk)
	today := p.desk.Today()
	spotted, intake := kit.NewDateField("Repérage", today), kit.NewDateField("Saisine", today)
	spottedBy, reason := shortField("Repéré par", ""), noteField("Motif de la saisine", 2)
	commission, decision := kit.NewDateField("Passage en EPS", today), newChoice("Décision", decisions())
	note, started := noteField("Précisions sur la décision", 2), kit.NewDateField("Début du parcours", today)
	f.Field("Pathway.SpottedOn", spotted)
	f.Field("Pathway.SpottedBy", spottedBy)
	f.Field("Pathway.IntakeOn", intake)
	f.Field("Pathway.IntakeReason", reason)
	f.Field("Pathway.CommissionOn", commission)
	f.Add(decision.in)
	f.Field("Pathway.DecisionNote", note)
	f.Field("Pathway.EndedOn", started) // a pathway that ended cannot begin later
	sheet.Edit(f, sheet.Record[data.Child]{
		Table: p.desk.Registry.Children, ID: p.id,
		Fill: func(c data.Child) {
			w := c.Pathway
			spotted.SetValue(w.SpottedOn)
			spottedBy.SetText(w.SpottedBy)
			intake.SetValue(w.IntakeOn)
			reason.SetText(w.IntakeReason)
			commission.SetValue(w.CommissionOn)
			decision.set(w.Decision)
			note.SetText(w.DecisionNote)
			started.SetValue(w.StartedOn)
		},
		Read: func(c *data.Child) {
			w := &c.Pathway
			w.SpottedOn, w.SpottedBy, w.IntakeOn, w.IntakeReason = spotted.Value(), spottedBy.Text(), intake.Value(), reason.Text()
			w.CommissionOn, w.Decision, w.DecisionNote = commission.Value(), decision.value(), note.Text()
			w.StartedOn = started.Value()
		},
	}, sheet.Parts{Title: "Modifier le parcours", Verb: "Enregistrer", Width: 620, Body: kit.VBox(look.Gap,
		kit.Grid(2, look.Gap, spotted, spottedBy),
		kit.Grid(2, look.Gap, intake, started), reason,
		kit.Grid(2, look.Gap, commission, decision.in), note)})
}

// editTags is the sheet of what weakens the child and what helps.
func (p *File) editTags() {
	f := sheet.New(p.desk)
	fragile := kit.NewTagField("Points repérés", p.desk.Registry.Settings().Fragilities, p.file.Fragilities)
	strong := kit.NewTagField("Points d’appui", p.knownStrengths(), p.file.Strengths)
	f.Field("Fragilities", fragile)
	f.Field("Strengths", strong)
	sheet.Edit(f, sheet.Record[data.Child]{
		Table: p.desk.Registry.Children, ID: p.id,
		Fill: func(c data.Child) {
			fragile.SetChosen(c.Fragilities)
			strong.SetChosen(c.Strengths)
		},
		Read: func(c *data.Child) { c.Fragilities, c.Strengths = fragile.Chosen(), strong.Chosen() },
	}, sheet.Parts{Title: "Points repérés et points d’appui", Verb: "Enregistrer", Width: 620, Body: kit.VBox(look.Wide,
		kit.Paragraph("Des observations, jamais un diagnostic.", look.Detail), fragile, strong)})
}

// mostOffered is how many words the team has used already are offered.
const mostOffered = 16

// knownStrengths are the words the team has used for other children, most used first.
func (p *File) knownStrengths() []string {
	uses := map[string]int{}
	for _, c := range p.desk.Registry.Children.All() {
		for _, s := range c.Strengths {
			uses[s]++
		}
	}
	words := make([]string, 0, len(uses))
	for w := range uses {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if uses[a] != uses[b] {
			return uses[b] - uses[a]
		}
		return fold.Compare(a, b)
	})
	return words[:min(len(words), mostOffered)]
}

// editNotes is the sheet of what is useful to know.
func (p *File) editNotes() {
	f := sheet.New(p.desk)
	pickUp, notes := noteField("Venue de l’enfant", 2), noteField("Remarques", 4)
	pickUp.SetHelp("Qui l’accompagne, qui peut venir le chercher.")
	f.Field("PickUp", pickUp)
	f.Field("Notes", notes)
	sheet.Edit(f, sheet.Record[data.Child]{
		Table: p.desk.Registry.Children, ID: p.id,
		Fill: func(c data.Child) {
			pickUp.SetText(c.PickUp)
			notes.SetText(c.Notes)
		},
		Read: func(c *data.Child) { c.PickUp, c.Notes = pickUp.Text(), notes.Text() },
	}, sheet.Parts{Title: "Informations utiles", Verb: "Enregistrer", Body: kit.VBox(look.Gap, pickUp, notes)})
}

// end is the sheet that ends the pathway.
func (p *File) end() {
	f := sheet.New(p.desk)
	on := requiredDate(p.desk, "Date de fin", "Indiquez la date.")
	on.SetValue(p.desk.Today())
	reason, note := nameField("Motif", "Écrivez pourquoi le parcours se termine."), noteField("Précisions", 3)
	f.Field("Pathway.EndedOn", on)
	f.Field("Pathway.EndReason", reason)
	f.Field("Pathway.EndNote", note)
	name, r := p.name(), p.desk.Registry
	f.Show(sheet.Parts{
		Title: "Terminer le parcours " + fr.De(name), Verb: "Terminer le parcours",
		Body: kit.VBox(look.Gap, kit.Paragraph("L’enfant quitte ses ateliers et les listes d’attente à cette date.", look.Detail),
			on, reason, note),
		Save: func() (func() error, func()) {
			day, why, more := on.Value(), reason.Text(), note.Text()
			return func() error { return r.CloseChild(p.id, day, why, more) }, func() {
				p.desk.Window.Toast("Le parcours "+fr.De(name)+" est terminé.", nil)
			}
		},
	})
}
