package catalogue

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"mercredi/data/fr"
	"mercredi/export"
)

// Wish is how a document is wanted.
type Wish struct {
	With        With
	Large, Grey bool
	// Named puts the name of whom it is about into the name of the file, which otherwise is made of references.
	Named bool
	// Rank is the number of a paper among several in an order that was asked for, from 1; 0 for none. It begins the name.
	Rank int
}

// Fit is a wish without what the document does not offer.
func (d Document) Fit(w Wish) Wish {
	w.Large = w.Large && d.OneSize == ""
	w.With = slices.DeleteFunc(slices.Clone(w.With), func(k Key) bool {
		return !slices.ContainsFunc(d.Options, func(o Option) bool { return o.Key == k })
	})
	return w
}

// Meta is m with what is wanted.
func (w Wish) Meta(m export.Meta) export.Meta {
	m.Large, m.Grey = w.Large, w.Grey
	return m
}

// FileName is the name of the file of a paper, safe on every system: "bilan-BIL-7K3Q-gros-caracteres.pdf", or
// "Bilan individuel, Lila Kaci, gros caractères.pdf" when it is to be named.
func (d Document) FileName(p Paper, w Wish) string {
	rank := ""
	if w.Rank > 0 {
		rank = fmt.Sprintf("%03d", w.Rank)
	}
	if w.Named && p.Named != "" {
		parts := []string{strings.TrimSpace(rank + " " + d.Title), p.Named}
		for _, o := range d.Options {
			if w.With.Has(o.Key) && o.Before == nil {
				parts = append(parts, fr.Lower(o.Label))
			}
		}
		if w.Large {
			parts = append(parts, "gros caractères")
		}
		if w.Grey {
			parts = append(parts, "noir et blanc")
		}
		return export.SafeName(strings.Join(parts, ", ") + ".pdf")
	}
	parts := []string{rank, d.Key, strings.ReplaceAll(p.Reference, " ", "-")}
	for _, key := range w.With {
		if !d.Orders(With{key}) {
			parts = append(parts, string(key))
		}
	}
	if w.Large {
		parts = append(parts, "gros-caracteres")
	}
	if w.Grey {
		parts = append(parts, "noir-et-blanc")
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return export.SafeName(strings.Join(parts, "-") + ".pdf")
}

// Fits reports whether a choice is about what is at hand: no field says otherwise, and one at least says the same. With
// nothing at hand everything fits.
func (s Subject) Fits(hand Subject) bool {
	if hand == (Subject{}) {
		return true
	}
	asked, mine := reflect.ValueOf(hand), reflect.ValueOf(s)
	same := false
	for i := range asked.NumField() {
		wanted, field := asked.Field(i), mine.Field(i)
		if wanted.IsZero() || field.IsZero() {
			continue
		}
		if !wanted.Equal(field) {
			return false
		}
		same = true
	}
	return same
}
