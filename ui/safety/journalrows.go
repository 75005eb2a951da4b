package safety

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export/sheet"
	"mercredi/ui/page/listing"
)

// entry is one line of the journal, in words.
type entry struct {
	number                                         uint64
	at                                             time.Time
	day, hour, who, what, child, reference, detail string
	childID                                        data.ID[data.Child] // zero when there is no file to open
	act                                            journal.Act
}

func (e entry) key() string { return strconv.FormatUint(e.number, 10) }

// gone is the child of an entry whose file is no more.
const gone = "enfant effacé"

// entries puts the lines of the journal in words. name shortens the name of a child, as screens say it.
func entries(lines []registry.JournalLine, now time.Time, name func(registry.JournalLine) string) []entry {
	out := make([]entry, 0, len(lines))
	for _, l := range lines {
		at := l.At.In(now.Location())
		e := entry{
			number: l.Number, at: at, day: fr.DateDigits(data.DateOf(at)), hour: hour(at), who: l.By,
			what: fr.Deed(l.Act, l.Noun, l.Count), reference: l.Reference, detail: l.Detail, act: l.Act,
		}
		switch {
		case l.Child.IsZero():
		case l.ChildName == "":
			e.child = gone
		default:
			e.child, e.childID = name(l), l.Child
		}
		out = append(out, e)
	}
	return out
}

// period is a stretch of time to look at.
type period struct {
	words string
	days  int // before today; 0 for all
}

// periods are those one chooses among, the first one at first.
var periods = []period{
	{"30 derniers\u00a0jours", 30}, {"7 derniers\u00a0jours", 7}, {"Aujourd’hui", 1}, {"12 derniers\u00a0mois", 365}, {"Depuis le début", 0},
}

// from is the first day of the period; zero for the beginning.
func (p period) from(today data.Date) data.Date {
	if p.days == 0 {
		return data.Date(0)
	}
	return today.AddDays(1 - p.days)
}

// family is a handful of acts that one looks for together.
type family struct {
	words string
	acts  []journal.Act
}

// families are the acts one chooses among.
var families = []family{
	{"Dossiers ouverts", []journal.Act{journal.Viewed}},
	{"Saisies et changements", []journal.Act{journal.Created, journal.Changed, journal.Removed}},
	{"Documents imprimés ou exportés", []journal.Act{journal.Printed, journal.Exported, journal.HandedOver}},
	{"Effacements", []journal.Act{journal.Erased, journal.Anonymised, journal.Repaired}},
	{"Clés et mots de passe", []journal.Act{journal.SlotAdded, journal.SlotRemoved, journal.AccessChanged, journal.PasswordChanged,
		journal.PasswordReset, journal.PaperKeyMade, journal.PaperKeyTried}},
	{"Sauvegardes et entretien", []journal.Act{journal.BackedUp, journal.BackupFailed, journal.Restored, journal.Drilled,
		journal.Compacted, journal.Pruned}},
	{"Ouvertures et mots de passe refusés", []journal.Act{journal.Unlocked, journal.UnlockFailed, journal.Locked}},
}

// checkWords says what a verification found.
func checkWords(c registry.JournalCheck, now time.Time) (sentence, detail string) {
	if c.Entries == 0 {
		return "Le journal est vide.", ""
	}
	sentence = fmt.Sprintf("Le journal est intact\u00a0: %s, %s.", fr.Count(c.Entries, "entrée vérifiée", "entrées vérifiées"),
		fr.Range(dayOf(c.First, now), dayOf(c.Last, now)))
	detail = "Chaque entrée tient à la précédente et porte la signature de son auteur. Empreinte\u00a0: " + shortHead(c.Head) + "."
	if c.PrunedUpTo > 0 {
		detail += " Les entrées d’avant le n°\u00a0" + fr.Number(int(c.PrunedUpTo)) + " ont été élaguées, leur trace est signée."
	}
	return sentence, detail
}

// shortHead is the beginning of a fingerprint, as papers print it.
func shortHead(head string) string {
	if len(head) > 8 {
		return head[:8]
	}
	return head
}

// spread are the columns of the journal in a spreadsheet: those on screen, with the number of the entry, and its day
// and hour apart.
func spread() []listing.Column[entry] {
	text := func(title string, of func(entry) string) listing.Column[entry] {
		return listing.Column[entry]{Title: title, Cell: func(e entry) sheet.Cell { return sheet.Text(of(e)) }}
	}
	return []listing.Column[entry]{
		{Title: "N°", Cell: func(e entry) sheet.Cell { return sheet.Number(int(e.number)) }},
		{Title: "Date", Cell: func(e entry) sheet.Cell { return sheet.Day(data.DateOf(e.at)) }},
		{Title: "Heure", Cell: func(e entry) sheet.Cell { return sheet.Hour(data.At(e.at.Hour(), e.at.Minute())) }},
		text("Qui", func(e entry) string { return e.who }), text("Ce qui a été fait", func(e entry) string { return e.what }),
		text("Enfant", func(e entry) string { return e.child }), text("Référence", func(e entry) string { return e.reference }),
		text("Détail", func(e entry) string { return e.detail }),
	}
}

// brokenWords says where the journal breaks.
func brokenWords(err error) string {
	var broken *journal.BrokenError
	if errors.As(err, &broken) {
		return "Le journal ne tient plus à l’entrée n°\u00a0" + fr.Number(int(broken.Number)) + "."
	}
	return "Le journal ne tient plus."
}
