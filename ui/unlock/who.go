package unlock

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// door is the usual morning: somebody says who they are, then types their password.
type door struct {
	screen   *Screen
	slots    []vault.Slot // of the people, in their order
	people   *kit.People
	password *kit.TextField
	open     *kit.Button
	trouble  *fyne.Container // what is wrong with the file; hidden while nothing is
}

// askWho lists those who hold a key.
func (s *Screen) askWho(slots []vault.Slot) {
	d := &door{screen: s, slots: ofMembers(slots), trouble: kit.VBox(0)}
	d.trouble.Hide()
	at := slices.IndexFunc(d.slots, func(k vault.Slot) bool { return data.ID[data.Member](k.Member) == s.world.Viewer })
	known := at >= 0 && !s.world.Viewer.IsZero()
	d.people = kit.NewPeople("Qui êtes-vous", persons(d.slots), max(0, at))
	d.open = tall("Ouvrir", "", kit.Primary, nil)
	d.password = kit.NewPasswordField("Mot de passe", idleWords(s.world.IdleMinutes)).Tall().Beside(d.open)
	d.password.Needed = "Tapez votre mot de passe."
	form := kit.NewForm(d.password)
	form.OnSubmit = d.try
	d.open.OnTapped = form.Submit
	d.people.OnPick(func(int) { d.password.SetErr("") })
	d.people.OnOpen(func(int) { s.world.Canvas().Focus(d.password.Keyboard()) })
	focus := d.people.Keyboard()
	if known || len(d.slots) == 1 {
		focus = d.password.Keyboard()
	}
	s.turn("Qui êtes-vous\u00a0?", "Choisissez votre nom, puis tapez votre mot de passe.", focus,
		d.people, d.password, d.trouble, kit.Separator(), s.forgotten(slots), s.elsewhere())
	d.people.Reveal()
}

// ofMembers leaves the paper keys out.
func ofMembers(slots []vault.Slot) []vault.Slot {
	return slices.DeleteFunc(slices.Clone(slots), func(k vault.Slot) bool { return k.Paper })
}

func persons(slots []vault.Slot) []kit.Person {
	out := make([]kit.Person, len(slots))
	for i, k := range slots {
		out[i] = kit.Person{Name: k.Name, Detail: fr.Access(k.Access)}
	}
	return out
}

// idleWords say when Mercredi locks itself, once a file was opened on this PC.
func idleWords(minutes int) string {
	if minutes == 0 {
		return ""
	}
	return fmt.Sprintf("Mercredi se verrouille après %d\u00a0min sans activité.", minutes)
}

// forgotten leads to the paper key.
func (s *Screen) forgotten(slots []vault.Slot) fyne.CanvasObject {
	help := "La clé de secours, imprimée à l’installation, permet d’en choisir un nouveau. La coordination la garde."
	paper := kit.NewSmall("Clé de secours", "", kit.Secondary, func() { s.askPaper(slots) })
	if !slices.ContainsFunc(slots, func(k vault.Slot) bool { return k.Paper }) {
		help = "Aucune clé de secours n’a été imprimée. Une personne de la coordination peut remplacer votre mot de passe."
		paper = nil
	}
	row := kit.HTop(look.Gap, kit.Icon("key-round", look.Neutral, look.IconNav),
		kit.Grow(kit.VBox(0, kit.Text("Mot de passe oublié\u00a0?", look.BodyBold), kit.Paragraph(help, look.Detail))))
	if paper != nil {
		row.Add(paper)
	}
	return row
}

// try opens with what was typed.
func (d *door) try() {
	if d.open.Reason() != "" {
		return
	}
	d.open.SetReason("Ouverture en cours…")
	d.say(nil)
	key := registry.Key{Slot: d.slots[d.people.Chosen()].ID, Password: d.password.Text()}
	d.screen.open(key, func(r *registry.Registry, err error) {
		d.open.SetReason("")
		if err != nil {
			d.failed(err)
			return
		}
		d.screen.enter(r)
	})
}

// failed says what is wrong under the password, and below what is wrong with the file.
func (d *door) failed(err error) {
	s := d.screen
	s.world.Canvas().Focus(d.password.Keyboard())
	if slow, ok := errors.AsType[*registry.SlowDown](err); ok {
		d.countDown(slow.Wait)
		return
	}
	if _, held := errors.AsType[*registry.HeldError](err); !held && s.world.Restore != nil && registry.TroubleOf(err) == registry.TroubleFile {
		d.say(s.trouble(err))
		return
	}
	d.password.SetErr(fr.Error(err))
}

// say puts something below the password; nil takes it away.
func (d *door) say(o fyne.CanvasObject) {
	if o == nil {
		d.trouble.Hide()
	} else {
		kit.Replace(d.trouble, o)
		d.trouble.Show()
	}
	kit.Relayout(d.trouble)
}

// countDown keeps the button off until another password may be tried, and says for how long.
func (d *door) countDown(left time.Duration) {
	seconds := int((left + time.Second - 1) / time.Second)
	if seconds <= 0 {
		d.open.SetReason("")
		d.password.SetErr("")
		return
	}
	said := fmt.Sprintf("Réessayez dans %d\u00a0s.", seconds)
	d.open.SetReason(said)
	d.password.SetErr("Plusieurs mots de passe étaient faux. " + said)
	d.screen.pause.After(d.screen.world.Tasks, time.Second, func() { d.countDown(left - time.Second) })
}
