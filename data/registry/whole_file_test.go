package registry_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

// lila is the whole file of Lila as her mother receives it.
func (v *town) lila(t *testing.T, o registry.WholeFileOptions) registry.WholeFileView {
	t.Helper()
	return must(v.WholeFile(v.children["Lila"].ID, o))
}

func (v *town) note(text string, edit ...func(*data.Note)) {
	n := data.Note{ChildID: v.children["Lila"].ID, On: 20270108, Kind: data.NoteCall, Title: "Appel", Text: text, AuthorID: v.samira.ID}
	for _, e := range edit {
		e(&n)
	}
	keep(v.Notes, n)
}

// masked is a text of a note about Lila, as it is handed over.
func masked(t *testing.T, text string, o registry.WholeFileOptions) (string, []registry.Mention) {
	t.Helper()
	v := newTown(t)
	v.note(text)
	file := v.lila(t, o)
	return file.Notes[0].Text, file.Mentions
}

func TestNamesOfOthersAreMaskedHoweverTheyAreWritten(t *testing.T) {
	for text, want := range map[string]string{
		"Elle joue avec Kenza Zerrouki.":        "Elle joue avec […].",
		"Elle joue avec KENZA ZERROUKI, et rit": "Elle joue avec […], et rit",
		"Zerrouki Kenza est venue":              "[…] est venue",
		"Kenza l’a aidée":                       "[…] l’a aidée",
		"Kenza Z. l’a aidée":                    "[…]. l’a aidée",
		"Mme Zerrouki a appelé":                 "Mme […] a appelé",
		"Eliott et Éliott et E\u0301liott":      "[…] et […] et […]",
		"le petit kenza, roux":                  "le petit kenza, roux",
		"Lila Kerdoun et sa mère Nora":          "Lila Kerdoun et sa mère Nora",
		"Maud Estève l’a vue":                   "[…] l’a vue",
		"Samira Lounès a appelé":                "Samira Lounès a appelé",
		"Kenzas":                                "Kenzas",
		"Kenza\n\nZerrouki":                     "[…]\n\n[…]",
		"😀Kenza😀":                               "😀[…]😀",
		"":                                      "",
	} {
		if got, _ := masked(t, text, registry.WholeFileOptions{}); got != want {
			t.Errorf("%q is handed over as %q, want %q", text, got, want)
		}
	}
}

func TestEveryNameFoundIsListedWithItsPlaceForAPersonToDecide(t *testing.T) {
	text, mentions := masked(t, "Elle joue avec Kenza. Mme Zerrouki appelle.", registry.WholeFileOptions{Mask: "[autre personne]"})
	want(t, "text", text, "Elle joue avec [autre personne]. Mme [autre personne] appelle.")
	wanted := []registry.Mention{
		{Name: "Kenza", Kind: registry.MentionChild, Part: registry.PartNotes, On: 20270108, Before: "Elle joue avec ", Found: "Kenza",
			After: ". Mme Zerrouki appelle.", Masked: true},
		{Name: "Zerrouki", Kind: registry.MentionChild, Part: registry.PartNotes, On: 20270108, Before: "Elle joue avec Kenza. Mme ", Found: "Zerrouki",
			After: " appelle.", Masked: true, Sure: true},
	}
	if !slices.Equal(mentions, wanted) {
		t.Errorf("mentions\n%+v, want\n%+v", mentions, wanted)
	}
	text, mentions = masked(t, "Elle joue avec Kenza.", registry.WholeFileOptions{Shown: []string{"Kenza"}})
	want(t, "text once decided", text, "Elle joue avec Kenza.")
	want(t, "mentions", len(mentions), 1)
	want(t, "masked", mentions[0].Masked, false)
}

func TestProfessionalsOutsideAreNamedWhenThatIsChosen(t *testing.T) {
	v := newTown(t)
	v.note("Maud Estève l’a vue")
	file := v.lila(t, registry.WholeFileOptions{Outside: true})
	want(t, "note", file.Notes[0].Text, "Maud Estève l’a vue")
	want(t, "facilitator", file.Places[0].Facilitators[0].Name, "Maud Estève")
	file = v.lila(t, registry.WholeFileOptions{})
	want(t, "facilitator masked", fmt.Sprint(file.Places[0].Facilitators[0]), fmt.Sprint(registry.Adult{Profession: "dramathérapeute", Feminine: data.Yes}))
}

