package export

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf"
	"mercredi/export/pdf/pdftest"
)

var show = flag.String("show", "", "a folder where the papers of this file are written, to be looked at")

// stamped is what a paper of an opened file is given.
var stamped = Meta{Date: day, State: 1234, JournalHead: "a1b2c3d4"}

const print64 = "a1b2c3d49f0e1122334455667788990a0b1c2d3e4f5061728394a5b6c7d8e9f0"

var (
	house = registry.Letterhead{Team: "Programme de réussite éducative", Town: "Sauvelande", Phone: "01 00 00 00 00",
		Email: "pre@sauvelande.example", Address: data.Address{Street: "4, rue du Lavoir", PostCode: "99999", Town: "Sauvelande"}}
	safeguards = registry.Safeguards{RetentionMonths: 24, JournalMonths: 12, IdleMinutes: 10, Daily: 7, Weekly: 4, Monthly: 6, Places: 2, Carriers: 2,
		DrillOn: data.NewDate(2027, 1, 4), PaperKeys: 2, Members: 6}
)

func recoveryOf() registry.RecoverySheetView {
	return registry.RecoverySheetView{Letterhead: house, Label: "Clé de secours 1", MadeOn: day, MadeBy: "Samira Lounès", Folder: "Équipe PRE",
		Groups: []string{"7K2MQ", "P4XW9", "DT6HC", "0VJ3R", "A8NYE", "5GZSB", "M1QKF", "X2C7D"}}
}

