package export

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// agreed is what Lila's mother signed.
var agreed = []registry.Sharing{
	{Recipient: "Les Tilleuls", State: data.ConsentValid, SignedOn: data.NewDate(2026, 9, 22), SignedBy: "Nora Kerdoun"},
	{Recipient: "CMP du Parc", State: data.ConsentWithdrawn, SignedOn: data.NewDate(2026, 9, 22), SignedBy: "Nora Kerdoun"},
}

func TestABilanToSendRecallsTheAgreementAndSaysNothingInternal(t *testing.T) {
	d := sentBilan(Meta{Date: day}, final(rich(t)), agreed)
	golden(t, "bilan-sent", d)
	for _, internal := range []string{"Décision favorable", "Demande\u00a0:", "Séances par", "CMP du Parc", "absente excusée"} {
		if strings.Contains(outline(d), internal) {
			t.Errorf("%q leaves the office", internal)
		}
	}
}

func TestABilanToSendSaysWhichAgreementIsMissing(t *testing.T) {
	for _, x := range []struct {
		to   []string
		all  []registry.Sharing
		want string
	}{
		{nil, nil, "aucun destinataire"},
		{[]string{"CMP du Parc"}, agreed, "aucun n’est enregistré pour CMP du Parc"},
		{[]string{"École Les Tilleuls", "Collège Valmer"}, agreed, "pour Collège Valmer"},
	} {
		if text := outline(sentBilan(Meta{Recipients: x.to}, rich(t), x.all)); !strings.Contains(text, x.want) || !strings.Contains(text, "À ne pas transmettre") {
			t.Errorf("to %q: no %q", x.to, x.want)
		}
	}
	for _, to := range []string{"École Les Tilleuls", "La famille de Lila"} {
		if said := SharingWarnings([]string{to}, agreed); len(said) > 0 {
			t.Errorf("to %q: %q", to, said)
		}
	}
}

func TestTheBilanOfTheTeamHoldsWhatWasObserved(t *testing.T) {
	v := registry.TeamBilanView{BilanView: final(rich(t)), Fragilities: []string{"confiance en soi", "émotions"}, Observations: []registry.BilanObservation{
		{Number: 1, Date: data.NewDate(2026, 10, 7), Participation: 2, Text: "Reste près de la porte", By: registry.Adult{Name: "Maud Estève"}},
		{Number: 2, Date: data.NewDate(2026, 10, 14), Participation: 4, Mood: 5, Text: "Propose un jeu"},
	}}
	golden(t, "bilan-team", teamBilan(Meta{Date: day}, v))
}

func TestAnAnonymousGroupBilanHoldsNoFirstName(t *testing.T) {
	v := groupBilanOf(t)
	var first []string
	for _, c := range v.Children {
		first = append(first, c.First)
	}
	// what people typed may hold a name: the paper itself adds none
	v.Bilan = data.GroupBilan{Moment: data.MomentEnd}
	var text string
	if err := AnonymousGroupBilan(discard{}, Meta{}, v); err != nil {
		t.Fatal(err)
	}
	text = outline(groupBilan(Meta{}, v))
	for _, name := range first {
		if strings.Contains(text, name) {
			t.Errorf("%q is in an anonymous bilan", name)
		}
	}
	if !strings.Contains(text, "7\u00a0enfants.") {
		t.Error("it does not say how many children there are")
	}
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }

func cycleOf(t testing.TB) registry.CycleBilanView {
	t.Helper()
	v, ok := town().CycleBilan(art(t, 2025).ID, data.MomentEnd)
	if !ok {
		t.Fatal("no cycle")
	}
	return v
}

func TestTheBilanOfACycleAddsUpItsGroups(t *testing.T) {
	v := cycleOf(t)
	sum := 0
	for _, g := range v.Groups {
		sum += len(g.Children)
	}
	if len(v.Groups) < 2 || v.Children != sum || v.Held == 0 {
		t.Errorf("%d groups, %d children of %d, %d sessions", len(v.Groups), v.Children, sum, v.Held)
	}
	d := cycleBilan(Meta{Date: day}, v)
	if n := d.Pages(); n > 3 {
		t.Errorf("%d pages", n)
	}
	for _, g := range v.Groups {
		sheet, _ := town().AttendanceSheetView(g.Group.ID)
		for _, row := range sheet.Rows {
			if strings.Contains(outline(d), row.Child.Last) {
				t.Errorf("%q is in the bilan of a cycle", row.Child.Last)
			}
		}
	}
	golden(t, "cycle-bilan-empty", cycleBilan(Meta{}, registry.CycleBilanView{On: day, Cycle: "Cycle 1"}))
}

func TestTheFormOfTheProviderIsFilledInWithWhatIsKnown(t *testing.T) {
	v := groupBilanOf(t)
	v.Children = []registry.ShortChild{{First: "Lila", Initial: "K"}}
	golden(t, "provider-form", providerForm(Meta{Date: day}, v, true))
	if text := outline(providerForm(Meta{}, v, false)); strings.Contains(text, "Lila") {
		t.Error("a form without names has one")
	}
	if n := providerForm(Meta{}, groupBilanOf(t), true).Pages(); n > 2 {
		t.Errorf("%d pages", n)
	}
}

