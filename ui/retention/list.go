package retention

import (
	"cmp"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
	"mercredi/ui/page/sheet"
)

// askList asks what the list of eliminations proposes, then prints it.
func (p *Page) askList() {
	fates := []registry.ProposedFate{registry.ProposeErase, registry.ProposeAnonymise, 0}
	fate := kit.NewSelectField("Sort proposé pour les délais dépassés", []string{"Effacer", "Rendre anonyme", "Laisser à décider"}, 0)
	number := kit.NewTextField("Numéro du bordereau, s’il en a un", "")
	number.Max = data.MaxName
	form := kit.NewForm(fate, number)
	var dialog *kit.Dialog
	form.OnSubmit = func() {
		dialog.Close()
		p.printList(fates[fate.Chosen()], number.Text())
	}
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: "Imprimer la liste d’élimination", Verb: "Imprimer la liste…",
		Body: kit.VBox(look.Gap, kit.Paragraph("La liste porte les références des dossiers, jamais un nom. "+
			"Les dossiers gardés y figurent avec leur motif.", look.Body.As(look.Ink2)), fate, number),
		Do: func() bool {
			form.Submit()
			return false
		},
	})
}

// printList opens the sheet on the list as it was asked for.
func (p *Page) printList(fate registry.ProposedFate, number string) {
	d, ok := catalogue.Find("bordereau")
	if !ok {
		return
	}
	rows, rule := catalogue.Eliminations(p.rows, fate), fr.AfterLastContact(p.months())
	d.Options = nil
	d.Make = func(r *registry.Registry, m export.Meta, _ catalogue.Subject, _ catalogue.With) (catalogue.Paper, error) {
		v := registry.EliminationListView{
			Letterhead: r.Letterhead(), Reference: number, On: r.Today(), By: r.Keyholder().Name, Rule: rule, Rows: rows,
		}
		return catalogue.Paper{Reference: cmp.Or(number, v.On.String()), Write: func(w io.Writer) error { return export.EliminationList(w, m, v) }}, nil
	}
	printing.Show(p.desk, printing.Ask{Documents: []catalogue.Document{d}})
}

// ruleReason says why who opened the file may not change the rule, "" when they may.
func ruleReason(d page.Desk) string {
	if d.Registry.Keyholder().Access.MayKeepKeys() {
		return ""
	}
	return "Réservé à la coordination."
}

// editRule changes how long files are kept after the last contact.
func (p *Page) editRule() {
	f := sheet.New(p.desk)
	months := kit.NewNumberField("Mois après le dernier contact", "24\u00a0mois au départ. Ensuite, l’équipe revoit le dossier\u00a0: rien ne s’efface seul.", 1, 240)
	f.Field("RetentionMonths", months)
	f.Filling(func() { months.SetValue(p.months()) })
	f.Show(sheet.Parts{
		Title: "Combien de temps garder un dossier", Verb: "Enregistrer la règle", Body: kit.VBox(look.Gap, months),
		Save: func() (func() error, func()) {
			s := p.desk.Registry.Safety()
			s.RetentionMonths = months.Value()
			return func() error { return p.desk.Registry.SaveSafety(&s) }, func() {
				p.desk.Window.Toast("La règle est enregistrée\u00a0: "+fr.AfterLastContact(s.RetentionMonths)+".", nil)
			}
		},
	})
}
