package bilans

import (
	"errors"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/page/preview"
)

// desk is the town of the mockups, with papers that remember what they were asked to draw.
type desk struct {
	page.Desk
	window *pagetest.Window
	asked  []int // bytes of each document to preview
	show   func([]image.Image, error)
}

type papers struct {
	page.Papers
	d *desk
}

func (p papers) Preview(pdf []byte, _ int, show func([]image.Image, error)) func() {
	p.d.asked, p.d.show = append(p.d.asked, len(pdf)), show
	return func() { p.d.show = nil }
}

func open(t *testing.T) *desk {
	t.Helper()
	pd, w := pagetest.Open(t)
	d := &desk{Desk: pd, window: w}
	d.Papers = papers{pd.Papers, d}
	return d
}

// lila is the way to the bilan of the mockup.
func (d *desk) lila(t *testing.T) page.Route {
	t.Helper()
	for _, b := range d.Registry.BilanRows(2026) {
		if b.Child.First == "Lila" && b.Moment == data.MomentEnd && b.Progress.Step == registry.BilanStarted {
			return page.Route{Page: page.Bilan, Child: b.Child.ID, Cycle: b.CycleID, Moment: b.Moment}
		}
	}
	t.Fatal("Lila has no draft")
	return page.Route{}
}

func (d *desk) edit(t *testing.T, r page.Route) *editor[childRecord] {
	t.Helper()
	e := NewEditor(d.Desk, r).(*editor[childRecord])
	t.Cleanup(d.Registry.Subscribe(e.Changed))
	pagetest.Show(d.window, e)
	return e
}

func (d *desk) kept(r page.Route) data.Bilan { return d.Registry.Bilan(r.Child, r.Cycle, r.Moment) }

// field is the field of a label.
func field[R record](t *testing.T, e *editor[R], name string) *kit.TextField {
	t.Helper()
	for _, in := range e.form.inputs {
		if f, ok := in.Input.(*kit.TextField); ok && in.name == name {
			return f
		}
	}
	t.Fatalf("no field %s", name)
	return nil
}

// write puts a text in a field as the person would.
func write[R record](t *testing.T, e *editor[R], name, text string) {
	t.Helper()
	f := field(t, e, name)
	c := e.desk.Window.Canvas()
	c.Focus(f.Keyboard())
	f.Keyboard().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	f.Keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	for _, letter := range text {
		f.Keyboard().TypedRune(letter)
	}
}

// button is the button of that label on screen, dialogs included.
func (d *desk) button(t *testing.T, label string) *kit.Button {
	t.Helper()
	var roots []fyne.CanvasObject
	roots = append(roots, d.window.Canvas().Overlays().List()...)
	for _, o := range append(roots, d.window.Content()) {
		for _, o := range test.LaidOutObjects(o) {
			if b, ok := o.(*kit.Button); ok && b.Label() == label {
				return b
			}
		}
	}
	t.Fatalf("no button %q", label)
	return nil
}

// words are all the words on screen.
func (d *desk) words() string {
	var out []string
	for _, o := range append(d.window.Canvas().Overlays().List(), d.window.Content()) {
		for _, o := range test.LaidOutObjects(o) {
			if x, ok := o.(interface{ Texts() []string }); ok {
				out = append(out, x.Texts()...)
			}
		}
	}
	return strings.Join(out, "\n")
}

func (d *desk) sees(t *testing.T, words string) {
	t.Helper()
	if !strings.Contains(d.words(), words) {
		t.Errorf("no %q in\n%s", words, d.words())
	}
}