func TestTheSheetOfASessionHasAPlaceToSign(t *testing.T) {
	v := crowd(2, 2)
	v.On = day
	v.Sessions[1].ID = data.ID[data.Session]{7}
	v.Rows[0].Cells[1] = registry.Cell{Mark: data.Late}
	v.Rows[1].Cells[1] = registry.Cell{Kind: registry.CellNotExpected}
	golden(t, "session-sheet", sessionSheet(Meta{Date: day}, v, SessionSheetOf{Session: v.Sessions[1].ID}))
	text := outline(sessionSheet(Meta{}, v, SessionSheetOf{Session: v.Sessions[1].ID, Blank: true}))
	if strings.Contains(text, "cell: R") || strings.Count(text, "row") < 1+1+spareLines {
		t.Errorf("a blank sheet reads\n%s", text)
	}
	if gone := outline(sessionSheet(Meta{}, v, SessionSheetOf{Session: data.ID[data.Session]{9}})); !strings.Contains(gone, "n’est plus") {
		t.Errorf("a session that is gone reads\n%s", gone)
	}
}

func TestTheSheetsOfACycleStandOnTheirOwnPages(t *testing.T) {
	all, ok := town().CycleSheets(art(t, 2026).ID)
	if !ok || len(all) < 2 {
		t.Fatalf("%d sheets", len(all))
	}
	page := 0
	for _, e := range cycleAttendanceSheets(Meta{}, all, true).Outline() {
		if e.Kind == pdf.KindTitle {
			if e.Page <= page {
				t.Errorf("two sheets share page %d", e.Page)
			}
			page = e.Page
		}
	}
	if page < len(all) {
		t.Errorf("%d sheets on %d pages", len(all), page)
	}
	if text := outline(cycleAttendanceSheets(Meta{}, nil, false)); !strings.Contains(text, "aucun groupe") {
		t.Error("a cycle without group says nothing")
	}
}

func TestACertificateTellsDaysAndHoursAndNotWhy(t *testing.T) {
	v := registry.CertificateView{
		Letterhead: registry.Letterhead{Team: "Programme de réussite éducative", Town: "Sauvelande"}, On: day, Reference: "ABCD2345",
		Child: registry.ChildName{First: "Lila", Last: "Kerdoun"}, Sex: data.Girl, BirthDate: data.NewDate(2018, 3, 12),
		Days: []registry.CertificateDay{{Date: data.NewDate(2026, 10, 7), Start: data.At(14, 0), LengthMinutes: 60},
			{Date: data.NewDate(2026, 10, 14), Start: data.At(14, 0), LengthMinutes: 90}},
	}
	golden(t, "certificate", certificate(Meta{Date: day}, v))
	if text := outline(certificate(Meta{}, registry.CertificateView{Child: v.Child})); !strings.Contains(text, "rien à attester") {
		t.Errorf("nothing to certify reads\n%s", text)
	}
}

func TestACertificateOfTheSampleNamesNobodyElseAndNoWorkshop(t *testing.T) {
	cycle := art(t, 2026)
	sheet, _ := town().AttendanceSheetView(cycle.Groups[0].ID)
	v, ok := town().Certificate(sheet.Rows[0].Child.ID, cycle.ID)
	if !ok || len(v.Days) == 0 {
		t.Fatal("nothing to certify")
	}
	text := outline(certificate(Meta{}, v))
	for _, row := range sheet.Rows[1:] {
		if strings.Contains(text, row.Child.Last) {
			t.Errorf("%q is in the certificate of another child", row.Child.Last)
		}
	}
	if strings.Contains(strings.ToLower(text), "thérapie") {
		t.Error("the certificate says why the child comes")
	}
}

func TestAFicheActionHoldsEveryHeading(t *testing.T) {
	var v registry.FicheView
	v.On = day
	v.Workshop = data.Workshop{Name: "Art-thérapie", MinAge: 6, MaxAge: 11, Capacity: 7, Groups: 2, Sessions: 12, SessionMinutes: 60, Themes: []string{"Collage"}}
	v.Workshop.Fiche = data.Fiche{Carrier: "CCAS", Objectives: "Oser dire\nJouer avec d'autres", Budget: "À définir"}
	v.Cycles = []registry.CycleRow{{Name: "Cycle 1", SchoolYear: 2026, First: data.NewDate(2026, 10, 7), Last: data.NewDate(2027, 1, 27), Groups: make([]registry.CycleGroup, 2)}}
	d := ficheAction(Meta{Date: day}, v)
	golden(t, "fiche-action", d)
	for _, heading := range []string{"Intitulé", "Porteur", "Public", "Constats", "Objectifs", "Description", "Lieu", "Calendrier", "Partenaires",
		"Pilotes", "Intervenants", "Moyens humains", "Moyens matériels", "Budget, coûts et recettes", "Indicateurs et outils d’évaluation"} {
		if !strings.Contains(outline(d), heading) {
			t.Errorf("no %q", heading)
		}
	}
}

func TestTheListOfAGroupHoldsItsTelephonesWhenAsked(t *testing.T) {
	group := art(t, 2026).Groups[0].ID
	for phones, want := range map[bool]bool{true: true, false: false} {
		v, ok := town().GroupList(group, phones)
		if !ok || len(v.Groups) != 1 || len(v.Groups[0].Children) == 0 {
			t.Fatalf("%d groups", len(v.Groups))
		}
		if text := outline(facilitatorList(Meta{}, v)); strings.Contains(text, "Téléphone") != want || !strings.Contains(text, "Liste du groupe") {
			t.Errorf("with telephones %v:\n%s", phones, text)
		}
	}
}
