package kit

import (
	"fmt"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/look"
)

// TextField is one line of text.
type TextField struct {
	frame
	entry *entry
	// Needed is the sentence shown when the field is left empty; "" when it may be.
	Needed string
	// Valid answers the sentence that says what is wrong, or "". It is not asked about an empty text.
	Valid func(string) string
	// Max is the most characters that may be typed: at first what a record keeps of a line or of a note; 0 for no limit.
	Max int
	// OnChange is told the text at each key; may be nil.
	OnChange func(string)

	// A note has two faces: the entry, and the same text as prose while it is read only.
	dressed, reading fyne.CanvasObject
	prose            *Prose
}

// NewTextField makes a field of one line. help is the line below it, or "".
func NewTextField(label, help string) *TextField {
	t := &TextField{Max: data.MaxName}
	t.start(label, help)
	t.entry.onFocus = t.setFocus
	t.entry.OnChanged = t.changed
	t.entry.onEnter = func() {
		if t.form != nil {
			t.form.next(t)
		}
	}
	t.build(t, dress(t.entry))
	return t
}

// start makes the parts that every kind of text field shares.
func (t *TextField) start(label, help string) {
	t.entry = newEntry(false)
	t.label, t.help = label, help
}

// NewNoteField makes a field of several lines that grows with its text, at least lines high.
func NewNoteField(label, help string, lines int) *TextField {
	t := &TextField{entry: newEntry(true), Max: data.MaxNote}
	t.label, t.help = label, help
	t.entry.onFocus = t.setFocus
	t.entry.OnChanged = t.changed
	t.heightOf = func(width float32) float32 {
		n := max(lines, len(Wrap(t.Text(), look.Body, max(40, width-2*noteInset))))
		return float32(n)*noteLine + 2*entryPad + 6
	}
	t.dressed = dress(t.entry)
	t.prose = Paragraph("", look.Body)
	reading := PadXY(noteInset-entryPad+2, entryPad+1, t.prose)
	reading.Hide()
	t.reading = reading
	t.build(t, Stack(t.dressed, reading, newWheel()))
	return t
}

const (
	noteLine  = 18.5 // a line of body text as Fyne's entry spaces it
	noteInset = 12   // from the border of the box to the text
)

// NewPasswordField makes a field that hides what is typed, with a button that shows it.
func NewPasswordField(label, help string) *TextField {
	t := NewTextField(label, help)
	t.entry.Password, t.Max = true, 0
	t.lead = NewPainted(fyne.NewSize(fieldIcon, 1), func(s *Scene, size fyne.Size) {
		s.Icon(At(0, 0, size.Width, size.Height).Middle(18, 18), "lock-keyhole", look.P().Ink2)
	})
	show := NewSmall("Voir", "eye", Quiet, nil)
	show.OnTapped = func() {
		t.entry.Password = !t.entry.Password
		show.Icon = map[bool]string{true: "eye", false: "eye-off"}[t.entry.Password]
		show.SetLabel(map[bool]string{true: "Voir", false: "Cacher"}[t.entry.Password])
		t.entry.Refresh()
	}
	t.trail = show
	return t
}

// Tall makes the box as high as those of the unlock screen.
func (t *TextField) Tall() *TextField { t.tall = look.ControlTall; return t }

// Beside puts a button at the right of the box, as high as the box.
func (t *TextField) Beside(o fyne.CanvasObject) *TextField { t.beside = o; return t }

// Hint shows grey words in the empty box.
func (t *TextField) Hint(text string) *TextField { t.entry.PlaceHolder = text; return t }

// Text is what was typed, in the one form in which texts are kept (fr.Typed): every text of the window comes this way.
func (t *TextField) Text() string { return fr.Typed(t.entry.Text) }

// SetText fills the field.
func (t *TextField) SetText(text string) {
	if t.form != nil {
		t.form.Filling(func() { t.entry.SetText(text) })
		return
	}
	t.entry.SetText(text)
}

// SetReadOnly shows the text without letting it be changed. A note is then set as prose: Fyne's entry breaks lines at
// no-break spaces, and would put a colon at the beginning of one.
func (t *TextField) SetReadOnly(v bool) {
	t.readOnly = v
	if t.prose != nil {
		t.prose.SetText(t.Text())
		show, hide := t.dressed, t.reading
		if v {
			show, hide = hide, show
		}
		show.Show()
		hide.Hide()
	}
	if v {
		t.entry.Disable()
	} else {
		t.entry.Enable()
	}
	t.box.Refresh()
}

// OnEnter replaces what Enter does.
func (t *TextField) OnEnter(do func()) { t.entry.onEnter = do }

// Keyboard implements Input.
func (t *TextField) Keyboard() fyne.Focusable { return t.entry }

// Check implements Input.
func (t *TextField) Check() bool {
	text := t.Text()
	switch {
	case text == "":
		t.SetErr(t.Needed)
	case t.Max > 0 && utf8.RuneCountInString(text) > t.Max:
		t.SetErr(fmt.Sprintf("%s caractères, c’est trop\u00a0: %s au plus.", fr.Number(utf8.RuneCountInString(text)), fr.Number(t.Max)))
	case t.Valid != nil:
		t.SetErr(t.Valid(text))
	default:
		t.SetErr("")
	}
	return t.err == ""
}

func (t *TextField) changed(text string) {
	if t.prose != nil {
		t.prose.SetText(t.Text())
	}
	if t.heightOf != nil {
		if h := t.heightOf(t.Size().Width); t.box.Size().Height != 0 && Snap(h) != Snap(t.box.Size().Height) {
			Relayout(t)
		}
	}
	t.edited()
	if t.OnChange != nil {
		t.OnChange(text)
	}
}
