package export

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// words are those of the catalogue.
func words(anonymous bool) registry.CommissionWords {
	return registry.CommissionWords{Anonymous: anonymous, Person: fr.OtherPerson, Child: "[enfant]"}
}

// meetings are those of the sample, the one to come first.
func meetings(t testing.TB, anonymous bool) (next, last registry.CommissionView) {
	t.Helper()
	rows := town().CommissionRows()
	if len(rows) < 3 {
		t.Fatalf("%d meetings in the sample", len(rows))
	}
	next, _ = town().CommissionView(rows[0].ID, words(anonymous))
	last, _ = town().CommissionView(rows[1].ID, words(anonymous))
	return next, last
}

// childNamed finds a child of the sample.
func childNamed(t testing.TB, first string) data.Child {
	t.Helper()
	for _, c := range town().Children.All() {
		if c.FirstName == first {
			return c
		}
	}
	t.Fatalf("no %s in the sample", first)
	return data.Child{}
}

// caseSheetOf is the sheet of the first situation of the meeting to come.
func caseSheetOf(t testing.TB, meeting int) registry.CaseSheetView {
	t.Helper()
	rows := town().CommissionRows()
	agenda := town().CommissionAgenda(rows[meeting].ID)
	v, ok := town().CaseSheetView(agenda[0].ID, fr.OtherPerson)
	if !ok {
		t.Fatal("no such situation")
	}
	return v
}

func TestPapersOfTheCommissionReadFromTheDayToTheSignatures(t *testing.T) {
	next, last := meetings(t, false)
	nextAnonymous, lastAnonymous := meetings(t, true)
	golden(t, "commission-notice", commissionNotice(Meta{Date: day}, next))
	golden(t, "commission-notice-anonymous", commissionNotice(Meta{Date: day}, nextAnonymous))
	golden(t, "commission-minutes", commissionMinutes(Meta{Date: day}, last))
	golden(t, "commission-minutes-anonymous", commissionMinutes(Meta{Date: day}, lastAnonymous))
	golden(t, "case-sheet", caseSheet(Meta{Date: day}, caseSheetOf(t, 0)))
	golden(t, "case-sheet-decided", caseSheet(Meta{Date: day}, caseSheetOf(t, 1)))
}

// TestPapersOfTheCommissionNameNoChild looks for every child of the town in the notice and the minutes of every meeting,
// and for every adult and school in the anonymous ones.
func TestPapersOfTheCommissionNameNoChild(t *testing.T) {
	for _, anonymous := range []bool{false, true} {
		for _, row := range town().CommissionRows() {
			v, _ := town().CommissionView(row.ID, words(anonymous))
			texts := outline(commissionNotice(Meta{}, v)) + outline(commissionMinutes(Meta{}, v))
			var names []string
			for _, c := range town().Children.All() {
				names = append(names, c.FullName(), c.LastName+" "+c.FirstName)
			}
			for _, line := range v.Cases {
				c, _ := town().Children.Get(line.ChildID)
				names = append(names, c.LastName)
				if anonymous {
					names = append(names, c.FirstName)
				}
			}
			if anonymous {
				for _, m := range town().Members.All() {
					names = append(names, m.FullName())
				}
				for _, s := range town().Schools.All() {
					names = append(names, s.Name)
				}
			}
			for _, name := range names {
				if strings.Contains(texts, name) {
					t.Errorf("anonymous %v: the papers of %v name %s", anonymous, row.On, name)
				}
			}
		}
	}
}

func TestNamesTypedInASituationBecomeInitialsOrNothing(t *testing.T) {
	_, v := meetings(t, false)
	row := town().CommissionRows()[1]
	kept, _ := town().CommissionCases.Get(v.Cases[0].ID)
	child, _ := town().Children.Get(kept.ChildID)
	before := kept.Facts
	kept.Facts = child.FirstName + " joue avec Lila Kerdoun. On voit peu " + child.FullName() + "."
	if err := town().CommissionCases.Save(&kept); err != nil {
		t.Fatal(err)
	}
	defer func() {
		kept.Facts = before
		if err := town().CommissionCases.Save(&kept); err != nil {
			t.Fatal(err)
		}
	}()
	first, last := string([]rune(child.FirstName)[:1])+".", string([]rune(child.LastName)[:1])+"."
	v, _ = town().CommissionView(row.ID, words(false))
	if want := first + " joue avec [autre personne]. On voit peu " + first + " " + last; v.Cases[0].Facts != want {
		t.Errorf("the facts read %q, want %q", v.Cases[0].Facts, want)
	}
	v, _ = town().CommissionView(row.ID, words(true))
	if want := "[enfant] joue avec [autre personne]. On voit peu [enfant]."; v.Cases[0].Facts != want {
		t.Errorf("anonymous facts read %q, want %q", v.Cases[0].Facts, want)
	}
}

func TestIntakeIsBlankOrBegunFromTheChild(t *testing.T) {
	blank, _ := town().IntakeView(data.ID[data.Child]{}, fr.OtherPerson)
	begun, _ := town().IntakeView(childNamed(t, "Lila").ID, fr.OtherPerson)
	golden(t, "intake-blank", intakeForm(Meta{Date: day}, blank))
	golden(t, "intake", intakeForm(Meta{Date: day}, begun))
}

