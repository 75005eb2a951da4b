package safety

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/ui/look"
)

// now is the Friday of the mockups, at 10:42.
var now = time.Date(2027, 1, 15, 10, 42, 0, 0, time.UTC)

// plain shows no-break spaces as ~.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", "~") }

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if plain(got) != want {
		t.Errorf("%s: %q, want %q", what, plain(got), want)
	}
}

func instant(t time.Time) data.Instant { return data.Instant(t.Unix()) }

func place(label string, unseen int, ring bool) registry.PlaceState {
	return registry.PlaceState{BackupPlace: data.BackupPlace{Label: label, Path: "/media/" + label, Ring: ring, DoneAt: instant(now.Add(-17 * time.Hour))},
		Present: true, Unseen: unseen}
}

func TestTheRailSaysHowTheBackupsStand(t *testing.T) {
	hier := now.Add(-17 * time.Hour)
	for want, x := range map[string]struct {
		state registry.BackupState
		tone  look.ToneName
	}{
		"Dernière sauvegarde vérifiée~: hier":                                       {registry.BackupState{LastAt: hier}, look.Neutral},
		"Aucune sauvegarde~: choisissez où les garder":                              {registry.BackupState{Health: registry.BackupsNone}, look.Alarm},
		"Dernière sauvegarde vérifiée~: il y a 3~jours":                             {registry.BackupState{Health: registry.BackupsOld, LastAt: now.Add(-72 * time.Hour)}, look.Warning},
		"Dernière sauvegarde vérifiée~: il y a 8~jours":                             {registry.BackupState{Health: registry.BackupsOld, LastAt: now.Add(-8 * 24 * time.Hour)}, look.Alarm},
		"Aucune sauvegarde vérifiée":                                                {registry.BackupState{Health: registry.BackupsOld}, look.Alarm},
		"Sauvegarde en échec. Dernière sauvegarde vérifiée~: hier":                  {registry.BackupState{Health: registry.BackupsFailed, LastAt: hier}, look.Alarm},
		"Dernière sauvegarde vérifiée~: hier. Clé de secours à créer":               {registry.BackupState{Health: registry.CarrierUnseen, LastAt: hier, Places: []registry.PlaceState{place("A", 3, true)}}, look.Warning},
		"Dernière sauvegarde vérifiée~: hier. Trousseau à recopier":                 {registry.BackupState{Health: registry.CarrierUnseen, LastAt: hier, PaperKeys: 1}, look.Alarm},
		"Dernière sauvegarde vérifiée~: hier. Essai de restauration à faire":        {registry.BackupState{Health: registry.DrillDue, LastAt: hier}, look.Warning},
		"Dernière sauvegarde vérifiée~: aujourd’hui. Essai de restauration à faire": {registry.BackupState{Health: registry.DrillDue, LastAt: now}, look.Warning},
	} {
		words, tone := railWords(x.state, now, 30)
		expect(t, "rail", words, want)
		if tone != x.tone {
			t.Errorf("%q is said in %v, want %v", want, tone, x.tone)
		}
	}
}

func TestEveryStateOfTheBackupsSaysWhatToDo(t *testing.T) {
	told := map[string]bool{}
	for h := registry.BackupsFine; h <= registry.DrillDue; h++ {
		s := health(registry.BackupState{Health: h, LastAt: now.Add(-17 * time.Hour), PaperKeys: 1}, now, 30)
		if s.fact == "" || s.next == "" || told[s.fact] {
			t.Errorf("state %d says %q, then %q", h, s.fact, s.next)
		}
		told[s.fact] = true
	}
}

func TestTheCarrierThatWasNotSeenIsNamed(t *testing.T) {
	s := registry.BackupState{Health: registry.CarrierUnseen, PaperKeys: 1,
		Places: []registry.PlaceState{place("Disque", 0, false), place("Clé USB bleue", 34, true)}}
	expect(t, "unseen", health(s, now, 30).fact, "Le trousseau de «~Clé USB bleue~» n’a pas été recopié depuis 34~jours.")
	s.Places[1].Unseen = -1
	expect(t, "never", health(s, now, 30).fact, "Le trousseau n’a encore jamais été copié dans «~Clé USB bleue~».")
	s.Places = s.Places[:1]
	expect(t, "none", health(s, now, 30).fact, "Le trousseau de clés n’est copié nulle part.")
	s.PaperKeys, s.Places = 0, []registry.PlaceState{place("Clé USB bleue", 3, true)}
	expect(t, "paper", health(s, now, 30).fact, "Il n’y a pas encore de clé de secours.")
}

