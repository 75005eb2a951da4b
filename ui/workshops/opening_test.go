package workshops_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/workshops"
)

// keyboard drives the page without the mouse.
type keyboard struct {
	t *testing.T
	w *pagetest.Window
}

func (k keyboard) press(name fyne.KeyName) {
	k.t.Helper()
	if name == fyne.KeyTab {
		k.w.Canvas().FocusNext()
		return
	}
	focused := k.w.Canvas().Focused()
	if focused == nil {
		k.t.Fatalf("nothing has the keyboard for %s", name)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: name})
}

func (k keyboard) write(text string) { test.Type(k.w.Canvas().Focused(), text) }

// tabTo moves on until the widget that says label has the keyboard.
func (k keyboard) tabTo(label string) {
	k.t.Helper()
	for range 60 {
		if l, ok := k.w.Canvas().Focused().(interface{ Label() string }); ok && l.Label() == label {
			return
		}
		k.w.Canvas().FocusNext()
	}
	k.t.Fatalf("Tab never reaches %q", label)
}

// retype replaces what a field says, as a person does.
func (k keyboard) retype(field interface {
	Keyboard() fyne.Focusable
	Text() string
}, text string) {
	k.w.Canvas().Focus(field.Keyboard())
	k.press(fyne.KeyEnd)
	for range len([]rune(field.Text())) {
		k.press(fyne.KeyBackspace)
	}
	k.write(text)
}

func wizard(t *testing.T, discipline data.Discipline) (page.Desk, *pagetest.Window, page.Page) {
	t.Helper()
	d, w := pagetest.Open(t)
	return onto(t, d, w, discipline)
}

func onto(t *testing.T, d page.Desk, w *pagetest.Window, discipline data.Discipline) (page.Desk, *pagetest.Window, page.Page) {
	t.Helper()
	p := workshops.NewOpening(d, page.Route{Page: page.OpenCycle, Workshop: workshop(t, d, discipline).ID})
	show(d, w, p)
	p.(page.Focuser).Arrive()
	return d, w, p
}

func TestACycleIsOpenedWithoutTheMouse(t *testing.T) {
	d, w, _ := wizard(t, data.ArtTherapy)
	before := len(d.Registry.Cycles.All())
	k := keyboard{t, w}
	pagetest.Shoot(t, w, "ouvrir-1-atelier")
	k.press(fyne.KeyReturn)
	pagetest.Shoot(t, w, "ouvrir-2-dates")
	for range 4 { // first day, number, the two bilans
		k.press(fyne.KeyReturn)
	}
	pagetest.Shoot(t, w, "ouvrir-3-groupes")
	for range 40 {
		if strings.Contains(said(w), "Inscrire dans") {
			break
		}
		k.press(fyne.KeyReturn)
	}
	if !strings.Contains(said(w), "Inscrire dans") {
		pagetest.Shoot(t, w, "ouvrir-bloque")
		t.Fatal("Enter does not lead to the children")
	}
	for range 3 { // the first three who are proposed
		k.press(fyne.KeyReturn)
	}
	pagetest.Shoot(t, w, "ouvrir-4-enfants")
	k.tabTo("Ouvrir le cycle")
	k.press(fyne.KeySpace)
	for range 3 { // whoever needs a reason is asked for it, one after the other
		if len(d.Registry.Cycles.All()) > before {
			break
		}
		k.write("décision attendue cette semaine")
		k.press(fyne.KeyReturn)
		k.tabTo("Ouvrir le cycle")
		k.press(fyne.KeySpace)
	}
	cycles := d.Registry.Cycles.All()
	if len(cycles) != before+1 {
		t.Fatalf("%d cycles, want %d; failures %v; on screen: %s", len(cycles), before+1, w.Failures, said(w))
	}
	last := w.Routes[len(w.Routes)-1]
	g, ok := d.Registry.Group(last.Group)
	if !ok || last.Page != page.Group || g.Enrolled != 3 || len(g.Sessions) != 12 {
		t.Errorf("leads to %+v: %d children, %d sessions", last, g.Enrolled, len(g.Sessions))
	}
	if len(w.Toasts) == 0 || !strings.Contains(w.Toasts[len(w.Toasts)-1], "2\u00a0groupes") {
		t.Errorf("toasts %q", w.Toasts)
	}
}

