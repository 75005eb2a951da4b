package listing_test

import (
	"bytes"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/export/sheet"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/listing"
	"mercredi/ui/page/pagetest"
)

type row struct {
	name  string
	born  data.Date
	child data.ID[data.Child]
}

// papers keeps what leaves.
type papers struct {
	pagetest.Papers
	out []page.Paper
}

func (p *papers) Print(x page.Paper) { p.out = append(p.out, x) }

func table(rows ...row) *kit.Table[row] {
	t := kit.NewTable(kit.TableParts[row]{Key: func(r row) string { return r.name }, Columns: []kit.Column[row]{
		{ID: "nom", Title: "Enfant", Text: func(r row) string { return r.name }},
		{ID: "muet", Title: "Image", Draw: func(*kit.Scene, kit.Area, row) {}},
		{ID: "ne", Title: "Né le", Draw: func(*kit.Scene, kit.Area, row) {}, Sort: func(a, b row) int { return int(a.born) - int(b.born) }},
	}})
	t.SetRows(rows)
	return t
}

func leave(t *testing.T, table *kit.Table[row], item int) (page.Paper, []byte) {
	t.Helper()
	desk, _ := pagetest.Empty(t)
	kept := &papers{}
	desk.Papers = kept
	items := listing.Items(desk, listing.List[row]{
		Name: "Enfants", Columns: listing.Of(table, listing.Cells[row]{"ne": func(r row) sheet.Cell { return sheet.Day(r.born) }}),
		Rows: table.Rows, Child: func(r row) data.ID[data.Child] { return r.child },
	})
	items[item].Do()
	var b bytes.Buffer
	if len(kept.out) != 1 || kept.out[0].Render(&b) != nil {
		t.Fatalf("%d papers left", len(kept.out))
	}
	return kept.out[0], b.Bytes()
}

func TestAListLeavesInTheOrderAndWithTheFilterOnScreen(t *testing.T) {
	tb := table(row{"Lila", data.NewDate(2018, 3, 12), data.ID[data.Child]{1}}, row{"Noé", data.NewDate(2017, 1, 2), data.ID[data.Child]{2}},
		row{"Ana", data.NewDate(2016, 5, 4), data.ID[data.Child]{3}})
	tb.SortBy("ne")
	tb.Filter(func(r row) bool { return r.name != "Noé" })
	paper, file := leave(t, tb, 1)
	if want := "\ufeffEnfant;Né le\r\nAna;04/05/2016\r\nLila;12/03/2018\r\n"; string(file) != want {
		t.Errorf("wrote %q, want %q", file, want)
	}
	if want := []data.ID[data.Child]{{3}, {1}}; paper.Act != journal.Exported || !slices.Equal(paper.Children, want) || paper.Name != "Enfants 2027-01-15.csv" {
		t.Errorf("the journal will say %v of %v, for the file %q", paper.Act, paper.Children, paper.Name)
	}
}

func TestAHiddenColumnDoesNotLeave(t *testing.T) {
	tb := table(row{name: "Lila"})
	tb.SetHidden("ne", true)
	if _, file := leave(t, tb, 1); string(file) != "\ufeffEnfant\r\nLila\r\n" {
		t.Errorf("wrote %q", file)
	}
}

func TestAListLeavesAsAWorkbook(t *testing.T) {
	paper, file := leave(t, table(row{"=Lila", data.NewDate(2018, 3, 12), data.ID[data.Child]{}}), 0)
	if !bytes.HasPrefix(file, []byte("PK")) || paper.Name != "Enfants 2027-01-15.xlsx" || len(paper.Children) != 0 {
		t.Errorf("%q begins %q", paper.Name, file[:8])
	}
}

func TestAnEmptyListSaysWhyItDoesNotLeave(t *testing.T) {
	desk, _ := pagetest.Empty(t)
	tb := table()
	for _, item := range listing.Items(desk, listing.List[row]{Name: "Enfants", Columns: listing.Of(tb, nil), Rows: tb.Rows}) {
		if item.Reason == "" {
			t.Errorf("%q says nothing", item.Title)
		}
	}
}
