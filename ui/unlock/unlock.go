// Package unlock is the threshold of the window: it opens the team's folder for one of its keyholders, or makes one.
// Before the password it shows the names of those who hold a key, no child and no count.
package unlock

import (
	"errors"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
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
	// IdleMinutes is after how long the file opened last locks itself; 0 when none was.
	IdleMinutes int
	// Viewer is who worked here last; zero at first.
	Viewer data.ID[data.Member]
	// ChooseFolder asks for a folder, and calls chosen unless the person gives up.
	ChooseFolder func(start string, chosen func(string))
	// Print prints the sheet of a paper key.
	Print func(page.Paper)
	// Restore leads through putting a backup in the place of the file, on a new PC or when the file cannot be opened; nil
	// when nothing can be restored.
	Restore func()
	// Opened is told that the file is open, and who works on it: nobody of the team with a paper key.
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
	pause   task.Latest // what waits: the seconds after several wrong passwords, the end of an opening by a paper key
}

// New makes the screen: who are you when the folder holds a file, the form that makes one otherwise.
func New(w World) *Screen {
	s := &Screen{world: w, right: kit.Holder(kit.Gap(1))}
	s.content = kit.Columns(0, kit.Share(5, s.left()), kit.Share(7, s.right))
	s.begin()
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
	s.pause.Cancel()
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

// begin looks at the folder: who can open it, or what else there is to do.
func (s *Screen) begin() {
	folder := s.world.Folder
	if registry.FolderExists(folder) != nil {
		s.welcome()
		return
	}
	task.Run(s.world.Tasks, func(ctxt) ([]vault.Slot, error) { return registry.Threshold(folder) }, func(slots []vault.Slot, err error) {
		switch {
		case errors.Is(err, vault.ErrFormerFormat):
			s.upgrade()
		case err != nil:
			s.shut(err)
		default:
			s.askWho(slots)
		}
	})
}

// welcome is the first time: make a folder, or find the one that exists.
func (s *Screen) welcome() {
	create := tall("Créer le dossier de l’équipe", "plus", kit.Primary, s.create)
	find := tall("Ouvrir un dossier existant", "folder-down", kit.Secondary, s.find)
	parts := []fyne.CanvasObject{create, find}
	if s.world.Restore != nil {
		parts = append(parts, tall("Restaurer une sauvegarde", "file-clock", kit.Secondary, s.world.Restore))
	}
	parts = append(parts, kit.Notice(look.Info, "Tout reste sur ce poste.", "Rien n’est envoyé ailleurs. Le dossier est illisible sans mot de passe.", nil))
	if registry.FolderExists(s.world.Folder) == nil {
		parts = append(parts, kit.HBox(0, kit.NewSmall("Revenir", "", kit.Secondary, s.begin)))
	}
	s.turn("Bienvenue", "Mercredi garde les enfants, les ateliers et les bilans de votre équipe dans un dossier où chacun entre avec son mot de passe.",
		create, parts...)
}

// tall is a button of the threshold.
func tall(label, icon string, w kit.Weight, do func()) *kit.Button {
	b := kit.NewButton(label, icon, w, do)
	b.Tall = true
	return b
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
		s.begin()
	})
}

// shut says why nobody can be asked for a password.
func (s *Screen) shut(err error) {
	again := tall("Réessayer", "", kit.Secondary, s.begin)
	s.turn("Ce dossier ne s’ouvre pas", "Dossier "+shortPath(s.world.Folder), again,
		s.trouble(err), again, kit.Separator(), s.elsewhere())
}

// trouble says what is wrong with the file, and offers the last backup when there is one.
func (s *Screen) trouble(err error) fyne.CanvasObject {
	band := kit.Notice(look.Alarm, fr.Error(err), "", nil)
	if s.world.Restore == nil {
		return band
	}
	return kit.VBox(look.Gap, band, tall("Ouvrir la dernière sauvegarde", "folder-down", kit.Primary, s.world.Restore))
}

// elsewhere leads to another folder.
func (s *Screen) elsewhere() fyne.CanvasObject {
	return kit.Spread(kit.Text("Dossier "+shortPath(s.world.Folder), look.Caption), kit.NewLink("Autre dossier", s.welcome))
}

// shortPath is the end of a path that is too long to be read.
func shortPath(path string) string {
	const most = 44
	if r := []rune(path); len(r) > most {
		return "…" + string(r[len(r)-most:])
	}
	return path
}

// open opens the folder with a key, beside the window: a password costs up to a second to try.
func (s *Screen) open(key registry.Key, done func(*registry.Registry, error)) {
	folder, world := s.world.Folder, s.world.Registry
	task.Run(s.world.Tasks, func(ctxt) (*registry.Registry, error) { return registry.OpenFolder(folder, key, world) }, done)
}

// enter goes in as the keyholder.
func (s *Screen) enter(r *registry.Registry) {
	s.pause.Cancel()
	s.world.Opened(r, r.Keyholder().MemberID, s.world.Folder)
}
