package fr

import (
	"fmt"

	"mercredi/data/planning"
)

var planWants = map[planning.Want]string{
	planning.WantObject: "un objet { … }", planning.WantList: "une liste [ … ]", planning.WantPair: "deux identifiants", planning.WantText: "un texte",
	planning.WantNumber: "un nombre entier", planning.WantFlag: "true ou false", planning.WantHour: "une heure comme \"14:30\"",
	planning.WantDate: "une date comme \"2026-09-20\"",
}

// sayPlanFile says why a file is neither a problem nor a plan, and where.
func sayPlanFile(e *planning.FormatError) string {
	place := fmt.Sprintf(" (ligne %s).", Number(e.Line))
	switch e.Code {
	case planning.EmptyFile:
		return "Le fichier est vide. Faites-le de nouveau."
	case planning.TooLarge:
		return "Le fichier est trop gros pour un planning. Choisissez-en un autre."
	case planning.NotText:
		return "Le fichier n’est pas un texte en UTF-8. Choisissez-en un autre, ou enregistrez-le en UTF-8."
	case planning.Truncated:
		return "Le fichier est coupé avant la fin" + place + " Copiez-le de nouveau en entier."
	case planning.NotJSON:
		return "Le fichier est abîmé, ou n’est pas du JSON" + place + " Choisissez-en un autre, ou corrigez cette ligne."
	case planning.Trailing:
		return "Le fichier continue après sa fin" + place + " Retirez ce qui suit."
	case planning.OtherFormat:
		return fmt.Sprintf("Le format %s n’est pas celui attendu ici", Quote(e.Found)) + place + " Choisissez un autre fichier, ou mettez Mercredi à jour."
	case planning.UnknownField:
		return fmt.Sprintf("Le champ %s n’existe pas, dans %s", Quote(e.Found), Quote(e.Path)) + place + " Retirez-le, ou corrigez son nom."
	case planning.RepeatedField:
		return fmt.Sprintf("Le champ %s est là deux fois", Quote(e.Path)) + place + " Gardez-en un."
	case planning.MissingField:
		return fmt.Sprintf("Il manque le champ %s", Quote(e.Path)) + place + " Ajoutez-le."
	case planning.WrongType:
		where := "Le fichier"
		if e.Path != "" {
			where = "Le champ " + Quote(e.Path)
		}
		return fmt.Sprintf("%s attend %s, et contient %s", where, planWants[e.Want], e.Found) + place + " Corrigez-le."
	}
	return ""
}
