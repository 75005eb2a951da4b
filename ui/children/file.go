package children

import (
	"errors"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// tabs of a file: Route.Tab, and the words.
var fileTabs = []struct{ key, label string }{
	{"parcours", "Parcours"}, {"famille", "Famille et école"}, {"ateliers", "Ateliers"}, {"observations", "Observations"},
	{"evaluations", "Évaluations"}, {"orientations", "Orientations"}, {"documents", "Documents"}, {"donnees", "Accords et données"},
}

// The places of the tabs.
const (
	tabPathway = iota
	tabFamily
	tabWorkshops
	tabNotes
	tabEvaluations
	tabNetwork
	tabDocuments
	tabPersonal
)

// File is the page of one child.
type File struct {
	desk  page.Desk
	id    data.ID[data.Child]
	file  registry.ChildFile
	tab   int
	notes int // the chip in use above the observations
	kept  keeping

	reading task.Latest // of what is kept

	content, head, body *fyne.Container
	side                *fyne.Container // the right of the last tab
	tabs                *kit.Tabs
}

// NewFile makes the page of the child Route.Child, on the tab Route.Tab: « parcours », « famille », « ateliers »,
// « observations », « evaluations », « orientations », « documents » or « donnees ».
func NewFile(d page.Desk, r page.Route) page.Page {
	p := &File{desk: d, id: r.Child}
	labels := make([]string, len(fileTabs))
	for i, t := range fileTabs {
		labels[i] = t.label
		if t.key == r.Tab {
			p.tab = i
		}
	}
	p.tabs = kit.NewTabs(labels, func(i int) {
		p.tab = i
		p.showTab()
	})
	p.tabs.Select(p.tab)
	p.head, p.body, p.side = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	p.content = kit.Holder(kit.Gap(1))
	p.read()
	if !p.gone() {
		d.Do(func() error { return d.Registry.Viewed(r.Child) }, nil)
	}
	return p
}

// Content implements page.Page.
func (p *File) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page: the tab, the scroll and the focus stay.
func (p *File) Changed([]registry.Change) { p.read() }

func (p *File) gone() bool { return p.file.Child.ID.IsZero() }

// read reads the file again and shows it.
func (p *File) read() {
	was := p.gone()
	file, ok := p.desk.Registry.ChildFile(p.id, p.desk.Viewer)
	p.file = file
	if !ok {
		kit.Replace(p.content, kit.Page(kit.Grow(kit.EmptyState("user-round-x", "Cette fiche n’existe plus",
			"Elle a été supprimée, ici ou sur un autre poste.",
			kit.NewButton("Revenir à la liste", "arrow-left", kit.Primary, p.toList)))))
		return
	}
	if was {
		kit.Replace(p.content, kit.Page(kit.VBox(look.Tight, p.head, p.tabs), kit.Grow(p.body)))
	}
	kit.KeepFocus(p.content, func() {
		kit.Replace(p.head, p.header())
		p.tabs.SetCount(tabWorkshops, len(slices.DeleteFunc(slices.Clone(file.Workshops),
			func(w registry.ChildWorkshop) bool { return !w.Here })))
		p.tabs.SetCount(tabNetwork, len(p.desk.Registry.ReferralRows(p.id)))
		p.tabs.SetCount(tabDocuments, len(file.Documents))
		p.showTab()
	})
}

func (p *File) toList() { p.desk.Window.Go(page.Route{Page: page.Children}) }

// showTab shows the tab that is chosen.
func (p *File) showTab() {
	build := []func() fyne.CanvasObject{
		p.pathwayTab, p.familyTab, p.workshopsTab, p.notesTab, p.evaluationsTab, p.networkTab, p.documentsTab, p.personalTab,
	}[p.tab]
	kit.Replace(p.body, build())
	kit.Relayout(p.body)
}

// openTab goes to a tab, as a click on its word does.
func (p *File) openTab(i int) { p.tabs.Choose(i) }

// How many characters of a name leave no room beside it for the age, then for the last name.
const (
	longName    = 30
	tooLongName = 44
)

func (p *File) header() *fyne.Container {
	f := p.file
	h := kit.PageHeader{
		Title: fr.FullName(f.Child.First, f.Child.Last), After: bornWords(f),
		Back: p.desk.Window.Back, BackTip: "Revenir à la page précédente",
		Initials: fr.Initials(f.Child.First, f.Child.Last), Badges: p.badges(), Actions: p.actions(),
	}
	switch n := utf8.RuneCountInString(h.Title); {
	case n > tooLongName:
		h.Title, h.Sub, h.After = f.Child.First, f.Child.Last+", "+h.After, ""
	case n > longName:
		h.Sub, h.After = fr.Capital(h.After), ""
	}
	return kit.Header(h)
}

func (p *File) badges() []fyne.CanvasObject {
	f := p.file
	var out []fyne.CanvasObject
	if f.Archived {
		out = append(out, kit.Badge("Archivée", "inbox", look.Warning))
	}
	if f.Step == registry.StepEndOfFollowUp {
		out = append(out, kit.Badge("Parcours terminé", "check-check", look.Neutral))
	}
	if words := gradeAndSchool(f.Grade, f.School); words != "" {
		out = append(out, kit.Badge(words, "school", look.Plain))
	}
	if f.Network == data.REP || f.Network == data.REPPlus {
		out = append(out, kit.Badge(fr.Network(f.Network), "", look.Info))
	}
	if f.Eligibility.Area {
		out = append(out, kit.Badge("Quartier prioritaire", "map-pin", look.Info))
	}
	if !f.Eligibility.Any() {
		out = append(out, kit.Badge("Critères à vérifier", "circle-alert", look.Warning))
	}
	if f.KeyWorker.Name != "" {
		word := map[data.Answer]string{data.Yes: "Référente", data.No: "Référent", data.Unsaid: "Référent·e"}[f.KeyWorker.Feminine]
		out = append(out, kit.Badge(word+"\u00a0: "+f.KeyWorker.Name, "user-round", look.Plain))
	} else {
		out = append(out, kit.Badge("Sans référent·e", "user-round-x", look.Warning))
	}
	return out
}

// actions are the buttons at the right of the header.
func (p *File) actions() []fyne.CanvasObject {
	menu := kit.NewMenuButton("Modifier", "pencil", p.menu)
	switch {
	case p.file.Archived:
		return []fyne.CanvasObject{menu, kit.NewButton("Sortir des archives", "inbox", kit.Primary, p.unarchive)}
	case p.file.Step == registry.StepEndOfFollowUp:
		return []fyne.CanvasObject{menu, kit.NewButton("Rouvrir le parcours", "", kit.Primary, p.reopen)}
	}
	return []fyne.CanvasObject{menu, kit.NewButton("Inscrire à un atelier", "plus", kit.Primary, p.enroll)}
}

func (p *File) menu() []kit.MenuItem {
	items := []kit.MenuItem{
		{Icon: "user-round", Title: "L’identité", Detail: "Nom, naissance, école, référent·e", Do: p.editIdentity},
		{Icon: "signpost", Title: "Le parcours", Detail: "Repérage, saisine, décision EPS", Do: p.editPathway},
		{Icon: "sparkle", Title: "Les points repérés et d’appui", Detail: "Ce qui fragilise, ce qui aide", Do: p.editTags},
		{Icon: "info", Title: "Les informations utiles", Detail: "Venue de l’enfant, remarques", Do: p.editNotes},
		{Icon: "calendar-days", Title: "La planification", Detail: "Heures, trajet, avec qui", Do: p.editPlanning},
	}
	if p.file.Step != registry.StepEndOfFollowUp {
		items = append(items, kit.MenuItem{Icon: "check-check", Title: "Terminer le parcours", Detail: "Date et motif", Line: true, Do: p.end})
	}
	if !p.file.Archived {
		items = append(items, kit.MenuItem{Icon: "inbox", Title: "Archiver la fiche", Detail: "Elle quitte les listes, rien n’est effacé", Do: p.archive})
	}
	remove := kit.MenuItem{Icon: "trash-2", Title: "Supprimer la fiche", Detail: "Pour une fiche créée par erreur", Do: p.remove}
	if len(p.file.Workshops)+len(p.file.Earlier)+len(p.file.News) > 0 {
		remove.Reason = "Elle a des inscriptions ou des notes\u00a0: archivez-la"
	}
	return append(items, remove)
}

// name is the child as the screen says it in a sentence.
func (p *File) name() string { return fr.ShortName(p.file.Child.First, p.file.Child.Last) }

func (p *File) archive() {
	name, t := p.name(), p.desk.Registry.Children
	p.desk.Do(func() error { return t.Archive(p.id) }, func() {
		p.desk.Window.Toast("La fiche "+fr.De(name)+" est archivée.", func() {
			p.desk.Do(func() error { return t.Unarchive(p.id) }, nil)
		})
	})
}

func (p *File) unarchive() {
	name := p.name()
	p.desk.Do(func() error { return p.desk.Registry.Children.Unarchive(p.id) }, func() {
		p.desk.Window.Toast("La fiche "+fr.De(name)+" est de nouveau dans les listes.", nil)
	})
}

func (p *File) reopen() {
	name := p.name()
	p.desk.Do(func() error { return p.desk.Registry.ReopenChild(p.id) }, func() {
		p.desk.Window.Toast("Le parcours "+fr.De(name)+" est rouvert. Les ateliers quittés le restent.", nil)
	})
}

// remove takes the file out, with a way back.
func (p *File) remove() {
	name, t := p.name(), p.desk.Registry.Children
	kit.Ask(p.desk.Window.Canvas(), kit.Question{
		Title: "Supprimer la fiche " + fr.De(name) + "\u00a0?", Text: "La fiche disparaît pour toute l’équipe.",
		Verb: "Supprimer", Safe: "Garder la fiche", Danger: true,
		Do: func() {
			var removed data.Child
			p.desk.Do(func() (err error) {
				removed, err = t.Remove(p.id)
				if errors.Is(err, registry.ErrInUse) {
					return &fr.Told{Sentence: "D’autres membres de l’équipe ont écrit sur cet enfant. Archivez plutôt la fiche.", Err: err}
				}
				return err
			}, func() {
				p.toList()
				p.desk.Window.Toast("La fiche "+fr.De(name)+" est supprimée.", func() {
					p.desk.Do(func() error { return t.Restore(removed) }, nil)
				})
			})
		},
	})
}
