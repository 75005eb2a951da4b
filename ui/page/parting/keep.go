package parting

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/sheet"
)

// Keep asks until when and why a file is kept, although its time is over. row is the file as the review shows it.
func Keep(d page.Desk, row registry.RetentionRow) {
	name := fr.ShortName(row.Name.First, row.Name.Last)
	f := sheet.New(d)
	until := kit.NewDateField("Garder jusqu’au", d.Today())
	until.Needed = "Indiquez jusqu’à quand."
	until.Rule = func(day data.Date) string {
		if day <= d.Today() || day > d.Today().AddMonths(12*data.MaxKeepYears) {
			return fr.Error(registry.ErrKeepDay)
		}
		return ""
	}
	reason := kit.NewNoteField("Motif", "Il figure sur la liste d’élimination\u00a0: n’y écrivez pas de nom.", 2)
	reason.Needed, reason.Max = "Indiquez pourquoi ce dossier est gardé.", data.MaxNote
	reason.Valid = func(typed string) string {
		if names(typed, Child{First: row.Name.First, Last: row.Name.Last}) {
			return "Retirez le nom de l’enfant\u00a0: ce motif figure sur la liste d’élimination."
		}
		return ""
	}
	f.Field("KeepUntil", until)
	f.Field("KeepReason", reason)
	f.Filling(func() {
		until.SetValue(d.Today().AddMonths(12))
		if row.KeptUntil > d.Today() {
			until.SetValue(row.KeptUntil)
		}
		reason.SetText(row.KeptReason)
	})
	var undo fyne.CanvasObject
	if !row.KeptUntil.IsZero() {
		undo = kit.HBox(0, kit.NewSmall("Revenir sur cette décision", "", kit.Secondary, func() {
			f.Close()
			d.Do(func() error { return d.Registry.KeepChild(row.ChildID, 0, "") }, func() {
				d.Window.Toast("Le dossier "+fr.De(name)+" suit de nouveau la règle de l’équipe.", nil)
			})
		}))
	}
	f.Show(sheet.Parts{
		Title: "Garder le dossier " + fr.De(name), Verb: "Garder le dossier",
		Body: kit.VBox(look.Gap, until, reason, undo),
		Save: func() (func() error, func()) {
			day, why := until.Value(), reason.Text()
			return func() error { return d.Registry.KeepChild(row.ChildID, day, why) }, func() {
				d.Window.Toast("Le dossier "+fr.De(name)+" est gardé jusqu’au "+fr.DateLong(day)+".", nil)
			}
		},
	})
}