func TestNothingIsDroppedWithoutAsking(t *testing.T) {
	_, w, p := wizard(t, data.ArtTherapy)
	left := 0
	p.(page.Leaver).Leave(func() { left++ })
	if left != 1 {
		t.Fatal("an untouched page does not let go")
	}
	keyboard{t, w}.write(" bis")
	p.(page.Leaver).Leave(func() { left++ })
	if left != 1 || w.Canvas().Overlays().Top() == nil {
		t.Error("what was typed is dropped without asking")
	}
	pagetest.Tap(t, w, "Abandonner")
	if left != 2 {
		t.Error("« Abandonner » does not leave")
	}
}

func TestDatesPastTheKnownCalendarOfferAWayOut(t *testing.T) {
	_, w, _ := wizard(t, data.Sophrology)
	k := keyboard{t, w}
	k.press(fyne.KeyReturn)
	k.retype(pagetest.Find[*kit.DateField](w, "À partir du")[0], "7/6/2028")
	pagetest.Shoot(t, w, "ouvrir-2-inconnu")
	words := said(w)
	if !strings.Contains(words, "ont pu être placées") && !strings.Contains(words, "n’a pu être placée") {
		t.Fatalf("the end of the known calendar is not told: %s", words)
	}
	for _, b := range pagetest.Find[*kit.Button](w, "Continuer") {
		b.Tapped(nil)
	}
	if strings.Contains(said(w), "Ajouter un groupe") {
		t.Error("the groups are reached with sessions that could not be laid")
	}
	for _, b := range pagetest.Find[*kit.Button](w, "") {
		if strings.HasPrefix(b.Label(), "Faire ") {
			b.Tapped(nil)
			break
		}
	}
	pagetest.Tap(t, w, "Continuer")
	if !strings.Contains(said(w), "Ajouter un groupe") {
		t.Error("fewer sessions do not let go on")
	}
}

func TestANewFileCanOpenAStage(t *testing.T) {
	d, w := withTemplates(t)
	d, w, _ = onto(t, d, w, data.SocialSkills)
	keyboard{t, w}.press(fyne.KeyReturn)
	rhythm := pagetest.Find[*kit.SelectField](w, "Rythme")[0]
	w.Canvas().Focus(rhythm.Keyboard())
	keyboard{t, w}.press(fyne.KeyDown)
	pagetest.Shoot(t, w, "ouvrir-2-stage")
	pagetest.Tap(t, w, "Continuer")
	pagetest.Tap(t, w, "Continuer")
	pagetest.Shoot(t, w, "ouvrir-4-vide")
	pagetest.Tap(t, w, "Ouvrir le cycle")
	cycles := d.Registry.Cycles.All()
	if len(cycles) != 1 || cycles[0].Rule.Rhythm != data.Stage {
		t.Fatalf("cycles %+v, failures %v", cycles, w.Failures)
	}
}

func TestAGroupInTheWayIsToldAndNeedsAReason(t *testing.T) {
	d, w, _ := wizard(t, data.Psychoeducation)
	k := keyboard{t, w}
	k.press(fyne.KeyReturn)
	k.retype(pagetest.Find[*kit.DateField](w, "À partir du")[0], "20/1/2027")
	pagetest.Tap(t, w, "Continuer")
	k.retype(pagetest.Find[*kit.TimeField](w, "Début")[0], "10h")
	words := said(w)
	pagetest.Shoot(t, w, "ouvrir-3-conflit")
	if !strings.Contains(words, "est déjà prise par") {
		t.Fatalf("the room that is taken is not told: %s", words)
	}
	pagetest.Tap(t, w, "Continuer")
	if strings.Contains(said(w), "Inscrire dans") {
		t.Fatal("a room that is taken needs no reason")
	}
	k.write("co-animation")
	k.press(fyne.KeyReturn)
	pagetest.Tap(t, w, "Ouvrir le cycle")
	for _, c := range d.Registry.Sessions.All() {
		for _, x := range c.Warnings {
			if x.Code == data.WarnRoom && x.Reason == "co-animation" {
				return
			}
		}
	}
	t.Errorf("the reason is not kept; failures %v", w.Failures)
}

