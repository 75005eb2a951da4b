// Package keys is what the threshold and the settings share about keys: a password to choose, and a paper key (« clé de
// secours ») that is made, shown, printed and typed back.
package keys

import (
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/export"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// Paper is a paper key that was just made. Its code is kept nowhere: it is shown once.
type Paper struct {
	Code string
	Slot vault.Slot
}

// MakePaper makes a paper key under a name that none bears.
func MakePaper(r *registry.Registry) (Paper, error) {
	code, slot, err := r.AddPaperKey(nextName(r.Slots()))
	return Paper{code, slot}, err
}

// nextName is « Clé de secours 1 », or the first that is free.
func nextName(slots []vault.Slot) string {
	for n := 1; ; n++ {
		name := "Clé de secours " + strconv.Itoa(n)
		if !slices.ContainsFunc(slots, func(s vault.Slot) bool { return s.Name == name }) {
			return name
		}
	}
}

// Groups are the parts of the code, in the order in which they are typed.
func (p Paper) Groups() []string { return strings.Split(p.Code, "-") }

// Shown is the code on screen, with what it is for.
func (p Paper) Shown() fyne.CanvasObject {
	return kit.VBox(look.Wide, kit.CodeGroups(p.Groups()),
		kit.Paragraph("Imprimez la feuille, ou recopiez les groupes à la main. Gardez-la sous enveloppe fermée, loin de l’ordinateur.", look.Detail))
}

// Sheet is the « feuille de secours » to print, for the team's file in a folder.
func (p Paper) Sheet(r *registry.Registry, folder string) page.Paper {
	v := registry.RecoverySheetView{
		Letterhead: r.Letterhead(), Label: p.Slot.Name, MadeOn: r.Today(), MadeBy: r.Keyholder().Name,
		Groups: p.Groups(), Folder: filepath.Base(folder),
	}
	return page.Paper{
		Name: p.Slot.Name + ".pdf", What: "Feuille de secours",
		Render: func(w io.Writer) error { return export.RecoverySheet(w, export.Meta{Date: r.Today()}, v) },
	}
}

// NewPaperField is where a code is typed back, however it is written: spaces, dashes and capitals do not count.
func NewPaperField(label string) *kit.TextField {
	f := kit.NewTextField(label, "Les huit groupes, dans l’ordre. Majuscules, tirets et espaces ne comptent pas.")
	f.Needed, f.Max = "Recopiez la clé de la feuille.", 0
	return f
}