func (d *desk) complete(t *testing.T, r page.Route) {
	t.Helper()
	for _, g := range d.Registry.MissingForFinal(d.kept(r)) {
		if g.Kind == registry.GapCriterion {
			must(t, d.Registry.Rate(registry.Rating{ChildID: r.Child, CycleID: r.Cycle, Moment: r.Moment,
				Viewpoint: data.ByFacilitator, Key: g.Key, Level: 3}))
		}
	}
	b := d.kept(r)
	b.Next, b.Strengths, b.Synthesis = "Poursuivre au cycle 2", "Grande imagination", "Elle prend la parole"
	must(t, d.Registry.SaveBilan(&b))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsTypedIsKeptOnceTheTypingStops(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	write(t, e, "Next", "Poursuivre au cycle 2")
	if d.kept(r).Next != "" {
		t.Error("kept while typing")
	}
	d.sees(t, "Modifications en cours")
	d.Tasks.Advance(time.Second)
	if got := d.kept(r).Next; got != "Poursuivre au cycle 2" {
		t.Errorf("kept %q", got)
	}
	d.sees(t, "Enregistré à 10\u00a0h\u00a042")
}

func TestLeavingKeepsWhatIsTyped(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	write(t, e, "Watch", "Le bruit")
	gone := false
	e.Leave(func() { gone = true })
	if !gone || d.kept(r).Watch != "Le bruit" {
		t.Errorf("gone %v, kept %q", gone, d.kept(r).Watch)
	}
}

func TestLeavingAnUntouchedDraftKeepsNothing(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	for _, b := range d.Registry.BilanRows(2026) {
		if b.Progress.Step == registry.BilanToWrite {
			r = page.Route{Page: page.Bilan, Child: b.Child.ID, Cycle: b.CycleID, Moment: b.Moment}
		}
	}
	e := d.edit(t, r)
	gone := false
	e.Leave(func() { gone = true })
	if !gone || !d.kept(r).ID.IsZero() {
		t.Errorf("gone %v, a draft was made of nothing", gone)
	}
}

func TestTextThatCannotBeKeptStaysOnScreen(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	must(t, d.Registry.Close())
	write(t, e, "Next", "Encore")
	d.Tasks.Advance(time.Second)
	if got := field(t, e, "Next").Text(); got != "Encore" {
		t.Errorf("on screen: %q", got)
	}
	d.sees(t, "Pas encore enregistré.")
	d.sees(t, "Réessayer")
	gone := false
	e.Leave(func() { gone = true })
	if gone {
		t.Error("left without asking")
	}
	d.button(t, "Quitter le bilan").Tapped(nil)
	if !gone {
		t.Error("held back")
	}
}

func TestTooLongATextIsSaidBesideItsField(t *testing.T) {
	d := open(t)
	e := d.edit(t, d.lila(t))
	f := field(t, e, "Watch")
	f.Keyboard().TypedRune('a')
	f.SetText(strings.Repeat("a", data.MaxNote+1))
	e.edited()
	e.Save()
	if f.Err() == "" {
		t.Error("nothing beside the field")
	}
}

func TestFinalizeWaitsUntilNothingIsMissing(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	if why := d.button(t, "Finaliser").Reason(); !strings.Contains(why, "évaluez encore") || !strings.Contains(why, "les suites") {
		t.Errorf("reason %q", why)
	}
	d.complete(t, r)
	if why := d.button(t, "Finaliser").Reason(); why != "" {
		t.Fatalf("still %q", why)
	}
	d.sees(t, "Tout est prêt.")
	write(t, e, "ChildWords", "J’aime la marionnette")
	d.button(t, "Finaliser").Tapped(nil)
	d.sees(t, "Finaliser le bilan de Lila\u00a0K.\u00a0?")
	d.button(t, "Finaliser").Tapped(nil) // of the question
	b := d.kept(r)
	if b.State != data.BilanFinal || b.ChildWords != "J’aime la marionnette" || len(d.window.Failures) > 0 {
		t.Errorf("state %v, words %q, %v", b.State, b.ChildWords, d.window.Failures)
	}
	d.sees(t, "Finalisé par")
}

func TestFinalBilanIsReadOnlyUntilReopened(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	d.complete(t, r)
	must(t, d.Registry.Finalize(d.kept(r).ID, d.Viewer))
	e := d.edit(t, r)
	f := field(t, e, "Synthesis")
	before := f.Text()
	f.Keyboard().TypedRune('x')
	rating := e.w.(*childBilan).ratings[0]
	level := rating.Value()
	rating.Choose(level%5 + 1)
	if f.Text() != before || rating.Value() != level || d.Registry.MissingForFinal(d.kept(r)) != nil || e.keep.pending() {
		t.Error("a final bilan was changed")
	}
	d.button(t, "Rouvrir").Tapped(nil)
	d.button(t, "Rouvrir").Tapped(nil) // of the question
	if d.kept(r).State != data.BilanDraft {
		t.Fatal("still final")
	}
	write(t, e, "Synthesis", "Autre")
	e.Save()
	if d.kept(r).Synthesis != "Autre" {
		t.Error("cannot be written again")
	}
}

// elsewhere saves another text as another PC would.
func (d *desk) elsewhere(t *testing.T, r page.Route, text string) {
	t.Helper()
	b := d.kept(r)
	b.Synthesis = text
	must(t, d.Registry.SaveBilan(&b))
}

func TestTextKeptElsewhereIsTakenOverWhenNothingIsTyped(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	d.elsewhere(t, r, "Écrit ailleurs")
	if got := field(t, e, "Synthesis").Text(); got != "Écrit ailleurs" {
		t.Errorf("on screen: %q", got)
	}
}

func TestConflictKeepsBothVersionsUntilOneIsChosen(t *testing.T) {
	for _, mine := range []bool{true, false} {
		d := open(t)
		r := d.lila(t)
		e := d.edit(t, r)
		write(t, e, "Synthesis", "Le mien")
		d.elsewhere(t, r, "L’autre")
		d.sees(t, "Ce bilan a été enregistré ailleurs")
		d.Tasks.Advance(time.Second)
		if on, kept := field(t, e, "Synthesis").Text(), d.kept(r).Synthesis; on != "Le mien" || kept != "L’autre" {
			t.Fatalf("on screen %q, kept %q", on, kept)
		}
		want := "Le mien"
		if mine {
			d.button(t, "Reprendre mon texte").Tapped(nil)
		} else {
			want = "L’autre"
			d.button(t, "Voir l’autre version").Tapped(nil)
			d.sees(t, "Le mien")
			d.button(t, "Prendre l’autre version").Tapped(nil)
		}
		if on, kept := field(t, e, "Synthesis").Text(), d.kept(r).Synthesis; on != want || kept != want {
			t.Errorf("on screen %q, kept %q, want %q", on, kept, want)
		}
		if strings.Contains(d.words(), "enregistré ailleurs") {
			t.Error("the notice stays")
		}
	}
}

func TestMyTextReopensABilanMadeFinalElsewhere(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	d.complete(t, r)
	e := d.edit(t, r)
	write(t, e, "Synthesis", "Le mien")
	must(t, d.Registry.Finalize(d.kept(r).ID, d.Viewer))
	d.button(t, "Reprendre mon texte").Tapped(nil)
	if b := d.kept(r); b.State != data.BilanDraft || b.Synthesis != "Le mien" {
		t.Errorf("state %v, %q", b.State, b.Synthesis)
	}
}

func TestDigitRatesASkillAndDrawsThePageAgain(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	c := e.w.(*childBilan)
	i := slices.IndexFunc(c.ratings, func(x *kit.Rating) bool { return x.Value() == 0 })
	before := len(d.asked)
	d.window.Canvas().Focus(c.ratings[i])
	d.window.Canvas().Focused().TypedRune('é')
	v, _ := d.Registry.BilanView(d.kept(r))
	if got := v.Skills[i].Level(r.Moment, data.ByFacilitator); got != 2 {
		t.Errorf("level %d kept", got)
	}
	d.Tasks.Advance(preview.Pause)
	if len(d.asked) != before+1 {
		t.Errorf("%d previews, then %d", before, len(d.asked))
	}
	c.ratings[i].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	d.Tasks.Advance(preview.Pause)
	if v, _ := d.Registry.BilanView(d.kept(r)); v.Skills[i].Level(r.Moment, data.ByFacilitator) != 0 {
		t.Error("Suppr leaves the level")
	}
}

func TestPreviewFollowsTheTypingAndKeepsTheFormerPage(t *testing.T) {
	d := open(t)
	e := d.edit(t, d.lila(t))
	if len(d.asked) != 1 {
		t.Fatalf("%d previews on arrival", len(d.asked))
	}
	d.sees(t, preview.Wait)
	a4 := image.NewRGBA(image.Rect(0, 0, 100, 141))
	d.show([]image.Image{a4, a4}, nil)
	d.sees(t, "Page\u00a01 sur 2, A4")
	write(t, e, "Watch", "Le bruit")
	if len(d.asked) != 1 {
		t.Error("drawn while typing")
	}
	d.Tasks.Advance(preview.Pause)
	if len(d.asked) != 2 || e.preview.Picture().Image() == nil {
		t.Errorf("%d previews; a page on show: %v", len(d.asked), e.preview.Picture().Image() != nil)
	}
	d.button(t, "Page suivante").Tapped(nil)
	d.sees(t, "Page\u00a02 sur 2, A4")
	d.show(nil, errors.New("no engine"))
	if e.preview.Picture().Words() == "" {
		t.Error("a preview that fails says nothing")
	}
	write(t, e, "Watch", "On écrit encore")
}

func TestPrintKeepsWhatIsOnScreenAndOpensTheSheetOnIt(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	field(t, e, "Watch").SetText("Elle range seule.")
	e.edited()
	e.Print()
	if got := d.kept(r).Watch; got != "Elle range seule." {
		t.Errorf("kept %q", got)
	}
	d.window.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	if len(d.window.Printed) != 1 || strings.Contains(d.window.Printed[0], "Kerdoun") || len(d.window.Failures) > 0 {
		t.Errorf("printed %q, %v", d.window.Printed, d.window.Failures)
	}
}

func TestStepGoesToItsPartAndFollowsTheReading(t *testing.T) {
	d := open(t)
	e := d.edit(t, d.lila(t))
	e.steps.Choose(3)
	if kit.ScrollOffset(e.scroll) == 0 {
		t.Error("the form stays where it is")
	}
	for _, o := range test.LaidOutObjects(e.scroll) {
		if s, ok := o.(*container.Scroll); ok {
			s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 5000}})
		}
	}
	if got := e.steps.Selected(); got > 1 {
		t.Errorf("back at the top, step %d is lit", got)
	}
}