func TestWholeFileHoldsAllThatIsKeptOfTheChild(t *testing.T) {
	v := newTown(t)
	v.note("Un appel", func(n *data.Note) { n.Archived = true })
	v.rate("Lila", data.MomentStart, 2, 3)
	keep(v.Observations, data.Observation{ChildID: v.children["Lila"].ID, SessionID: v.sessions[2].ID, Mood: 4, Text: "A ri.", AuthorID: v.samira.ID})
	keep(v.Enrollments, data.Enrollment{ChildID: v.children["Lila"].ID, CycleID: v.trio.CycleID, RequestedOn: 20261212})
	lost := v.trioSessions[0] // a mark without a place
	sheet, _ := v.Attendances.Get(data.ID[data.Attendance](lost.ID))
	sheet.ID = data.ID[data.Attendance](lost.ID)
	sheet.Set(v.children["Lila"].ID, data.Excused)
	check(v.Attendances.Save(&sheet))
	f := v.lila(t, registry.WholeFileOptions{})
	got := fmt.Sprint(f.Child.FirstName, f.Age, f.School.Name, f.KeyWorker.Name, len(f.Consents), len(f.Notes), len(f.Places), len(f.Evaluations), len(f.Bilans))
	want(t, "counts", got, fmt.Sprint("Lila", 8, "Les Tilleuls", "Samira Lounès", 3, 1, 3, 1, 2))
	art := f.Places[0]
	if art.Workshop != "Art-thérapie" || len(art.Sessions) != 12 || art.Sessions[0].Mark != data.Present ||
		art.Sessions[6].Mark != data.Cancelled || art.Sessions[11].Kind != registry.CellToCome {
		t.Errorf("art %+v", art)
	}
	if o := art.Sessions[2].Observations; len(o) != 1 || o[0] != (registry.WholeObservation{Mood: 4, Text: "A ri.", By: registry.Writer{Role: data.RoleKeyWorker, Known: true}}) {
		t.Errorf("observations %+v", o)
	}
	if w := f.Places[1]; w.State != data.Waiting || w.RequestedOn != 20261212 {
		t.Errorf("waiting %+v", w)
	}
	if x := f.Places[2]; len(x.Sessions) != 1 || x.Sessions[0].Mark != data.Excused {
		t.Errorf("what has no enrolment %+v", x)
	}
	s := f.Evaluations[0].Scores
	if len(s) != 2 || s[0] != (registry.WholeScore{Label: "Exprimer", Skill: data.Emotional, Level: 2, Word: "rarement", Levels: 5}) {
		t.Errorf("scores %+v", s)
	}
}

func TestWholeFileNamesNoOtherChildAndNoAdultWhoDidNotAsk(t *testing.T) {
	v := newTown(t)
	v.family.Guardians = append(v.family.Guardians, data.Guardian{FirstName: "Karim", LastName: "Belloumi", Relation: data.Father, Phone: "0698765432"})
	check(v.Families.Save(&v.family))
	yanis := keep(v.Children, data.Child{FirstName: "Yanis", LastName: "Kerdoun", FamilyID: v.family.ID})
	for _, c := range v.Children.All() {
		v.note("Avec "+c.FullName()+" et "+c.FirstName, func(n *data.Note) { n.Title = c.FirstName })
	}
	v.note("Karim Belloumi a appelé")
	c := found(v.Children.Get(v.children["Lila"].ID))
	c.PickUp = "Karim, ou Yanis"
	check(v.Children.Save(&c))
	f := v.lila(t, registry.WholeFileOptions{})
	f.Mentions = nil
	all := fmt.Sprintf("%+v", f)
	for _, other := range append(v.Children.All(), yanis, data.Child{FirstName: "Karim", LastName: "Belloumi"}) {
		if other.ID != c.ID && (strings.Contains(all, other.FirstName) || other.LastName != "Kerdoun" && strings.Contains(all, other.LastName)) {
			t.Errorf("the file names %s", other.FullName())
		}
	}
	if strings.Contains(all, "0698765432") || f.Family.Siblings != 1 {
		t.Errorf("family %+v", f.Family)
	}
	if a := f.Family.Adults; !a[0].Asks || a[0].Phone == "" || !a[1].Masked || a[1].Relation != data.Father {
		t.Errorf("adults %+v", a)
	}
	f = v.lila(t, registry.WholeFileOptions{Asks: 1})
	want(t, "pick-up for the father", f.Child.PickUp, "Karim, ou […]")
	f = v.lila(t, registry.WholeFileOptions{Asks: -1})
	want(t, "masked adults when the child asks", fmt.Sprint(f.Family.Adults[0].Masked, f.Family.Adults[1].Masked), "true true")
	f = v.lila(t, registry.WholeFileOptions{Adults: true})
	want(t, "phone of the father", f.Family.Adults[1].Phone, "0698765432")
}