func TestOneReasonServesEveryWarningOfAChild(t *testing.T) {
	d, w, _ := wizard(t, data.Psychoeducation)
	k := keyboard{t, w}
	k.press(fyne.KeyReturn)
	pagetest.Tap(t, w, "Continuer")
	pagetest.Tap(t, w, "Continuer")
	var child data.Child
	for _, c := range d.Registry.Children.All() {
		if !c.Pathway.Approved() && c.Grade > data.CE1 && !c.ConsentFor(data.ConsentFollowUp, pagetest.Day).Allows() && c.Pathway.EndedOn.IsZero() {
			child = c
		}
	}
	k.write(child.FirstName + " " + child.LastName)
	k.press(fyne.KeyReturn)
	pagetest.Tap(t, w, "Ouvrir le cycle")
	pagetest.Shoot(t, w, "ouvrir-4-raisons")
	if last := w.Routes; len(last) > 0 {
		t.Fatalf("the cycle is open without a reason: %+v", last)
	}
	k.write("demande de l’école")
	pagetest.Tap(t, w, "Ouvrir le cycle")
	for _, e := range d.Registry.Enrollments.All() {
		if e.ChildID != child.ID || e.State != data.Enrolled || len(e.Warnings) < 3 {
			continue
		}
		for _, x := range e.Warnings {
			if x.Reason != "demande de l’école" || x.ByID != d.Viewer {
				t.Errorf("warning %+v", x)
			}
		}
		return
	}
	t.Errorf("%s is not enrolled with warnings; failures %v; on screen: %s", child.FullName(), w.Failures, said(w))
}

func TestWhoFindsNoPlaceWaits(t *testing.T) {
	d, w, _ := wizard(t, data.ArtTherapy)
	k := keyboard{t, w}
	k.press(fyne.KeyReturn)
	pagetest.Tap(t, w, "Continuer")
	for _, f := range pagetest.Find[*kit.NumberField](w, "Places") {
		k.retype(f, "2")
	}
	pagetest.Tap(t, w, "Continuer")
	for range 5 {
		k.press(fyne.KeyReturn)
	}
	pagetest.Shoot(t, w, "ouvrir-4-attente")
	if words := said(w); !strings.Contains(words, "4\u00a0enfants inscrits, 1 en attente") {
		t.Fatalf("on screen: %s", words)
	}
	pagetest.Tap(t, w, "Déplacer")
	menu, ok := w.Canvas().Overlays().Top().(*kit.Menu)
	if !ok {
		t.Fatal("« Déplacer » opens no menu")
	}
	menu.Choose(0) // the second group, which is full
	if words := said(w); !strings.Contains(words, "3\u00a0enfants pour 2\u00a0places.") {
		t.Fatalf("a group that is too full is not told: %s", words)
	}
	pagetest.Shoot(t, w, "ouvrir-4-complet")
	before := len(d.Registry.Cycles.All())
	pagetest.Tap(t, w, "Ouvrir le cycle")
	k.write("fratrie")
	pagetest.Tap(t, w, "Ouvrir le cycle")
	if len(d.Registry.Cycles.All()) != before+1 {
		t.Errorf("the cycle is not open; failures %v; on screen: %s", w.Failures, said(w))
	}
}

func TestTheStagesLeadBackAndForthWithTheArrows(t *testing.T) {
	_, w, _ := wizard(t, data.ArtTherapy)
	stages := pagetest.Find[*kit.Stages](w, "étapes")[0]
	w.Canvas().Focus(stages)
	k := keyboard{t, w}
	for range 3 {
		k.press(fyne.KeyRight)
	}
	if stages.Selected() != 3 || !strings.Contains(said(w), "Inscrire dans") {
		t.Fatalf("at %d: %s", stages.Selected(), said(w))
	}
	k.press(fyne.KeyHome)
	if !strings.Contains(said(w), "Ce que dit la fiche") {
		t.Error("Home does not lead to the first step")
	}
	k.retype(pagetest.Find[*kit.TextField](w, "Nom du cycle")[0], "")
	w.Canvas().Focus(stages)
	k.press(fyne.KeyRight)
	if stages.Selected() != 0 {
		t.Error("a cycle without a name goes on to its dates")
	}
}

