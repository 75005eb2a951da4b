package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// SetField is a choice of several among a few: words to tick.
type SetField struct {
	widget.BaseWidget
	on   []bool
	tags []*Press
	row  *fyne.Container
	box  *fyne.Container
	form *Form
}

// NewSetField makes a choice of several; on says which are chosen. help is a line below the label, or "".
func NewSetField(label, help string, words []string, on []bool) *SetField {
	f := &SetField{on: slices.Clone(on), row: RowWrap(look.Tight)}
	for i, word := range words {
		tag := newTag(word, func() bool { return f.on[i] }, func() { f.toggle(i) })
		f.tags = append(f.tags, tag)
		f.row.Add(tag)
	}
	head := VBox(2, Text(label, look.DetailBold))
	if help != "" {
		head.Add(Paragraph(help, look.Caption))
	}
	f.box = VBox(look.Tight, head, f.row)
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *SetField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }

// HeightFor implements Flowing.
func (f *SetField) HeightFor(width float32) float32 { return HeightFor(f.box, width) }

// Chosen says of each word whether it is chosen.
func (f *SetField) Chosen() []bool { return slices.Clone(f.on) }

// SetChosen fills the field, without telling the form.
func (f *SetField) SetChosen(on []bool) {
	f.on = slices.Clone(on)
	f.again()
}

// Keyboard implements Input.
func (f *SetField) Keyboard() fyne.Focusable {
	if len(f.tags) == 0 {
		return nil
	}
	return f.tags[0]
}

// Check implements Input: any choice is well.
func (f *SetField) Check() bool { return true }

// SetErr implements Input: any choice is well.
func (f *SetField) SetErr(string) {}

func (f *SetField) attach(form *Form) { f.form = form }

func (f *SetField) toggle(i int) {
	f.on[i] = !f.on[i]
	if f.form != nil {
		f.form.edited()
	}
	f.again()
}

// again paints the words: those that are chosen are wider.
func (f *SetField) again() {
	for _, t := range f.tags {
		t.Refresh()
	}
	Relayout(f)
}