func TestPrivateNotesAreCountedAndStayClosed(t *testing.T) {
	v := newTown(t)
	v.note("secret", func(n *data.Note) { n.Private = true })
	for _, private := range []bool{false, true} { // nobody holds a key of this file
		f := v.lila(t, registry.WholeFileOptions{Private: private})
		if f.ClosedNotes != 1 || len(f.Notes) != 0 || strings.Contains(fmt.Sprintf("%+v", f), "secret") {
			t.Errorf("%d closed notes, notes %+v", f.ClosedNotes, f.Notes)
		}
	}
}

func TestRecipientsAreThoseTheFamilySaidYesTo(t *testing.T) {
	v := newTown(t)
	c := found(v.Children.Get(v.children["Lila"].ID))
	c.Consents = append(c.Consents,
		data.Consent{Scope: data.ConsentSharePartner, Recipient: "CMP Sud", Given: data.Yes, SignedOn: 20260901, WithdrawnOn: 20261201},
		data.Consent{Scope: data.ConsentSharePartner, Recipient: "CMPP", Given: data.No, SignedOn: 20260901})
	check(v.Children.Save(&c))
	want := []registry.Recipient{
		{Scope: data.ConsentShareSchool, Name: "Les Tilleuls", From: 20260922, Until: 20270131, State: data.ConsentEndsSoon},
		{Scope: data.ConsentSharePartner, Name: "CMP Sud", From: 20260901, WithdrawnOn: 20261201, State: data.ConsentWithdrawn},
	}
	if got := v.lila(t, registry.WholeFileOptions{}).Recipients; !slices.Equal(got, want) {
		t.Errorf("recipients\n%+v, want\n%+v", got, want)
	}
}

func TestWholeFileOfNobodyIsRefused(t *testing.T) {
	_, err := newTown(t).WholeFile(data.ID[data.Child]{1}, registry.WholeFileOptions{})
	wantErr(t, err, registry.ErrGone)
}

func TestWholeFileTellsWhoOpenedItByRoleAndHoldsThePrivateNotesOfItsKeyholder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "team")
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	me := found(r.Members.Get(r.Keyholder().MemberID))
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	keep(r.Notes, data.Note{ChildID: lila.ID, On: 20260910, Title: "Pour moi", AuthorID: me.ID, Private: true})
	check(r.Viewed(lila.ID))
	check(r.Printed(journal.Printed, "Bilan", lila.ID))
	defer func() { check(r.Close()) }()
	f := must(r.WholeFile(lila.ID, registry.WholeFileOptions{Private: true}))
	want(t, "private notes shown, closed", [2]int{len(f.Notes), f.ClosedNotes}, [2]int{1, 0})
	f = must(r.WholeFile(lila.ID, registry.WholeFileOptions{}))
	want(t, "private notes shown, closed, when not asked for", [2]int{len(f.Notes), f.ClosedNotes}, [2]int{0, 1})
	var acts []string
	for _, a := range f.Accesses {
		acts = append(acts, fmt.Sprint(a.Act, a.Role, a.Detail, a.Count))
	}
	wanted := []string{
		fmt.Sprint(journal.Created, me.Role, "", 2), fmt.Sprint(journal.Viewed, me.Role, "", 1), fmt.Sprint(journal.Printed, me.Role, "Bilan", 1),
	}
	if !slices.Equal(acts, wanted) || strings.Contains(fmt.Sprintf("%+v", f.Accesses), me.LastName) {
		t.Errorf("accesses %v, want %v", acts, wanted)
	}
}
