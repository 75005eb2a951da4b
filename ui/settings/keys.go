package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// keys is who can open the file, and with what: the members' keys, one's own, the paper keys.
func (p *Page) keys() fyne.CanvasObject {
	return kit.Columns(look.Wide,
		kit.Share(1, p.memberKeys()),
		kit.Share(1, kit.VBox(look.Cards, p.ownKey(), p.paperKeys())))
}

// Why a button about keys is off.
const (
	askCoordination = "Seule la coordination donne et retire des clés."
	everybodyHas    = "Toute l’équipe a déjà une clé. Ajoutez d’abord un membre."
)

// mayGive reports whether whoever opened the file may give, change and take away a key of that access.
func (p *Page) mayGive(a vault.Access) bool {
	own := p.desk.Registry.Keyholder().Access
	return own.MayGovern() || own.MayKeepKeys() && a == vault.Technical
}

// memberKeys are the keys of the team, one a member.
func (p *Page) memberKeys() fyne.CanvasObject {
	add := kit.NewSmall("Donner une clé", "plus", kit.Secondary, p.giveKey)
	switch own := p.desk.Registry.Keyholder().Access; {
	case !own.MayKeepKeys():
		add.SetReason(askCoordination)
	case len(p.without()) == 0:
		add.SetReason(everybodyHas)
	}
	rows := kit.VBox(0)
	slots := ofMembers(p.desk.Registry.Slots())
	for i, s := range slots {
		a := kit.Alert{Icon: "key-round", Tone: look.Info, Fact: s.Name, Detail: keyDetail(s), First: i == 0}
		switch {
		case s.ID == p.desk.Registry.Keyholder().Slot:
			a.Right = kit.Badge("vous", "", look.Neutral)
		case p.mayGive(s.Access):
			a.Verb, a.Do = "Modifier", func() { p.editKey(s) }
		}
		rows.Add(kit.NewAlertRow(a))
	}
	return kit.Card("Clés de l’équipe", kit.CountBadge(len(slots), look.Neutral),
		kit.VBox(look.Tight, kit.Paragraph("Chacun entre avec sa clé et son mot de passe. Une clé retirée n’ouvre plus rien.", look.Detail), rows, kit.Reason(add)), add)
}

func ofMembers(slots []vault.Slot) []vault.Slot {
	return slices.DeleteFunc(slots, func(s vault.Slot) bool { return s.Paper })
}

// keyDetail says what a key allows, and since when.
func keyDetail(s vault.Slot) string {
	return fr.Join(fr.Access(s.Access), "depuis le "+fr.DateLong(data.Date(s.Since)))
}

// without are the members who have no key yet.
func (p *Page) without() []registry.MemberRow {
	slots := p.desk.Registry.Slots()
	return slices.DeleteFunc(p.desk.Registry.MemberRows(), func(m registry.MemberRow) bool {
		return m.Archived || slices.ContainsFunc(slots, func(s vault.Slot) bool { return !s.Paper && s.Member == m.ID })
	})
}

// ownKey is what everybody may do with their own key.
func (p *Page) ownKey() fyne.CanvasObject {
	own := p.desk.Registry.Keyholder()
	change := kit.NewSmall("Changer mon mot de passe", "", kit.Secondary, p.changePassword)
	words := fr.Access(own.Access) + ". " + fr.AccessAllows(own.Access)
	if own.Paper {
		change.SetReason("Vous êtes entré par une clé de secours\u00a0: elle n’a pas de mot de passe.")
	}
	return kit.Card("Votre clé", nil, kit.VBox(look.Tight, kit.Text(own.Name, look.BodyBold), kit.Paragraph(words, look.Detail),
		kit.HBox(0, change), kit.Reason(change)))
}
