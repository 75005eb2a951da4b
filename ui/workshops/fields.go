package workshops

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// row puts fields side by side, equally wide.
func row(objs ...fyne.CanvasObject) fyne.CanvasObject {
	cells := make([]kit.Cell, len(objs))
	for i, o := range objs {
		cells[i] = kit.Share(1, o)
	}
	return kit.Columns(look.Gap, cells...)
}

// words are the labels of values.
func words[T any](values []T, label func(T) string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = label(v)
	}
	return out
}

// linesOf is what is written, a line each.
func linesOf(text string) []string {
	var out []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// choice is a choice among records, or none of them.
type choice[T any] struct {
	ids   []data.ID[T]
	names []string
}

// choices lists records that can be chosen; of says the id and the name of each, and whether to leave it out.
func choices[R, T any](rows []R, of func(R) (id data.ID[T], name string, out bool)) choice[T] {
	var c choice[T]
	for _, r := range rows {
		if id, name, out := of(r); !out {
			c.ids, c.names = append(c.ids, id), append(c.names, name)
		}
	}
	return c
}

// field is the choice on screen; none says what no choice means.
func (c choice[T]) field(label, none string, chosen data.ID[T]) *kit.SelectField {
	return kit.NewSelectField(label, append([]string{none}, c.names...), c.index(chosen))
}

// index is the place of a record in the field, 0 for none.
func (c choice[T]) index(id data.ID[T]) int { return slices.Index(c.ids, id) + 1 }

// chosen is the id of what is chosen, zero for none.
func (c choice[T]) chosen(f *kit.SelectField) data.ID[T] {
	if i := f.Chosen(); i > 0 {
		return c.ids[i-1]
	}
	return data.ID[T]{}
}

// name is what the record is called, "" for none.
func (c choice[T]) name(id data.ID[T]) string {
	if i := slices.Index(c.ids, id); i >= 0 {
		return c.names[i]
	}
	return ""
}
