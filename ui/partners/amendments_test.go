package partners

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// agreementOf is a page on a structure of the sample that has an agreement.
func agreementOf(t *testing.T) (*Page, *pagetest.Window, registry.AgreementRow) {
	t.Helper()
	d, w := pagetest.Open(t)
	a := d.Registry.AgreementRows(data.ID[data.Partner]{})[0]
	p := New(d, page.Route{Page: page.Partners, Partner: a.PartnerID}).(*Page)
	t.Cleanup(d.Registry.Subscribe(p.Changed))
	pagetest.Show(w, p)
	return p, w, a
}

func TestAnAmendmentIsAddedChangedRemovedAndBroughtBack(t *testing.T) {
	p, w, a := agreementOf(t)
	kept := func() []data.Amendment {
		x, _ := p.desk.Registry.Agreements.Get(a.ID)
		return x.Amendments
	}
	n := len(kept())
	p.addAmendment(a.Agreement)
	pagetest.Find[*kit.TextField](w, "Objet de l’avenant")[0].SetText("Deux heures de plus")
	pagetest.Tap(t, w, "Ajouter")
	if len(kept()) != n+1 || len(w.Failures) > 0 {
		t.Fatalf("%d amendments, failures %v", len(kept()), w.Failures)
	}
	x := kept()[n]
	p.editAmendment(a.ID, x)
	pagetest.Shoot(t, w, "avenant")
	pagetest.Find[*kit.TextField](w, "Objet de l’avenant")[0].SetText("Trois heures de plus")
	pagetest.Tap(t, w, "Enregistrer")
	if len(kept()) != n+1 || kept()[n].Object != "Trois heures de plus" || kept()[n].Number != x.Number {
		t.Fatalf("kept %+v", kept())
	}
	p.editAmendment(a.ID, kept()[n])
	pagetest.Tap(t, w, "Supprimer l’avenant")
	if len(kept()) != n {
		t.Fatalf("still %d amendments", len(kept()))
	}
	w.Undo()
	if len(kept()) != n+1 || kept()[n].Object != "Trois heures de plus" {
		t.Errorf("after the undoing %+v", kept())
	}
}

func TestTheDirectoryOpensTheSheetOnItAlone(t *testing.T) {
	_, w, _ := agreementOf(t)
	pagetest.Tap(t, w, "Imprimer l’annuaire")
	w.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	if len(w.Delivered) != 1 || w.Delivered[0].Papers[0].What != "Annuaire des structures" {
		t.Errorf("delivered %+v", w.Delivered)
	}
}
