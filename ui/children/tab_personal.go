package children

import (
	"context"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/parting"
	"mercredi/ui/task"
)

// personalWidth is the width of the right of the tab.
const personalWidth = 420

// keeping is how long the file is kept, and who opened it lately. It is read beside the window: the journal is long.
type keeping struct {
	registry.RetentionRow
	looks []registry.JournalLine
}

// looksRead is how many lines of the journal are read, looksShown how many of the days, roles and acts they tell.
const (
	looksRead  = 60
	looksShown = 4
)

// personalTab is what the family agreed to, and what becomes of what is known of the child.
func (p *File) personalTab() fyne.CanvasObject {
	p.readKeeping()
	return kit.Columns(look.Wide, kit.Share(1, kit.VBox(0, p.agreementsCard())), kit.Fixed(personalWidth, p.side))
}

// readKeeping fills the right of the tab, once it is known.
func (p *File) readKeeping() {
	task.RunLatest(p.desk.Tasks, &p.reading, func(context.Context) (k keeping, err error) {
		k.RetentionRow, _ = p.desk.Registry.RetentionOf(p.id)
		k.looks, err = p.desk.Registry.Journal(registry.JournalFilter{Child: p.id, Most: looksRead})
		return k, err
	}, func(k keeping, err error) {
		if err != nil {
			p.desk.Window.Fail(err)
		}
		p.kept = k
		kit.KeepFocus(p.side, func() {
			kit.Replace(p.side, kit.VBox(look.Cards, p.keepingCard(), p.looksCard(), p.partingCard()))
		})
		kit.Relayout(p.side)
	})
}

// agreementsCard has one row for each thing the family can agree to, and for each partner; the menu of a row does the rest.
func (p *File) agreementsCard() fyne.CanvasObject {
	rows := kit.VBox(0)
	for i, r := range agreements(p.file.Consents) {
		icon, tone := consentIcon(r.State)
		rows.Add(kit.EventRow(kit.Event{Icon: icon, Tone: tone, Title: fr.ConsentScope(r.Scope, r.Recipient), Detail: consentDetail(r),
			First: i == 0, Action: kit.HBox(look.Tight, p.agreementButtons(r)...)}))
	}
	return kit.Card("Accords de la famille", nil, rows, kit.NewSmall("Ajouter un partenaire", "plus", kit.Secondary, func() {
		p.addConsent(data.Consent{Scope: data.ConsentSharePartner})
	}))
}

// agreementButtons are what can be done with an agreement, the usual thing last.
func (p *File) agreementButtons(r registry.ConsentRow) []fyne.CanvasObject {
	if r.State == data.ConsentMissing && r.SignedOn.IsZero() {
		return []fyne.CanvasObject{kit.NewSmall("Noter la réponse", "pencil", kit.Secondary, func() { p.addConsent(r.Consent) })}
	}
	correct := kit.NewSmall("Corriger", "", kit.Quiet, func() { p.editConsent(r.Consent) })
	renew := kit.NewSmall("Renouveler", "plus", kit.Secondary, func() { p.addConsent(r.Consent) })
	if r.State == data.ConsentRefused || r.State == data.ConsentWithdrawn {
		renew.Name = "Nouvel accord"
	}
	if !r.State.Allows() {
		return []fyne.CanvasObject{correct, renew}
	}
	withdraw := kit.NewSmall("Retirer", "", kit.Quiet, func() { p.withdrawConsent(r.Consent) })
	if r.State == data.ConsentEndsSoon {
		return []fyne.CanvasObject{correct, withdraw, renew}
	}
	renew.Weight, renew.Icon = kit.Quiet, ""
	return []fyne.CanvasObject{correct, renew, withdraw}
}

// keepingCard says how long the file is kept, and why.
func (p *File) keepingCard() fyne.CanvasObject {
	k := p.kept
	decide := kit.NewSmall("Garder plus longtemps", "hourglass", kit.Secondary, func() { parting.Keep(p.desk, k.RetentionRow) })
	decide.SetReason(parting.KeepReason(p.desk))
	facts := []kit.Fact{
		{Label: "Dernier contact", Value: lastContactWords(k.Last), Unknown: "aucun n’est daté"},
		{Label: "À revoir", Value: dueWords(k.RetentionRow, p.desk.Today())},
	}
	if !k.KeptUntil.IsZero() {
		facts = append(facts, kit.Fact{Label: "Gardé jusqu’au", Value: fr.DateLong(k.KeptUntil)}, kit.Fact{Label: "Motif", Value: k.KeptReason})
	}
	return kit.Card("Données", nil, kit.VBox(look.Hair, kit.Facts(2, facts...), kit.Reason(decide),
		kit.Flush(kit.NewLink("Revue des dossiers anciens", func() { p.desk.Window.Go(page.Route{Page: page.Retention}) }))), decide)
}

// looksCard says who opened the file lately: a role, never a name, as the family may read it.
func (p *File) looksCard() fyne.CanvasObject {
	rows := kit.VBox(0)
	for i, l := range looksOf(p.kept.looks, looksShown) {
		rows.Add(kit.EventRow(kit.Event{When: fr.DateShort(l.on), Icon: lookIcons[l.act], Tone: look.Neutral, Title: l.title(),
			Right: fr.Role(l.role, data.Unsaid), First: i == 0}))
	}
	if len(rows.Objects) == 0 {
		rows.Add(kit.Paragraph("Personne n’a ouvert ni imprimé ce dossier pour l’instant.", look.Body.As(look.Ink2)))
	}
	return kit.Card("Qui a ouvert le dossier", nil, rows, kit.NewLink("Tout le journal", func() {
		p.desk.Window.Go(page.Route{Page: page.Journal, Child: p.id})
	}))
}

// partingCard is how a file leaves Mercredi.
func (p *File) partingCard() fyne.CanvasObject {
	child := parting.Child{ID: p.id, First: p.file.Child.First, Last: p.file.Child.Last}
	anonymise := kit.NewButton("Rendre anonyme…", "chart-column", kit.Secondary, func() { parting.Anonymise(p.desk, child, p.toList) })
	erase := kit.NewButton("Effacer…", "trash-2", kit.Danger, func() { parting.Erase(p.desk, child, p.toList) })
	reason := parting.Reason(p.desk)
	erase.SetReason(reason)
	if anonymise.SetReason(reason); reason == "" && p.kept.Running {
		anonymise.SetReason("Une place est en cours dans un atelier.")
	}
	return kit.Card("Remettre, effacer", nil, kit.VBox(look.Tight,
		kit.HBox(0, kit.NewButton("Remettre le dossier à la famille", "folder-down", kit.Secondary, p.handOver)), kit.Separator(),
		kit.Paragraph("Rendre anonyme garde les chiffres des années passées. Effacer ne garde rien. L’un et l’autre sont définitifs.", look.Detail),
		kit.HTop(look.Gap, kit.VBox(0, anonymise, kit.Reason(anonymise)), kit.VBox(0, erase, kit.Reason(erase)))))
}
