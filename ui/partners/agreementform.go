package partners

import (
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// agreementFields are those of a convention.
type agreementFields struct {
	form                                           *sheet.Form
	number, ours, oursBy, oursAs                   *kit.TextField
	theirs, theirsBy, theirsAs, psychologist       *kit.TextField
	place, funders, object, notes                  *kit.TextField
	child, parents, family                         *kit.TextField
	oursOn, theirsOn, starts, ended                *kit.DateField
	months, first, person, notice, budget, percent *kit.NumberField
	absence, settled                               *kit.SelectField
}

// newMoney is a sum in euros.
func newMoney(label string) *kit.TextField {
	t := kit.NewTextField(label, "En euros, par exemple 48,50. Vide\u00a0: à préciser.")
	t.Valid = func(text string) string {
		cents, err := fr.ParseEuros(text)
		if err == nil && cents > data.MostCents {
			return "Ce tarif est trop élevé."
		}
		return fr.Error(err)
	}
	return t
}

// cents is what a field of money holds. The field was checked: what is no sum is zero.
func cents(t *kit.TextField) int {
	n, err := fr.ParseEuros(t.Text())
	if err != nil {
		return 0
	}
	return n
}

func money(n int) string {
	if n == 0 {
		return ""
	}
	return fr.Euros(n)
}

func (p *Page) newAgreementFields() *agreementFields {
	short := func(label, help string) *kit.TextField { return kit.NewTextField(label, help) }
	date := func(label string) *kit.DateField { return kit.NewDateField(label, p.desk.Today()) }
	f := &agreementFields{
		form: sheet.New(p.desk), number: short("Numéro", "Par exemple 2026-01."),
		ours: short("Le programme, porté par", "Commune, CCAS ou caisse des écoles."), oursBy: short("Signataire du programme", ""), oursAs: short("Sa qualité", ""),
		theirs: short("La structure", ""), theirsBy: short("Signataire de la structure", ""), theirsAs: short("Sa qualité", ""),
		psychologist: short("Psychologue de référence", ""), place: kit.NewNoteField("Lieu des entretiens", "", 1),
		funders: short("Financeurs", "Séparés par des virgules."), object: kit.NewNoteField("Objet", "", 2), notes: kit.NewNoteField("Remarques", "Elles ne s’impriment pas.", 2),
		child: newMoney("Entretien individuel"), parents: newMoney("Entretien avec les parents"), family: newMoney("Entretien avec la famille"),
		oursOn: date("Signée par le programme le"), theirsOn: date("Signée par la structure le"), starts: date("Prise d’effet"), ended: date("Résiliée au"),
		months: kit.NewNumberField("Durée, en mois", "", 0, 120), first: kit.NewNumberField("Premier entretien sous, en jours", "", 0, 366),
		person: kit.NewNumberField("Entretiens par personne", "", 0, 1000), notice: kit.NewNumberField("Préavis, en mois", "", 0, 24),
		budget: kit.NewNumberField("Entretiens budgétés", "Vide\u00a0: non précisé.", 0, 100_000), percent: kit.NewNumberField("Part facturée, en %", "", 0, 100),
		absence: kit.NewSelectField("Absence non annoncée", []string{"À préciser", "Facturée", "Non facturée"}, 0),
		settled: kit.NewSelectField("Règlement", kit.Labels(fr.Settlements(), func(s data.Settlement) string { return fr.Capital(fr.Settlement(s)) }), 0),
	}
	for _, x := range []struct {
		name string
		in   kit.Input
	}{
		{"Number", f.number}, {"Ours.Name", f.ours}, {"Ours.Person", f.oursBy}, {"Ours.Quality", f.oursAs}, {"Theirs.Name", f.theirs},
		{"Theirs.Person", f.theirsBy}, {"Theirs.Quality", f.theirsAs}, {"Psychologist", f.psychologist}, {"Place", f.place}, {"OursSignedOn", f.oursOn},
		{"TheirsSignedOn", f.theirsOn}, {"StartsOn", f.starts}, {"Terms.Months", f.months}, {"Terms.FirstDays", f.first}, {"Terms.PerPerson", f.person},
		{"Terms.Termination", f.notice}, {"Terms.ChildCents", f.child}, {"Terms.ParentsCents", f.parents}, {"Terms.FamilyCents", f.family},
		{"Terms.AbsenceBilled", f.absence}, {"Terms.AbsencePercent", f.percent}, {"Terms.Settlement", f.settled}, {"Budgeted", f.budget},
		{"Funders", f.funders}, {"Terms.Object", f.object}, {"EndedOn", f.ended}, {"Notes", f.notes},
	} {
		f.form.Field(x.name, x.in)
	}
	return f
}

func (f *agreementFields) body() fyne.CanvasObject {
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Grid(2, look.Gap, a, b) }
	three := func(a, b, c fyne.CanvasObject) fyne.CanvasObject { return kit.Grid(3, look.Gap, a, b, c) }
	return kit.VBox(look.Gap, kit.Section("Les parties"), pair(f.ours, f.theirs), pair(f.oursBy, f.theirsBy), pair(f.oursAs, f.theirsAs),
		f.object, pair(f.psychologist, f.number), f.place,
		kit.Section("Durée et signatures"), pair(f.oursOn, f.theirsOn), pair(f.starts, f.months), pair(f.notice, f.ended),
		kit.Section("Entretiens"), three(f.first, f.person, f.budget), three(f.child, f.parents, f.family), three(f.absence, f.percent, f.settled),
		f.funders, f.notes)
}