func TestAFailureNamesItsPlaces(t *testing.T) {
	bad := place("", 0, false)
	bad.Path, bad.FailedAt = "/mnt/serveur", instant(now)
	s := registry.BackupState{Health: registry.BackupsFailed, Places: []registry.PlaceState{place("Disque", 0, false), bad}}
	expect(t, "failed", health(s, now, 30).fact, "La dernière sauvegarde n’a pas pu se faire dans «~/mnt/serveur~».")
}

func TestAPlaceSaysWhetherItIsThereAndHowOldItsRingIs(t *testing.T) {
	words := func(p registry.PlaceState) string {
		var all []string
		for _, b := range placeBadges(p, data.DateOf(now), 30) {
			all = append(all, b.words+" "+string(b.tone))
		}
		return strings.Join(all, ", ")
	}
	fine, absent, failed, unseen := place("A", 2, true), place("B", 0, false), place("C", -1, true), place("D", 31, true)
	absent.Present, failed.FailedAt = false, instant(now)
	expect(t, "fine", words(fine), "En ordre "+string(look.Good)+", Trousseau recopié il y a 2~jours "+string(look.Info))
	expect(t, "absent", words(absent), "Absent "+string(look.Neutral))
	expect(t, "failed", words(failed), "En échec "+string(look.Alarm)+", Trousseau jamais copié "+string(look.Alarm))
	expect(t, "unseen", words(unseen), "En ordre "+string(look.Good)+", Trousseau non revu depuis 31~jours "+string(look.Alarm))
	fine.Files = make([]registry.BackupFile, 12)
	expect(t, "detail", placeDetail(fine, now), "Dernière vérifiée hier à 17~h~42, 12~sauvegardes gardées")
}

func TestALongPathKeepsItsBeginningAndItsEnd(t *testing.T) {
	got := shortPath("/media/partage/"+strings.Repeat("a", 80)+"/sauvegardes", 40)
	if n := len([]rune(got)); n != 40 || !strings.HasPrefix(got, "/media/par") || !strings.HasSuffix(got, "/sauvegardes") {
		t.Errorf("%d letters: %q", n, got)
	}
}

func TestSizesAreReadAsPeopleSayThem(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0~o", 999: "999~o", 45_600: "46~Ko", 3_420_000: "3,4~Mo", 128_000_000: "128~Mo", 4_700_000_000: "4,7~Go"} {
		expect(t, "size", sizeWords(bytes), want)
	}
}

func TestABackupIsWellWhenEveryPlacePresentIsVerified(t *testing.T) {
	ok := registry.BackupOutcome{Place: data.BackupPlace{Label: "Disque"}}
	missing := registry.BackupOutcome{Place: data.BackupPlace{Label: "Clé"}, Err: fmt.Errorf("backing up: %w", registry.ErrPlaceMissing)}
	full := registry.BackupOutcome{Place: data.BackupPlace{Label: "Réseau"}, Err: errors.New("full")}
	for name, x := range map[string]struct {
		all  []registry.BackupOutcome
		well bool
		said string
	}{
		"all":          {[]registry.BackupOutcome{ok}, true, "Sauvegarde vérifiée dans «~Disque~»."},
		"one away":     {[]registry.BackupOutcome{ok, missing}, true, "Sauvegarde vérifiée dans «~Disque~», en échec ailleurs."},
		"one full":     {[]registry.BackupOutcome{ok, full}, false, "Sauvegarde vérifiée dans «~Disque~», en échec ailleurs."},
		"nothing kept": {[]registry.BackupOutcome{missing}, false, "La sauvegarde n’a pas pu se faire."},
	} {
		said, _ := outcomeWords(x.all)
		expect(t, name, said, x.said)
		if wellEnough(x.all) != x.well {
			t.Errorf("%s: well %v", name, !x.well)
		}
	}
}