func TestUndoOfTheToastReopens(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	d.complete(t, r)
	d.edit(t, r)
	d.button(t, "Finaliser").Tapped(nil)
	d.button(t, "Finaliser").Tapped(nil) // of the question
	if len(d.window.Toasts) != 1 || d.window.Toasts[0] != "Le bilan de Lila\u00a0K. est finalisé." {
		t.Fatalf("%q", d.window.Toasts)
	}
	d.window.Undo()
	if d.kept(r).State != data.BilanDraft {
		t.Error("still final")
	}
}

func TestUnreadableDateAsksBeforeLeaving(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	for _, in := range e.form.inputs {
		if f, ok := in.Input.(*kit.DateField); ok {
			d.window.Canvas().Focus(f.Keyboard())
			test.Type(f.Keyboard(), "le mercredi qui vient")
		}
	}
	gone := false
	e.Leave(func() { gone = true })
	if gone {
		t.Error("left without a word")
	}
	d.sees(t, "La date écrite n’est pas lisible")
}

func TestBilanOfAChildWithoutPlaceSaysSo(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	r.Cycle = data.ID[data.Cycle]{9}
	pagetest.Show(d.window, NewEditor(d.Desk, r))
	d.sees(t, "Ce bilan n’est plus à écrire")
}

func TestGroupBilanIsWrittenTheSameWay(t *testing.T) {
	d := open(t)
	var r page.Route
	for _, b := range d.Registry.GroupBilanRows(2026) {
		if b.Step == registry.BilanToWrite {
			r = page.Route{Page: page.Bilan, Group: b.Group.ID, Moment: b.Moment}
		}
	}
	e := NewEditor(d.Desk, r).(*editor[groupRecord])
	t.Cleanup(d.Registry.Subscribe(e.Changed))
	pagetest.Show(d.window, e)
	for _, name := range []string{"Course", "Dynamics", "Next"} {
		write(t, e, name, fmt.Sprint(name, " du groupe"))
	}
	d.button(t, "Finaliser").Tapped(nil)
	d.button(t, "Finaliser").Tapped(nil) // of the question
	if b := d.Registry.GroupBilan(r.Group, r.Moment); b.State != data.BilanFinal || b.Next != "Next du groupe" {
		t.Errorf("%+v", b)
	}
	d.sees(t, "Rouvrir")
}
