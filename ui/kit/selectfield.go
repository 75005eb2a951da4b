package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data/fold"
	"mercredi/ui/look"
)

// SelectField is a choice among a few: a button that opens a list. Typing letters goes to the first option that
// begins with them, arrows change the choice without opening, Enter or Space opens. Among many (Searched) it opens a
// search instead, and a letter begins it.
type SelectField struct {
	frame
	options []string
	chosen  int // -1 when nothing is chosen
	face    *selectFace
	// Needed is the sentence shown when nothing is chosen; "" when it may be.
	Needed string
	// OnPick is told the index of the choice; may be nil.
	OnPick func(int)
	search SelectSearch
}

// SelectSearch finds an option among many. Accents and capitals do not matter.
type SelectSearch struct {
	Hint, Empty string // in the field; when nothing is found
	// Found is an option as it is listed.
	Found func(i int) Found
}

// NewSelectField makes a choice. chosen is an index of options, or -1.
func NewSelectField(label string, options []string, chosen int) *SelectField {
	f := &SelectField{options: options, chosen: chosen}
	f.label = label
	f.face = newSelectFace(f)
	f.build(f, f.face)
	f.heightOf = func(float32) float32 { return look.Control }
	return f
}

// Chosen is the index of the choice, or -1.
func (f *SelectField) Chosen() int { return f.chosen }

// Text is the words of the choice, or "".
func (f *SelectField) Text() string {
	if f.chosen < 0 || f.chosen >= len(f.options) {
		return ""
	}
	return f.options[f.chosen]
}

// Choose makes a choice without telling OnPick; -1 for none.
func (f *SelectField) Choose(i int) {
	f.chosen = i
	f.face.Refresh()
}

// SetOptions changes what can be chosen.
func (f *SelectField) SetOptions(options []string, chosen int) {
	f.options, f.chosen = options, chosen
	f.face.Refresh()
}

// SetReadOnly shows the choice without letting it be changed.
func (f *SelectField) SetReadOnly(v bool) {
	f.readOnly = v
	if v {
		f.face.Disable()
	} else {
		f.face.Enable()
	}
	f.box.Refresh()
}

// Keyboard implements Input.
func (f *SelectField) Keyboard() fyne.Focusable { return f.face }

// Check implements Input.
func (f *SelectField) Check() bool {
	f.SetErr("")
	if f.chosen < 0 {
		f.SetErr(f.Needed)
	}
	return f.err == ""
}

// pick is a choice by the person.
func (f *SelectField) pick(i int) {
	if i == f.chosen || i < 0 || i >= len(f.options) {
		return
	}
	f.Choose(i)
	f.edited()
	if f.OnPick != nil {
		f.OnPick(i)
	}
}

// Searched makes the list of the options a search.
func (f *SelectField) Searched(s SelectSearch) *SelectField {
	f.search = s
	return f
}

// find opens the search on what is typed already.
func (f *SelectField) find(typed string) {
	folded := make([]string, len(f.options))
	for i := range folded {
		folded[i] = fold.Text(f.options[i])
	}
	var shown []int
	var d *Dialog
	p := NewPicker(f.search.Hint, f.search.Empty, func(query string) []Found {
		shown = shown[:0]
		var found []Found
		for i := range folded {
			if fold.Has(folded[i], query) {
				shown = append(shown, i)
				found = append(found, f.search.Found(i))
			}
		}
		return found
	}, func(i int) {
		d.Close()
		f.pick(shown[i])
	})
	c := fyne.CurrentApp().Driver().CanvasForObject(f.face)
	d = ShowSheet(c, Sheet{Title: f.label, Body: p})
	for _, r := range typed {
		p.Keyboard().TypedRune(r)
	}
	if typed == "" && f.chosen > 0 {
		p.rows.at = f.chosen
		p.rows.reveal()
	}
}

func (f *SelectField) open() {
	if f.search.Found != nil {
		f.find("")
		return
	}
	items := make([]MenuItem, len(f.options))
	for i, o := range f.options {
		items[i] = MenuItem{Title: o, Do: func() { f.pick(i) }}
		if i == f.chosen {
			items[i].Icon = "check"
		}
	}
	m := ShowMenu(f.box, items)
	m.rows.at = max(0, f.chosen)
	m.opener = f.face
	m.rows.reveal()
	m.rows.Refresh()
}

// selectFace is what the box of a closed choice holds.
type selectFace struct {
	Press
	field *SelectField
}

func newSelectFace(f *SelectField) *selectFace {
	s := &selectFace{field: f}
	s.Name, s.Min = f.label, fyne.NewSize(80, look.Control)
	s.Paint, s.OnKey = s.paint, s.key
	s.OnTapped = func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
			c.Focus(s)
		}
		f.open()
	}
	s.OnFocus = f.setFocus
	s.Extend(s)
	return s
}

func (s *selectFace) paint(sc *Scene, size fyne.Size) {
	st, text := look.Body, s.field.Text()
	if text == "" {
		st, text = st.As(look.Ink3), "Choisir"
	}
	if s.disabled {
		st = look.Body
	}
	sc.Text(At(8, 0, size.Width-40, size.Height), text, st)
	if !s.disabled {
		sc.Icon(At(size.Width-28, 0, 18, size.Height), "chevron-down", look.P().Ink2)
	}
}

func (s *selectFace) key(e *fyne.KeyEvent) bool {
	if s.disabled {
		return false
	}
	switch e.Name {
	case fyne.KeyDown:
		s.field.pick(s.field.chosen + 1)
	case fyne.KeyUp:
		s.field.pick(max(0, s.field.chosen-1))
	case fyne.KeyHome:
		s.field.pick(0)
	case fyne.KeyEnd:
		s.field.pick(len(s.field.options) - 1)
	default:
		return false
	}
	return true
}

// TypedRune goes to the next option that begins with the letter.
func (s *selectFace) TypedRune(r rune) {
	n := len(s.field.options)
	if s.field.search.Found != nil {
		if !s.disabled && r != ' ' { // Space is a key
			s.field.find(string(r))
		}
		return
	}
	for step := 1; step <= n && !s.disabled; step++ {
		i := (max(0, s.field.chosen) + step) % n
		if strings.HasPrefix(fold.Text(s.field.options[i]), fold.Text(string(r))) {
			s.field.pick(i)
			return
		}
	}
}
