//go:build ci

package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/sample"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

const capturePassword = "quatre mots faciles ensemble"

// threshold takes the pictures of the way in: a folder is made with its paper key, then opened with a wrong password, and
// by the paper key. Between, the pages of a file in which nothing has been entered.
func (c camera) threshold(town sample.Town) error {
	w := c.window
	folder := filepath.Join(c.dir, "Mercredi")
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("making room for the folder of the pictures: %w", err)
	}
	defer os.RemoveAll(folder)
	w.folder = folder
	w.start()
	if err := c.steps(step{"bienvenue", nil}, step{"creer-le-dossier", c.taps("Créer le dossier de l’équipe")},
		step{"cle-de-secours", c.creating(town)}, step{"cle-de-secours-retaper", c.taps("Je l’ai, continuer")},
		step{"neuf-accueil", c.taps("Plus tard")}); err != nil {
		return err
	}
	for _, n := range []page.Name{page.Children, page.Workshops, page.Bilans, page.Partners, page.Backups, page.Journal, page.Settings} {
		if err := c.show(screen{name: "neuf-" + string(n), route: page.Route{Page: n}}); err != nil {
			return err
		}
	}
	if err := c.team(town); err != nil {
		return err
	}
	if err := c.show(screen{name: "cles-de-l-equipe", route: page.Route{Page: page.Settings, Tab: "cles"}}); err != nil {
		return err
	}
	if err := c.show(screen{name: "cles-modifier", route: page.Route{Page: page.Settings, Tab: "cles"}, taps: []string{town.Members[1].FullName()}}); err != nil {
		return err
	}
	w.lock()
	err := c.steps(step{"deverrouillage", nil}, step{"deverrouillage-erreur", c.unlocking("un mot de passe oublié")},
		step{"secours", c.taps("Clé de secours")}, step{"secours-faute", c.mistyping})
	w.forget()
	return err
}

// mistyping types a paper key that nobody printed.
func (c camera) mistyping() error {
	if err := c.fill("Clé de secours", "7k3qw 0m2a9 ttttt"); err != nil {
		return err
	}
	return c.tap("Continuer")
}

// step is one picture and what leads to it; without a name there is none.
type step struct {
	name string
	do   func() error
}

func (c camera) steps(steps ...step) error {
	for _, s := range steps {
		if s.do != nil {
			if err := s.do(); err != nil {
				return fmt.Errorf("on the way to %q: %w", s.name, err)
			}
		}
		if s.name == "" {
			continue
		}
		if err := c.take(s.name); err != nil {
			return err
		}
	}
	return nil
}

// creating fills the form that makes a folder, and sends it.
func (c camera) creating(town sample.Town) func() error {
	return func() error {
		me := town.Members[0]
		for label, text := range map[string]string{
			"Ville": town.Settings.Town, "Votre prénom": me.FirstName, "Votre nom": me.LastName,
			"Mot de passe": capturePassword, "Le même mot de passe": capturePassword,
		} {
			if err := c.fill(label, text); err != nil {
				return err
			}
		}
		for _, o := range c.saying("Zone scolaire") {
			if f, ok := o.(*kit.SelectField); ok {
				f.Choose(1)
			}
		}
		return c.tap("Créer le dossier")
	}
}

// team adds the colleagues, each with a key.
func (c camera) team(town sample.Town) error {
	r := c.window.registry
	for i, m := range town.Members[1:] {
		colleague := data.Member{FirstName: m.FirstName, LastName: m.LastName, Role: m.Role, Feminine: m.Feminine}
		if err := r.Members.Save(&colleague); err != nil {
			return err
		}
		access := vault.KeyWorking
		if i == len(town.Members)-2 {
			access = vault.ReadOnly
		}
		if err := r.AddSlot(colleague.ID, access, capturePassword); err != nil {
			return err
		}
	}
	return nil
}

func (c camera) unlocking(password string) func() error {
	return func() error {
		if err := c.fill("Mot de passe", password); err != nil {
			return err
		}
		return c.tap("Ouvrir")
	}
}

func (c camera) taps(label string) func() error { return func() error { return c.tap(label) } }

// fill writes in the field of that label.
func (c camera) fill(label, text string) error {
	for _, o := range c.saying(label) {
		if f, ok := o.(*kit.TextField); ok {
			f.SetText(text)
			return nil
		}
	}
	return fmt.Errorf("no field says %q", label)
}

// tap presses what says label: a button of the page rather than an entry of the rail.
func (c camera) tap(label string) error {
	found := c.saying(label)
	slices.SortStableFunc(found, func(a, b fyne.CanvasObject) int { return entries(a) - entries(b) })
	for _, o := range found {
		if b, ok := o.(fyne.Tappable); ok {
			b.Tapped(&fyne.PointEvent{})
			return nil
		}
	}
	return fmt.Errorf("nothing to tap says %q", label)
}

// entries is 1 for an entry of the rail, and 0 for anything else.
func entries(o fyne.CanvasObject) int {
	if _, ok := o.(*kit.NavItem); ok {
		return 1
	}
	return 0
}

// saying are the widgets on show of that label, those of the dialog alone when one is open.
func (c camera) saying(label string) (found []fyne.CanvasObject) {
	canvas := c.window.window.Canvas()
	root := canvas.Content()
	if top := canvas.Overlays().Top(); top != nil {
		root = top
	}
	for _, o := range test.LaidOutObjects(root) {
		if x, ok := o.(interface{ Label() string }); ok && o.Visible() && x.Label() == label {
			found = append(found, o)
		}
	}
	return found
}