func TestTheWizardStandsInALowWindow(t *testing.T) {
	_, w, _ := wizard(t, data.ArtTherapy)
	w.Resize(fyne.NewSize(1366-172, 690))
	k := keyboard{t, w}
	k.press(fyne.KeyReturn)
	pagetest.Shoot(t, w, "ouvrir-2-690")
	pagetest.Tap(t, w, "Continuer")
	for range 4 {
		pagetest.Tap(t, w, "Ajouter un groupe")
	}
	pagetest.Shoot(t, w, "ouvrir-3-690")
	pagetest.Tap(t, w, "Continuer")
	k.press(fyne.KeyReturn)
	pagetest.Shoot(t, w, "ouvrir-4-690")
	w.Resize(fyne.NewSize(1920-172, 1040))
	pagetest.Shoot(t, w, "ouvrir-4-1920")
}

func TestTheDayOfABilanFollowsTheSessionsUntilItIsChosen(t *testing.T) {
	d, w, _ := wizard(t, data.ArtTherapy)
	k := keyboard{t, w}
	k.press(fyne.KeyReturn)
	first, count := pagetest.Find[*kit.DateField](w, "À partir du")[0], pagetest.Find[*kit.NumberField](w, "Nombre de séances")[0]
	mid, end := pagetest.Find[*kit.DateField](w, "Bilans de mi-cycle pour le")[0], pagetest.Find[*kit.DateField](w, "Bilans de fin pour le")[0]
	k.retype(first, "7/10/2026")
	if mid.Value() != 20261216 || end.Value() != 20270210 {
		t.Fatalf("bilans for %v and %v, want two weeks after the 6th and the 12th session", mid.Value(), end.Value())
	}
	k.retype(end, "20/2/2027")
	k.retype(count, "10")
	if end.Value() != 20270220 {
		t.Fatalf("the day that was chosen became %v", end.Value())
	}
	pagetest.Tap(t, w, "Continuer")
	k.retype(pagetest.Find[*kit.TimeField](w, "Début")[0], "9h")
	k.retype(pagetest.Find[*kit.TimeField](w, "Début")[1], "10h15")
	pagetest.Tap(t, w, "Continuer")
	pagetest.Tap(t, w, "Ouvrir le cycle")
	for _, c := range d.Registry.Cycles.All() {
		if c.Name == "Cycle 3" && c.Rule.Count == 10 && c.MidBilanDue == 20261216 && c.EndBilanDue == 20270220 {
			return
		}
	}
	t.Errorf("the cycle is not kept as prepared; failures %v; on screen: %s", w.Failures, said(w))
}

func TestADayOfTheCalendarBecomesTheFirstOne(t *testing.T) {
	_, w, _ := wizard(t, data.ArtTherapy)
	keyboard{t, w}.press(fyne.KeyReturn)
	ribbon := pagetest.Find[*kit.Ribbon](w, "calendrier")[0]
	w.Canvas().Focus(ribbon)
	k := keyboard{t, w}
	k.press(fyne.KeyHome)
	k.press(fyne.KeyRight)
	k.press(fyne.KeyReturn)
	if first := pagetest.Find[*kit.DateField](w, "À partir du")[0].Value(); first != 20261014 {
		t.Errorf("the cycle begins on %v, want the second Wednesday of the season", first)
	}
	if w.Canvas().Focused() != fyne.Focusable(ribbon) {
		t.Error("the keyboard has left the calendar")
	}
}

func TestAChangeElsewhereKeepsWhatIsBeingTyped(t *testing.T) {
	d, w, _ := wizard(t, data.Psychoeducation)
	k := keyboard{t, w}
	k.press(fyne.KeyReturn)
	pagetest.Tap(t, w, "Continuer")
	pagetest.Tap(t, w, "Continuer")
	k.write("malo")
	k.press(fyne.KeyReturn)
	pagetest.Tap(t, w, "Ouvrir le cycle") // asks for the reason
	k.write("demande")
	room := data.Room{Name: "Salle C"}
	if err := d.Registry.Rooms.Save(&room); err != nil {
		t.Fatal(err)
	}
	k.write(" de l’école")
	pagetest.Tap(t, w, "Ouvrir le cycle")
	for _, e := range d.Registry.Enrollments.All() {
		for _, x := range e.Warnings {
			if x.Reason == "demande de l’école" {
				return
			}
		}
	}
	t.Errorf("what was typed is lost; failures %v; on screen: %s", w.Failures, said(w))
}
