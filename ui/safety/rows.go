package safety

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// said is how things stand: the fact, what to do, and how grave it is.
type said struct {
	tone       look.ToneName
	fact, next string
}

// dayOf is the day of a moment where the clock is.
func dayOf(t, now time.Time) data.Date { return data.DateOf(t.In(now.Location())) }

// momentOf is the moment of what is kept in seconds; zero is never.
func momentOf(i data.Instant) time.Time {
	if i == 0 {
		return time.Time{}
	}
	return time.Unix(int64(i), 0)
}

// hour is the time of day, midnight included: "18 h 04".
func hour(t time.Time) string {
	if t.Hour() == 0 && t.Minute() == 0 {
		return "0\u00a0h"
	}
	return fr.Time(data.At(t.Hour(), t.Minute()))
}

// ago places a moment beside now: "aujourd’hui à 9 h 12", "hier à 18 h 04", "il y a 3 jours".
func ago(t, now time.Time) string {
	day, today := dayOf(t, now), data.DateOf(now)
	words := fr.Relative(day, today)
	if day.DaysUntil(today) <= 1 {
		words += " à " + hour(t.In(now.Location()))
	}
	return words
}

// exactly is a moment in full: "jeudi 14 janvier 2027 à 18 h 04".
func exactly(t, now time.Time) string {
	return fr.Date(dayOf(t, now)) + " à " + hour(t.In(now.Location()))
}

// soon is how many days without a verified backup are a warning; past it, an alarm.
const soon = 7

// oldTone is how grave it is that the last backup is old.
func oldTone(last, now time.Time) look.ToneName {
	if last.IsZero() || now.Sub(last) > soon*24*time.Hour {
		return look.Alarm
	}
	return look.Warning
}

// railWords is the sentence at the foot of the rail.
func railWords(s registry.BackupState, now time.Time, carrierDays int) (string, look.ToneName) {
	last := "Aucune sauvegarde vérifiée"
	if !s.LastAt.IsZero() {
		last = "Dernière sauvegarde vérifiée\u00a0: " + fr.Relative(dayOf(s.LastAt, now), data.DateOf(now))
	}
	switch s.Health {
	case registry.BackupsNone:
		return "Aucune sauvegarde\u00a0: choisissez où les garder", look.Alarm
	case registry.BackupsOld:
		return last, oldTone(s.LastAt, now)
	case registry.BackupsFailed:
		return "Sauvegarde en échec. " + last, look.Alarm
	case registry.CarrierUnseen:
		if _, worse := ringTrouble(s, carrierDays); worse {
			return last + ". Trousseau à recopier", look.Alarm
		}
		return last + ". Clé de secours à créer", look.Warning
	case registry.DrillDue:
		return last + ". Essai de restauration à faire", look.Warning
	}
	return last, look.Neutral
}

// health is the state of backups in one sentence, and what to do.
func health(s registry.BackupState, now time.Time, carrierDays int) said {
	switch s.Health {
	case registry.BackupsNone:
		return said{look.Alarm, "Aucune sauvegarde n’est faite.",
			"Si le disque de ce poste lâche, tout est perdu. Choisissez un second disque, une clé USB ou un dossier du réseau."}
	case registry.BackupsOld:
		if s.LastAt.IsZero() {
			return said{look.Alarm, "Aucune sauvegarde vérifiée pour l’instant.", "Branchez les disques et les clés, puis sauvegardez."}
		}
		return said{oldTone(s.LastAt, now), "La dernière sauvegarde vérifiée date d’" + ago(s.LastAt, now) + ".",
			"Branchez les disques et les clés, puis sauvegardez."}
	case registry.BackupsFailed:
		return said{look.Alarm, failedWords(s.Places), "Vérifiez qu’il reste de la place et que le disque est branché, puis sauvegardez de nouveau."}
	case registry.CarrierUnseen:
		return unseen(s, carrierDays)
	case registry.DrillDue:
		return said{look.Warning, "Un essai de restauration est à faire.",
			"Rouvrir une sauvegarde avec la clé de secours est la seule preuve qu’elle servira le jour venu."}
	}
	return said{look.Good, "Dernière sauvegarde vérifiée " + ago(s.LastAt, now) + ".",
		"Mercredi sauvegarde à chaque fermeture, et une fois par jour quand il reste ouvert. Vous n’avez rien à faire."}
}

// failedWords names the places in which the last backup failed.
func failedWords(places []registry.PlaceState) string {
	var names []string
	for _, p := range places {
		if p.FailedAt != 0 {
			names = append(names, fr.Quote(placeName(p.BackupPlace)))
		}
	}
	if len(names) == 0 {
		return "La dernière sauvegarde n’a pas pu se faire."
	}
	return "La dernière sauvegarde n’a pas pu se faire dans " + fr.List(names) + "."
}

