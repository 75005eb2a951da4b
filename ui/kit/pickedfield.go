package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// Picked is one thing of a PickedField. A fixed one is shown but cannot be taken away here.
type Picked struct {
	Key, Title, Detail string
	Fixed              bool
}

// PickedField is a list of things found one by one, by a search that the page opens.
type PickedField struct {
	widget.BaseWidget
	rows []Picked
	take string
	list *fyne.Container
	add  *Button
	box  *fyne.Container
	form *Form
}

// PickedParts is what a PickedField is made of.
type PickedParts struct {
	Label, Help string
	Add         string                 // words of the button
	Take        string                 // what the cross at the end of a row does
	Find        func(add func(Picked)) // opens the search
}

// NewPickedField makes an empty list.
func NewPickedField(p PickedParts) *PickedField {
	f := &PickedField{take: p.Take, list: VBox(0)}
	f.add = NewSmall(p.Add, "plus", Secondary, func() { p.Find(f.more) })
	head := VBox(2, Text(p.Label, look.DetailBold))
	if p.Help != "" {
		head.Add(Paragraph(p.Help, look.Caption))
	}
	f.box = VBox(look.Tight, head, f.list, HBox(0, f.add))
	f.fill()
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *PickedField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }

// HeightFor implements Flowing.
func (f *PickedField) HeightFor(width float32) float32 { return HeightFor(f.box, width) }

// MinSize implements fyne.CanvasObject.
func (f *PickedField) MinSize() fyne.Size { return f.box.MinSize() }

// Keys are those of the things chosen here, in their order.
func (f *PickedField) Keys() []string {
	var out []string
	for _, r := range f.rows {
		if !r.Fixed {
			out = append(out, r.Key)
		}
	}
	return out
}

// Has reports whether a thing is in the list.
func (f *PickedField) Has(key string) bool {
	return slices.ContainsFunc(f.rows, func(r Picked) bool { return r.Key == key })
}

// SetPicked fills the list, without telling the form.
func (f *PickedField) SetPicked(rows []Picked) {
	f.rows = slices.Clone(rows)
	f.fill()
	Relayout(f)
}

// Keyboard implements Input.
func (f *PickedField) Keyboard() fyne.Focusable { return f.add }

// Check implements Input: any list is well.
func (f *PickedField) Check() bool { return true }

// SetErr implements Input: any list is well.
func (f *PickedField) SetErr(string) {}

func (f *PickedField) attach(form *Form) { f.form = form }

func (f *PickedField) more(r Picked) {
	if !f.Has(r.Key) {
		f.rows = append(f.rows, r)
		f.changed()
	}
}

func (f *PickedField) changed() {
	if f.form != nil {
		f.form.edited()
	}
	f.fill()
	Relayout(f)
}

func (f *PickedField) fill() {
	f.list.Objects = nil
	for i, r := range f.rows {
		words := VBox(0, Text(r.Title, look.Body))
		if r.Detail != "" {
			words.Add(Text(r.Detail, look.Caption))
		}
		row := HBox(look.Tight, Grow(words))
		if !r.Fixed {
			take := NewIconButton("x", f.take+"\u00a0: "+r.Title, func() {
				f.rows = slices.Delete(f.rows, i, i+1)
				f.changed()
				if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
					c.Focus(f.add)
				}
			})
			take.Weight, take.Small = Quiet, true
			row.Add(take)
		}
		f.list.Add(row)
	}
	if len(f.rows) == 0 {
		f.list.Hide()
	} else {
		f.list.Show()
	}
	f.list.Refresh()
}
