package children_test

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/children"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// scene is a file open on a tab, which hears the changes as the window makes it.
type scene struct {
	page.Desk
	*pagetest.Window
	*testing.T
	id data.ID[data.Child]
}

func open(t *testing.T, first, tab string) scene {
	t.Helper()
	d, w := pagetest.Open(t)
	s := scene{d, w, t, named(t, d, first).ID}
	s.show(tab)
	return s
}

func (s scene) show(tab string) {
	p := children.NewFile(s.Desk, page.Route{Page: page.Child, Child: s.id, Tab: tab})
	pagetest.Show(s.Window, p)
	s.Cleanup(s.Registry.Subscribe(p.Changed))
}

func (s scene) file() registry.ChildFile {
	s.Helper()
	f, ok := s.Registry.ChildFile(s.id, s.Viewer)
	if !ok {
		s.Fatal("the file is gone")
	}
	return f
}

func (s scene) tap(label string) {
	s.Helper()
	pagetest.Tap(s.T, s.Window, label)
	refuse(s.T, s.Window)
}

// choose picks a row of the open menu.
func (s scene) choose(title string) {
	s.Helper()
	menu, ok := s.Canvas().Overlays().Top().(*kit.Menu)
	if !ok {
		s.Fatal("no menu is open")
	}
	for i, t := range menu.Items() {
		if t == title {
			menu.Choose(i)
			return
		}
	}
	s.Fatalf("no %q among %q", title, menu.Items())
}

func (s scene) undo() {
	s.Helper()
	if s.Window.Undo == nil {
		s.Fatal("no way back is offered")
	}
	s.Window.Undo()
	refuse(s.T, s.Window)
}

func TestIdentityIsEdited(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Modifier")
	s.choose("L’identité")
	pagetest.Shoot(t, s.Window, "identite")
	one[*kit.TextField](t, s.Window, "Nom").SetText("Kerdoun-Vasselin")
	s.tap("Enregistrer")
	if got := s.file().Child.Last; got != "Kerdoun-Vasselin" {
		t.Errorf("the name kept is %q", got)
	}
}

func TestConflictKeepsWhatWasTypedAndWhatTheOtherWrote(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Modifier")
	s.choose("L’identité")
	one[*kit.TextField](t, s.Window, "Nom").SetText("Tapé")
	other, _ := s.Registry.Children.Get(s.id)
	other.PickUp = "avec sa tante"
	if err := s.Registry.Children.Save(&other); err != nil {
		t.Fatal(err)
	}
	s.tap("Enregistrer")
	pagetest.Shoot(t, s.Window, "conflit")
	if got := one[*kit.TextField](t, s.Window, "Nom").Text(); got != "Tapé" {
		t.Fatalf("what was typed became %q", got)
	}
	s.tap("Enregistrer")
	if f := s.file(); f.Child.Last != "Tapé" || f.PickUp != "avec sa tante" {
		t.Errorf("kept %q, %q", f.Child.Last, f.PickUp)
	}
}

func TestOtherVersionCanBeTakenAfterAConflict(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Modifier")
	s.choose("L’identité")
	one[*kit.TextField](t, s.Window, "Nom").SetText("Tapé")
	other, _ := s.Registry.Children.Get(s.id)
	other.LastName = "Autre"
	if err := s.Registry.Children.Save(&other); err != nil {
		t.Fatal(err)
	}
	s.tap("Enregistrer")
	s.tap("Reprendre l’autre version")
	if got := one[*kit.TextField](t, s.Window, "Nom").Text(); got != "Autre" {
		t.Errorf("the field shows %q", got)
	}
}

func TestTabIsKeptWhenSomethingChanges(t *testing.T) {
	s := open(t, "Lila", "famille")
	c, _ := s.Registry.Children.Get(s.id)
	c.PickUp = "vient seule"
	if err := s.Registry.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	if got := one[*kit.Tabs](t, s.Window, "onglets").Selected(); got != 1 {
		t.Errorf("tab %d is shown", got)
	}
}

