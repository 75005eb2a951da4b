package documents

import (
	"strings"
	"testing"

	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

func TestEveryDocumentOfTheCatalogueIsListed(t *testing.T) {
	desk, w := pagetest.Open(t)
	p := New(desk, page.Route{Page: page.Documents}).(*Page)
	pagetest.Show(w, p)
	listed := 0
	for _, shelf := range catalogue.All() {
		listed += len(shelf.Documents)
	}
	if len(p.shown) != listed {
		t.Errorf("%d rows for %d documents", len(p.shown), listed)
	}
	pagetest.Shoot(t, w, "documents")
}

func TestSearchFindsByWordsWithoutAccents(t *testing.T) {
	desk, w := pagetest.Open(t)
	p := New(desk, page.Route{Page: page.Documents}).(*Page)
	pagetest.Show(w, p)
	p.query = "emargement"
	p.fill()
	if len(p.shown) == 0 || !strings.Contains(p.shown[0].title, "émargement") {
		t.Errorf("%+v", p.shown)
	}
	p.query = "zzz"
	p.fill()
	pagetest.Shoot(t, w, "documents-aucun")
	if len(p.shown) != 0 {
		t.Errorf("%+v", p.shown)
	}
}

func TestRowOpensTheSheetOnItsDocument(t *testing.T) {
	desk, w := pagetest.Open(t)
	p := New(desk, page.Route{Page: page.Documents}).(*Page)
	pagetest.Show(w, p)
	p.query = "bilan individuel"
	p.fill()
	p.openFirst()
	if _, ok := w.Canvas().Overlays().Top().(*kit.Dialog); !ok {
		t.Fatal("no sheet is open")
	}
}

func TestEmptyFileSaysWhatToDoFirst(t *testing.T) {
	desk, w := pagetest.Empty(t)
	p := New(desk, page.Route{Page: page.Documents}).(*Page)
	pagetest.Show(w, p)
	pagetest.Shoot(t, w, "documents-vide")
	for _, r := range p.shown {
		if r.key == "bilan" && !strings.HasPrefix(r.reason, "Commencez") {
			t.Errorf("%+v", r)
		}
	}
}
