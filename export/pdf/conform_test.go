package pdf

import (
	"testing"

	"mercredi/data"
	"mercredi/export/pdf/pdftest"
)

// specimens are the documents that show each kind of content.
func specimens() map[string]*Document {
	day := data.NewDate(2027, 1, 15)
	form := New(Meta{Title: "Formulaire", Date: day})
	form.Title("Formulaire", "")
	form.Entries(Entry{Label: "Finalités", Lines: []string{"Examiner.", "Écrire."}, Blank: 1}, Entry{Label: "Vide", Blank: 2},
		Entry{Label: "Base légale", Lines: []string{"☐ mission", "☑ accord"}})
	form.Key([]string{"A7K2", "B9M4", "C3P8"})
	form.QR(QR{Text: "https://mercredi.example", Alt: "Code carré de l’adresse du site.", Title: "Sur un téléphone", Steps: []string{"Visez.", "Ouvrez."}})
	empty := New(Meta{Date: day})
	empty.Title("Rien", "")
	rough := New(Meta{Title: "Rude <& 🙂\uFFFE", Author: "\x00", Subject: "a\nb", Date: day, Zoom: 1.3})
	rough.Subheading("Sans titre au-dessus")
	rough.Bars([]Bar{{Label: "Sans phrase", Share: 0.5}, {}})
	rough.Evolution(Evolution{Rows: []Progress{{}}})
	rough.Table(Table{Columns: []Column{{}, {Title: "B"}}, Rows: [][]string{{}, {"Łódź Ş ñ 漢 \U0001F9FF"}, {"a", "b", "c"}}})
	rough.List([]string{"", " ", "mot"})
	rough.Quote("", "personne")
	year, long := New(Meta{Date: day, Landscape: true, A3: true, Wide: true}), New(Meta{Title: "Long", Date: day})
	year.Title("Année", "")
	long.Title("Tableau", "")
	year.Almanac(yearOf(39, 60))
	long.Table(longTable(400))
	return map[string]*Document{"chapters": chapters(pagesToMark), "bilan": bilan(), "everything": everything(), "sheet": sheet(), "form": form, "empty": empty,
		"rough": rough, "poster": poster(false, dayOf(13, 4)), "no poster": poster(true, dayOf(0, 0)), "year": year, "long": long}
}

func TestEverySpecimenIsArchivalAndAccessible(t *testing.T) {
	for name, d := range specimens() {
		for _, fault := range pdftest.Conform(write(t, d)) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}
