package unlock

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/keys"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// upgrade is for a folder of the first version of Mercredi, which had one password for the whole team.
func (s *Screen) upgrade() {
	team := kit.NewPasswordField("Mot de passe de l’équipe", "Celui qui ouvrait ce dossier jusqu’ici, une dernière fois.")
	team.Needed = "Tapez le mot de passe de l’équipe."
	first, last := kit.NewTextField("Votre prénom", ""), kit.NewTextField("Votre nom", "")
	first.Needed, last.Needed = "Indiquez votre prénom.", "Indiquez votre nom."
	password, again := keys.NewPassword()
	save := tall("Mettre le dossier à jour", "", kit.Primary, nil)
	form := kit.NewForm(team, first, last, password, again)
	form.OnSubmit = func() {
		if save.Reason() != "" {
			return
		}
		save.SetReason("Mise à jour en cours…")
		folder, world, old := s.world.Folder, s.world.Registry, team.Text()
		founder := registry.Founder{
			Member:   &data.Member{FirstName: first.Text(), LastName: last.Text(), Role: data.RoleCoordinator},
			Password: password.Text(),
		}
		task.Run(s.world.Tasks, func(ctxt) (*registry.Registry, error) {
			return registry.UpgradeFolder(folder, old, founder, world)
		}, func(r *registry.Registry, err error) {
			save.SetReason("")
			if err != nil {
				team.SetErr(fr.Error(err))
				s.world.Canvas().Focus(team.Keyboard())
				return
			}
			s.offerPaper(r)
		})
	}
	save.OnTapped = form.Submit
	s.turn("Mettre le dossier à jour", "Chacun aura désormais son propre mot de passe. Commencez par le vôtre\u00a0: vous donnerez une clé aux autres dans les réglages.",
		team.Keyboard(), team, pair(first, last), pair(password, again),
		kit.Notice(look.Info, "La personne qui coordonne l’équipe fait cette mise à jour.", "Rien n’est perdu. L’ancien mot de passe n’ouvrira plus le dossier.", nil),
		kit.HBox(look.Gap, kit.Spacer(), save), kit.Separator(), s.elsewhere())
}
