package parting

import (
	"cmp"
	"context"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Erase asks before a child is erased, erases, and says what became of it, with a certificate to print. gone, which may
// be nil, is called once the file is no more.
func Erase(d page.Desk, c Child, gone func()) {
	task.Run(d.Tasks, func(context.Context) (registry.ErasurePreview, error) {
		return d.Registry.PreviewErasure(c.ID)
	}, func(p registry.ErasurePreview, err error) {
		if err != nil {
			d.Window.Fail(err)
			return
		}
		askToErase(d, c, p, gone)
	})
}

func askToErase(d page.Desk, c Child, p registry.ErasurePreview, gone func()) {
	e := newEnding(d, c)
	e.reason = kit.NewTextField("Motif", "Il figure sur l’attestation\u00a0: n’y écrivez pas de nom.")
	e.reason.Needed, e.reason.Max = "Indiquez pourquoi ce dossier est effacé.", data.MaxName
	e.reason.Valid = func(typed string) string {
		if names(typed, c) {
			return "Retirez le nom de l’enfant\u00a0: ce motif reste après l’effacement."
		}
		return ""
	}
	body := kit.VBox(look.Tight,
		kit.Notice(look.Alarm, "L’effacement est définitif.", "Une fois les copies du trousseau renouvelées, rien ne rendra ce dossier, pas même une ancienne sauvegarde.", nil),
		kit.VBox(0,
			kit.EventRow(kit.Event{Icon: "trash-2", Tone: look.Alarm, Title: "Ce qui part", Detail: goes(p), First: true}),
			kit.EventRow(kit.Event{Icon: "file-text", Tone: look.Neutral, Title: "Ce qui reste", Detail: stays(p.Reference)}),
			kit.EventRow(kit.Event{Icon: "clock", Tone: look.Neutral, Title: "À partir de quand", Detail: when(p)})))
	var done registry.Erasure
	e.show(endingWords{
		title: "Effacer le dossier " + fr.De(c.short()) + "\u00a0?", verb: "Effacer pour toujours",
		doing: "Effacement en cours.", while: "Le fichier est réécrit sans ce dossier, cela peut prendre une minute. Laissez Mercredi ouvert.",
	}, body, func(reason string) (err error) {
		done, err = d.Registry.EraseChild(c.ID, reason)
		return err
	}, func() {
		if gone != nil {
			gone()
		}
		showErased(d, done)
	})
}

// showErased says how far an erasure went, and offers its certificate.
func showErased(d page.Desk, e registry.Erasure) {
	refreshed := d.Registry.Safety().RingOn
	tone, fact, next := outcome(e, refreshed)
	dialog := kit.ShowSheet(d.Window.Canvas(), kit.Sheet{
		Title: "Le dossier " + e.Reference + " est effacé", Safe: "Fermer", Verb: "Imprimer l’attestation", Width: sheetWidth,
		Body: kit.VBox(look.Gap, kit.Notice(tone, fact, next, nil),
			kit.Paragraph("L’attestation dit ce qui a été détruit, quand et pourquoi, sans dire de qui il s’agit. Imprimez-la maintenant\u00a0: "+
				"elle ne pourra plus être faite ensuite.", look.Body.As(look.Ink2))),
		Do: func() bool {
			printCertificate(d, certificate(d, e, refreshed))
			return false
		},
	})
	d.Window.Canvas().Focus(dialog.VerbButton())
}

func printCertificate(d page.Desk, v registry.ErasureCertificateView) {
	meta := d.Meta()
	d.Papers.Print(page.Paper{
		Name: export.SafeName("Attestation d’effacement " + v.Reference + ".pdf"), What: "Attestation d’effacement",
		Render: func(w io.Writer) error { return export.ErasureCertificate(w, meta, v) },
	})
}

// certificate says on paper what an erasure did; refreshed is the moment since which a carrier no longer holds the key.
func certificate(d page.Desk, e registry.Erasure, refreshed data.Instant) registry.ErasureCertificateView {
	role := fr.Access(d.Registry.Keyholder().Access)
	if e.ByRole != data.RoleOther {
		role = fr.Role(e.ByRole, data.Unsaid)
	}
	v := registry.ErasureCertificateView{
		Letterhead: d.Registry.Letterhead(), Reference: e.Reference, ErasedOn: e.On, By: cmp.Or(role, "L’équipe"), Reason: e.Reason,
		CompleteOn: e.Complete, LatestOn: e.Latest, JournalNumber: e.Entry, JournalHash: e.EntryHash,
	}
	for _, n := range e.Counts {
		v.Destroyed = append(v.Destroyed, registry.DestroyedCount{What: fr.Capital(fr.Nouns(n.Noun)), Count: n.Records})
	}
	if e.Marks > 0 {
		v.Destroyed = append(v.Destroyed, registry.DestroyedCount{What: "Présences sur des feuilles de groupe", Count: e.Marks})
	}
	for _, p := range e.Carriers {
		v.Carriers = append(v.Carriers, registry.ErasureCarrier{
			Label: placeName(p), RefreshedOn: dayOf(p.RingAt), Clean: p.RingAt >= refreshed,
		})
	}
	return v
}
