package parting

import (
	"cmp"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/look"
)

// names reports whether a text holds the first or the last name of a child, as a word.
func names(text string, c Child) bool {
	words := letters(text)
	for _, name := range []string{c.First, c.Last} {
		if name = letters(name); name != "  " && strings.Contains(words, name) {
			return true
		}
	}
	return false
}

// letters are the words of a text alone, folded, with a space around each.
func letters(text string) string {
	words := strings.FieldsFunc(fr.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return " " + strings.Join(words, " ") + " "
}

// goes counts what an erasure takes away.
func goes(p registry.ErasurePreview) string {
	words := []string{"la fiche de l’enfant"}
	for _, n := range p.Counts {
		switch n.Noun {
		case registry.Children:
		case registry.Families:
			words = append(words, "la fiche de sa famille, où il n’y a plus d’autre enfant")
		default:
			words = append(words, fr.Records(n))
		}
	}
	if p.Marks > 0 {
		words = append(words, fr.Count(p.Marks, "présence dans une feuille de groupe", "présences dans les feuilles de groupe"))
	}
	sentence := fr.Capital(fr.List(words)) + "."
	if !p.Family {
		sentence += " La famille reste si d’autres enfants en dépendent."
	}
	return sentence
}

// stays says what an erasure leaves.
func stays(reference string) string {
	return "Le journal\u00a0: ce qui a été fait et quand, sous le numéro " + reference + ", sans le nom. Ce qui est sorti de Mercredi, " +
		"documents imprimés ou envoyés\u00a0: à détruire à part. Les chiffres des années passées perdent cet enfant\u00a0; " +
		"pour les garder, rendez plutôt le dossier anonyme."
}

// when says from when on nothing can bring the file back.
func when(p registry.ErasurePreview) string {
	backups := ""
	if !p.Latest.IsZero() {
		backups = " Les sauvegardes où il figure deviennent illisibles pour lui\u00a0; la dernière sera remplacée au plus tard le " + fr.DateLong(p.Latest) + "."
	}
	if len(p.Carriers) == 0 {
		return "Dès maintenant\u00a0: aucune copie du trousseau de clés n’est enregistrée ailleurs." + backups
	}
	var places []string
	for _, c := range p.Carriers {
		places = append(places, placeName(c)+" ("+refreshedWords(c)+")")
	}
	return "Quand chaque copie du trousseau de clés aura été renouvelée\u00a0: " + fr.List(places) +
		". Celles qui sont branchées le seront aussitôt." + backups
}

// refreshedWords says when a carrier of the key ring was last written.
func refreshedWords(p data.BackupPlace) string {
	if p.RingAt == 0 {
		return "jamais renouvelée"
	}
	return "renouvelée le " + fr.DateLong(dayOf(p.RingAt))
}

// outcome says how far an erasure went, and what is left to do.
func outcome(e registry.Erasure, refreshed data.Instant) (tone look.ToneName, fact, next string) {
	if !e.Complete.IsZero() {
		return look.Good, "L’effacement est complet.", "Plus aucune copie connue du trousseau de clés n’ouvre ce dossier, même depuis une ancienne sauvegarde."
	}
	var late []string
	for _, p := range e.Carriers {
		if p.RingAt < refreshed {
			late = append(late, placeName(p))
		}
	}
	next = "Branchez " + fr.List(late) + ", puis lancez une sauvegarde\u00a0: la copie du trousseau y sera renouvelée."
	if !e.Latest.IsZero() {
		next += " Sans cela, la dernière sauvegarde où figure le dossier sera remplacée au plus tard le " + fr.DateLong(e.Latest) + "."
	}
	return look.Warning, fr.Count(len(late), "copie du trousseau est encore à renouveler.", "copies du trousseau sont encore à renouveler."), next
}

// placeName is what the team calls a place of backups, or else its folder.
func placeName(p data.BackupPlace) string { return cmp.Or(p.Label, filepath.Base(p.Path)) }

func dayOf(i data.Instant) data.Date {
	if i == 0 {
		return 0
	}
	return data.DateOf(time.Unix(int64(i), 0))
}

// figureLine is one figure that an anonymised file leaves: its year, and what it tells. workshop is its name.
func figureLine(f data.Figure, workshop string) (title, detail string) {
	year := calendar.SchoolYear(f.SchoolYear).String()
	switch f.Kind {
	case data.FigurePlace:
		detail = who(f)
		if f.Counted > 0 {
			detail = fr.Join(detail, fr.Count(f.Came, "présence", "présences")+" sur "+fr.Number(f.Counted))
		}
		if f.Bilans > 0 {
			detail = fr.Join(detail, fr.Count(f.Bilans, "bilan", "bilans"))
		}
		return fr.Join(year, fr.Lower(cmp.Or(workshop, "un atelier"))), fr.Capital(detail)
	case data.FigureEntry:
		return year, "Une entrée"
	case data.FigureExit:
		return year, fr.Join("Une sortie", fr.Length(f.Length))
	}
	detail = who(f)
	if f.Area {
		detail = fr.Join(detail, "quartier prioritaire")
	}
	if f.Network {
		detail = fr.Join(detail, "école en réseau d’éducation prioritaire")
	}
	return year, cmp.Or(fr.Capital(detail), "Un enfant")
}

// who is what a figure says of the child: « fille, 6 à 10 ans ». What it leaves out is not said.
func who(f data.Figure) string {
	if f.Age == data.AgeUnsaid {
		return fr.Sex(f.Sex)
	}
	return fr.Join(fr.Sex(f.Sex), fr.AgeBand(f.Age))
}
