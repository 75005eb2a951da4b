package catalogue

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mercredi/data/fold"
	"mercredi/data/registry"
)

// Ordered are several choices as the options that are on order them, the first option first; what they leave equal stays as
// it was. Without such an option they are as they were.
func (d Document) Ordered(r *registry.Registry, all []Choice, with With) []Choice {
	out := slices.Clone(all)
	for _, o := range slices.Backward(d.Options) {
		if o.Before != nil && with.Has(o.Key) {
			slices.SortStableFunc(out, o.Before(r))
		}
	}
	return out
}

// Orders reports whether one of the options that are on orders several papers: their files are then numbered.
func (d Document) Orders(with With) bool {
	return slices.ContainsFunc(d.Options, func(o Option) bool { return o.Before != nil && with.Has(o.Key) })
}

// bySchool orders children by the name of their school, those without one last.
func bySchool(r *registry.Registry) func(a, b Choice) int {
	name := func(c Choice) string {
		child, _ := r.Children.Get(c.Child)
		school, _ := r.Schools.Get(child.SchoolID)
		return fold.Text(school.Name)
	}
	return func(a, b Choice) int { return lastEmpty(name(a), name(b)) }
}

// byAddress orders children by town, street and number, those without an address last.
func byAddress(r *registry.Registry) func(a, b Choice) int {
	where := func(c Choice) (place string, number int) {
		child, _ := r.Children.Get(c.Child)
		family, _ := r.Families.Get(child.FamilyID)
		street := strings.TrimSpace(family.Address.Street)
		digits := len(street) - len(strings.TrimLeftFunc(street, unicode.IsDigit))
		number, _ = strconv.Atoi(street[:digits]) // 0 without one: it comes first
		street = strings.TrimLeft(street[digits:], " ,")
		if street == "" {
			return "", number
		}
		return fold.Text(family.Address.PostCode + " " + family.Address.Town + " " + street), number
	}
	return func(a, b Choice) int {
		placeA, numberA := where(a)
		placeB, numberB := where(b)
		return cmp.Or(lastEmpty(placeA, placeB), cmp.Compare(numberA, numberB))
	}
}

// lastEmpty compares words; none come after all others.
func lastEmpty(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	return cmp.Compare(a, b)
}
