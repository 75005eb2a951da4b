package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// signedAgreements are the conventions under which an interview can be counted.
func (p *File) signedAgreements() []option[data.ID[data.Agreement]] {
	var out []option[data.ID[data.Agreement]]
	for _, a := range p.desk.Registry.AgreementRows(data.ID[data.Partner]{}) {
		if a.Signed() {
			out = append(out, option[data.ID[data.Agreement]]{a.ID, fr.Join(a.Partner, fr.Range(a.From, a.Until))})
		}
	}
	return out
}

func (p *File) mayInterview() bool { return len(p.signedAgreements()) > 0 }

// interviewFields are those of an act.
type interviewFields struct {
	form         *sheet.Form
	agreement    choice[data.ID[data.Agreement]]
	kind         choice[data.InterviewKind]
	outcome      choice[data.Outcome]
	on           *kit.DateField
	psychologist *kit.TextField
	family       *kit.CheckField // about no child alone; asked when it is added
}

func (p *File) interviewForm() interviewFields {
	x := interviewFields{
		form: sheet.New(p.desk), agreement: newChoice("Convention", p.signedAgreements()), kind: newChoice("Entretien", labelled(fr.InterviewKinds(), fr.InterviewKind)),
		outcome: newChoice("Suite", labelled(fr.Outcomes(), fr.Outcome)), on: requiredDate(p.desk, "Date", "Indiquez la date."), psychologist: shortField("Psychologue", ""),
		family: kit.NewCheckField("Rencontre avec la famille, sans nommer un enfant", false),
	}
	for name, in := range map[string]kit.Input{"AgreementID": x.agreement.in, "Kind": x.kind.in, "Outcome": x.outcome.in, "On": x.on, "Psychologist": x.psychologist} {
		x.form.Field(name, in)
	}
	return x
}

func (x interviewFields) body() *fyne.Container {
	return kit.VBox(look.Gap, x.agreement.in, kit.Grid(2, look.Gap, x.on, x.kind.in), kit.Grid(2, look.Gap, x.outcome.in, x.psychologist))
}

func (x interviewFields) read(i *data.Interview) {
	i.AgreementID, i.Kind, i.Outcome = x.agreement.value(), x.kind.value(), x.outcome.value()
	i.On, i.Psychologist = x.on.Value(), x.psychologist.Text()
}

// addInterview counts one more act.
func (p *File) addInterview() {
	x := p.interviewForm()
	x.form.Filling(func() {
		x.on.SetValue(p.desk.Today())
		x.outcome.set(data.Held)
		if all := p.desk.Registry.InterviewRows(p.id); len(all) > 0 { // most often the one before
			x.agreement.set(all[0].AgreementID)
			x.psychologist.SetText(all[0].Psychologist)
		}
	})
	body := x.body()
	child, _ := p.desk.Registry.Children.Get(p.id)
	if !child.FamilyID.IsZero() {
		x.form.Add(x.family)
		body.Add(x.family)
	}
	x.form.Show(sheet.Parts{Title: "Ajouter un entretien", Verb: "Ajouter", Width: 560, Body: body, Save: func() (func() error, func()) {
		i := data.Interview{ChildID: p.id}
		if x.family.On() {
			i.ChildID, i.FamilyID = data.ID[data.Child]{}, child.FamilyID
		}
		x.read(&i)
		return func() error { return p.desk.Registry.Interviews.Save(&i) }, func() { p.desk.Window.Toast("Entretien ajouté.", nil) }
	}})
}

func (p *File) editInterview(id data.ID[data.Interview]) {
	x := p.interviewForm()
	sheet.Edit(x.form, sheet.Record[data.Interview]{Table: p.desk.Registry.Interviews, ID: id, Read: x.read,
		Fill: func(i data.Interview) {
			x.agreement.set(i.AgreementID)
			x.kind.set(i.Kind)
			x.outcome.set(i.Outcome)
			x.on.SetValue(i.On)
			x.psychologist.SetText(i.Psychologist)
		},
	}, sheet.Parts{Title: "Modifier l’entretien", Verb: "Enregistrer", Width: 560, Body: kit.VBox(look.Gap, x.body(),
		kit.HBox(0, kit.NewSmall("Supprimer l’entretien", "trash-2", kit.Danger, func() {
			x.form.Close()
			removeRecord(p, p.desk.Registry.Interviews, id, "L’entretien est supprimé.")
		})))})
}

// removeRecord takes a record out, with a way back.
func removeRecord[T any](p *File, t *registry.Table[T], id data.ID[T], said string) {
	var removed T
	p.desk.Do(func() (err error) {
		removed, err = t.Remove(id)
		return err
	}, func() {
		p.desk.Window.Toast(said, func() { p.desk.Do(func() error { return t.Restore(removed) }, nil) })
	})
}