func TestAPreviewSaysWhatIsLostAndWhoDoesNotComeBack(t *testing.T) {
	p := registry.RestorePreview{Verified: true, Children: 62, Erased: 2, Lost: 14, File: registry.BackupFile{At: now.Add(-17 * time.Hour), Bytes: 3_400_000, State: 1234},
		Counts: []registry.Count{{Noun: registry.Bilans, Records: 84}, {Noun: registry.Rooms, Records: 3}, {Noun: registry.Sessions, Records: 1}}}
	var said []string
	for _, n := range previewNotices(p, true) {
		said = append(said, n.fact)
	}
	expect(t, "notices", strings.Join(said, " "), "Ce qui a été fait depuis sera défait~: 14~enregistrements. 2~enfants effacés depuis ne reviendront pas.")
	facts := previewFacts(p, now)
	expect(t, "date", facts[0].Value, "Jeudi 14~janvier 2027 à 17~h~42")
	expect(t, "with", facts[len(facts)-1].Value, "84~bilans et 1~séance")
	if n := previewNotices(registry.RestorePreview{Verified: true, Lost: -1}, false); len(n) != 0 {
		t.Errorf("nothing to lose, and yet %v", n)
	}
}

func TestTheJournalIsPutInWords(t *testing.T) {
	lila := data.ID[data.Child]{1}
	lines := []registry.JournalLine{
		{Number: 3, At: now, By: "Maud Estève", Act: journal.Viewed, Noun: registry.Children, Child: lila, ChildName: "Lila Kerdoun", Reference: "7K2M", Count: 1},
		{Number: 2, At: now.Truncate(24 * time.Hour), By: "Maud Estève", Act: journal.Printed, Child: data.ID[data.Child]{2}, Detail: "Bilan", Count: 1},
		{Number: 1, At: now, By: "Nadège Corbier", Act: journal.BackedUp, Detail: "=Disque", Count: 1},
	}
	all := entries(lines, now, func(registry.JournalLine) string { return "Lila K." })
	var said []string
	for _, e := range all {
		var cells []string
		for _, c := range spread() {
			cells = append(cells, c.Cell(e).String())
		}
		said = append(said, strings.Join(cells, "|"))
	}
	expect(t, "rows", strings.Join(said, "\n"), strings.Join([]string{
		"3|15/01/2027|10:42|Maud Estève|a ouvert le dossier|Lila K.|7K2M|",
		"2|15/01/2027|00:00|Maud Estève|a imprimé|enfant effacé||Bilan",
		"1|15/01/2027|10:42|Nadège Corbier|a sauvegardé|||=Disque",
	}, "\n"))
	if !all[1].childID.IsZero() || all[0].childID != lila {
		t.Error("only a child that is there can be opened")
	}
}

func TestEveryActIsInOneFamily(t *testing.T) {
	in := map[journal.Act]int{}
	for _, f := range families {
		for _, a := range f.acts {
			in[a]++
		}
	}
	for a := journal.Unlocked; a <= journal.Repaired; a++ {
		if in[a] != 1 {
			t.Errorf("act %d is in %d families", a, in[a])
		}
	}
}

func TestAJournalThatBreaksSaysWhere(t *testing.T) {
	expect(t, "broken", brokenWords(fmt.Errorf("verifying: %w", &journal.BrokenError{Number: 1234, Why: "is missing"})),
		"Le journal ne tient plus à l’entrée n°~1~234.")
	sentence, detail := checkWords(registry.JournalCheck{Entries: 412, First: now.AddDate(0, -3, 0), Last: now, Head: "a1b2c3d4e5f6", PrunedUpTo: 10}, now)
	expect(t, "sentence", sentence, "Le journal est intact~: 412~entrées vérifiées, du 15~octobre 2026 au 15~janvier 2027.")
	expect(t, "detail", detail, "Chaque entrée tient à la précédente et porte la signature de son auteur. Empreinte~: a1b2c3d4. Les entrées d’avant le n°~10 ont été élaguées, leur trace est signée.")
}

func TestADrillSaysWhenTheNextOneIs(t *testing.T) {
	today := data.DateOf(now)
	expect(t, "never", drillWords(registry.BackupState{DrillDue: true}, 35, today).fact, "Jamais fait.")
	expect(t, "done", drillWords(registry.BackupState{DrillOn: today.AddDays(-12)}, 35, today).next, "Prochain essai avant le 7~février.")
	expect(t, "due", drillWords(registry.BackupState{DrillOn: today.AddDays(-40), DrillDue: true}, 35, today).fact, "Fait il y a 40~jours, à refaire.")
}
