package children_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

func TestEveryAgreementThatCanBeAskedCanBeAnsweredFromItsRow(t *testing.T) {
	s := open(t, "Lila", "donnees")
	c := data.Child{FirstName: "Ysée", LastName: "Bréval"}
	if err := s.Registry.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	s.id = c.ID
	s.show("donnees")
	if n := len(pagetest.Find[*kit.Button](s.Window, "Noter la réponse")); n != 4 {
		t.Fatalf("%d agreements can be answered, want follow-up, school, pictures, outings", n)
	}
	s.tap("Noter la réponse")
	one[*kit.SelectField](t, s.Window, "Réponse").Choose(1)
	s.tap("Enregistrer l’accord")
	if got := s.file().Consents; len(got) != 1 || got[0].State != data.ConsentRefused {
		t.Errorf("kept %+v", got)
	}
}

func TestAgreementIsWithdrawnFromItsRow(t *testing.T) {
	s := open(t, "Lila", "donnees")
	before := s.file().Consents
	s.tap("Retirer")
	s.tap("Noter le retrait")
	withdrawn := 0
	for _, r := range s.file().Consents {
		if r.State == data.ConsentWithdrawn {
			withdrawn++
		}
	}
	if withdrawn != 1 || len(s.file().Consents) != len(before) {
		t.Errorf("%d withdrawn of %d", withdrawn, len(before))
	}
}

func TestWhoOpenedTheFileIsToldByRoleAndDay(t *testing.T) {
	s := open(t, "Lila", "donnees")
	for range 3 {
		if err := s.Registry.Viewed(s.id); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Registry.Printed(journal.Printed, "Bilan", s.id); err != nil {
		t.Fatal(err)
	}
	s.show("donnees")
	seen := strings.Join(words(s), "\n")
	if strings.Count(seen, "Consultation") != 1 || !strings.Contains(seen, "Impression\u00a0: bilan") {
		t.Errorf("the tab says\n%s", seen)
	}
	pagetest.Shoot(t, s.Window, "fiche-donnees-vue")
}

func TestFileIsKeptLongerWithAReasonThatNamesNobody(t *testing.T) {
	s := open(t, "Lila", "donnees")
	s.tap("Garder plus longtemps")
	reason := one[*kit.TextField](t, s.Window, "Motif")
	reason.SetText("Recours de Mme Kerdoun")
	s.tap("Garder le dossier")
	if reason.Err() == "" {
		t.Fatal("the name of the child was accepted")
	}
	reason.SetText("Recours en cours")
	s.tap("Garder le dossier")
	if c, _ := s.Registry.Children.Get(s.id); c.KeepReason != "Recours en cours" || c.KeepUntil != s.Today().AddMonths(12) {
		t.Errorf("kept until %v, %q", c.KeepUntil, c.KeepReason)
	}
	s.tap("Garder plus longtemps")
	s.tap("Revenir sur cette décision")
	if c, _ := s.Registry.Children.Get(s.id); !c.KeepUntil.IsZero() {
		t.Errorf("still kept until %v", c.KeepUntil)
	}
}

func TestChildIsErasedOnceItsFirstNameIsTypedAndACertificateIsPrinted(t *testing.T) {
	s := open(t, "Lila", "donnees")
	s.tap("Effacer…")
	pagetest.Shoot(t, s.Window, "effacer")
	reason, confirm := one[*kit.TextField](t, s.Window, "Motif"), one[*kit.TextField](t, s.Window, "Pour confirmer, tapez le prénom de l’enfant\u00a0: Lila")
	s.tap("Effacer pour toujours")
	if reason.Err() == "" || confirm.Err() == "" {
		t.Fatalf("without a reason: %q; without the name: %q", reason.Err(), confirm.Err())
	}
	reason.SetText("Demande de Lila")
	confirm.SetText("Kenza")
	s.tap("Effacer pour toujours")
	if reason.Err() == "" || confirm.Err() == "" {
		t.Fatalf("a name in the reason: %q; another name: %q", reason.Err(), confirm.Err())
	}
	reason.SetText("Demande de la famille")
	confirm.SetText("lila")
	s.Canvas().Focus(confirm.Keyboard())
	press(s.Window, "Return")
	if _, ok := s.Registry.Children.Get(s.id); ok {
		t.Fatal("the child is still there")
	}
	if last := s.Routes[len(s.Routes)-1]; last.Page != page.Children {
		t.Errorf("the page leaves for %q", last.Page)
	}
	pagetest.Shoot(t, s.Window, "efface")
	s.tap("Imprimer l’attestation")
	if len(s.Printed) != 1 || strings.Contains(s.Printed[0], "Lila") {
		t.Errorf("printed %q", s.Printed)
	}
	s.tap("Fermer")
}

func TestWholeFileIsHandedOverOnceItsTextsWereRead(t *testing.T) {
	s := open(t, "Lila", "donnees")
	n := data.Note{ChildID: s.id, On: s.Today(), Kind: data.NoteCall, Title: "Appel", Text: "Lila joue avec Kenza et avec Mathis."}
	if err := s.Registry.Notes.Save(&n); err != nil {
		t.Fatal(err)
	}
	s.tap("Remettre le dossier à la famille")
	pagetest.Shoot(t, s.Window, "remettre")
	if why := one[*kit.Button](t, s.Window, "Enregistrer les 2\u00a0documents").Reason(); why == "" {
		t.Fatal("the documents can be written unread")
	}
	s.tap("Laisser «\u00a0Kenza\u00a0», autre enfant")
	s.tap("J’ai relu ces textes")
	s.tap("Enregistrer les 2\u00a0documents")
	if len(s.Printed) != 2 || !strings.HasSuffix(s.Printed[0], ".pdf") || !strings.HasSuffix(s.Printed[1], ".json") {
		t.Errorf("written: %q", s.Printed)
	}
}

func TestErasingCanBeGivenUp(t *testing.T) {
	s := open(t, "Lila", "donnees")
	s.tap("Effacer…")
	s.tap("Annuler")
	if _, ok := s.Registry.Children.Get(s.id); !ok || s.Canvas().Overlays().Top() != nil {
		t.Error("the child is gone, or the sheet still open")
	}
}

func TestWhoMayNotEraseIsToldWhy(t *testing.T) {
	s := open(t, "Lila", "donnees")
	other := data.Member{FirstName: "Rémi", LastName: "Salin"}
	if err := s.Registry.Members.Save(&other); err != nil {
		t.Fatal(err)
	}
	if err := s.Registry.AddSlot(other.ID, vault.Coordination, "mirabelle et cerise"); err != nil {
		t.Fatal(err)
	}
	if err := s.Registry.SetAccess(s.Registry.Keyholder().Slot, vault.ReadOnly); err != nil {
		t.Fatal(err)
	}
	s.show("donnees")
	for _, label := range []string{"Effacer…", "Rendre anonyme…", "Garder plus longtemps"} {
		if why := one[*kit.Button](t, s.Window, label).Reason(); why == "" {
			t.Errorf("%q can be pressed by who only reads", label)
		}
	}
	pagetest.Shoot(t, s.Window, "fiche-donnees-lecture")
}

// words are what the window draws.
func words(s scene) []string {
	var out []string
	for _, o := range pagetest.Find[interface {
		fyne.CanvasObject
		Texts() []string
	}](s.Window, "") {
		out = append(out, o.Texts()...)
	}
	return out
}
