package sheet

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
)

// NewPhone is a telephone, as people type it.
func NewPhone(label string) *kit.TextField {
	t := kit.NewTextField(label, "")
	t.Valid = func(text string) string {
		_, err := fr.ParsePhone(text)
		return fr.Error(err)
	}
	return t
}

// PhoneOf is the telephone as it is kept. The field was checked: what is no number is "".
func PhoneOf(t *kit.TextField) string {
	digits, err := fr.ParsePhone(t.Text())
	if err != nil {
		return ""
	}
	return digits
}

// Choice is a choice among records, or none of them.
type Choice[T any] struct {
	ids   []data.ID[T]
	names []string
}

// Among lists records that can be chosen; of says the id and the name of each, and whether to leave it out.
func Among[R, T any](rows []R, of func(R) (id data.ID[T], name string, out bool)) Choice[T] {
	var c Choice[T]
	for _, r := range rows {
		if id, name, out := of(r); !out {
			c.ids, c.names = append(c.ids, id), append(c.names, name)
		}
	}
	return c
}

// Field is the choice on screen; none says what no choice means.
func (c Choice[T]) Field(label, none string, chosen data.ID[T]) *kit.SelectField {
	return kit.NewSelectField(label, append([]string{none}, c.names...), c.Index(chosen))
}

// Index is the place of a record in the field, 0 for none.
func (c Choice[T]) Index(id data.ID[T]) int { return slices.Index(c.ids, id) + 1 }

// Chosen is the id of what is chosen, zero for none.
func (c Choice[T]) Chosen(f *kit.SelectField) data.ID[T] {
	if i := f.Chosen(); i > 0 {
		return c.ids[i-1]
	}
	return data.ID[T]{}
}

// Name is what the record is called, "" for none.
func (c Choice[T]) Name(id data.ID[T]) string {
	if i := slices.Index(c.ids, id); i >= 0 {
		return c.names[i]
	}
	return ""
}