func TestFocusStaysWhereItWasWhenSomethingChanges(t *testing.T) {
	s := open(t, "Lila", "famille")
	before := one[*kit.Button](t, s.Window, "Changer de famille")
	s.Canvas().Focus(before)
	c, _ := s.Registry.Children.Get(s.id)
	c.PickUp = "vient seule"
	if err := s.Registry.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	after := one[*kit.Button](t, s.Window, "Changer de famille")
	if after == before || s.Canvas().Focused() != after {
		t.Errorf("the focus is on %T", s.Canvas().Focused())
	}
}

func TestFocusComesBackAfterASheetWasSaved(t *testing.T) {
	s := open(t, "Lila", "famille")
	s.Canvas().Focus(one[*kit.Button](t, s.Window, "Changer"))
	press(s.Window, "Return")
	one[*kit.TextField](t, s.Window, "Nom").SetText("Kerdoun-Vasselin")
	s.tap("Enregistrer")
	if got := s.Canvas().Focused(); got != one[*kit.Button](t, s.Window, "Changer") {
		t.Errorf("the focus is on %T", got)
	}
}

func TestChildRemovedElsewhereIsTold(t *testing.T) {
	s := open(t, "Lila", "")
	c := data.Child{FirstName: "Ysée", LastName: "Bréval"}
	if err := s.Registry.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	s.id = c.ID
	s.show("")
	if _, err := s.Registry.Children.Remove(c.ID); err != nil {
		t.Fatal(err)
	}
	s.tap("Revenir à la liste")
}

func TestChildIsArchivedAndBroughtBack(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Modifier")
	s.choose("Archiver la fiche")
	if !s.file().Archived {
		t.Fatal("the file is not archived")
	}
	s.undo()
	if s.file().Archived {
		t.Error("the file is still archived")
	}
}

func TestChildCreatedByMistakeIsRemovedAndRestored(t *testing.T) {
	s := open(t, "Lila", "")
	c := data.Child{FirstName: "Ysée", LastName: "Bréval"}
	if err := s.Registry.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	s.id = c.ID
	s.show("")
	s.tap("Modifier")
	s.choose("Supprimer la fiche")
	s.tap("Supprimer")
	if _, ok := s.Registry.Children.Get(c.ID); ok {
		t.Fatal("the child is still there")
	}
	s.undo()
	if _, ok := s.Registry.Children.Get(c.ID); !ok {
		t.Error("the child has not come back")
	}
}

func TestPathwayEndsWithAReason(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Modifier")
	s.choose("Terminer le parcours")
	s.tap("Terminer le parcours")
	if s.file().Step == registry.StepEndOfFollowUp {
		t.Fatal("the pathway ended without a reason")
	}
	one[*kit.TextField](t, s.Window, "Motif").SetText("Déménagement")
	s.tap("Terminer le parcours")
	if f := s.file(); f.Step != registry.StepEndOfFollowUp || f.Pathway.EndReason != "Déménagement" {
		t.Errorf("pathway: %+v", f.Pathway)
	}
	s.tap("Rouvrir le parcours")
	if s.file().Step == registry.StepEndOfFollowUp {
		t.Error("the pathway is still ended")
	}
}

func TestConsentIsRenewedAndWithdrawn(t *testing.T) {
	s := open(t, "Lila", "")
	before := len(mustGet(t, s).Consents)
	s.tap("Partage avec l’école")
	s.choose("Renouveler")
	pagetest.Shoot(t, s.Window, "accord")
	s.tap("Enregistrer l’accord")
	c := mustGet(t, s)
	if len(c.Consents) != before+1 || c.Consents[before].Scope != data.ConsentShareSchool {
		t.Fatalf("consents: %+v", c.Consents)
	}
	for _, r := range s.file().Consents {
		if r.Scope == data.ConsentShareSchool && r.State != data.ConsentValid {
			t.Errorf("sharing with the school is %v after it was renewed", r.State)
		}
	}
	s.tap("Suivi par le PRE")
	s.choose("Noter le retrait")
	s.tap("Noter le retrait")
	c = mustGet(t, s)
	if got := c.ConsentFor(data.ConsentFollowUp, pagetest.Day); got != data.ConsentWithdrawn {
		t.Errorf("the follow-up is %v", got)
	}
}

