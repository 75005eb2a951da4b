package registry_test

import (
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func (v *town) row(t *testing.T, name string) registry.ChildRow {
	t.Helper()
	rows := v.ChildRows()
	i := slices.IndexFunc(rows, func(r registry.ChildRow) bool { return r.First == name })
	if i < 0 {
		t.Fatalf("%s is not listed", name)
	}
	return rows[i]
}

func (v *town) file(t *testing.T, name string) registry.ChildFile {
	t.Helper()
	f, ok := v.ChildFile(v.children[name].ID, v.samira.ID)
	if !ok {
		t.Fatalf("%s has no file", name)
	}
	return f
}

func TestChildrenAreListedByFirstNameWithoutAccents(t *testing.T) {
	var got []string
	for _, row := range newTown(t).ChildRows() {
		got = append(got, row.First)
	}
	want := []string{"Aminata", "Éliott", "Ilyès", "Inaya", "Kenza", "Lila", "Louise", "Mathis", "Noé", "Rayan", "Soan"}
	if !slices.Equal(got, want) {
		t.Errorf("order %q", got)
	}
}

func TestChildRowSaysWhereTheChildStands(t *testing.T) {
	v := newTown(t)
	kenza := v.row(t, "Kenza")
	if len(kenza.Workshops) != 2 || kenza.Workshops[0].Name != "Art-thérapie" || kenza.Regularity.Came != 8 || kenza.Regularity.Counted != 9 {
		t.Errorf("Kenza %+v", kenza)
	}
	if kenza.Age != 10 || kenza.School != "Les Tilleuls" || kenza.Network != data.REPPlus || kenza.KeyWorker != "Samira Lounès" {
		t.Errorf("Kenza %+v", kenza)
	}
	if rayan := v.row(t, "Rayan"); rayan.Age != -1 || len(rayan.Waiting) != 1 || len(rayan.Workshops) != 0 || !rayan.Flags.ToPlace {
		t.Errorf("Rayan %+v", rayan)
	}
	if soan := v.row(t, "Soan"); !soan.Flags.NoConsent || !soan.Flags.NoDecision || soan.Step != registry.StepInWorkshops {
		t.Errorf("Soan %+v", soan)
	}
	if mathis := v.row(t, "Mathis"); !mathis.Flags.Low || mathis.Flags.NoConsent {
		t.Errorf("Mathis %+v", mathis.Flags)
	}
	if ilyes := v.row(t, "Ilyès"); ilyes.Step != registry.StepPsychologist {
		t.Errorf("Ilyès is at step %d", ilyes.Step)
	}
}

func TestChildRowSaysTheMostPressingThing(t *testing.T) {
	v := newTown(t)
	for name, want := range map[string]registry.NextThing{
		"Kenza":  {Kind: registry.NextClash, On: 20270120, Start: data.At(14, 0)},
		"Mathis": {Kind: registry.NextAbsences, On: 20261216, Count: 3},
		"Noé":    {Kind: registry.NextBilanLate, On: 20270106},
		"Éliott": {Kind: registry.NextMark, On: 20270113, Count: 1},
		"Lila":   {Kind: registry.NextConsentEnding, On: 20270131},
		"Ilyès":  {Kind: registry.NextDecide, On: 20270120},
		"Rayan":  {Kind: registry.NextPlace, Count: 1},
		"Louise": {Kind: registry.NextPlace},
		"Soan":   {Kind: registry.NextConsentMissing},
	} {
		got := v.row(t, name).Next
		if got.Kind != want.Kind || got.On != want.On || got.Start != want.Start || got.Count != want.Count {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func TestEndedChildHasNothingLeftToDo(t *testing.T) {
	v := newTown(t)
	noe := v.children["Noé"]
	noe.Pathway.EndedOn = 20270110
	check(v.Children.Save(&noe))
	if row := v.row(t, "Noé"); row.Step != registry.StepEndOfFollowUp || row.Next.Kind != registry.NextNothing || !row.Flags.Ended {
		t.Errorf("Noé %+v", row)
	}
}

func TestChildFileGathersTheYear(t *testing.T) {
	f := newTown(t).file(t, "Lila")
	if f.Age != 8 || !f.Eligibility.Area || !f.Eligibility.Network || f.KeyWorker.Name != "Samira Lounès" {
		t.Errorf("header %+v", f)
	}
	if len(f.Workshops) != 1 || f.Workshops[0].Came != 9 || f.Workshops[0].Done != 10 || f.Workshops[0].Of != 12 || !f.Workshops[0].Here {
		t.Errorf("workshops %+v", f.Workshops)
	}
	if len(f.Documents) != 2 || f.Documents[0].State != data.BilanDraft || f.Documents[1].FinalOn != 20261216 {
		t.Errorf("documents %+v", f.Documents)
	}
	states := []data.ConsentState{data.ConsentValid, data.ConsentEndsSoon, data.ConsentRefused}
	for i, c := range f.Consents {
		if c.State != states[i] {
			t.Errorf("consent %d: %+v", i, c)
		}
	}
	if len(f.Consents) != 3 || f.Family.Name != "Kerdoun" || len(f.Family.Children) != 1 {
		t.Errorf("consents %d, family %+v", len(f.Consents), f.Family)
	}
	if len(f.ToDo) < 2 || f.ToDo[0].Kind != registry.NextConsentEnding || f.ToDo[1].Kind != registry.NextBilanDraft {
		t.Errorf("to do %+v", f.ToDo)
	}
}

func TestPathwayMarksWhatIsRunning(t *testing.T) {
	steps := newTown(t).file(t, "Lila").Steps
	done := []registry.StepDone{
		registry.StepBehind, registry.StepBehind, registry.StepBehind, registry.StepRunning, registry.StepRunning, registry.StepToCome,
	}
	for i, s := range steps {
		if s.Done != done[i] {
			t.Errorf("step %d: %+v", s.Kind, s)
		}
	}
	if w := steps[3]; w.On != 20261007 || w.Session != 10 || w.Of != 12 {
		t.Errorf("workshops %+v", w)
	}
	if b := steps[4]; b.On != 20270127 || b.Bilan != registry.BilanStarted {
		t.Errorf("bilan %+v", b)
	}
}

func TestPrivateNoteIsForItsAuthorAlone(t *testing.T) {
	v := newTown(t)
	id := v.children["Lila"].ID
	keep(v.Notes, data.Note{ChildID: id, On: 20270108, Title: "Appel", AuthorID: v.samira.ID})
	keep(v.Notes, data.Note{ChildID: id, On: 20270109, Title: "Pour moi", AuthorID: v.samira.ID, Private: true})
	keep(v.Observations, data.Observation{ChildID: id, SessionID: v.sessions[9].ID, Mood: 4, Text: "A joué"})
	read := func(viewer data.ID[data.Member]) (titles []string) {
		f, _ := v.ChildFile(id, viewer)
		for _, n := range f.News {
			titles = append(titles, n.Title+n.Text)
		}
		return titles
	}
	if got := read(v.samira.ID); !slices.Equal(got, []string{"A joué", "Pour moi", "Appel", ""}) {
		t.Errorf("the author reads %q", got)
	}
	for _, viewer := range []data.ID[data.Member]{v.odile.ID, noMember} {
		if got := read(viewer); !slices.Equal(got, []string{"A joué", "Appel", ""}) {
			t.Errorf("another reads %q", got)
		}
	}
}

func TestChildFileGivesNothingThatIsShared(t *testing.T) {
	v := newTown(t)
	f := v.file(t, "Lila")
	f.Family.Guardians[0].LastName, f.Consents[0].SignedBy = "changed", "changed"
	if g := v.file(t, "Lila"); g.Family.Guardians[0].LastName != "Kerdoun" || g.Consents[0].SignedBy != "Nora Kerdoun" {
		t.Error("a page changed the kept record")
	}
}

func TestFamiliesTeamAndPartnersAreCounted(t *testing.T) {
	v := newTown(t)
	families := v.FamilyRows()
	if len(families) != 1 || families[0].Phone != "0612345678" || families[0].Children[0].First != "Lila" {
		t.Errorf("families %+v", families)
	}
	members := v.MemberRows()
	if len(members) != 2 || members[0].First != "Odile" || members[1].Children != 11 {
		t.Errorf("members %+v", members)
	}
	if rows := v.FacilitatorRows(); len(rows) != 3 || rows[1].Last != "Estève" || rows[1].Groups != 1 || rows[1].Partner != "Compagnie du Tilleul" {
		t.Errorf("facilitators %+v", rows)
	}
	if rooms, schools := v.RoomRows(), v.SchoolRows(); rooms[0].Groups != 1 || schools[0].Children != 11 {
		t.Errorf("rooms %+v, schools %+v", rooms, schools)
	}
	if rows := v.PartnerRows(); len(rows) != 1 || rows[0].Facilitators != 1 {
		t.Errorf("partners %+v", rows)
	}
	sheet, ok := v.PartnerSheet(v.partner.ID)
	if !ok || len(sheet.Facilitators) != 1 || sheet.Facilitators[0].Groups[0].ID != v.art.ID {
		t.Errorf("sheet %+v", sheet)
	}
}

func TestArchivedPartnerIsListedApart(t *testing.T) {
	v := newTown(t)
	if err := v.Partners.Archive(v.partner.ID); err != nil {
		t.Fatal(err)
	}
	if rows := v.PartnerRows(); len(rows) != 0 {
		t.Errorf("listed %+v", rows)
	}
	if rows := v.ArchivedPartnerRows(); len(rows) != 1 || !rows[0].Archived || rows[0].ID != v.partner.ID {
		t.Errorf("archived %+v", rows)
	}
}

func TestChildIsFilteredByFamilyAndTelephoneToo(t *testing.T) {
	v := newTown(t)
	f := data.Family{Name: "Vasseur-Élie", Guardians: []data.Guardian{{LastName: "Oumarou", Phone: "0199004127"}}}
	if err := v.Families.Save(&f); err != nil {
		t.Fatal(err)
	}
	c, _ := v.Children.Get(v.children["Lila"].ID)
	c.FamilyID = f.ID
	if err := v.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"lila", "vasseur elie", "oumarou", "99004127"} {
		if folded := v.row(t, "Lila").Folded; !strings.Contains(folded, word) {
			t.Errorf("%q is not in %q", word, folded)
		}
	}
}

func TestArchivedChildIsListedApart(t *testing.T) {
	v := newTown(t)
	if err := v.Children.Archive(v.children["Lila"].ID); err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(v.ChildRows(), func(r registry.ChildRow) bool { return r.First == "Lila" }) {
		t.Error("the archived child is still in the list")
	}
	rows := v.ArchivedChildRows()
	if len(rows) != 1 || rows[0].First != "Lila" || !rows[0].Archived {
		t.Errorf("archived children: %+v", rows)
	}
}
