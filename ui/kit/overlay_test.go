package kit

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

// clock is a set of timers that only move when the test says so.
type clock struct{ waiting []*timer }

type timer struct {
	f   func()
	off bool
}

func (c *clock) after(_ time.Duration, f func()) func() {
	t := &timer{f: f}
	c.waiting = append(c.waiting, t)
	return func() { t.off = true }
}

func (c *clock) pass() {
	due := c.waiting
	c.waiting = nil
	for _, t := range due {
		if !t.off {
			t.f()
		}
	}
}

func openWindow(t *testing.T, content fyne.CanvasObject) (fyne.Window, *Layer, *clock) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	c := &clock{}
	After = c.after
	t.Cleanup(func() { After, OnEscape = nil, nil })
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	layer := NewLayer()
	w.SetContent(Stack(Band(content), layer))
	w.Resize(fyne.NewSize(900, 600))
	return w, layer, c
}

func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestEscapeInAQuestionChoosesSafe(t *testing.T) {
	b := NewButton("Finaliser", "", Primary, nil)
	w, _, _ := openWindow(t, HBox(0, b))
	w.Canvas().Focus(b)
	done, safe := 0, 0
	q := Question{Title: "Finaliser le bilan ?", Text: "Il ne pourra plus être modifié.", Verb: "Finaliser", Safe: "Revenir",
		Do: func() { done++ }, OnSafe: func() { safe++ }}
	d := Ask(w.Canvas(), q)
	if w.Canvas().Focused() != fyne.Focusable(d.SafeButton()) {
		t.Error("the focus must start on the safe answer")
	}
	press(w, fyne.KeyEscape)
	if done != 0 || safe != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("after Escape: done %d, safe %d, still open %v", done, safe, w.Canvas().Overlays().Top() != nil)
	}
	if w.Canvas().Focused() != fyne.Focusable(b) {
		t.Error("the focus must go back to where it was")
	}
	d = Ask(w.Canvas(), q)
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(d.VerbButton()) {
		t.Fatal("Tab must go to the verb")
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(d.SafeButton()) {
		t.Fatal("Tab must stay inside the dialog")
	}
	w.Canvas().FocusNext()
	press(w, fyne.KeyReturn)
	if done != 1 || safe != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("Enter on the verb must do it once: %d", done)
	}
}

func TestSheetStaysOpenWhileTheFormIsWrong(t *testing.T) {
	w, _, _ := openWindow(t, Gap(1))
	right := false
	d := ShowSheet(w.Canvas(), Sheet{Title: "Noter un contact", Body: NewSearchBox("Objet", "", nil), Verb: "Noter", Do: func() bool { return right }})
	d.Submit()
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("a wrong form must keep its sheet")
	}
	right = true
	d.Submit()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a right form must close its sheet")
	}
}

func TestToastUndoRunsOnce(t *testing.T) {
	_, layer, _ := openWindow(t, Gap(1))
	undone := 0
	toast := layer.Undo("Louise N. est placée.", func() { undone++ })
	test.Tap(toast.Button())
	test.Tap(toast.Button())
	if undone != 1 || layer.Toast() != nil {
		t.Errorf("undone %d times, toast gone %v", undone, layer.Toast() == nil)
	}
}

func TestToastWaitsUnderTheMouseAndTheKeyboard(t *testing.T) {
	w, layer, c := openWindow(t, Gap(1))
	toast := layer.Undo("Louise N. est placée.", func() {})
	toast.Button().MouseIn(&desktop.MouseEvent{})
	c.pass()
	if layer.Toast() == nil {
		t.Fatal("a toast under the mouse must stay")
	}
	toast.Button().MouseOut()
	w.Canvas().Focus(toast.Button())
	c.pass()
	if layer.Toast() == nil {
		t.Fatal("a toast with the keyboard must stay")
	}
	w.Canvas().Unfocus()
	c.pass()
	if layer.Toast() != nil {
		t.Error("a toast must go once its time has passed")
	}
}