func mustGet(t *testing.T, s scene) data.Child {
	t.Helper()
	c, ok := s.Registry.Children.Get(s.id)
	if !ok {
		t.Fatal("no such child")
	}
	return c
}

func TestTagsAreChosen(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Modifier")
	s.choose("Les points repérés et d’appui")
	pagetest.Shoot(t, s.Window, "points")
	s.tap("langage")
	s.tap("Enregistrer")
	if f := s.file().Fragilities; f[len(f)-1] != "langage" {
		t.Errorf("fragilities: %q", f)
	}
}

func TestPathwayIsCompleted(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Compléter le parcours")
	pagetest.Shoot(t, s.Window, "parcours-saisie")
	one[*kit.TextField](t, s.Window, "Repéré par").SetText("le centre social")
	s.tap("Enregistrer")
	if got := s.file().Pathway; got.SpottedBy != "le centre social" || got.SpottedOn.IsZero() {
		t.Errorf("pathway: %+v", got)
	}
}

func TestPrivateNoteIsReadByItsAuthorAlone(t *testing.T) {
	s := open(t, "Lila", "observations")
	s.tap("Écrire une note")
	typeIn(t, s.Window, "Titre", "Doute à garder pour moi")
	s.tap("Note privée, pour moi seulement")
	pagetest.Shoot(t, s.Window, "note")
	s.tap("Enregistrer la note")
	if got := s.file().News[0]; got.Title != "Doute à garder pour moi" || !got.Private {
		t.Fatalf("first news: %+v", got)
	}
	others, _ := s.Registry.ChildFile(s.id, s.Registry.MemberRows()[1].ID)
	for _, n := range others.News {
		if n.Title == "Doute à garder pour moi" {
			t.Error("somebody else reads it")
		}
	}
	s.tap("Doute à garder pour moi")
	s.tap("Supprimer la note")
	if s.file().News[0].Private {
		t.Fatal("the note is still there")
	}
	s.undo()
	if !s.file().News[0].Private {
		t.Error("the note has not come back")
	}
}

func TestEnrollingSomebodyUnusualAsksWhy(t *testing.T) {
	s := open(t, "Adèle", "ateliers")
	before := len(s.file().Workshops)
	s.tap("Inscrire")
	pagetest.Shoot(t, s.Window, "inscrire")
	picker := one[*kit.Picker](t, s.Window, "")
	picker.Field().SetText("sophrologie trio")
	if len(picker.Found()) == 0 {
		t.Fatal("no group is open")
	}
	pressEnter(s, picker)
	pagetest.Shoot(t, s.Window, "inscrire-raison")
	s.tap("Inscrire en notant la raison")
	if len(s.file().Workshops) != before {
		t.Fatal("enrolled without a reason")
	}
	for _, f := range pagetest.Find[*kit.TextField](s.Window, "") {
		f.SetText("Vu avec la famille")
	}
	s.tap("Inscrire en notant la raison")
	f := s.file()
	if len(f.Workshops) != before+1 {
		t.Fatalf("workshops: %+v", f.Workshops)
	}
	pagetest.Shoot(t, s.Window, "inscrite")
}

func pressEnter(s scene, p *kit.Picker) {
	s.Canvas().Focus(p.Keyboard())
	press(s.Window, "Return")
}

