package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

var show = flag.String("show", "", "a folder where the papers of this file are written, to be looked at")

var house = registry.Letterhead{Team: "Programme de réussite éducative", Town: "Sauvelande", Phone: "01 00 00 00 00",
	Email: "pre@sauvelande.example", Address: data.Address{Street: "4, rue du Lavoir", PostCode: "99999", Town: "Sauvelande"}}

func TestRecoverySheetReadsLikeAPaperToKeep(t *testing.T) {
	golden(t, "recovery-sheet", recoverySheet(Meta{Date: day}, recoveryOf()))
}

func recoveryOf() registry.RecoverySheetView {
	return registry.RecoverySheetView{Letterhead: house, Label: "Clé de secours 1", MadeOn: day, MadeBy: "Samira Lounès", Folder: "Équipe PRE",
		Groups: []string{"7K2MQ", "P4XW9", "DT6HC", "0VJ3R", "A8NYE", "5GZSB", "M1QKF", "X2C7D"}}
}

func TestRecoverySheetHoldsOnOnePageHoweverManyGroups(t *testing.T) {
	for n := range 13 {
		v := recoveryOf()
		v.Groups = nil
		for range n {
			v.Groups = append(v.Groups, "W0M8QX")
		}
		if pages := recoverySheet(Meta{Date: day, State: 1234, JournalHead: "a1b2c3d4"}, v).Pages(); pages != 1 {
			t.Errorf("%d groups: %d pages", n, pages)
		}
	}
}

// safetyPapers are the papers of this file as they are printed.
func safetyPapers() map[string]*pdf.Document {
	m := Meta{Date: day, State: 1234, JournalHead: "a1b2c3d4"}
	return map[string]*pdf.Document{
		"recovery": recoverySheet(m, recoveryOf()),
	}
}

// TestSafetyPapersAreWrittenTheSameTwice also leaves them in the folder of -show.
func TestSafetyPapersAreWrittenTheSameTwice(t *testing.T) {
	again := safetyPapers()
	for name, d := range safetyPapers() {
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

func TestPapersSayTheStateOfTheFileWhenItIsGiven(t *testing.T) {
	for meta, want := range map[Meta]string{
		{}:                                     "",
		{State: 1234}:                          "état n°\u00a01\u00a0234",
		{JournalHead: "a1b2c3d4"}:              "journal a1b2c3d4",
		{State: 1234, JournalHead: "a1b2c3d4"}: "état n°\u00a01\u00a0234 · journal a1b2c3d4",
	} {
		if got := meta.document(house, pdf.Meta{}).Stamp; got != want {
			t.Errorf("%+v: %q", meta, got)
		}
	}
	if strings.Contains(outline(recoverySheet(Meta{State: 1234}, recoveryOf())), "état") {
		t.Error("the stamp is content")
	}
}
