package safety

import (
	"context"
	"errors"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// drill opens the newest backup with a paper key that is typed, as on a new PC.
func (p *Backups) drill() {
	code := newCodeField()
	form := kit.NewForm(code)
	wait := kit.Text("", look.Detail)
	var dialog *kit.Dialog
	form.OnSubmit = func() {
		r, typed := p.desk.Registry, code.Text()
		dialog.VerbButton().SetReason("Essai en cours…")
		wait.SetText("La sauvegarde s’ouvre et se relit en entier…")
		task.Run(p.desk.Tasks, func(context.Context) (registry.DrillOutcome, error) { return r.Drill(typed) },
			func(out registry.DrillOutcome, err error) {
				dialog.VerbButton().SetReason("")
				wait.SetText("")
				switch {
				case wrongCode(err):
					code.SetErr(fr.Error(err))
				case err != nil:
					dialog.Close()
					p.desk.Window.Fail(err)
				default:
					dialog.Close()
					p.drilled(out)
				}
			})
	}
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: "Essai de restauration", Verb: "Faire l’essai", Width: 560,
		Body: kit.VBox(look.Gap, kit.Paragraph("Mercredi ouvre la dernière sauvegarde avec la clé de secours, comme sur un ordinateur neuf, "+
			"et la relit en entier. Rien n’est changé dans le fichier.", look.Body), code, wait),
		Do: func() bool {
			form.Submit()
			return false
		},
	})
}

// newCodeField is where the code of a paper key is typed.
func newCodeField() *kit.TextField {
	code := kit.NewTextField("Clé de secours", "Les groupes de la feuille, dans l’ordre. Majuscules, espaces et tirets sont indifférents.")
	code.Max, code.Needed = 0, "Tapez la clé de secours de la feuille."
	return code
}

// wrongCode reports whether it is the code that is wrong, and not the backup.
func wrongCode(err error) bool {
	return errors.Is(err, vault.ErrPaperTypo) || errors.Is(err, vault.ErrWrongPassword)
}

// drilled says how the drill ended.
func (p *Backups) drilled(out registry.DrillOutcome) {
	p.read()
	kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: "L’essai a réussi", Safe: "Fermer", Body: kit.VBox(look.Gap,
		kit.Notice(look.Good, "La sauvegarde du "+exactly(out.File.At, p.desk.Now())+" s’ouvre avec la clé de secours.",
			fr.Count(out.Records, "fiche relue", "fiches relues")+", aucune ne manque. Remettez la feuille à sa place.", nil))})
}