func TestMenuArrowsEnterAndEscape(t *testing.T) {
	b := NewButton("Documents", "printer", Secondary, nil)
	w, _, _ := openWindow(t, HBox(0, b))
	var did []string
	items := []MenuItem{
		{Icon: "clipboard-list", Title: "Feuille d’émargement", Do: func() { did = append(did, "feuille") }},
		{Icon: "files", Title: "Bilans", Reason: "Aucun bilan finalisé", Do: func() { did = append(did, "bilans") }},
		{Icon: "mail", Title: "Courrier", Line: true, Do: func() { did = append(did, "courrier") }},
	}
	ShowMenu(b, items)
	press(w, fyne.KeyDown, fyne.KeyReturn)
	if len(did) != 0 {
		t.Fatalf("a row that is off must not act: %v", did)
	}
	press(w, fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(did, []string{"courrier"}) || w.Canvas().Overlays().Top() != nil {
		t.Fatalf("Enter must choose and close: %v", did)
	}
	ShowMenu(b, items)
	press(w, fyne.KeyEscape)
	if len(did) != 1 || w.Canvas().Overlays().Top() != nil {
		t.Error("Escape must close and do nothing")
	}
}

func TestTipShowsAfterADelayAndHides(t *testing.T) {
	b := NewIconButton("arrow-left", "Retour", nil)
	_, layer, c := openWindow(t, HBox(0, b))
	b.MouseIn(&desktop.MouseEvent{})
	if len(layer.drawing.Texts()) != 0 {
		t.Error("a tip must wait")
	}
	c.pass()
	if got := layer.drawing.Texts(); !slices.Equal(got, []string{"Retour"}) {
		t.Errorf("tip %q", got)
	}
	b.MouseOut()
	if len(layer.drawing.Texts()) != 0 {
		t.Error("a tip must go with the mouse")
	}
}

func TestTipGoesWhenItsButtonIsPressed(t *testing.T) {
	b := NewIconButton("arrow-left", "Retour", nil)
	_, layer, c := openWindow(t, HBox(0, b))
	b.MouseIn(&desktop.MouseEvent{})
	c.pass()
	b.Tapped(nil)
	if got := layer.drawing.Texts(); len(got) != 0 {
		t.Errorf("the tip %q stays over the page that the button opened", got)
	}
}

func TestEscapeWithNothingOpenReachesTheShell(t *testing.T) {
	b := NewButton("Finaliser", "", Primary, nil)
	w, _, _ := openWindow(t, HBox(0, b))
	left := 0
	OnEscape = func() { left++ }
	w.Canvas().Focus(b)
	press(w, fyne.KeyEscape)
	if left != 1 {
		t.Errorf("OnEscape ran %d times", left)
	}
}

func TestOverlaysAreDrawn(t *testing.T) {
	anchor := NewButton("Documents", "printer", Secondary, nil)
	w, layer, _ := openWindow(t, Pad(look.Margin, VBox(look.Gap, HBox(0, anchor), Spacer())))
	bare := inked(w.Canvas().Capture())
	if h := layer.Undo("Louise N. est placée.", func() {}).Size().Height; h != 44 {
		t.Errorf("the toast is %v high", h)
	}
	toast := w.Canvas().Capture()
	ShowMenu(anchor, []MenuItem{
		{Icon: "clipboard-list", Title: "Feuille d’émargement", Detail: "Séance 11, mercredi 20 janvier"},
		{Icon: "users-round", Title: "Liste du groupe", Detail: "7 enfants, téléphones des familles"},
		{Icon: "table-2", Title: "Présences au format tableur", Reason: "Aucune séance tenue", Line: true}})
	menu := w.Canvas().Capture()
	w.Canvas().Overlays().Top().(*Menu).Escape()
	Ask(w.Canvas(), Question{Title: "Finaliser le bilan de Lila K. ?", Verb: "Finaliser", Safe: "Revenir au bilan",
		Text: "Il ne pourra plus être modifié, sauf si vous le rouvrez. Le journal gardera la date et votre nom."})
	ask := w.Canvas().Capture()
	d := w.Canvas().Overlays().Top().(*Dialog)
	card := d.box.Layout.(*dialogShape).card
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.VerbButton())
	if !card.Has(at.X, at.Y) || !card.Has(at.X, at.Y+look.Control) {
		t.Errorf("the verb at %v lies outside the card %v", at, card)
	}
	if a, b := inked(toast)-bare, inked(menu)-inked(toast); a < 5_000 || b < 5_000 {
		t.Errorf("the toast adds %d pixels, the menu %d", a, b)
	}
	if *catalogueDir != "" {
		save(t, filepath.Join(*catalogueDir, "annuler.png"), toast)
		save(t, filepath.Join(*catalogueDir, "menu.png"), menu)
		save(t, filepath.Join(*catalogueDir, "question.png"), ask)
	}
}