// unseen says what lacks around the key ring: a copy that is too old, a copy at all, a paper key.
func unseen(s registry.BackupState, carrierDays int) said {
	if trouble, worse := ringTrouble(s, carrierDays); worse {
		return trouble
	}
	return said{look.Warning, "Il n’y a pas encore de clé de secours.",
		"Si les mots de passe étaient perdus, personne ne pourrait rouvrir le fichier. Créez-en une et rangez-la sous clé."}
}

// ringTrouble says what is wrong with the copies of the key ring; false when nothing is.
func ringTrouble(s registry.BackupState, carrierDays int) (said, bool) {
	carriers := 0
	for _, p := range s.Places {
		switch {
		case !p.Ring:
			continue
		case p.Unseen < 0:
			return said{look.Alarm, "Le trousseau n’a encore jamais été copié dans " + fr.Quote(placeName(p.BackupPlace)) + ".",
				"Branchez-le, puis sauvegardez."}, true
		case p.Unseen > carrierDays:
			return said{look.Alarm, fmt.Sprintf("Le trousseau de %s n’a pas été recopié depuis %s.", fr.Quote(placeName(p.BackupPlace)),
				fr.Count(p.Unseen, "jour", "jours")), "Branchez-le, puis sauvegardez. D’ici là, ce qui a été effacé entre-temps peut encore s’y lire."}, true
		}
		carriers++
	}
	if carriers == 0 {
		return said{look.Alarm, "Le trousseau de clés n’est copié nulle part.",
			"Sans lui, aucune sauvegarde ne s’ouvre. Choisissez un emplacement qui en reçoit une copie."}, true
	}
	return said{}, false
}

// placeName is what a place is called: its label, or the end of its path.
func placeName(p data.BackupPlace) string {
	if p.Label != "" {
		return p.Label
	}
	return shortPath(p.Path, 30)
}

// shortPath keeps the beginning and the end of a path that is longer than most letters.
func shortPath(path string, most int) string {
	r := []rune(path)
	if len(r) <= most {
		return path
	}
	head := most / 4
	return string(r[:head]) + "…" + string(r[len(r)-(most-head-1):])
}

// badge is a word about a place.
type badge struct {
	words, icon string
	tone        look.ToneName
}

// placeBadges say whether a place is there, whether its last backup failed, and how old its copy of the ring is.
func placeBadges(p registry.PlaceState, today data.Date, carrierDays int) []badge {
	var out []badge
	switch {
	case !p.Present:
		out = append(out, badge{"Absent", "circle-minus", look.Neutral})
	case p.FailedAt != 0:
		out = append(out, badge{"En échec", "triangle-alert", look.Alarm})
	case p.DoneAt == 0:
		out = append(out, badge{"Rien encore", "clock", look.Warning})
	default:
		out = append(out, badge{"En ordre", "circle-check", look.Good})
	}
	switch {
	case !p.Ring:
	case p.Unseen < 0:
		out = append(out, badge{"Trousseau jamais copié", "key-round", look.Alarm})
	case p.Unseen > carrierDays:
		out = append(out, badge{"Trousseau non revu depuis " + fr.Count(p.Unseen, "jour", "jours"), "key-round", look.Alarm})
	default:
		out = append(out, badge{"Trousseau recopié " + fr.Relative(today.AddDays(-p.Unseen), today), "key-round", look.Info})
	}
	return out
}

// placeDetail is the line about the last backup of a place.
func placeDetail(p registry.PlaceState, now time.Time) string {
	done := "aucune sauvegarde vérifiée"
	if p.DoneAt != 0 {
		done = "dernière vérifiée " + ago(momentOf(p.DoneAt), now)
	}
	kept := ""
	if p.Present {
		kept = fr.Count(len(p.Files), "sauvegarde gardée", "sauvegardes gardées")
	}
	failed := ""
	if p.FailedAt != 0 {
		failed = "échec " + ago(momentOf(p.FailedAt), now)
	}
	return fr.Capital(fr.Join(done, kept, failed))
}

// sizeWords is a number of bytes: "3,4 Mo".
func sizeWords(bytes int64) string {
	units := []string{"o", "Ko", "Mo", "Go", "To"}
	v, u := float64(bytes), 0
	for v >= 1000 && u < len(units)-1 {
		v, u = v/1000, u+1
	}
	digits := 0
	if u > 1 && v < 100 {
		digits = 1
	}
	return strings.Replace(strconv.FormatFloat(v, 'f', digits, 64), ".", ",", 1) + "\u00a0" + units[u]
}

// fileRows are the backups of a place in a table to read: when, size, state.
func fileRows(files []registry.BackupFile, now time.Time) []kit.WordRow {
	rows := make([]kit.WordRow, 0, len(files))
	for _, f := range files {
		rows = append(rows, kit.WordRow{Title: fr.DateLong(dayOf(f.At, now)) + ", " + hour(f.At.In(now.Location())),
			Cells: []string{sizeWords(f.Bytes), stateWords(f.State)}})
	}
	return rows
}

