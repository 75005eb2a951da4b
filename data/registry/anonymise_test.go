package registry_test

import (
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

// crowd is a closed art cycle of 2026-2027 with Lila and a number of girls of her age who are like her.
func crowd(t *testing.T, alike int) (*file, data.Child) {
	t.Helper()
	f := newFile(t)
	girl := func(c *data.Child) {
		c.Sex, c.PriorityArea, c.Pathway.StartedOn, c.Pathway.EndedOn = data.Girl, data.Yes, 20261001, 20270615
	}
	lila := f.child("Lila", girl)
	children := []data.Child{lila}
	for range alike {
		children = append(children, f.child("Another", girl))
	}
	cycle, groups := f.cycle(children...)
	sessions := f.sessions(groups[0].ID)
	f.today = sessions[2].Date
	f.mark(sessions[0], lila, data.Present)
	f.mark(sessions[1], lila, data.Absent)
	f.mark(sessions[2], lila, data.Late)
	check(f.CancelSession(sessions[2].ID, ""))
	keep(f.Bilans, data.Bilan{ChildID: lila.ID, CycleID: cycle.ID, Moment: data.MomentMid, State: data.BilanFinal, FinalOn: f.today})
	keep(f.Bilans, data.Bilan{ChildID: lila.ID, CycleID: cycle.ID, Moment: data.MomentEnd})
	cycle.State = data.CycleClosed
	check(f.Cycles.Save(&cycle))
	f.today = 20290910
	return f, lila
}

func TestAnonymisedChildLeavesOneFigureAYearAPlaceAnEntryAndAnExit(t *testing.T) {
	f, lila := crowd(t, data.SmallCell-1)
	want := []data.Figure{
		{Kind: data.FigureYear, SchoolYear: 2026, Sex: data.Girl, Age: data.AgeSix, Area: true},
		{
			Kind: data.FigurePlace, SchoolYear: 2026, Sex: data.Girl, Age: data.AgeSix, WorkshopID: f.workshop.ID,
			Came: 1, Counted: 2, Bilans: 1,
		},
		{Kind: data.FigureEntry, SchoolYear: 2026},
		{Kind: data.FigureExit, SchoolYear: 2026, Length: data.LengthYear},
	}
	if got := must(f.PreviewAnonymisation(lila.ID)); !reflect.DeepEqual(got, want) {
		t.Errorf("figures\n%+v, want\n%+v", got, want)
	}
}

func TestFiguresOfFewChildrenSayLess(t *testing.T) {
	f, lila := crowd(t, data.SmallCell-2)
	year := func() data.Figure { return must(f.PreviewAnonymisation(lila.ID))[0] }
	want(t, "alone but for three girls", year(), data.Figure{Kind: data.FigureYear, SchoolYear: 2026})
	boy := f.child("Noé", func(c *data.Child) {
		c.Sex, c.PriorityArea, c.Pathway.StartedOn, c.Pathway.EndedOn = data.Boy, data.Yes, 20261001, 20270615
	})
	want(t, "with a boy of the same age", year(), data.Figure{Kind: data.FigureYear, SchoolYear: 2026, Age: data.AgeSix, Area: true})
	boy.BirthDate = 20120101
	check(f.Children.Save(&boy))
	want(t, "with an older boy", year(), data.Figure{Kind: data.FigureYear, SchoolYear: 2026, Area: true})
	keep(f.Figures, data.Figure{Kind: data.FigureYear, SchoolYear: 2026, Sex: data.Girl, Age: data.AgeSix, Area: true})
	want(t, "with a girl who is a figure already", year(), data.Figure{Kind: data.FigureYear, SchoolYear: 2026, Sex: data.Girl, Age: data.AgeSix, Area: true})
}

func TestFiguresFollowTheAgeFromYearToYear(t *testing.T) {
	f := newFile(t)
	f.today = 20320101
	var lila data.Child
	for range data.SmallCell {
		lila = f.child("Lila", func(c *data.Child) {
			c.BirthDate, c.Pathway.StartedOn, c.Pathway.EndedOn = 20200101, 20250901, 20270831
		})
	}
	var got string
	for _, x := range must(f.PreviewAnonymisation(lila.ID)) {
		got += fmt.Sprintf("%d:%d:%d:%d ", x.Kind, x.SchoolYear, x.Age, x.Length)
	}
	want(t, "figures", got, "1:2025:1:0 1:2026:2:0 3:2025:0:0 4:2026:0:3 ")
}

func TestChildInAWorkshopIsNotAnonymised(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	f.cycle(lila)
	_, err := f.PreviewAnonymisation(lila.ID)
	wantErr(t, err, registry.ErrRunning)
	wantErr(t, f.AnonymiseChild(lila.ID), registry.ErrRunning)
	_, err = f.PreviewAnonymisation(data.ID[data.Child]{1})
	wantErr(t, err, registry.ErrGone)
}

// TestFigureHasNoRoomForATextOrADay: what could tell who a child was cannot be kept in it, today or later.
func TestFigureHasNoRoomForATextOrADay(t *testing.T) {
	for f := range reflect.TypeFor[data.Figure]().Fields() {
		switch f.Type {
		case reflect.TypeFor[data.Record[data.Figure]](), reflect.TypeFor[data.ID[data.Workshop]](), reflect.TypeFor[bool](), reflect.TypeFor[int]():
			continue
		}
		if f.Type.Kind() != reflect.Uint8 {
			t.Errorf("a figure keeps %s, a %s", f.Name, f.Type)
		}
	}
}

func TestAnonymisedChildIsGoneAndTheJournalDoesNotSayWhichFiguresCame(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "team")
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample", Pathway: data.Pathway{StartedOn: 20221001, EndedOn: 20230601}})
	keep(r.Notes, data.Note{ChildID: lila.ID, On: 20230601, Title: "Call"})
	check(r.AnonymiseChild(lila.ID))
	want(t, "children, notes, figures", [3]int{r.Children.Len(), r.Notes.Len(), r.Figures.Len()}, [3]int{0, 0, 3})
	check(r.Close())
	r = must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	want(t, "children, notes, figures after reopening", [3]int{r.Children.Len(), r.Notes.Len(), r.Figures.Len()}, [3]int{0, 0, 3})
	want(t, "acts", len(must(r.Journal(registry.JournalFilter{Child: lila.ID, Act: journal.Anonymised}))), 1)
	for _, line := range must(r.Journal(registry.JournalFilter{})) {
		if line.Noun == registry.Figures {
			t.Errorf("the journal tells of a figure: %+v", line)
		}
	}
	must(r.VerifyJournal())
}

func TestWhoDoesNotGovernDoesNotAnonymise(t *testing.T) {
	f, lila := crowd(t, 1) // a file without keys
	wantErr(t, f.AnonymiseChild(lila.ID), registry.ErrNotAllowed)
	want(t, "figures", f.Figures.Len(), 0)
	_, ok := f.Children.Get(lila.ID)
	want(t, "child still there", ok, true)
}
