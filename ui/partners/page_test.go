package partners_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/partners"
)

func open(t *testing.T) (page.Desk, *pagetest.Window) {
	t.Helper()
	d, w := pagetest.Open(t)
	show(d, w, page.Route{Page: page.Partners})
	return d, w
}

func show(d page.Desk, w *pagetest.Window, r page.Route) {
	p := partners.New(d, r)
	d.Registry.Subscribe(p.Changed)
	pagetest.Show(w, p)
}

func says(w *pagetest.Window, words string) bool {
	root := w.Content()
	if top := w.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	for _, o := range test.LaidOutObjects(root) {
		if x, ok := o.(interface{ Texts() []string }); ok && strings.Contains(strings.Join(x.Texts(), " "), words) {
			return true
		}
	}
	return false
}

func list(w *pagetest.Window) *kit.PickList { return pagetest.Find[*kit.PickList](w, "")[0] }

func press(w *pagetest.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func fill(t *testing.T, w *pagetest.Window, label, text string) {
	t.Helper()
	f := pagetest.Find[*kit.TextField](w, label)
	if len(f) == 0 {
		t.Fatalf("no field %q", label)
	}
	test.Type(f[len(f)-1].Keyboard(), text)
}

func TestThePartnersCanBeShownAtEverySize(t *testing.T) {
	d, w := open(t)
	pagetest.Shoot(t, w, "partenaires")
	w.Resize(fyne.NewSize(1366-look.RailWidth, 690))
	for _, r := range d.Registry.PartnerRows() {
		if r.Facilitators > 0 || r.Kind == data.KindCMPEnfants {
			show(d, w, page.Route{Page: page.Partners, Partner: r.ID})
			w.Resize(fyne.NewSize(1366-look.RailWidth, 690))
			pagetest.Shoot(t, w, "partenaires-"+fmt.Sprint(r.Kind))
		}
	}
	pagetest.Tap(t, w, "Modifier")
	pagetest.Shoot(t, w, "partenaires-modifier")
}

func TestANewFileInvitesToAddAStructure(t *testing.T) {
	d, w := pagetest.Empty(t)
	show(d, w, page.Route{Page: page.Partners})
	pagetest.Shoot(t, w, "partenaires-vide")
	if !says(w, "Aucune structure pour l’instant") {
		t.Error("an empty list says nothing")
	}
}

func TestARouteChoosesItsStructure(t *testing.T) {
	d, w := pagetest.Open(t)
	row := d.Registry.PartnerRows()[3]
	show(d, w, page.Route{Page: page.Partners, Partner: row.ID})
	if got := list(w).Selected(); got != row.ID.String() {
		t.Errorf("the list shows %s", got)
	}
}

func TestArrowsGoThroughTheStructuresAndEnterEdits(t *testing.T) {
	d, w := open(t)
	rows := d.Registry.PartnerRows()
	w.Canvas().Focus(list(w).Keyboard())
	press(w, fyne.KeyDown)
	if !says(w, rows[1].Name) || list(w).Selected() != rows[1].ID.String() {
		t.Fatal("the arrow does not choose the second structure")
	}
	press(w, fyne.KeyReturn)
	name := pagetest.Find[*kit.TextField](w, "Nom")
	if len(name) != 1 || name[0].Text() != rows[1].Name {
		t.Error("Enter does not edit the structure")
	}
}

func TestASearchThatFindsNothingOffersToClearIt(t *testing.T) {
	_, w := open(t)
	box := pagetest.Find[*kit.SearchBox](w, "")[0]
	box.SetText("introuvable")
	pagetest.Shoot(t, w, "partenaires-rien")
	if !says(w, "Aucune structure ne correspond") {
		t.Error("nothing is found and nothing is said")
	}
	pagetest.Tap(t, w, "Retirer les filtres")
	if len(list(w).Rows()) == 0 || box.Text() != "" {
		t.Error("the filters are still there")
	}
}

func TestTheTypeFillsInTheUsualRuleAndAges(t *testing.T) {
	d, w := open(t)
	pagetest.Tap(t, w, "Ajouter une structure")
	kind := pagetest.Find[*kit.SelectField](w, "Type")[0]
	w.Canvas().Focus(kind.Keyboard())
	press(w, fyne.KeyReturn)
	pagetest.Shoot(t, w, "partenaires-types")
	w.Canvas().Overlays().Top().(*kit.Menu).Escape()
	for kind.Text() != "Maison des adolescents" {
		press(w, fyne.KeyDown)
	}
	fill(t, w, "Nom", "MDA du Val")
	fill(t, w, "Téléphone", "01.99.00.41.30")
	pagetest.Tap(t, w, "Ajouter un contact")
	fill(t, w, "Nom du contact", "Aline Vautrin")
	pagetest.Shoot(t, w, "partenaires-ajouter")
	pagetest.Tap(t, w, "Ajouter")
	i := slices.IndexFunc(d.Registry.PartnerRows(), func(r registry.PartnerRow) bool { return r.Name == "MDA du Val" })
	if i < 0 {
		t.Fatalf("nothing was kept; failures %v", w.Failures)
	}
	row := d.Registry.PartnerRows()[i]
	s, _ := d.Registry.Partners.Get(row.ID)
	if s.Kind != data.KindMDA || s.Direct != data.DirectlyYes || s.MinAge != 11 || s.MaxAge != 25 || s.Phone != "0199004130" ||
		len(s.Contacts) != 1 || s.Contacts[0].Name != "Aline Vautrin" {
		t.Errorf("kept %+v", s)
	}
	if list(w).Selected() != row.ID.String() {
		t.Error("the new structure is not the one on show")
	}
}

func TestWhatIsWrongIsSaidBesideTheField(t *testing.T) {
	d, w := open(t)
	before := len(d.Registry.PartnerRows())
	pagetest.Tap(t, w, "Ajouter une structure")
	fill(t, w, "Téléphone", "le standard")
	pagetest.Tap(t, w, "Ajouter un contact")
	pagetest.Tap(t, w, "Ajouter")
	for _, label := range []string{"Nom", "Téléphone", "Nom du contact"} {
		if pagetest.Find[*kit.TextField](w, label)[0].Err() == "" {
			t.Errorf("nothing is said beside %q", label)
		}
	}
	if pagetest.Find[*kit.SelectField](w, "Type")[0].Err() == "" {
		t.Error("nothing is said beside the type")
	}
	if len(d.Registry.PartnerRows()) != before {
		t.Error("a wrong sheet was kept")
	}
}

func TestAContactCanBeRemoved(t *testing.T) {
	d, w := open(t)
	id := d.Registry.PartnerRows()[0].ID
	pagetest.Tap(t, w, "Modifier")
	pagetest.Tap(t, w, "Retirer le contact 1")
	pagetest.Tap(t, w, "Enregistrer")
	if s, _ := d.Registry.Partners.Get(id); len(s.Contacts) != 0 {
		t.Errorf("contacts %+v", s.Contacts)
	}
}

func TestASheetIsMarkedVerifiedTodayAndBack(t *testing.T) {
	d, w := open(t)
	id := d.Registry.PartnerRows()[0].ID
	was, _ := d.Registry.Partners.Get(id)
	pagetest.Tap(t, w, "Marquer vérifié aujourd’hui")
	if s, _ := d.Registry.Partners.Get(id); s.CheckedOn != pagetest.Day {
		t.Errorf("checked on %v", s.CheckedOn)
	}
	w.Undo()
	if s, _ := d.Registry.Partners.Get(id); s.CheckedOn != was.CheckedOn {
		t.Errorf("undone, checked on %v", s.CheckedOn)
	}
}

// act chooses an entry of « Autres actions ».
func act(t *testing.T, w *pagetest.Window, title string) {
	t.Helper()
	pagetest.Tap(t, w, "Autres actions")
	m := w.Canvas().Overlays().Top().(*kit.Menu)
	i := slices.Index(m.Items(), title)
	if i < 0 {
		t.Fatalf("no entry %q in %q", title, m.Items())
	}
	m.Choose(i)
	m.Escape()
}

func TestAStructureIsArchivedAndComesBack(t *testing.T) {
	d, w := open(t)
	row := d.Registry.PartnerRows()[0]
	act(t, w, "Archiver")
	if rows := d.Registry.PartnerRows(); rows[0].ID == row.ID || len(w.Toasts) != 1 {
		t.Fatalf("still listed; toasts %q, failures %v", w.Toasts, w.Failures)
	}
	if !says(w, "Cette structure est archivée.") {
		t.Error("the sheet does not say that it is archived")
	}
	pagetest.Shoot(t, w, "partenaires-archivee")
	w.Undo()
	if rows := d.Registry.PartnerRows(); rows[0].ID != row.ID {
		t.Error("undone, it is not listed")
	}
}

func TestAStructureNobodyNeedsIsRemovedAndComesBack(t *testing.T) {
	d, w := pagetest.Open(t)
	row := d.Registry.PartnerRows()[1]
	show(d, w, page.Route{Page: page.Partners, Partner: row.ID})
	act(t, w, "Supprimer")
	if _, ok := d.Registry.Partners.Get(row.ID); ok {
		t.Fatalf("it is still there: %v", w.Failures)
	}
	w.Undo()
	if _, ok := d.Registry.Partners.Get(row.ID); !ok || list(w).Selected() != row.ID.String() {
		t.Error("undone, it is not on show")
	}
}

func TestAStructureWithFacilitatorsIsNotRemoved(t *testing.T) {
	d, w := pagetest.Open(t)
	row := d.Registry.PartnerRows()[0]
	f := d.Registry.Facilitators.All()[0]
	f.PartnerID = row.ID
	if err := d.Registry.Facilitators.Save(&f); err != nil {
		t.Fatal(err)
	}
	show(d, w, page.Route{Page: page.Partners, Partner: row.ID})
	act(t, w, "Supprimer")
	if _, ok := d.Registry.Partners.Get(row.ID); !ok {
		t.Error("a structure that facilitators come from was removed")
	}
	groups := pagetest.Find[*kit.Button](w, "")
	if !slices.ContainsFunc(groups, func(b *kit.Button) bool { return strings.Contains(b.Label(), ",") }) {
		t.Error("the groups of the facilitator are not shown")
	}
	pagetest.Shoot(t, w, "partenaires-intervenant")
}

func TestAChangeMadeElsewhereIsToldAndNothingTypedIsLost(t *testing.T) {
	d, w := open(t)
	id := d.Registry.PartnerRows()[0].ID
	pagetest.Tap(t, w, "Modifier")
	fill(t, w, "Attente", " au moins")
	other, _ := d.Registry.Partners.Get(id)
	other.Sector = "Secteur 9"
	if err := d.Registry.Partners.Save(&other); err != nil {
		t.Fatal(err)
	}
	pagetest.Tap(t, w, "Enregistrer")
	if !says(w, "enregistrée ailleurs") || !strings.Contains(pagetest.Find[*kit.TextField](w, "Attente")[0].Text(), "au moins") {
		t.Fatal("the other version is not told, or what was typed is lost")
	}
	pagetest.Shoot(t, w, "partenaires-conflit")
	pagetest.Tap(t, w, "Reprendre l’autre version")
	if got := pagetest.Find[*kit.TextField](w, "Secteur")[0].Text(); got != "Secteur 9" {
		t.Errorf("the other version says %q", got)
	}
}

func TestHundredsOfStructuresWithLongNamesAreShown(t *testing.T) {
	d, w := pagetest.Open(t)
	for i := range 300 {
		p := data.Partner{Name: fmt.Sprintf("Association pour l’accompagnement des familles et des enfants du quartier %d", i),
			Kind: data.KindAssociation, Access: "Sur rendez-vous, par téléphone, le mardi et le jeudi matin", Email: "accueil.des.familles.du.quartier@association-sauvelande.example"}
		if err := d.Registry.Partners.Save(&p); err != nil {
			t.Fatal(err)
		}
	}
	show(d, w, page.Route{Page: page.Partners})
	pagetest.Shoot(t, w, "partenaires-300")
	if n := len(list(w).Rows()); n < 300 {
		t.Errorf("%d structures are listed", n)
	}
}

func TestTheListOfStructuresLeavesAsItIsShown(t *testing.T) {
	d, w := open(t)
	show(d, w, page.Route{Page: page.Partners})
	if rows := pagetest.List(t, w, "Exporter"); len(rows) != 1+len(list(w).Rows()) || len(rows[0]) != 8 {
		t.Errorf("%d rows of %q left for %d on screen", len(rows)-1, rows[0], len(list(w).Rows()))
	}
}
