package export

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// shouted are the papers about the file with one name and one note wherever a text can be typed.
func shouted(m Meta, name, note string) map[string]*pdf.Document {
	head := registry.Letterhead{Team: name, Town: name, Phone: name, Email: name, Address: data.Address{Street: name, PostCode: name, Town: name}}
	elimination, erasure, journal := eliminationOf(3), erasureOf(), journalOf(3)
	elimination.Letterhead, elimination.Rule, elimination.By, elimination.Reference = head, name, name, name
	elimination.Rows[1] = registry.EliminationRow{Reference: name, Kind: name, Rule: name, Reason: note}
	erasure.Letterhead, erasure.By, erasure.Reason, erasure.Reference, erasure.Kept, erasure.JournalHash = head, name, note, name, []string{note}, name
	erasure.Carriers[0].Label, erasure.Destroyed[0].What = name, name
	journal.Letterhead, journal.Filter, journal.Fault, journal.Head = head, name, note, name
	journal.Rows[1] = registry.JournalPaperRow{By: name, What: note, Reference: name}
	record := registry.ProcessingRecordView{Letterhead: head, Responsible: note, Officer: name, Recipients: []string{name, ""}}
	return map[string]*pdf.Document{
		"recovery":    recoverySheet(m, registry.RecoverySheetView{Letterhead: head, Label: name, MadeBy: name, Folder: name, Groups: []string{note, name, ""}}),
		"elimination": eliminationList(m, elimination), "erasure": erasureCertificate(m, erasure), "journal": journalPaper(m, journal),
		"record": processingRecord(m, record), "impact": impactAid(m, registry.ImpactAidView{Letterhead: head}),
	}
}

func TestNoNoteBreaksAPaperAboutTheFile(t *testing.T) {
	for what, text := range longWords {
		for name, d := range shouted(stamped, "Équipe", text) {
			if n := d.Pages(); n < 1 || n > 60 {
				t.Errorf("%s, %s: %d pages", name, what, n)
			}
			rendered(t, d.Write)
		}
	}
}

func TestNamesOfAHundredAndTwentyLettersFitOnEveryPaperAboutTheFile(t *testing.T) {
	for _, name := range []string{strings.Repeat("É", data.MaxName), strings.TrimSpace(strings.Repeat("Apolline ", data.MaxName/9)), strings.Repeat("😀", data.MaxName)} {
		for paper, d := range shouted(stamped, name, "") {
			rendered(t, d.Write)
			if letters := strings.Count(outline(d), "É"); strings.HasPrefix(name, "É") && letters < data.MaxName {
				t.Errorf("%s: %d letters of %d", paper, letters, data.MaxName)
			}
		}
	}
}