func eliminationOf(rows int) registry.EliminationListView {
	v := registry.EliminationListView{Letterhead: house, Reference: "E-2027-01", On: day, By: "Samira Lounès", Rule: "deux ans après le dernier contact"}
	for i := range rows {
		first := data.NewDate(2021, 9, 6).AddDays(9 * i % 700)
		row := registry.EliminationRow{Reference: fmt.Sprintf("7K2M%04d", i), Kind: "Dossier d'enfant", First: first, Last: first.AddDays(400 + i%90),
			Fate: registry.ProposeErase, Reason: "Parcours terminé, aucun contact depuis."}
		switch {
		case i%9 == 4:
			row.Fate, row.Reason = registry.ProposeAnonymise, "Parcours terminé ; les chiffres servent au rapport du contrat de ville, en cours d'écriture."
		case i%17 == 7:
			row.Fate, row.Reason = registry.ProposeKeep, "La famille a repris contact."
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

func erasureOf() registry.ErasureCertificateView {
	return registry.ErasureCertificateView{Letterhead: house, Reference: "7K2M4PQX", ErasedOn: day, By: "la coordinatrice",
		Reason: "Deux ans après le dernier contact, liste d'élimination E-2027-01",
		Destroyed: []registry.DestroyedCount{{What: "Fiche d'enfant", Count: 1}, {What: "Fiche de famille", Count: 1}, {What: "Observations", Count: 12},
			{What: "Évaluations", Count: 6}, {What: "Bilans", Count: 2}, {What: "Présences", Count: 1043}},
		Kept:     []string{"les chiffres des rapports déjà écrits, sans identité"},
		Carriers: []registry.ErasureCarrier{{Label: "Ordinateur de l'équipe", RefreshedOn: day, Clean: true}, {Label: "Clé USB rouge", RefreshedOn: data.NewDate(2026, 12, 18)}, {Label: "Clé USB verte"}},
		LatestOn: data.NewDate(2027, 7, 15), JournalNumber: 5821, JournalHash: print64}
}

func recordOf() registry.ProcessingRecordView {
	return registry.ProcessingRecordView{Letterhead: house, On: day, Responsible: "Caisse des écoles de Sauvelande",
		Recipients: []string{"l'école de l'enfant", "une structure de soins"}, Safeguards: safeguards}
}

func impactOf() registry.ImpactAidView {
	return registry.ImpactAidView{Letterhead: house, On: day, Children: 142, Safeguards: safeguards}
}

func journalOf(rows int) registry.JournalPaperView {
	v := registry.JournalPaperView{Letterhead: house, On: day, From: data.NewDate(2026, 12, 1), To: day, Filter: "Dossier 7K2M4PQX", Entries: 12_408, First: 2101,
		Head: print64, VerifiedOn: day}
	for i := range rows {
		what := []string{"Dossier consulté", "Observation modifiée", "Bilan imprimé", "Dossier entier remis à la famille"}[i%4]
		v.Rows = append(v.Rows, registry.JournalPaperRow{Number: uint64(12_408 - i), On: day.AddDays(-i / 9), At: data.At(i*37%24, i*53%60),
			By: []string{"Samira Lounès", "Maud Estève", "Théo Lambel"}[i%3], What: what, Reference: "7K2M4PQX"})
	}
	return v
}

// safetyPapers are the papers about the file itself, as they are printed.
func safetyPapers(m Meta) map[string]*pdf.Document {
	done := erasureOf()
	done.CompleteOn = data.NewDate(2027, 1, 20)
	for i := range done.Carriers {
		done.Carriers[i].Clean, done.Carriers[i].RefreshedOn = true, done.CompleteOn
	}
	return map[string]*pdf.Document{
		"recovery": recoverySheet(m, recoveryOf()), "erasure": erasureCertificate(m, erasureOf()), "erasure-done": erasureCertificate(m, done),
		"elimination-0": eliminationList(m, eliminationOf(0)), "elimination-1": eliminationList(m, eliminationOf(1)),
		"elimination-40": eliminationList(m, eliminationOf(40)), "elimination-400": eliminationList(m, eliminationOf(400)),
		"record": processingRecord(m, recordOf()), "impact": impactAid(m, impactOf()),
		"journal-0": journalPaper(m, journalOf(0)), "journal-1": journalPaper(m, journalOf(1)), "journal-400": journalPaper(m, journalOf(400)),
	}
}

func TestPapersAboutTheFileReadLikePapers(t *testing.T) {
	for name, d := range map[string]*pdf.Document{
		"recovery-sheet": recoverySheet(stamped, recoveryOf()), "elimination-list": eliminationList(stamped, eliminationOf(8)),
		"erasure-certificate": erasureCertificate(stamped, erasureOf()), "processing-record": processingRecord(stamped, recordOf()),
		"impact-aid": impactAid(stamped, impactOf()), "journal-paper": journalPaper(stamped, journalOf(4)),
	} {
		golden(t, name, d)
	}
}

// TestEmptyViewsAreStillPapers: nothing is known yet, and each says so or leaves room.
func TestEmptyViewsAreStillPapers(t *testing.T) {
	for name, d := range map[string]*pdf.Document{
		"recovery-sheet-empty": recoverySheet(Meta{}, registry.RecoverySheetView{}), "elimination-list-empty": eliminationList(Meta{}, registry.EliminationListView{}),
		"erasure-certificate-empty": erasureCertificate(Meta{}, registry.ErasureCertificateView{}),
		"processing-record-empty":   processingRecord(Meta{}, registry.ProcessingRecordView{}),
		"impact-aid-empty":          impactAid(Meta{}, registry.ImpactAidView{}), "journal-paper-empty": journalPaper(Meta{}, registry.JournalPaperView{}),
	} {
		golden(t, name, d)
	}
}

// TestSafetyPapersAreWrittenTheSameTwice also leaves them in the folder of -show.
func TestSafetyPapersAreWrittenTheSameTwice(t *testing.T) {
	again := safetyPapers(stamped)
	for name, d := range safetyPapers(stamped) {
		file := rendered(t, d.Write)
		if !bytes.Equal(file, rendered(t, again[name].Write)) {
			t.Errorf("%s: two writings differ", name)
		}
		if *show == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(*show, name+".pdf"), file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestPapersAboutTheFileLookRightInEachVariant is the judge for those that are not in the catalogue.
func TestPapersAboutTheFileLookRightInEachVariant(t *testing.T) {
	large, grey := stamped, stamped
	large.Large, grey.Grey = true, true
	for way, m := range map[string]Meta{"normal": stamped, "large": large, "grey": grey} {
		papers := safetyPapers(m)
		for name, d := range shouted(m, "Apolline", strings.TrimSpace(strings.Repeat("Apolline ", data.MaxName/9))) {
			papers["shouted "+name] = d
		}
		for name, d := range papers {
			for _, fault := range pdftest.Look(rendered(t, d.Write)) {
				if fault.Clause != "glued" || name != "recovery" { // the signs of a code stand apart and are one word
					t.Errorf("%s, %s: %s", name, way, fault)
				}
			}
		}
	}
}

func TestEachSafetyPaperIsWrittenByItsFunction(t *testing.T) {
	for title, write := range map[string]func(io.Writer) error{
		"Cl":              func(w io.Writer) error { return RecoverySheet(w, stamped, recoveryOf()) },
		"Bordereau":       func(w io.Writer) error { return EliminationList(w, stamped, eliminationOf(1)) },
		"Attestation":     func(w io.Writer) error { return ErasureCertificate(w, stamped, erasureOf()) },
		"Fiche":           func(w io.Writer) error { return ProcessingRecord(w, stamped, recordOf()) },
		"Aide":            func(w io.Writer) error { return ImpactAid(w, stamped, impactOf()) },
		"Extrait du jour": func(w io.Writer) error { return JournalPaper(w, stamped, journalOf(1)) },
	} {
		said := []byte(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + title)
		if file := rendered(t, write); !bytes.HasPrefix(file, []byte("%PDF")) || !bytes.Contains(file, said) {
			t.Errorf("no file titled %q", title)
		}
	}
}

func TestRecoverySheetHoldsOnOnePageHoweverManyGroups(t *testing.T) {
	for n := range 13 {
		v := recoveryOf()
		v.Groups = nil
		for range n {
			v.Groups = append(v.Groups, "W0M8QX")
		}
		if pages := recoverySheet(stamped, v).Pages(); pages != 1 {
			t.Errorf("%d groups: %d pages", n, pages)
		}
	}
}

func TestErasureCertificateHoldsOnOnePage(t *testing.T) {
	if n := erasureCertificate(stamped, erasureOf()).Pages(); n != 1 {
		t.Errorf("%d pages", n)
	}
}

func TestEveryRowOfALongListIsOnThePaper(t *testing.T) {
	list, journal := outline(eliminationList(stamped, eliminationOf(400))), outline(journalPaper(stamped, journalOf(400)))
	for _, r := range eliminationOf(400).Rows {
		if !strings.Contains(list, "cell: "+r.Reference) {
			t.Errorf("%s is not on the list", r.Reference)
		}
	}
	if n := strings.Count(journal, "cell: 7K2M4PQX"); n != 400 {
		t.Errorf("%d entries of the journal", n)
	}
}

func TestRuleOfAFileIsSaidWhenItIsNotThatOfTheList(t *testing.T) {
	v := eliminationOf(3)
	if text := outline(eliminationList(stamped, v)); strings.Contains(text, "head: Règle") {
		t.Error("the same rule is said on every line")
	}
	v.Rows[1].Rule = "un an après un refus"
	text := outline(eliminationList(stamped, v))
	if !strings.Contains(text, "cell: un an après un refus") || strings.Count(text, "cell: "+v.Rule) != 2 {
		t.Errorf("reads\n%s", text)
	}
}

func TestFateOfALaterVersionIsLeftOpen(t *testing.T) {
	v := eliminationOf(3)
	v.Rows[0].Fate, v.Rows[2].Fate = 200, 0
	if text := outline(eliminationList(stamped, v)); !strings.Contains(text, "à décider") || !strings.Contains(text, "2\u00a0sans proposition") {
		t.Errorf("reads\n%s", text)
	}
}

func TestCertificateSaysHowFarTheErasureWent(t *testing.T) {
	v := erasureOf()
	for want, dates := range map[string][2]data.Date{
		"Effacement complet le 15\u00a0janvier 2027":                {day, day},
		"Effacement complet au plus tard le 15\u00a0janvier 2027":   {0, day},
		"L’effacement sera complet quand chaque copie du trousseau": {0, 0},
	} {
		v.CompleteOn, v.LatestOn = dates[0], dates[1]
		if text := outline(erasureCertificate(stamped, v)); !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestJournalThatDoesNotHoldIsNeverSaidVerified(t *testing.T) {
	v := journalOf(1)
	v.Fault = "L'entrée 12 manque"
	if text := outline(journalPaper(stamped, v)); strings.Contains(text, "Vérifié en entier") || !strings.Contains(text, "l’entrée 12 manque.") {
		t.Errorf("reads\n%s", text)
	}
	v.Fault, v.VerifiedOn = "", 0
	if text := outline(journalPaper(stamped, v)); !strings.Contains(text, "n’a pas été vérifié") {
		t.Errorf("reads\n%s", text)
	}
}

func TestPapersSayThatNothingIsBackedUpWhenNothingIs(t *testing.T) {
	v := impactOf()
	v.Places = 0
	if text := outline(impactAid(stamped, v)); !strings.Contains(text, "Aucun lieu de sauvegarde") || strings.Contains(text, "relue et déchiffrée") {
		t.Errorf("reads\n%s", text)
	}
}

func TestMidnightIsAnHourOfTheJournal(t *testing.T) {
	if got := clock(0) + ", " + clock(data.At(9, 5)); got != "0\u00a0h\u00a000, 9\u00a0h\u00a005" {
		t.Errorf("%q", got)
	}
}

func TestPapersSayTheStateOfTheFileWhenItIsGiven(t *testing.T) {
	for want, meta := range map[string]Meta{
		"":                        {},
		"état n°\u00a01\u00a0234": {State: 1234},
		"journal a1b2c3d4":        {JournalHead: "a1b2c3d4"},
		"état n°\u00a01\u00a0234 · journal a1b2c3d4": stamped,
	} {
		if got := meta.document(house, pdf.Meta{}).Stamp; got != want {
			t.Errorf("%+v: %q", meta, got)
		}
	}
}
