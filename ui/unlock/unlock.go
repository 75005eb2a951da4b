// Package unlock is the threshold of the window: it opens the team's folder with its password, or makes one. Before
// the password it shows no child, no count and no name.
package unlock

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// World is what the screen works with.
type World struct {
	Tasks    *task.Runner
	Canvas   func() fyne.Canvas
	Registry registry.World
	// Folder is where the team's folder is, or would be made.
	Folder string
	// Zone is the school zone seen last on this PC, for the ribbon; "" when no file was ever opened.
	Zone string
	// Viewer is who worked here last; zero at first.
	Viewer data.ID[data.Member]
	// ChooseFolder asks for a folder, and calls chosen unless the person gives up.
	ChooseFolder func(start string, chosen func(string))
	// Opened is told that the file is open, and who works on it.
	Opened func(r *registry.Registry, viewer data.ID[data.Member], folder string)
}

// Screen is the threshold.
type Screen struct {
	world   World
	content fyne.CanvasObject
	right   *fyne.Container
	// focus is what the keyboard starts in, once the screen is in the window.
	focus   fyne.Focusable
	arrived bool
}

// New makes the screen: a password when the folder holds a file, the form that makes one otherwise.
func New(w World) *Screen {
	s := &Screen{world: w, right: kit.Holder(kit.Gap(1))}
	s.content = kit.Columns(0, kit.Share(5, s.left()), kit.Share(7, s.right))
	if registry.FolderExists(w.Folder) == nil {
		s.askPassword()
	} else {
		s.welcome()
	}
	return s
}

// Content is the whole screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Arrive puts the keyboard in the first field. The window calls it once the screen is on show.
func (s *Screen) Arrive() {
	s.arrived = true
	if s.focus != nil {
		s.world.Canvas().Focus(s.focus)
	}
}

// turn shows another step on the right.
func (s *Screen) turn(title, sub string, focus fyne.Focusable, parts ...fyne.CanvasObject) {
	head := kit.VBox(look.Hair, kit.Paragraph(title, look.PageTitle), kit.Paragraph(sub, look.Detail))
	body := kit.VBox(look.Wide, append([]fyne.CanvasObject{head}, parts...)...)
	kit.Replace(s.right, kit.Scroll(kit.Pad(look.Margin, kit.MiddleColumn(formWidth, body))))
	s.focus = focus
	if s.arrived {
		s.Arrive()
	}
}

// formWidth is how wide the forms of the threshold are.
const formWidth = 452

// welcome is the first time: make a folder, or find the one that exists.
func (s *Screen) welcome() {
	create := kit.NewButton("Créer le dossier de l’équipe", "plus", kit.Primary, s.create)
	create.Tall = true
	find := kit.NewButton("Ouvrir un dossier existant", "folder-down", kit.Secondary, s.find)
	find.Tall = true
	s.turn("Bienvenue", "Mercredi garde les enfants, les ateliers et les bilans de votre équipe dans un dossier protégé par un mot de passe.",
		create, create, find,
		kit.Notice(look.Info, "Tout reste sur ce poste.", "Rien n’est envoyé ailleurs. Le dossier est illisible sans le mot de passe.", nil))
}

// find looks for the folder of the team.
func (s *Screen) find() {
	s.world.ChooseFolder(s.world.Folder, func(dir string) {
		if err := registry.FolderExists(dir); err != nil {
			kit.Ask(s.world.Canvas(), kit.Question{
				Title: "Ce dossier n’est pas celui d’une équipe",
				Text:  "Il ne contient pas de fichier mercredi.db. Choisissez le dossier qui le contient, ou créez-en un.",
				Verb:  "Choisir un autre dossier", Safe: "Revenir", Do: s.find,
			})
			return
		}
		s.world.Folder = dir
		s.askPassword()
	})
}

// askPassword is the usual morning.
func (s *Screen) askPassword() {
	password := kit.NewPasswordField("Mot de passe", "").Tall()
	password.Needed = "Tapez le mot de passe de l’équipe."
	open := kit.NewButton("Ouvrir", "", kit.Primary, nil)
	open.Tall = true
	form := kit.NewForm(password)
	form.OnSubmit = func() {
		open.SetReason("Ouverture en cours…")
		s.open(password.Text(), func(err error) {
			open.SetReason("")
			password.SetErr(fr.Error(err))
			s.world.Canvas().Focus(password.Keyboard())
		})
	}
	open.OnTapped = form.Submit
	other := kit.NewSmall("Autre dossier", "", kit.Secondary, s.welcome)
	s.turn("Ouvrir Mercredi", "Dossier "+shortPath(s.world.Folder), password.Keyboard(),
		password, open, kit.Separator(),
		kit.Spread(kit.VBox(0, kit.Text("Mot de passe oublié\u00a0?", look.BodyBold),
			kit.Paragraph("Personne ne peut le retrouver à votre place. Demandez-le à la personne qui coordonne l’équipe.", look.Detail)), other))
}

// shortPath is the end of a path that is too long to be read.
func shortPath(path string) string {
	const most = 48
	if r := []rune(path); len(r) > most {
		return "…" + string(r[len(r)-most:])
	}
	return path
}

// opening is what is ready once the password was right.
type opening struct {
	registry *registry.Registry
	members  []data.Member
}

// open works beside the window: a password costs about a second to try.
func (s *Screen) open(password string, failed func(error)) {
	folder, world := s.world.Folder, s.world.Registry
	task.Run(s.world.Tasks, func(ctxt) (opening, error) {
		r, err := registry.OpenFolder(folder, registry.Key{Password: password}, world)
		if err != nil {
			return opening{}, err
		}
		return opening{r, r.Members.All()}, nil
	}, func(o opening, err error) {
		if err != nil {
			failed(err)
			return
		}
		s.enter(o)
	})
}

// enter goes in at once when it is clear who works here, and asks otherwise.
func (s *Screen) enter(o opening) {
	if _, ok := o.registry.Members.Get(s.world.Viewer); ok || len(o.members) == 0 {
		s.world.Opened(o.registry, s.world.Viewer, s.world.Folder)
		return
	}
	if len(o.members) == 1 {
		s.world.Opened(o.registry, o.members[0].ID, s.world.Folder)
		return
	}
	s.askWho(o)
}

// askWho is the first morning on this PC.
func (s *Screen) askWho(o opening) {
	rows := kit.VBox(look.Tight)
	var first fyne.Focusable
	for _, m := range sortedMembers(o.members) {
		row := kit.NewPersonRow(m.FullName(), fr.Role(m.Role, m.Feminine), func() {
			s.world.Opened(o.registry, m.ID, s.world.Folder)
		})
		if first == nil {
			first = row
		}
		rows.Add(row)
	}
	s.turn("Qui êtes-vous\u00a0?", "Vos notes et vos bilans porteront votre nom. Ce poste s’en souviendra.", first, rows)
}