func (f *agreementFields) fill(a data.Agreement) {
	t := a.Terms
	for field, text := range map[*kit.TextField]string{
		f.number: a.Number, f.ours: a.Ours.Name, f.oursBy: a.Ours.Person, f.oursAs: a.Ours.Quality, f.theirs: a.Theirs.Name, f.theirsBy: a.Theirs.Person,
		f.theirsAs: a.Theirs.Quality, f.psychologist: a.Psychologist, f.place: a.Place, f.funders: strings.Join(a.Funders, ", "), f.object: t.Object,
		f.notes: a.Notes, f.child: money(t.ChildCents), f.parents: money(t.ParentsCents), f.family: money(t.FamilyCents),
	} {
		field.SetText(text)
	}
	for field, day := range map[*kit.DateField]data.Date{f.oursOn: a.OursSignedOn, f.theirsOn: a.TheirsSignedOn, f.starts: a.StartsOn, f.ended: a.EndedOn} {
		field.SetValue(day)
	}
	for field, n := range map[*kit.NumberField]int{
		f.months: t.Months, f.first: t.FirstDays, f.person: t.PerPerson, f.notice: t.Termination, f.budget: a.Budgeted, f.percent: t.AbsencePercent,
	} {
		field.SetValue(n)
	}
	f.absence.Choose(int(t.AbsenceBilled))
	f.settled.Choose(int(t.Settlement))
}

func (f *agreementFields) read(a *data.Agreement) {
	a.Number, a.Psychologist, a.Place, a.Notes = f.number.Text(), f.psychologist.Text(), f.place.Text(), f.notes.Text()
	a.Ours.Name, a.Ours.Person, a.Ours.Quality = f.ours.Text(), f.oursBy.Text(), f.oursAs.Text()
	a.Theirs.Name, a.Theirs.Person, a.Theirs.Quality = f.theirs.Text(), f.theirsBy.Text(), f.theirsAs.Text()
	a.OursSignedOn, a.TheirsSignedOn, a.StartsOn, a.EndedOn = f.oursOn.Value(), f.theirsOn.Value(), f.starts.Value(), f.ended.Value()
	a.Budgeted, a.Funders = f.budget.Value(), nil
	for word := range strings.SplitSeq(f.funders.Text(), ",") {
		if word = strings.TrimSpace(word); word != "" {
			a.Funders = append(a.Funders, word)
		}
	}
	t := &a.Terms
	t.Object, t.Months, t.FirstDays, t.PerPerson, t.Termination = f.object.Text(), f.months.Value(), f.first.Value(), f.person.Value(), f.notice.Value()
	t.ChildCents, t.ParentsCents, t.FamilyCents = cents(f.child), cents(f.parents), cents(f.family)
	t.AbsenceBilled, t.AbsencePercent = data.Answer(max(0, f.absence.Chosen())), f.percent.Value()
	t.Settlement = data.Settlement(max(0, f.settled.Chosen()))
}

// addAgreement prepares a convention: the team's terms, or those of the last one.
func (p *Page) addAgreement(partner data.ID[data.Partner]) {
	f, r := p.newAgreementFields(), p.desk.Registry
	a := r.NewAgreement(partner, fr.AgreementTerms(r.Settings()))
	f.form.Filling(func() { f.fill(a) })
	f.form.Show(sheet.Parts{Title: "Ajouter une convention", Verb: "Ajouter", Width: formWidth, Body: f.body(),
		Save: func() (func() error, func()) {
			f.read(&a)
			return func() error { return r.Agreements.Save(&a) }, func() { p.desk.Window.Toast("Convention ajoutée.", nil) }
		}})
}

func (p *Page) editAgreement(id data.ID[data.Agreement]) {
	f := p.newAgreementFields()
	sheet.Edit(f.form, sheet.Record[data.Agreement]{
		Table: p.desk.Registry.Agreements, ID: id, Fill: f.fill, Read: f.read,
		Done: func() { p.desk.Window.Toast("Convention enregistrée.", nil) },
	}, sheet.Parts{Title: "Modifier la convention", Verb: "Enregistrer", Width: formWidth, Body: f.body()})
}
