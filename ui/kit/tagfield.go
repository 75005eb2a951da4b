package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// TagField is a choice of several words: those that are offered, and the person's own, typed and added with Enter.
type TagField struct {
	widget.BaseWidget
	offered, chosen []string
	chips           *fyne.Container
	own             *TextField
	box             *fyne.Container
	form            *Form
}

// NewTagField makes a choice of several words.
func NewTagField(label string, offered, chosen []string) *TagField {
	t := &TagField{offered: offered, chosen: slices.Clone(chosen)}
	t.chips = RowWrap(look.Tight)
	t.own = NewTextField("", "").Hint("Autre, puis Entrée")
	t.own.OnEnter(t.addOwn)
	t.box = VBox(look.Tight, Text(label, look.DetailBold), t.chips, t.own)
	t.fill()
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *TagField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.box) }

// HeightFor implements Flowing.
func (t *TagField) HeightFor(width float32) float32 { return HeightFor(t.box, width) }

// Chosen is the words chosen, in the order in which they were.
func (t *TagField) Chosen() []string { return slices.Clone(t.chosen) }

// SetChosen fills the field, without telling the form.
func (t *TagField) SetChosen(words []string) {
	t.chosen = slices.Clone(words)
	t.fill()
	Relayout(t)
}

// Keyboard implements Input.
func (t *TagField) Keyboard() fyne.Focusable { return t.own.Keyboard() }

// Check implements Input: a word left in the box is added.
func (t *TagField) Check() bool {
	t.addOwn()
	return true
}

// SetErr implements Input.
func (t *TagField) SetErr(sentence string) { t.own.SetErr(sentence) }

func (t *TagField) attach(f *Form) { t.form = f }

func (t *TagField) fill() {
	all := slices.Clone(t.offered)
	for _, c := range t.chosen {
		if !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	t.chips.Objects = nil
	for _, word := range all {
		t.chips.Add(newTag(word, func() bool { return slices.Contains(t.chosen, word) }, func() { t.toggle(word) }))
	}
}

func (t *TagField) toggle(word string) {
	if i := slices.Index(t.chosen, word); i >= 0 {
		t.chosen = slices.Delete(t.chosen, i, i+1)
	} else {
		t.chosen = append(t.chosen, word)
	}
	t.changed()
}

func (t *TagField) addOwn() {
	word := strings.TrimSpace(t.own.Text())
	if word == "" {
		return
	}
	t.own.SetText("")
	if !slices.Contains(t.chosen, word) {
		t.chosen = append(t.chosen, word)
		t.changed()
	}
}

func (t *TagField) changed() {
	if t.form != nil {
		t.form.edited()
	}
	t.fill()
	Relayout(t)
}

// newTag is one word to choose.
func newTag(word string, on func() bool, toggle func()) *Press {
	b := &Press{Name: word, OnTapped: toggle}
	style := func() look.Style {
		if on() {
			return look.DetailBold
		}
		return look.Detail.As(look.Ink)
	}
	b.Measure = func() fyne.Size {
		w := Width(word, style()) + 20
		if on() {
			w += 20
		}
		return fyne.NewSize(Ceil(w), look.ControlSmall)
	}
	b.Paint = func(s *Scene, size fyne.Size) {
		p := look.P()
		a := At(0, 0, size.Width, size.Height)
		edge, fill := p.LineStrong, p.Card
		switch {
		case on():
			edge, fill = p.Primary, p.Select
		case b.Hovered():
			fill = p.Hover
		}
		b.ring(s, size, look.RadiusField)
		s.Box(a, Edge{1, edge}, fill, look.RadiusField)
		in := a.Inset(10, 0)
		if on() {
			s.Icon(in.Left(14), "check", p.Primary)
			in = in.After(20)
		}
		in.W++
		s.Text(in, word, style())
	}
	b.Extend(b)
	return b
}
