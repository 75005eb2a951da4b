package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/keys"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// offered are the accesses that whoever opened the file may give.
func (p *Page) offered() []vault.Access {
	return slices.DeleteFunc(fr.Accesses(), func(a vault.Access) bool { return !p.mayGive(a) })
}

// accessField chooses what a key allows. words say it, a sentence each.
func (p *Page) accessField(now vault.Access) (field *kit.SelectField, words fyne.CanvasObject) {
	all, rows := p.offered(), kit.VBox(look.Hair)
	for _, a := range all {
		rows.Add(kit.Columns(look.Gap, kit.Fixed(152, kit.Text(fr.Access(a), look.DetailBold)), kit.Share(1, kit.Paragraph(fr.AccessAllows(a), look.Detail))))
	}
	return kit.NewSelectField("Accès", kit.Labels(all, fr.Access), indexOf(all, now)), rows
}

// giveKey gives a member a key and a first password.
func (p *Page) giveKey() {
	members := p.without()
	nameOf := func(m registry.MemberRow) string { return fr.FullName(m.First, m.Last) }
	who := kit.NewSelectField("Membre de l’équipe", kit.Labels(members, nameOf), -1)
	who.Needed = "Choisissez la personne."
	access, words := p.accessField(vault.KeyWorking)
	password, again := keys.NewPassword()
	form := forms.New(p.desk)
	form.Add(who, access, password, again)
	form.Show(forms.Parts{
		Title: "Donner une clé", Verb: "Donner la clé", Width: 560,
		Body: kit.VBox(look.Gap, pair(who, access), words, pair(password, again),
			kit.Notice(look.Info, "La personne tape elle-même son mot de passe.", "Sinon, choisissez-en un ensemble\u00a0: elle le changera dans ses réglages.", nil)),
		Save: func() (func() error, func()) {
			member, access, typed := members[who.Chosen()], p.offered()[access.Chosen()], password.Text()
			return func() error { return p.desk.Registry.AddSlot(member.ID, access, typed) }, func() {
				p.said(nameOf(member) + " peut maintenant ouvrir le dossier.")
			}
		},
	})
}

// editKey changes what a key allows, or leads to another password, or to its removal.
func (p *Page) editKey(s vault.Slot) {
	access, words := p.accessField(s.Access)
	form := forms.New(p.desk)
	form.Add(access)
	reset := kit.NewSmall("Remplacer son mot de passe", "", kit.Secondary, func() {
		form.Close()
		p.resetPassword(s)
	})
	remove := kit.NewSmall("Retirer la clé", "trash-2", kit.Danger, func() {
		form.Close()
		p.removeKey(s)
	})
	form.Show(forms.Parts{
		Title: "Clé de " + s.Name, Verb: "Enregistrer",
		Body: kit.VBox(look.Gap, access, words, kit.HBox(look.Gap, reset, remove)),
		Save: func() (func() error, func()) {
			a := p.offered()[access.Chosen()]
			return func() error { return p.desk.Registry.SetAccess(s.ID, a) }, func() { p.said("Accès enregistré.") }
		},
	})
}

// resetPassword gives somebody another password, when theirs is lost.
func (p *Page) resetPassword(s vault.Slot) {
	password, again := keys.NewPassword()
	form := forms.New(p.desk)
	form.Add(password, again)
	form.Show(forms.Parts{
		Title: "Nouveau mot de passe de " + s.Name, Verb: "Remplacer",
		Body: kit.VBox(look.Gap, password, again,
			kit.Notice(look.Warning, "Ses notes privées ne pourront plus être lues.",
				"Elles ne s’ouvrent qu’avec l’ancien mot de passe. Tout le reste est intact.", nil)),
		Save: func() (func() error, func()) {
			typed := password.Text()
			return func() error { return p.desk.Registry.ResetPassword(s.ID, typed) }, func() { p.said("Mot de passe remplacé.") }
		},
	})
}

// removeKey asks, then takes a member's key away.
func (p *Page) removeKey(s vault.Slot) {
	kit.Ask(p.desk.Window.Canvas(), kit.Question{
		Title: "Retirer la clé de " + s.Name + "\u00a0?",
		Text: "Cette personne n’ouvrira plus le dossier, et ses notes privées ne pourront plus être lues. Ses fiches et ses bilans " +
			"restent. La clé de l’équipe est renouvelée pour tous les autres, qui gardent leur mot de passe. Ce qui a déjà été " +
			"copié ou imprimé ne peut pas être repris.",
		Verb: "Retirer la clé", Safe: "Ne rien changer", Danger: true,
		Do: func() {
			p.desk.Do(func() error { return p.desk.Registry.RemoveSlot(s.ID) }, func() {
				p.said("La clé de " + s.Name + " n’ouvre plus rien.")
			})
		},
	})
}

// changePassword is for one's own password.
func (p *Page) changePassword() {
	old := kit.NewPasswordField("Mot de passe actuel", "")
	old.Needed = "Tapez votre mot de passe actuel."
	password, again := keys.NewPassword()
	form := forms.New(p.desk)
	form.Add(old, password, again)
	form.Show(forms.Parts{
		Title: "Changer mon mot de passe", Verb: "Changer", Anyone: true,
		Body: kit.VBox(look.Gap, old, password, again),
		Save: func() (func() error, func()) {
			before, after := old.Text(), password.Text()
			return func() error { return p.desk.Registry.ChangePassword(before, after) }, func() { p.said("Mot de passe changé.") }
		},
	})
}

// said tells that something about keys is done, and shows them again: no record changed.
func (p *Page) said(sentence string) {
	p.desk.Window.Toast(sentence, nil)
	p.fill()
}