// stateWords is the number of the last change of a file: "n° 1 234".
func stateWords(n uint64) string { return "n°\u00a0" + fr.Number(int(n)) }

// rotationWords says which backups a place keeps.
func rotationWords(s data.Safety) string {
	parts := []string{fr.Count(s.Daily, "jour", "jours")}
	if s.Weekly > 0 {
		parts = append(parts, fr.Count(s.Weekly, "semaine", "semaines"))
	}
	if s.Monthly > 0 {
		parts = append(parts, fr.Months(s.Monthly))
	}
	return fr.List(parts)
}

// drillWords says when the restore drill was made, and when the next one is.
func drillWords(s registry.BackupState, days int, today data.Date) said {
	switch {
	case s.DrillOn.IsZero():
		return said{look.Warning, "Jamais fait.", "Faites-le une première fois, la feuille de la clé de secours à la main."}
	case s.DrillDue:
		return said{look.Warning, "Fait " + fr.Relative(s.DrillOn, today) + ", à refaire.", "Un essai par mois garde la main, et prouve que tout s’ouvre."}
	}
	return said{look.Good, "Fait " + fr.Relative(s.DrillOn, today) + ".", "Prochain essai avant le " + fr.DayMonth(s.DrillOn.AddDays(days)) + "."}
}

// outcomeWords says what became of a backup, in a sentence.
func outcomeWords(all []registry.BackupOutcome) (sentence string, well bool) {
	var kept []string
	failed := 0
	for _, o := range all {
		if o.Err == nil {
			kept = append(kept, fr.Quote(placeName(o.Place)))
			continue
		}
		failed++
	}
	switch {
	case len(kept) == 0:
		return "La sauvegarde n’a pas pu se faire.", false
	case failed > 0:
		return "Sauvegarde vérifiée dans " + fr.List(kept) + ", en échec ailleurs.", false
	}
	return "Sauvegarde vérifiée dans " + fr.List(kept) + ".", true
}

// allMissing reports whether what failed is only places that are not there today, with a backup kept elsewhere: a stick
// in a drawer is no reason to worry anybody each evening.
func allMissing(all []registry.BackupOutcome) bool {
	kept := false
	for _, o := range all {
		kept = kept || o.Err == nil
		if o.Err != nil && !errors.Is(o.Err, registry.ErrPlaceMissing) {
			return false
		}
	}
	return kept
}

// previewFacts is what a backup holds.
func previewFacts(p registry.RestorePreview, now time.Time) []kit.Fact {
	verified := "non"
	if p.Verified {
		verified = "oui, tout a été relu"
	}
	facts := []kit.Fact{
		{Label: "Date", Value: fr.Capital(exactly(p.File.At, now))},
		{Label: "Vérifiée", Value: verified},
		{Label: "Taille et état", Value: sizeWords(p.File.Bytes) + ", état " + stateWords(p.File.State)},
		{Label: "Enfants", Value: fr.Number(p.Children)},
	}
	var held []string
	for _, c := range p.Counts {
		if shownCounts[c.Noun] && c.Records > 0 {
			held = append(held, fr.Records(c))
		}
	}
	if len(held) > 0 {
		facts = append(facts, kit.Fact{Label: "Avec", Value: fr.Capital(fr.List(held))})
	}
	return facts
}

// shownCounts are the records that somebody recognises a backup by.
var shownCounts = map[registry.Noun]bool{
	registry.Families: true, registry.Groups: true, registry.Sessions: true, registry.Bilans: true, registry.Notes: true,
}

// previewNotices say what a restore takes back and what does not come back. standing is whether there is a file today.
func previewNotices(p registry.RestorePreview, standing bool) []said {
	var out []said
	if !p.Verified {
		out = append(out, said{look.Alarm, "Cette sauvegarde n’a pas pu être relue en entier.", "Choisissez-en plutôt une autre."})
	}
	if p.Lost > 0 {
		out = append(out, said{look.Warning, "Ce qui a été fait depuis sera défait\u00a0: " + fr.Count(int(p.Lost), "enregistrement", "enregistrements") + ".",
			"Le fichier d’aujourd’hui reste à côté, sous un autre nom."})
	}
	if p.Lost < 0 && standing {
		out = append(out, said{look.Warning, "Le fichier d’aujourd’hui n’a pas pu être lu.", "Il est remplacé, et gardé à côté sous un autre nom."})
	}
	if p.Erased > 0 {
		out = append(out, said{look.Info, fr.Count(p.Erased, "enfant effacé depuis ne reviendra pas", "enfants effacés depuis ne reviendront pas") + ".",
			"Leurs clés ont été détruites."})
	}
	return out
}
