package bilans

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// showHead shows what the bilan is, where it stands, and what can be done with it.
func (e *editor[R]) showHead() {
	a := e.about()
	e.top = a
	e.finalise = kit.NewButton("Finaliser", "lock", kit.Primary, e.askFinal)
	badge := kit.Badge("Brouillon", "pencil", look.Info)
	actions := []fyne.CanvasObject{e.saved, kit.NewButton("Imprimer", "printer", kit.Secondary, e.Print), e.finalise}
	if a.final {
		badge = kit.Badge("Finalisé", "lock", look.Good)
		actions = []fyne.CanvasObject{e.saved, kit.NewButton("Imprimer", "printer", kit.Primary, e.Print),
			kit.NewButton("Rouvrir", "lock-open", kit.Secondary, e.askReopen)}
	}
	kit.KeepFocus(e.content, func() {
		kit.Replace(e.head, kit.Header(kit.PageHeader{
			Title: a.title, Badge: badge, Sub: a.under, Back: e.desk.Window.Back, Actions: actions,
		}))
	})
	e.showSaved()
}

// showSaved says whether what is on screen is kept.
func (e *editor[R]) showSaved() {
	a := e.about()
	icon, tone, words := "check", look.Good, a.kept
	switch {
	case a.final:
		icon, words = "user-check", a.finalised
	case e.trouble != nil || e.other != nil:
		icon, tone, words = "circle-alert", look.Alarm, "Pas encore enregistré"
	case e.keep.pending():
		icon, tone, words = "pencil", look.Neutral, "Modifications en cours"
	case !e.savedAt.IsZero():
		at := e.savedAt
		words = "Enregistré à " + at.Format("15") + "\u00a0h\u00a0" + at.Format("04")
	case words == "":
		icon, tone, words = "pencil", look.Neutral, "Rien d’écrit pour l’instant"
	}
	kit.Replace(e.saved, kit.HBox(6, kit.Icon(icon, tone, look.IconMid), kit.Text(words, look.Detail)))
	kit.Relayout(e.saved)
}