func TestDepartureIsWrittenAndUndone(t *testing.T) {
	s := open(t, "Lila", "ateliers")
	place := s.file().Workshops[0]
	s.tap("Actions pour Art-thérapie, groupe\u00a01")
	s.choose("Noter un départ")
	one[*kit.TextField](t, s.Window, "Motif du départ").SetText("Déménagement")
	s.tap("Noter le départ")
	if got := s.file().Workshops; got[0].Here {
		t.Fatalf("still here: %+v", got)
	}
	s.undo()
	if got := s.file().Workshops[0]; !got.Here || got.Enrollment != place.Enrollment {
		t.Errorf("after undo: %+v", got)
	}
}

func TestChildWhoWaitsIsSeated(t *testing.T) {
	s := open(t, "Louise", "ateliers")
	s.tap("Actions pour Art-thérapie")
	s.choose("Choisir un groupe")
	pressEnter(s, one[*kit.Picker](t, s.Window, ""))
	if top := s.Canvas().Overlays().Top(); top != nil { // something is unusual
		for _, f := range pagetest.Find[*kit.TextField](s.Window, "") {
			f.SetText("Place libérée")
		}
		s.tap("Inscrire en notant la raison")
	}
	if got := s.file().Workshops[0]; got.State != data.Enrolled {
		t.Errorf("state %v", got.State)
	}
}

func TestBilanIsPrinted(t *testing.T) {
	s := open(t, "Lila", "documents")
	s.tap("Imprimer")
	s.Canvas().Overlays().Top().(*kit.Dialog).Submit() // the sheet « Imprimer »
	if len(s.Printed) != 1 || !strings.HasPrefix(s.Printed[0], "bilan-") {
		t.Errorf("printed %q", s.Printed)
	}
	s.tap("Continuer")
	if got := s.Routes[len(s.Routes)-1]; got.Page != page.Bilan || got.Child != s.id || got.Moment != data.MomentEnd {
		t.Errorf("went to %+v", got)
	}
}

func TestGuardianIsAddedWithATelephone(t *testing.T) {
	s := open(t, "Lila", "famille")
	before := len(s.file().Family.Guardians)
	s.tap("Ajouter")
	pagetest.Shoot(t, s.Window, "responsable")
	one[*kit.TextField](t, s.Window, "Prénom").SetText("Odette")
	one[*kit.TextField](t, s.Window, "Téléphone").SetText("12")
	one[*kit.TextField](t, s.Window, "Téléphone").SetText("abc")
	s.tap("Enregistrer")
	if one[*kit.TextField](t, s.Window, "Téléphone").Err() == "" {
		t.Error("nothing is said of a telephone that is none")
	}
	one[*kit.TextField](t, s.Window, "Téléphone").SetText("+33 1 99 00 55 66")
	s.tap("Enregistrer")
	all := s.file().Family.Guardians
	if len(all) != before+1 || all[before].Phone != "0199005566" {
		t.Errorf("guardians: %+v", all)
	}
	s.tap("Odette " + all[before].LastName)
	s.tap("Retirer de la famille")
	s.undo()
	if got := len(s.file().Family.Guardians); got != before+1 {
		t.Errorf("%d guardians after undo", got)
	}
}

func TestFamilyIsEditedAndChosen(t *testing.T) {
	s := open(t, "Lila", "famille")
	pagetest.Tap(t, s.Window, "Changer de famille")
	pagetest.Shoot(t, s.Window, "famille-choisir")
	kit.Escape(s.Content())
	other := named(t, s.Desk, "Mathis")
	c, _ := s.Registry.Children.Get(other.ID)
	s.tap("Changer de famille")
	picker := one[*kit.Picker](t, s.Window, "")
	picker.Field().SetText("mathis")
	pressEnter(s, picker)
	refuse(t, s.Window)
	if got := s.file().Family.ID; got != c.FamilyID {
		t.Errorf("family %v", got)
	}
	s.tap("Mathis\u00a0R.")
	if got := s.Routes[len(s.Routes)-1].Child; got != other.ID {
		t.Error("the sibling's file does not open")
	}
}
