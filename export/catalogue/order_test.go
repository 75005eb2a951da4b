package catalogue

import (
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fold"
)

func TestLettersAreSortedBySchoolThenByStreet(t *testing.T) {
	r := town(t)
	d, _ := Find("invitation")
	all := d.Subjects(r)
	var schools, streets []string
	for _, c := range d.Ordered(r, all, With{BySchool, ByAddress}) {
		child, _ := r.Children.Get(c.Child)
		school, _ := r.Schools.Get(child.SchoolID)
		schools = append(schools, fold.Text(school.Name))
	}
	if !slices.IsSortedFunc(schools, lastEmpty) || schools[0] == schools[len(schools)-1] {
		t.Errorf("by school: %q", schools)
	}
	last := map[string]bool{} // streets seen
	for _, c := range d.Ordered(r, all, With{ByAddress}) {
		child, _ := r.Children.Get(c.Child)
		family, _ := r.Families.Get(child.FamilyID)
		street := strings.TrimLeft(family.Address.Street, "0123456789, ")
		if n := len(streets); n > 0 && streets[n-1] != street {
			if last[street] {
				t.Errorf("%s is gone through twice", street)
			}
			last[streets[n-1]] = true
		}
		streets = append(streets, street)
	}
	if len(last) < 2 {
		t.Errorf("streets %q", streets)
	}
	if got := d.Ordered(r, all, With{Blank}); !slices.Equal(got, all) {
		t.Error("the order changed though nobody asked for one")
	}
}

func TestHousesOfAStreetAreInTheOrderOfTheirNumbers(t *testing.T) {
	r := town(t)
	child := func(street string) Choice {
		f := data.Family{Name: "Roche", Address: data.Address{Street: street, PostCode: "99120", Town: "Sauvelande"}}
		if err := r.Families.Save(&f); err != nil {
			t.Fatal(err)
		}
		c := data.Child{FirstName: "Lila", LastName: "Roche", FamilyID: f.ID}
		if err := r.Children.Save(&c); err != nil {
			t.Fatal(err)
		}
		return Choice{Subject: Subject{Child: c.ID}, Label: street}
	}
	d, _ := Find("invitation")
	var got []string
	for _, c := range d.Ordered(r, []Choice{child("12, rue du Puits"), child(""), child("2, rue du Puits"), child("9, allée des Ifs")}, With{ByAddress}) {
		got = append(got, c.Label)
	}
	if want := []string{"9, allée des Ifs", "2, rue du Puits", "12, rue du Puits", ""}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestFilesInAnOrderAreNumbered(t *testing.T) {
	d, _ := Find("invitation")
	p := Paper{Reference: "7K2M", Named: "Lila Kaci"}
	for want, w := range map[string]Wish{
		"007-invitation-7K2M.pdf":                       {With: With{BySchool}, Rank: 7},
		"012 Invitation à une rencontre, Lila Kaci.pdf": {With: With{ByAddress}, Rank: 12, Named: true},
		"invitation-7K2M.pdf":                           {With: With{ByAddress}},
	} {
		if got := d.FileName(p, w); got != want {
			t.Errorf("%+v is named %q, want %q", w, got, want)
		}
	}
}
