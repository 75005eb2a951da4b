package children_test

import (
	"strings"
	"testing"

	"mercredi/ui/children"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

func TestPapersForAFamilyArePrintedFromTheFileOfTheChild(t *testing.T) {
	d, w := pagetest.Open(t)
	lila := named(t, d, "Lila")
	pagetest.Show(w, children.NewFile(d, page.Route{Page: page.Child, Child: lila.ID, Tab: "documents"}))
	pagetest.Shoot(t, w, "fiche-papiers")
	for _, words := range []string{"Accords de la famille", "Droit à l’image", "Autorisation de sortie", "Saisine"} {
		pagetest.Find[*kit.Button](w, words)[0].OnTapped()
		w.Canvas().Overlays().Top().(*kit.Dialog).Submit() // the sheet « Imprimer »
	}
	pagetest.Find[*kit.Button](w, "Écrire une invitation")[0].OnTapped()
	pagetest.Find[*kit.TextField](w, "Lieu")[0].SetText("Au PRE")
	pagetest.Shoot(t, w, "fiche-invitation")
	pagetest.Find[*kit.Button](w, "Imprimer la lettre…")[0].OnTapped()
	pagetest.Shoot(t, w, "fiche-invitation-imprimer")
	w.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	if len(w.Delivered) != 5 || len(w.Printed) != 5 || len(w.Failures) > 0 {
		t.Errorf("delivered %d, printed %v, failures %v", len(w.Delivered), w.Printed, w.Failures)
	}
	for _, name := range w.Printed {
		if strings.Contains(name, lila.Last) {
			t.Errorf("the file %q names the child", name)
		}
	}
}
