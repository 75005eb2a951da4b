package safety

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// opener is how somebody opens a backup: a name and a password, or a paper key.
type opener struct {
	who      *kit.SelectField
	password *kit.TextField
	code     *kit.TextField
	slots    []vault.Slot // those of members
	paper    bool
	place    *fyne.Container
	form     *kit.Form
}

func newOpener(slots []vault.Slot, mine [16]byte) *opener {
	o := &opener{password: kit.NewPasswordField("Mot de passe", "Celui d’aujourd’hui, même pour une sauvegarde ancienne."), code: newCodeField()}
	var names []string
	at := 0
	for _, s := range slots {
		if s.Paper {
			continue
		}
		if s.ID == mine {
			at = len(names)
		}
		o.slots, names = append(o.slots, s), append(names, s.Name)
	}
	o.who = kit.NewSelectField("Qui ouvre la sauvegarde\u00a0?", names, at)
	o.password.Needed = "Tapez le mot de passe."
	o.place, o.form = kit.Holder(kit.Gap(1)), kit.NewForm(o.who, o.password, o.code)
	o.paper = len(names) == 0
	o.turn()
	return o
}

// turn shows the fields of one way or the other.
func (o *opener) turn() {
	other, words := kit.VBox(look.Gap, o.who, o.password), "Utiliser une clé de secours"
	if o.paper {
		other, words = kit.VBox(look.Gap, o.code), "Utiliser un mot de passe"
	}
	if len(o.slots) > 0 {
		other.Add(kit.HBox(0, kit.NewSmall(words, "key-round", kit.Quiet, func() {
			o.paper = !o.paper
			o.turn()
			kit.Relayout(o.place)
		})))
	}
	kit.Replace(o.place, other)
}

// check reports whether what is asked was typed.
func (o *opener) check() bool {
	if o.paper {
		return o.code.Check()
	}
	return o.password.Check()
}

func (o *opener) key() registry.Key {
	if o.paper {
		return registry.Key{Paper: o.code.Text()}
	}
	return registry.Key{Slot: o.slots[o.who.Chosen()].ID, Password: o.password.Text()}
}

// fail shows a wrong key beside its field, and reports whether that was what is wrong.
func (o *opener) fail(err error) bool {
	if !wrongCode(err) {
		return false
	}
	field := o.password
	if o.paper {
		field = o.code
	}
	field.SetErr(fr.Error(err))
	return true
}

// askKey asks who opens the backup, then reads all of it.
func (r *Restore) askKey() {
	o := newOpener(r.slots, r.world.Slot)
	say := kit.Holder(kit.Gap(0))
	o.form.OnSubmit = func() {
		r.dialog.VerbButton().SetReason("Lecture en cours…")
		plan, world := r.plan, r.world.Registry
		plan.Key = o.key()
		kit.Replace(say, kit.Paragraph("La sauvegarde est relue en entier…", look.Detail))
		kit.Relayout(say)
		dialog := r.dialog
		task.Run(r.world.Tasks, func(context.Context) (registry.RestorePreview, error) {
			return registry.PreviewRestore(plan, world)
		}, func(p registry.RestorePreview, err error) {
			dialog.VerbButton().SetReason("")
			kit.Replace(say, kit.Gap(0))
			switch {
			case err == nil:
				r.plan = plan
				r.preview(p)
			case o.fail(err):
			default:
				kit.Replace(say, kit.Notice(look.Warning, "Cette sauvegarde ne s’ouvre pas.", fr.Error(err), nil))
			}
			kit.Relayout(say)
		})
	}
	r.next(kit.Sheet{
		Title: "Ouvrir la sauvegarde", Verb: "Voir ce qu’elle contient", Safe: "Revenir",
		Body: kit.VBox(look.Gap, kit.Paragraph(r.named(), look.Detail), o.place, say),
		Do: func() bool {
			if o.check() {
				o.form.OnSubmit()
			}
			return false
		},
		OnSafe: func() bool {
			r.choose()
			return false
		},
	})
}

// named says which backup was chosen.
func (r *Restore) named() string {
	if r.file.At.IsZero() {
		return filepath.Base(r.file.Path)
	}
	return fr.Capital(exactly(r.file.At, r.world.Now())) + ", " + sizeWords(r.file.Bytes)
}

// preview shows what the backup holds, and what restoring it changes.
func (r *Restore) preview(p registry.RestorePreview) {
	r.file = p.File
	if r.world.State > 0 { // the file is open: nobody else could look at it
		p.Lost = int64(max(r.world.State, p.File.State) - p.File.State)
	}
	standing := registry.FolderExists(r.plan.Dir) == nil
	body := kit.VBox(look.Gap, kit.Facts(2, previewFacts(p, r.world.Now())...))
	for _, s := range previewNotices(p, standing) {
		body.Add(kit.Notice(s.tone, s.fact, s.next, nil))
	}
	into := kit.Text(shortPath(r.plan.Dir, 60), look.Detail)
	folder := kit.VBox(2, kit.Text("Dossier de l’équipe", look.Caption), into)
	if !standing { // the folder may be elsewhere
		change := kit.NewSmall("Choisir un autre dossier", "", kit.Secondary, func() {
			r.world.ChooseFolder(r.plan.Dir, func(dir string) {
				r.plan.Dir, r.world.Folder = dir, dir
				into.SetText(shortPath(dir, 60))
			})
		})
		body.Add(kit.Spread(folder, change))
	} else {
		body.Add(folder)
	}
	r.next(kit.Sheet{
		Title: "Ce que contient la sauvegarde", Verb: "Restaurer", Safe: "Revenir", Danger: standing, Body: body, Width: 600,
		Do: func() bool {
			r.ask(p)
			return false
		},
		OnSafe: func() bool {
			r.choose()
			return false
		},
	})
}

// ask is the last question.
func (r *Restore) ask(p registry.RestorePreview) {
	text := "Mercredi se ferme, remplace le fichier, le vérifie, puis se rouvre sur le mot de passe."
	if p.Lost > 0 {
		text = "Ce qui a été saisi depuis le " + fr.DayMonth(dayOf(p.File.At, r.world.Now())) + " ne sera plus dans le fichier. " + text
	}
	kit.Ask(r.world.Canvas(), kit.Question{
		Title: "Restaurer la sauvegarde du " + fr.DayMonth(dayOf(p.File.At, r.world.Now())) + "\u00a0?", Text: text,
		Verb: "Restaurer", Safe: "Ne rien changer", Danger: p.Lost != 0, Do: r.restore,
	})
}

// restore closes the file and replaces it.
func (r *Restore) restore() {
	r.next(kit.Sheet{Title: "Restauration en cours…", Safe: "Patienter",
		Body:   kit.Paragraph("Le fichier est recopié, relu en entier, puis mis en place. Ne débranchez rien.", look.Body),
		OnSafe: func() bool { return false }})
	r.world.Close()
	plan, world, file := r.plan, r.world.Registry, r.file
	task.Run(r.world.Tasks, func(context.Context) (string, error) { return registry.Restore(plan, world) },
		func(kept string, err error) {
			r.dialog.Close()
			if kept != "" {
				kept = filepath.Base(kept)
			}
			r.world.Done(file, kept, err)
		})
}
