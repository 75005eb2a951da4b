package unlock

import (
	"errors"
	"time"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/keys"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// askPaper is for a password that is lost: the paper key is typed.
func (s *Screen) askPaper(slots []vault.Slot) {
	code := keys.NewPaperField("Clé de secours")
	goOn := tall("Continuer", "", kit.Primary, nil)
	form := kit.NewForm(code)
	form.OnSubmit = func() {
		if goOn.Reason() != "" {
			return
		}
		goOn.SetReason("Ouverture en cours…")
		s.open(registry.Key{Paper: code.Text()}, func(r *registry.Registry, err error) {
			goOn.SetReason("")
			if err != nil {
				code.SetErr(sayPaper(err))
				s.world.Canvas().Focus(code.Keyboard())
				return
			}
			s.whose(r)
		})
	}
	goOn.OnTapped = form.Submit
	s.turn("Clé de secours", "Recopiez la feuille imprimée à l’installation. Elle ouvre le dossier sans mot de passe.", code.Keyboard(),
		code, kit.HBox(look.Gap, kit.Spacer(), tall("Revenir", "", kit.Secondary, func() { s.askWho(slots) }), goOn))
}

// sayPaper says what is wrong with a paper key.
func sayPaper(err error) string {
	if errors.Is(err, vault.ErrWrongPassword) {
		return "Cette clé de secours n’est pas celle de ce dossier, ou elle a été retirée. Cherchez une feuille plus récente."
	}
	return fr.Error(err)
}

// paperTime is how long a file opened by a paper key waits for a decision.
const paperTime = 10 * time.Minute

// whose asks whose password is lost. The file is open, and the window does not know it yet: it closes by itself when
// nothing is decided.
func (s *Screen) whose(r *registry.Registry) {
	slots := ofMembers(r.Slots())
	people := kit.NewPeople("Qui a perdu son mot de passe", persons(slots), 0)
	reset := tall("Choisir un nouveau mot de passe", "", kit.Primary, func() { s.reset(r, slots[people.Chosen()]) })
	people.OnOpen(func(int) { s.world.Canvas().Focus(reset) })
	s.turn("Qui a perdu son mot de passe\u00a0?", "La clé de secours est la bonne\u00a0: le dossier est ouvert.", people.Keyboard(),
		people, reset,
		kit.HBox(look.Gap, kit.Spacer(), kit.NewSmall("Revenir", "", kit.Secondary, func() { s.giveUp(r) }),
			kit.NewSmall("Ouvrir sans rien changer", "", kit.Secondary, func() { s.enter(r) })))
	s.pause.After(s.world.Tasks, paperTime, func() { s.giveUp(r) })
}

// giveUp closes what the paper key had opened.
func (s *Screen) giveUp(r *registry.Registry) {
	_ = r.Close() // nothing was changed since it was opened
	s.begin()
}

// reset asks for the new password of somebody.
func (s *Screen) reset(r *registry.Registry, whose vault.Slot) {
	password, again := keys.NewPassword()
	save := tall("Remplacer et ouvrir", "", kit.Primary, nil)
	form := kit.NewForm(password, again)
	form.OnSubmit = func() {
		if save.Reason() != "" {
			return
		}
		save.SetReason("Remplacement en cours…")
		typed := password.Text()
		task.Run(s.world.Tasks, func(ctxt) (struct{}, error) {
			if err := r.ResetPassword(whose.ID, typed); err != nil {
				return struct{}{}, err
			}
			return struct{}{}, r.Close()
		}, func(_ struct{}, err error) {
			if err != nil {
				save.SetReason("")
				password.SetErr(fr.Error(err))
				return
			}
			s.open(registry.Key{Slot: whose.ID, Password: typed}, func(r *registry.Registry, err error) {
				if err != nil {
					s.shut(err)
					return
				}
				s.enter(r)
			})
		})
	}
	save.OnTapped = form.Submit
	s.turn("Nouveau mot de passe", whose.Name, password.Keyboard(), password, again,
		kit.Notice(look.Warning, "Les notes privées de "+whose.Name+" ne pourront plus être lues.",
			"Elles ne s’ouvrent qu’avec l’ancien mot de passe. Tout le reste est intact.", nil),
		kit.HBox(look.Gap, kit.Spacer(), tall("Revenir", "", kit.Secondary, func() { s.whose(r) }), save))
	s.pause.After(s.world.Tasks, paperTime, func() { s.giveUp(r) })
}
