package unlock

import (
	"errors"
	"path/filepath"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// creation is the form that makes a team's folder.
type creation struct {
	screen                    *Screen
	folder, town, first, last *kit.TextField
	zone, role                *kit.SelectField
	password, again           *kit.TextField
	make                      *kit.Button
}

// zones are the school zones to choose from; the last one types its holidays in the settings.
var zones = []calendar.Zone{calendar.ZoneA, calendar.ZoneB, calendar.ZoneC, calendar.ZoneOther}

// create is the form.
func (s *Screen) create() {
	c := &creation{screen: s}
	c.folder = kit.NewTextField("Dossier", "Un dossier de ce poste, pas un lecteur réseau.")
	c.folder.Needed, c.folder.Max = "Indiquez un dossier.", 0
	c.folder.SetText(s.world.Folder)
	c.town = kit.NewTextField("Ville", "").Hint("Sauvelande")
	c.town.Needed = "Indiquez la ville."
	c.zone = kit.NewSelectField("Zone scolaire", []string{"Zone A", "Zone B", "Zone C", "Autre (Corse, outre-mer)"}, -1)
	c.zone.Needed = "Choisissez la zone."
	c.first = kit.NewTextField("Votre prénom", "")
	c.first.Needed = "Indiquez votre prénom."
	c.last = kit.NewTextField("Votre nom", "")
	c.last.Needed = "Indiquez votre nom."
	c.role = kit.NewSelectField("Votre rôle", roleNames(), 0)
	c.password = kit.NewPasswordField("Mot de passe", "Au moins 10\u00a0caractères. Quatre mots à la suite se retiennent bien.")
	c.password.Needed = "Choisissez un mot de passe."
	c.again = kit.NewPasswordField("Le même mot de passe", "")
	c.again.Needed = "Tapez-le une deuxième fois."
	c.again.Valid = func(text string) string {
		if text != c.password.Text() {
			return "Les deux mots de passe sont différents. Tapez le même."
		}
		return ""
	}
	form := kit.NewForm(c.town, c.zone, c.first, c.last, c.role, c.folder, c.password, c.again)
	form.OnSubmit = c.submit
	c.make = kit.NewButton("Créer le dossier", "", kit.Primary, form.Submit)
	c.make.Tall = true
	back := kit.NewButton("Revenir", "", kit.Secondary, s.welcome)
	back.Tall = true
	browse := kit.NewSmall("Choisir un autre dossier", "", kit.Secondary, func() {
		s.world.ChooseFolder(c.folder.Text(), c.folder.SetText)
	})
	s.turn("Créer le dossier de l’équipe", "Tout pourra être changé ensuite dans les réglages, sauf le dossier.", c.town.Keyboard(),
		kit.Columns(look.Gap, kit.Share(1, c.town), kit.Share(1, c.zone)),
		kit.Columns(look.Gap, kit.Share(1, c.first), kit.Share(1, c.last)),
		c.role, kit.VBox(look.Tight, c.folder, kit.HBox(0, browse)),
		kit.Columns(look.Gap, kit.Share(1, c.password), kit.Share(1, c.again)),
		kit.Notice(look.Warning, "Notez ce mot de passe en lieu sûr.", "Sans lui, personne ne pourra relire le dossier, pas même nous.", nil),
		kit.HBox(look.Gap, kit.Spacer(), back, c.make))
}

func roleNames() []string {
	var names []string
	for _, r := range fr.Roles() {
		names = append(names, fr.Role(r, data.Unsaid))
	}
	return names
}

// submit makes the folder beside the window.
func (c *creation) submit() {
	c.make.SetReason("Création en cours…")
	folder := filepath.Clean(strings.TrimSpace(c.folder.Text()))
	password, world := c.password.Text(), c.screen.world.Registry
	member := data.Member{FirstName: c.first.Text(), LastName: c.last.Text(), Role: fr.Roles()[c.role.Chosen()]}
	settings := fr.DefaultSettings()
	settings.Town, settings.Zone = c.town.Text(), string(zones[c.zone.Chosen()])
	settings.SchoolYear = int(calendar.SchoolYearOf(world.Today()))
	task.Run(c.screen.world.Tasks, func(ctxt) (*registry.Registry, error) {
		return registry.CreateFilledFolder(folder, registry.Founder{Member: &member, Password: password}, world, func(r *registry.Registry) error {
			return furnish(r, &settings, &member)
		})
	}, func(r *registry.Registry, err error) {
		c.make.SetReason("")
		if err != nil {
			c.failed(err)
			return
		}
		c.screen.world.Opened(r, member.ID, folder)
	})
}

// furnish puts in a new file what every team starts with: the settings, the first member, the grid and the five
// workshops, all of it editable.
func furnish(r *registry.Registry, settings *data.Settings, member *data.Member) error {
	return r.Update(func(tx *registry.Tx) error {
		if err := registry.PutSettings(tx, settings); err != nil {
			return err
		}
		if err := registry.Put(tx, r.Members, member); err != nil {
			return err
		}
		rubric := fr.DefaultRubric()
		if err := registry.Put(tx, r.Rubrics, &rubric); err != nil {
			return err
		}
		workshops := fr.DefaultWorkshops()
		for i := range workshops {
			workshops[i].RubricID = rubric.ID
		}
		return registry.KeepAll(tx, r.Workshops, workshops)
	})
}

// failed says what is wrong beside the field that can mend it.
func (c *creation) failed(err error) {
	field := c.folder
	if errors.Is(err, vault.ErrWeakPassword) {
		field = c.password
	}
	field.SetErr(fr.Error(err))
	c.screen.world.Canvas().Focus(field.Keyboard())
}
