package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// FieldRow is one line of a RowsField: its inputs, how they are laid out, and what they say together.
type FieldRow[T any] struct {
	Body   fyne.CanvasObject
	Inputs []Input
	Value  func() T
}

// RowsParts is what a RowsField is made of.
type RowsParts[T any] struct {
	Label string
	Help  string // a line under the label; may be ""
	Empty string // what no row means: « toute la journée »
	Add   string // words of the button that adds a row
	Take  string // what the button at the end of a row does: « Retirer ces heures »
	Row   func(T) FieldRow[T]
	New   func(all []T) T      // a row that is added to others
	Rule  func(all []T) string // the sentence that says what is wrong between rows, or ""; may be nil
}

// RowsField is a list of small rows of inputs, which the person adds and takes away: hours, absences.
type RowsField[T any] struct {
	widget.BaseWidget
	parts RowsParts[T]
	rows  []FieldRow[T]
	list  *fyne.Container
	add   *Button
	wrong *fyne.Container
	box   *fyne.Container
	form  *Form
}

// NewRowsField makes a list without rows.
func NewRowsField[T any](p RowsParts[T]) *RowsField[T] {
	f := &RowsField[T]{parts: p, list: VBox(look.Tight), wrong: VBox(0)}
	f.add = NewSmall(p.Add, "plus", Secondary, f.more)
	f.wrong.Hide()
	head := VBox(2, Text(p.Label, look.DetailBold))
	if p.Help != "" {
		head.Add(Paragraph(p.Help, look.Caption))
	}
	f.box = VBox(look.Tight, head, f.list, HBox(0, f.add), f.wrong)
	f.fill()
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *RowsField[T]) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }

// HeightFor implements Flowing.
func (f *RowsField[T]) HeightFor(width float32) float32 { return HeightFor(f.box, width) }

// MinSize implements fyne.CanvasObject.
func (f *RowsField[T]) MinSize() fyne.Size { return f.box.MinSize() }

// Label is the words above the rows.
func (f *RowsField[T]) Label() string { return f.parts.Label }

// Values are what the rows say, in their order.
func (f *RowsField[T]) Values() []T {
	var out []T
	for _, r := range f.rows {
		out = append(out, r.Value())
	}
	return out
}

// SetValues replaces the rows.
func (f *RowsField[T]) SetValues(all []T) {
	f.detach(f.rows...)
	f.rows = nil
	for _, v := range all {
		f.rows = append(f.rows, f.parts.Row(v))
	}
	f.attachRows(0)
	f.fill()
	Relayout(f)
}

// Keyboard implements Input: the first input, or the button that adds one.
func (f *RowsField[T]) Keyboard() fyne.Focusable {
	if len(f.rows) > 0 {
		return f.rows[0].Inputs[0].Keyboard()
	}
	return f.add
}

// Check implements Input: each input tells its own fault, this one what is wrong between rows.
func (f *RowsField[T]) Check() bool {
	sentence := ""
	if f.parts.Rule != nil {
		sentence = f.parts.Rule(f.Values())
	}
	f.SetErr(sentence)
	return sentence == ""
}

// SetErr implements Input.
func (f *RowsField[T]) SetErr(sentence string) {
	if sentence == "" && !f.wrong.Visible() {
		return
	}
	Replace(f.wrong)
	if sentence != "" {
		Replace(f.wrong, HBox(6, Icon("circle-alert", look.Alarm, 14), Grow(Paragraph(sentence, look.Caption.As(look.Danger)))))
	}
	f.wrong.Objects = nonNil(f.wrong.Objects)
	if sentence == "" {
		f.wrong.Hide()
	} else {
		f.wrong.Show()
	}
	Relayout(f)
}

func (f *RowsField[T]) attach(form *Form) {
	f.form = form
	f.attachRows(0)
}

// attachRows puts the inputs of the rows from one on into the form, behind those before them.
func (f *RowsField[T]) attachRows(from int) {
	if f.form == nil {
		return
	}
	var before Input = f
	for i, r := range f.rows {
		for _, in := range r.Inputs {
			if i >= from {
				f.form.after(before, in)
			}
			before = in
		}
	}
}

func (f *RowsField[T]) detach(rows ...FieldRow[T]) {
	if f.form == nil {
		return
	}
	for _, r := range rows {
		f.form.Remove(r.Inputs...)
	}
}

// more adds a row, and goes to it.
func (f *RowsField[T]) more() {
	f.rows = append(f.rows, f.parts.Row(f.parts.New(f.Values())))
	f.attachRows(len(f.rows) - 1)
	f.changed()
	f.reach(f.rows[len(f.rows)-1].Inputs[0])
}

// take takes a row away; the keyboard goes to the next one.
func (f *RowsField[T]) take(i int) {
	gone := f.rows[i]
	f.rows = slices.Delete(f.rows, i, i+1)
	f.detach(gone)
	f.SetErr("")
	f.changed()
	if i < len(f.rows) {
		f.reach(f.rows[i].Inputs[0])
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f.add)
	}
}

func (f *RowsField[T]) reach(in Input) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(in); c != nil {
		c.Focus(in.Keyboard())
		Reveal(in)
	}
}

func (f *RowsField[T]) changed() {
	if f.form != nil {
		f.form.edited()
	}
	f.fill()
	Relayout(f)
}

func (f *RowsField[T]) fill() {
	f.list.Objects = nil
	for i, r := range f.rows {
		take := NewIconButton("x", f.parts.Take, func() { f.take(i) })
		take.Weight, take.Small = Quiet, true
		f.list.Add(HTop(look.Tight, Grow(r.Body), PadXY(0, 3, take)))
	}
	if len(f.rows) == 0 && f.parts.Empty != "" {
		f.list.Add(Paragraph(f.parts.Empty, look.Detail))
	}
	f.list.Refresh()
}