func TestFamiliesReadWhatTheyAgreeTo(t *testing.T) {
	v, _ := town().ConsentFormView(childNamed(t, "Lila").ID, fr.OtherPerson)
	golden(t, "consent-form", consentForm(Meta{Date: day}, v, fr.ConsentScopes()))
	golden(t, "consent-pictures", consentForm(Meta{Date: day}, v, []data.ConsentScope{data.ConsentPictures}))
	v.Texts = []data.ConsentText{{Scope: data.ConsentPictures, Why: "Pour l’exposition de juin."}}
	if text := outline(consentForm(Meta{}, v, []data.ConsentScope{data.ConsentPictures})); !strings.Contains(text, "Pour l’exposition de juin.") ||
		!strings.Contains(text, "Nous prenons des photos") {
		t.Error("the team's own words do not take the place of the program's, part by part")
	}
}

func TestLettersInviteOneFamilyAboutOneChild(t *testing.T) {
	lila := childNamed(t, "Lila").ID
	for name, l := range map[string]registry.Letter{
		"letter-meeting": {On: 20270127, Start: data.At(17, 30), Place: "Au PRE"}, "letter-first": {Kind: registry.LetterFirst},
		"letter-bilan": {Kind: registry.LetterBilan},
	} {
		v, _ := town().LetterView(lila, l)
		golden(t, name, invitationLetter(Meta{Date: day}, v))
	}
}

func TestLettersGreetThoseWhoReadThem(t *testing.T) {
	mother, father, aunt := data.Guardian{Relation: data.Mother}, data.Guardian{Relation: data.Father}, data.Guardian{Relation: data.OtherRelation}
	for want, who := range map[string][]data.Guardian{
		"Madame": {mother}, "Monsieur": {father}, "Madame, Monsieur": {mother, father}, "Mesdames": {mother, mother}, "Messieurs": {father, father},
	} {
		if got := politely(who); got != want {
			t.Errorf("%v are greeted %q, want %q", who, got, want)
		}
	}
	for _, who := range [][]data.Guardian{nil, {aunt}, {aunt, aunt}, {mother, father, aunt}} {
		if got := politely(who); got != "Madame, Monsieur" {
			t.Errorf("%v are greeted %q", who, got)
		}
	}
}

// TestHardTextsNeverBreakAPaperOfTheCommission, of a meeting or for a family.
func TestHardTextsNeverBreakAPaperOfTheCommission(t *testing.T) {
	for what, text := range longWords {
		_, meeting := meetings(t, false)
		meeting.Meeting.Notes, meeting.Cases[0].Facts, meeting.Cases[0].DecisionNote = text, text, text
		meeting.Meeting.Place = strings.Repeat("É", data.MaxName)
		sheet := caseSheetOf(t, 0)
		sheet.Case.Facts, sheet.Child.First, sheet.Child.Last = text, strings.Repeat("É", data.MaxName), strings.Repeat("É", data.MaxName)
		intake, _ := town().IntakeView(childNamed(t, "Lila").ID, fr.OtherPerson)
		intake.Latest.Tried, intake.Tags = text, []string{strings.Repeat("É", data.MaxName)}
		form, _ := town().ConsentFormView(childNamed(t, "Lila").ID, fr.OtherPerson)
		form.Child.First, form.RightsContact, form.PickUp = strings.Repeat("É", data.MaxName), text, text
		letter, _ := town().LetterView(childNamed(t, "Lila").ID, registry.Letter{Place: text, With: strings.Repeat("É", data.MaxName)})
		for name, d := range map[string]*pdf.Document{
			"notice": commissionNotice(Meta{Date: day}, meeting), "minutes": commissionMinutes(Meta{Date: day}, meeting),
			"sheet": caseSheet(Meta{Date: day}, sheet), "intake": intakeForm(Meta{Date: day}, intake),
			"form": consentForm(Meta{Date: day, Large: true}, form, fr.ConsentScopes()), "letter": invitationLetter(Meta{Date: day, Large: true}, letter),
		} {
			if n := d.Pages(); n < 1 || n > 600 {
				t.Errorf("%s of %s: %d pages", name, what, n)
			}
			rendered(t, d.Write)
		}
	}
}

func TestPapersOfTheCommissionWithNothingAreStillPapers(t *testing.T) {
	empty := outline(commissionNotice(Meta{}, registry.CommissionView{})) + outline(commissionMinutes(Meta{}, registry.CommissionView{})) +
		outline(caseSheet(Meta{}, registry.CaseSheetView{})) + outline(intakeForm(Meta{}, registry.IntakeView{})) +
		outline(consentForm(Meta{}, registry.ConsentFormView{}, nil)) + outline(invitationLetter(Meta{}, registry.LetterView{}))
	for _, said := range []string{"à une date à préciser", "Aucune situation n’est inscrite", "Aucune personne n’est notée", "Votre réponse"} {
		if !strings.Contains(empty, said) {
			t.Errorf("%q is not said", said)
		}
	}
	if strings.Contains(empty, " 0 ") {
		t.Error("something unknown is written as 0")
	}
}
