package settings

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/vault"
	"mercredi/ui/keys"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
	"mercredi/ui/task"
)

// paperKeys are the « clés de secours ».
func (p *Page) paperKeys() fyne.CanvasObject {
	slots := slices.DeleteFunc(p.desk.Registry.Slots(), func(s vault.Slot) bool { return !s.Paper })
	add := kit.NewSmall("Nouvelle clé de secours", "plus", kit.Secondary, p.makePaper)
	try := kit.NewSmall("Essayer une clé", "", kit.Secondary, p.tryPaper)
	governs := p.desk.Registry.Keyholder().Access.MayGovern()
	if !governs {
		add.SetReason(askCoordination)
	}
	if len(slots) == 0 {
		return kit.Card("Clés de secours", nil, kit.VBox(look.Tight,
			kit.Notice(look.Warning, "Il n’y a pas de clé de secours.", "Si tous les mots de passe de coordination se perdent, plus personne n’ouvrira le dossier.", nil),
			kit.Reason(add)), add)
	}
	rows := kit.VBox(0)
	for i, s := range slots {
		a := kit.Alert{Icon: "file-text", Tone: look.Neutral, Fact: s.Name, Detail: "Depuis le " + fr.DateLong(data.Date(s.Since)), First: i == 0}
		if governs && s.ID != p.desk.Registry.Keyholder().Slot {
			a.Verb, a.Do = "Retirer", func() { p.removePaper(s) }
		}
		rows.Add(kit.NewAlertRow(a))
	}
	return kit.Card("Clés de secours", kit.CountBadge(len(slots), look.Neutral),
		kit.VBox(look.Tight, kit.Paragraph("Sur papier, sous enveloppe fermée\u00a0: une pour la direction, une pour le délégué à la protection des données.", look.Detail),
			rows, kit.HBox(0, try), kit.Reason(add)), add)
}

// makePaper makes a paper key and shows it, once.
func (p *Page) makePaper() {
	r := p.desk.Registry
	task.Run(p.desk.Tasks, func(context.Context) (keys.Paper, error) { return keys.MakePaper(r) }, func(made keys.Paper, err error) {
		if err != nil {
			p.desk.Window.Fail(err)
			return
		}
		p.fill()
		p.showPaper(made)
	})
}

func (p *Page) showPaper(made keys.Paper) {
	print := kit.NewButton("Imprimer la feuille", "printer", kit.Secondary, func() {
		p.desk.Papers.Print(made.Sheet(p.desk.Registry, p.desk.Folder))
	})
	var dialog *kit.Dialog
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: made.Slot.Name, Verb: "Retaper la clé", Safe: "Fermer", Width: 560,
		Body: kit.VBox(look.Gap, kit.Paragraph("Cette clé n’est écrite nulle part ailleurs et ne sera plus affichée. Imprimez-la maintenant, puis retapez-la d’après la feuille.", look.Body),
			made.Shown(), kit.HBox(0, print)),
		Do: func() bool {
			dialog.Close()
			p.tryPaper()
			return false
		},
	})
}

// tryPaper has a paper key typed back: which one it is, or what is wrong with it.
func (p *Page) tryPaper() {
	code := keys.NewPaperField("La clé, telle qu’elle est sur la feuille")
	form := forms.New(p.desk)
	form.Add(code)
	var found vault.Slot
	form.Show(forms.Parts{
		Title: "Essayer une clé de secours", Verb: "Essayer", Anyone: true, Width: 560, Body: code,
		Save: func() (func() error, func()) {
			typed := code.Text()
			return func() (err error) {
					found, err = p.desk.Registry.TryPaperKey(typed)
					return notThisKey(err)
				}, func() {
					p.said(found.Name + " se lit bien et ouvre le dossier.")
				}
		},
	})
}

// notThisKey gives its sentence to a key that opens nothing here.
func notThisKey(err error) error {
	if errors.Is(err, vault.ErrWrongPassword) {
		return &fr.Told{Sentence: "Cette clé de secours n’ouvre pas ce dossier, ou plus. Cherchez une feuille plus récente.", Err: err}
	}
	return err
}

func (p *Page) removePaper(s vault.Slot) {
	kit.Ask(p.desk.Window.Canvas(), kit.Question{
		Title: "Retirer la " + fr.Lower(s.Name) + "\u00a0?",
		Text:  "La feuille n’ouvrira plus rien\u00a0: déchirez-la. La clé de l’équipe est renouvelée\u00a0; les mots de passe ne changent pas.",
		Verb:  "Retirer la clé", Safe: "Ne rien changer", Danger: true,
		Do: func() {
			p.desk.Do(func() error { return p.desk.Registry.RemoveSlot(s.ID) }, func() { p.said(s.Name + " n’ouvre plus rien.") })
		},
	})
}
