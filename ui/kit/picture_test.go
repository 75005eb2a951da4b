package kit

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func openAt(t *testing.T, o fyne.CanvasObject, w, h float32) {
	t.Helper()
	test.NewApp().Settings().SetTheme(look.NewTheme(false))
	win := test.NewWindow(o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	t.Cleanup(win.Close)
}

func TestPictureAsksForItsWidthInPixels(t *testing.T) {
	p := NewPicture("Un instant")
	openAt(t, p, 402, 600)
	asked := []int{p.Pixels()}
	p.OnPixels = func(n int) { asked = append(asked, n) }
	p.ZoomIn()
	p.ZoomIn()
	p.FullWidth()
	if want := []int{400, 501, 626, 400}; !slices.Equal(asked, want) {
		t.Errorf("asked %v, want %v", asked, want)
	}
}

func TestPictureFitsAsAWholeWhenItLosesLittle(t *testing.T) {
	p := NewPicture("Un instant")
	openAt(t, p, 402, 540)
	if page := p.page(); page.Height > 540 || page.Height < 538 {
		t.Errorf("the page is %v high", page.Height)
	}
	p.Resize(fyne.NewSize(402, 300))
	if p.Pixels() != 400-pictureBar {
		t.Errorf("%d pixels wide when it has to scroll", p.Pixels())
	}
}

func TestPictureSaysWhyThereIsNoPage(t *testing.T) {
	p := NewPicture("Un instant")
	openAt(t, p, 402, 600)
	p.SetImage(image.NewRGBA(image.Rect(0, 0, 400, 566)))
	if p.Words() != "" || p.Image() == nil {
		t.Errorf("%q over a page", p.Words())
	}
	p.SetWords("Rien à montrer")
	if p.Words() != "Rien à montrer" || p.Image() != nil || !slices.Contains(p.paper.Texts(), "Rien à montrer") {
		t.Errorf("%q, %q", p.Words(), p.paper.Texts())
	}
}

func TestNoticeLineWrapsAfterItsFact(t *testing.T) {
	n := &NoticeLine{fact: "Pour finaliser", next: ", évaluez encore 2 compétences et complétez les suites."}
	if h := n.HeightFor(900); h != noticeLine {
		t.Errorf("%v high with room enough", h)
	}
	if h := n.HeightFor(260); h <= noticeLine {
		t.Errorf("%v high in a narrow panel", h)
	}
	n.next = " pendant que vous écriviez."
	if lines := n.lines(900); lines[0] != n.next {
		t.Errorf("the space after the fact is lost: %q", lines)
	}
}

func TestBesideShowsOneOfTheTwoInANarrowWindow(t *testing.T) {
	main, side := Text("texte", look.Body), Text("aperçu", look.Body)
	b := Beside(BesideParts{Main: main, Side: side, MainWord: "Texte", SideWord: "Aperçu"})
	openAt(t, b, 1146, 600)
	if !main.Visible() || !side.Visible() {
		t.Fatal("a wide window hides one of them")
	}
	b.Resize(fyne.NewSize(800, 600))
	choice := b.Layout.(*besideLayout).choice
	if !main.Visible() || side.Visible() || !choice.Visible() {
		t.Fatal("a narrow window does not show the form alone")
	}
	choice.Choose(1)
	if main.Visible() || !side.Visible() {
		t.Error("the other one does not come")
	}
}
