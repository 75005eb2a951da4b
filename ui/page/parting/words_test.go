package parting

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/look"
)

func TestReasonThatNamesTheChildIsNoticedHoweverItIsWritten(t *testing.T) {
	c := Child{First: "Éliott", Last: "Le Goff"}
	for text, want := range map[string]bool{
		"Demande de la mère d’Éliott": true, "famille LE GOFF partie": true, "eliott": true, "Départ de « Le Goff »": true,
		"Demande de la famille": false, "Goffinet": false, "": false,
	} {
		if got := names(text, c); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestWhatGoesIsCountedInWords(t *testing.T) {
	p := registry.ErasurePreview{Family: true, Marks: 9, Counts: []registry.Count{
		{Noun: registry.Children, Records: 1}, {Noun: registry.Families, Records: 1}, {Noun: registry.Notes, Records: 12},
	}}
	const want = "La fiche de l’enfant, la fiche de sa famille, où il n’y a plus d’autre enfant, 12\u00a0notes et " +
		"9\u00a0présences dans les feuilles de groupe."
	if got := goes(p); got != want {
		t.Errorf("said %q", got)
	}
	if got := goes(registry.ErasurePreview{}); !strings.Contains(got, "La fiche de l’enfant.") {
		t.Errorf("a bare file: %q", got)
	}
}

func TestCarriersThatStillHoldTheKeyAreNamedBeforeAndAfter(t *testing.T) {
	stick := data.BackupPlace{Label: "Clé USB rouge", Path: "E:/Sauvegardes", Ring: true}
	disk := data.BackupPlace{Path: "D:/Disque", Ring: true, RingAt: 1_800_000_000}
	p := registry.ErasurePreview{Carriers: []data.BackupPlace{stick, disk}, Latest: data.NewDate(2027, 8, 14)}
	for _, part := range []string{"Clé USB rouge (jamais renouvelée)", "Disque (renouvelée le 15\u00a0janvier 2027)", "14\u00a0août 2027"} {
		if got := when(p); !strings.Contains(got, part) {
			t.Errorf("%q does not say %q", got, part)
		}
	}
	e := registry.Erasure{ErasurePreview: p}
	tone, fact, next := outcome(e, 1_700_000_000)
	if tone != look.Warning || !strings.HasPrefix(fact, "1\u00a0copie ") || !strings.Contains(next, "Branchez Clé USB rouge,") || strings.Contains(next, "Disque") {
		t.Errorf("%v, %q, %q", tone, fact, next)
	}
	e.Complete = data.NewDate(2027, 1, 15)
	if tone, _, _ := outcome(e, 0); tone != look.Good {
		t.Errorf("a complete erasure is shown as %v", tone)
	}
}

func TestWithoutBackupsNoDayIsPromised(t *testing.T) {
	if got := when(registry.ErasurePreview{}); strings.Contains(got, "sauvegardes") {
		t.Errorf("said %q", got)
	}
}

func TestFigureSaysNoMoreThanItHolds(t *testing.T) {
	for want, f := range map[string]data.Figure{
		"2025-2026|Un enfant": {Kind: data.FigureYear, SchoolYear: 2025},
		"2025-2026|Fille, 6\u00a0à 10\u00a0ans, quartier prioritaire": {
			Kind: data.FigureYear, SchoolYear: 2025, Sex: data.Girl, Age: data.AgeSix, Area: true},
		"2025-2026, art-thérapie|11\u00a0présences sur 12, 1\u00a0bilan": {
			Kind: data.FigurePlace, SchoolYear: 2025, Came: 11, Counted: 12, Bilans: 1},
		"2025-2026|Une entrée": {Kind: data.FigureEntry, SchoolYear: 2025},
	} {
		title, detail := figureLine(f, "Art-thérapie")
		if got := title + "|" + detail; got != want {
			t.Errorf("%+v: %q, want %q", f, got, want)
		}
	}
}
