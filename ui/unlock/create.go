package unlock

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/keys"
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
	c.folder = kit.NewTextField("Dossier", "Un dossier de ce poste\u00a0: ni lecteur réseau, ni clé USB, ni dossier synchronisé.")
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
	c.password, c.again = keys.NewPassword()
	form := kit.NewForm(c.town, c.zone, c.first, c.last, c.role, c.folder, c.password, c.again)
	form.OnSubmit = c.submit
	c.make = tall("Créer le dossier", "", kit.Primary, form.Submit)
	browse := kit.NewSmall("Choisir un autre dossier", "", kit.Secondary, func() {
		s.world.ChooseFolder(c.folder.Text(), c.folder.SetText)
	})
	s.turn("Créer le dossier de l’équipe", "Tout pourra être changé ensuite dans les réglages, sauf le dossier.", c.town.Keyboard(),
		pair(c.town, c.zone), pair(c.first, c.last),
		c.role, kit.VBox(look.Tight, c.folder, kit.HBox(0, browse)),
		pair(c.password, c.again),
		kit.Notice(look.Info, "Ce mot de passe est le vôtre.", "Les autres membres auront chacun le leur. Une clé de secours, à imprimer, vient juste après.", nil),
		kit.HBox(look.Gap, kit.Spacer(), tall("Revenir", "", kit.Secondary, s.welcome), c.make))
}

func pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(look.Gap, kit.Share(1, a), kit.Share(1, b))
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
	if c.make.Reason() != "" {
		return
	}
	c.make.SetReason("Création en cours…")
	folder := filepath.Clean(strings.TrimSpace(c.folder.Text()))
	world := c.screen.world.Registry
	founder := registry.Founder{
		Member:   &data.Member{FirstName: c.first.Text(), LastName: c.last.Text(), Role: fr.Roles()[c.role.Chosen()]},
		Password: c.password.Text(),
	}
	settings := fr.DefaultSettings()
	settings.Town, settings.Zone = c.town.Text(), string(zones[c.zone.Chosen()])
	settings.SchoolYear = int(calendar.SchoolYearOf(world.Today()))
	task.Run(c.screen.world.Tasks, func(ctxt) (*registry.Registry, error) {
		return registry.CreateFilledFolder(folder, founder, world, func(r *registry.Registry) error {
			return furnish(r, &settings, founder.Member)
		})
	}, func(r *registry.Registry, err error) {
		c.make.SetReason("")
		if err != nil {
			c.failed(err)
			return
		}
		c.screen.world.Folder = folder
		c.screen.offerPaper(r)
	})
}

// furnish puts in a new file what every team starts with: the settings, the founder, the grid and the five workshops,
// all of it editable.
func furnish(r *registry.Registry, settings *data.Settings, founder *data.Member) error {
	return r.Update(func(tx *registry.Tx) error {
		if err := registry.PutSettings(tx, settings); err != nil {
			return err
		}
		if err := registry.Put(tx, r.Members, founder); err != nil {
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
