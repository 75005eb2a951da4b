package unlock

import (
	"errors"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/keys"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// offerPaper makes the paper key of a folder that was just made. It is no condition: « Plus tard » takes it back, and
// Mercredi goes on saying that there is none.
func (s *Screen) offerPaper(r *registry.Registry) {
	task.Run(s.world.Tasks, func(ctxt) (keys.Paper, error) { return keys.MakePaper(r) }, func(p keys.Paper, err error) {
		if err != nil {
			s.enter(r)
			return
		}
		s.showPaper(r, p)
	})
}

// showPaper shows the code, once.
func (s *Screen) showPaper(r *registry.Registry, p keys.Paper) {
	print := tall("Imprimer la feuille", "printer", kit.Primary, func() { s.world.Print(p.Sheet(r, s.world.Folder)) })
	s.turn("Clé de secours", "Si un mot de passe se perd, elle permet d’en choisir un autre. Elle n’est écrite nulle part ailleurs\u00a0: notez-la maintenant.", print,
		p.Shown(), print,
		kit.HBox(look.Gap, kit.Spacer(), tall("Plus tard", "", kit.Secondary, func() { s.withoutPaper(r, p) }),
			tall("Je l’ai, continuer", "", kit.Secondary, func() { s.typeBack(r, p) })))
}

// withoutPaper takes back a key that nobody holds.
func (s *Screen) withoutPaper(r *registry.Registry, p keys.Paper) {
	task.Run(s.world.Tasks, func(ctxt) (struct{}, error) { return struct{}{}, r.RemoveSlot(p.Slot.ID) }, func(struct{}, error) {
		s.enter(r) // a key that stays opens nothing for nobody
	})
}

// typeBack makes sure that the sheet is right, while it can still be printed again.
func (s *Screen) typeBack(r *registry.Registry, p keys.Paper) {
	code := keys.NewPaperField("La clé, telle qu’elle est sur la feuille")
	try := tall("Vérifier et ouvrir", "", kit.Primary, nil)
	form := kit.NewForm(code)
	form.OnSubmit = func() {
		if try.Reason() != "" {
			return
		}
		try.SetReason("Vérification en cours…")
		typed := code.Text()
		task.Run(s.world.Tasks, func(ctxt) (vault.Slot, error) { return r.TryPaperKey(typed) }, func(_ vault.Slot, err error) {
			try.SetReason("")
			if err != nil {
				code.SetErr(sayTry(err))
				s.world.Canvas().Focus(code.Keyboard())
				return
			}
			s.enter(r)
		})
	}
	try.OnTapped = form.Submit
	s.turn("Retapez la clé de secours", "D’après la feuille, pour être sûr qu’elle se lit bien.", code.Keyboard(), code,
		kit.HBox(look.Gap, kit.Spacer(), tall("Revoir la clé", "", kit.Secondary, func() { s.showPaper(r, p) }),
			tall("Plus tard", "", kit.Secondary, func() { s.enter(r) }), try))
}

// sayTry says what is wrong with a key that is typed back.
func sayTry(err error) string {
	if errors.Is(err, vault.ErrWrongPassword) {
		return "Ce n’est pas cette clé. Comparez chaque groupe avec la feuille."
	}
	return fr.Error(err)
}
