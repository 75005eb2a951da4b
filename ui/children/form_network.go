package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// referralFields are those of an orientation.
type referralFields struct {
	form                                  *sheet.Form
	partner                               choice[data.ID[data.Partner]]
	whom                                  choice[data.Whom]
	state                                 choice[data.ReferralState]
	contact, prescriber, reason           *kit.TextField
	psychologist, answer                  *kit.TextField
	asked, sent, answered, offered, ended *kit.DateField
}

// partnersToRefer are the structures that can be asked directly, and the one that is kept.
func (p *File) partnersToRefer(kept data.ID[data.Partner]) []option[data.ID[data.Partner]] {
	out := []option[data.ID[data.Partner]]{{words: "Choisissez une structure"}}
	for _, x := range p.desk.Registry.PartnerRows() {
		if x.Direct != data.DirectlyNo || x.ID == kept {
			out = append(out, option[data.ID[data.Partner]]{x.ID, x.Name})
		}
	}
	return out
}

func (p *File) referralForm(kept data.ID[data.Partner]) referralFields {
	date := func(label string) *kit.DateField { return kit.NewDateField(label, p.desk.Today()) }
	x := referralFields{
		form: sheet.New(p.desk), partner: newChoice("Structure", p.partnersToRefer(kept)), whom: newChoice("Pour", labelled(fr.Whoms(), fr.Whom)),
		state: newChoice("État", labelled(fr.ReferralStates(), fr.ReferralState)), contact: shortField("À l’attention de", ""),
		prescriber: shortField("Prescription de", "Quand la structure demande un médecin."), reason: noteField("Motif de la demande", 3),
		psychologist: shortField("Psychologue", ""), answer: noteField("Suite proposée", 2),
		asked: requiredDate(p.desk, "Demande du", "Indiquez la date de la demande."), sent: date("Envoyée le"), answered: date("Réponse du"),
		offered: date("Premier entretien proposé le"), ended: date("Terminée le"),
	}
	for _, in := range []struct {
		name string
		in   kit.Input
	}{
		{"PartnerID", x.partner.in}, {"Whom", x.whom.in}, {"AskedOn", x.asked}, {"Contact", x.contact}, {"Prescriber", x.prescriber}, {"Reason", x.reason},
		{"State", x.state.in}, {"SentOn", x.sent}, {"AnsweredOn", x.answered}, {"OfferedOn", x.offered}, {"Psychologist", x.psychologist},
		{"Answer", x.answer}, {"EndedOn", x.ended},
	} {
		x.form.Field(in.name, in.in)
	}
	x.partner.in.OnPick = func(int) { p.sayConsent(x) }
	return x
}

// labelled are the values of a list with their words.
func labelled[V comparable](values []V, words func(V) string) []option[V] {
	var out []option[V]
	for _, v := range values {
		out = append(out, option[V]{v, fr.Capital(words(v))})
	}
	return out
}

// sayConsent tells, above the fields, what the family has not signed for the structure that is chosen.
func (p *File) sayConsent(x referralFields) {
	id := x.partner.value()
	if id.IsZero() {
		x.form.Say(nil)
		return
	}
	if _, state := p.desk.Registry.ConsentToShare(p.id, id, p.desk.Today()); state.Allows() {
		x.form.Say(nil)
		return
	}
	x.form.Say(kit.Notice(look.Warning, "Accord de la famille à recueillir.",
		"Aucun accord de partage avec cette structure n’est en cours. Notez-le dans «\u00a0Accords et données\u00a0» avant d’envoyer la fiche.", nil))
}

func (x referralFields) body() fyne.CanvasObject {
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Grid(2, look.Gap, a, b) }
	return kit.VBox(look.Gap, pair(x.partner.in, x.whom.in), pair(x.asked, x.sent), pair(x.contact, x.prescriber), x.reason,
		kit.Section("La réponse"), pair(x.state.in, x.answered), pair(x.offered, x.psychologist), x.answer, x.ended)
}

func (x referralFields) fill(r data.Referral) {
	x.partner.set(r.PartnerID)
	x.whom.set(r.Whom)
	x.state.set(r.State)
	for field, text := range map[*kit.TextField]string{
		x.contact: r.Contact, x.prescriber: r.Prescriber, x.reason: r.Reason, x.psychologist: r.Psychologist, x.answer: r.Answer,
	} {
		field.SetText(text)
	}
	for field, day := range map[*kit.DateField]data.Date{x.asked: r.AskedOn, x.sent: r.SentOn, x.answered: r.AnsweredOn, x.offered: r.OfferedOn, x.ended: r.EndedOn} {
		field.SetValue(day)
	}
}

func (x referralFields) read(r *data.Referral) {
	r.PartnerID, r.Whom, r.State = x.partner.value(), x.whom.value(), x.state.value()
	r.Contact, r.Prescriber, r.Reason = x.contact.Text(), x.prescriber.Text(), x.reason.Text()
	r.Psychologist, r.Answer = x.psychologist.Text(), x.answer.Text()
	r.AskedOn, r.SentOn, r.AnsweredOn, r.OfferedOn, r.EndedOn = x.asked.Value(), x.sent.Value(), x.answered.Value(), x.offered.Value(), x.ended.Value()
	if r.AnsweredOn.Valid() && r.State < data.ReferralAnswered {
		r.State = data.ReferralAnswered
	}
}

// addReferral leads the child to a structure.
func (p *File) addReferral() {
	x := p.referralForm(data.ID[data.Partner]{})
	x.form.Filling(func() { x.fill(data.Referral{AskedOn: p.desk.Today(), Whom: data.WhomChild}) })
	x.form.Show(sheet.Parts{Title: "Ajouter une orientation", Verb: "Ajouter", Width: 680, Body: x.body(), Save: func() (func() error, func()) {
		r := data.Referral{ChildID: p.id, AskedByID: p.desk.Viewer}
		x.read(&r)
		return func() error { return p.desk.Registry.SaveReferral(&r) }, func() { p.desk.Window.Toast("Orientation ajoutée.", nil) }
	}})
}

func (p *File) editReferral(id data.ID[data.Referral]) {
	kept, _ := p.desk.Registry.Referrals.Get(id)
	x := p.referralForm(kept.PartnerID)
	sheet.Edit(x.form, sheet.Record[data.Referral]{Table: p.desk.Registry.Referrals, ID: id, Fill: x.fill, Read: x.read,
		Done: func() { p.desk.Window.Toast("Orientation enregistrée.", nil) },
	}, sheet.Parts{Title: "Modifier l’orientation", Verb: "Enregistrer", Width: 680, Body: kit.VBox(look.Gap, x.body(),
		kit.HBox(0, kit.NewSmall("Supprimer l’orientation", "trash-2", kit.Danger, func() {
			x.form.Close()
			removeRecord(p, p.desk.Registry.Referrals, id, "L’orientation est supprimée.")
		})))})
	p.sayConsent(x)
}
