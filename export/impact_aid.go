package export

import (
	"io"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// ImpactAid writes what helps with the « analyse d'impact » (AIPD, RGPD article 35): what the program does and does not do
// is said, the judgement is left to the team.
func ImpactAid(w io.Writer, m Meta, v registry.ImpactAidView) error {
	return impactAid(m, v).Write(w)
}

func impactAid(m Meta, v registry.ImpactAidView) *pdf.Document {
	v.Confidential = "Aide à l’analyse d’impact, à compléter avec le délégué à la protection des données. Aucun nom d’enfant."
	p := impactPaper{v, m.open(v.Letterhead, pdf.Meta{Title: "Aide à l’analyse d’impact", Subject: "AIPD, RGPD article 35"}, made(v.On))}
	p.d.Title("Aide à l’analyse d’impact", "Analyse d’impact relative à la protection des données (AIPD), article 35 du règlement général sur la protection des données")
	p.d.Paragraph("Des enfants, des données sensibles, un suivi dans la durée\u00a0: une analyse d’impact est à prévoir. Ce document dit ce que fait " +
		"Mercredi et ce qu’il ne fait pas. Juger des risques et décider revient à l’équipe, à la direction et au délégué.")
	p.describe()
	p.necessity()
	p.risks()
	p.limits()
	p.actions()
	p.opinions()
	return p.d
}

// impactPaper is an aid being written.
type impactPaper struct {
	registry.ImpactAidView
	d *pdf.Document
}

func (p impactPaper) describe() {
	p.d.Heading("Le traitement")
	whom := "Les enfants accompagnés, leurs responsables légaux, l’équipe, les partenaires."
	if p.Children > 0 {
		whom = fr.Count(p.Children, "enfant a un dossier", "enfants ont un dossier") + " à ce jour\u00a0; leurs responsables légaux, l’équipe, les partenaires."
	}
	p.d.Entries(
		pdf.Entry{Label: "Ce qui est fait", Lines: []string{"Suivre les parcours, organiser les ateliers, évaluer, écrire des bilans, rendre compte sans nom. Le détail " +
			"est dans la fiche de registre."}},
		pdf.Entry{Label: "Qui est concerné", Lines: []string{whom}},
		pdf.Entry{Label: "Quelles données", Lines: []string{"Identité, école, famille, fragilités, présences, évaluations, observations et paroles. Certaines touchent à la " +
			"santé psychique."}},
		pdf.Entry{Label: "Où", Lines: []string{"Dans un dossier de l’ordinateur de l’équipe et dans ses sauvegardes. Rien en ligne."}},
		stated("Combien de temps", retention(p.Safeguards)))
}

// necessity asks what the law asks before any measure of security.
func (p impactPaper) necessity() {
	p.d.Heading("Nécessité et proportion")
	ask := func(label, question string) pdf.Entry {
		return pdf.Entry{Label: label, Lines: []string{question}, Blank: 2}
	}
	p.d.Entries(
		ask("Finalités", "Chaque donnée sert-elle un but précis\u00a0? Lequel ne pourrait être atteint sans elle\u00a0?"),
		ask("Minimum", "Quelles rubriques l’équipe a-t-elle décidé de ne pas remplir\u00a0? Les observations disent-elles des faits\u00a0?"),
		ask("Exactitude", "Qui relit les dossiers, et quand\u00a0? Comment une famille fait-elle corriger une erreur\u00a0?"),
		ask("Durée", "La durée de conservation convient-elle à tous les dossiers\u00a0? Qui tient la revue, à quel rythme\u00a0?"),
		ask("Information", "Que dit-on aux familles et aux enfants, avec quels mots, à quel moment\u00a0?"),
		ask("Accords et droits", "Comment un refus ou un retrait est-il appliqué\u00a0? En combien de temps répond-on à une demande\u00a0?"),
		ask("Partage", "Chaque destinataire reçoit-il seulement ce qui lui est nécessaire\u00a0? Par quel moyen\u00a0?"))
}

func (p impactPaper) risks() {
	p.d.Heading("Risques pour les personnes")
	p.d.Paragraph("Pour chaque risque, cochez la gravité pour l’enfant et sa famille, puis la vraisemblance une fois les mesures prises.")
	p.risk("Accès illégitime", "Quelqu’un lit ce qu’il ne devait pas lire\u00a0: vol d’un ordinateur ou d’une clé USB, mot de passe deviné ou prêté, papier oublié, "+
		"curiosité dans l’équipe.", "Révélation d’une situation familiale ou de santé, stigmatisation, perte de confiance, danger en cas de violences.", accessMeasures(p.Safeguards))
	p.risk("Modification non désirée", "Un dossier est faux\u00a0: erreur de saisie, confusion entre deux enfants, modification cachée, fichier remplacé par un plus ancien.",
		"Décision prise sur une information fausse, orientation inadaptée.", changeMeasures(p.Safeguards))
	p.risk("Disparition", "Un dossier manque\u00a0: panne, vol, incendie, rançongiciel, effacement par erreur, mots de passe perdus.",
		"Accompagnement interrompu, récit à refaire pour l’enfant, droits qui ne peuvent plus s’exercer.", lossMeasures(p.Safeguards))
}

// scale is what each risk is judged on; the wide gaps keep a box beside its own word.
const scale = "☐\u00a0négligeable\u00a0\u00a0\u00a0 ☐\u00a0limitée\u00a0\u00a0\u00a0 ☐\u00a0importante\u00a0\u00a0\u00a0 ☐\u00a0maximale"

func (p impactPaper) risk(name, sources, harm string, measures []string) {
	p.d.KeepTogether(func() {
		p.d.Subheading(name)
		p.d.Entries(
			pdf.Entry{Label: "Comment cela arriverait", Lines: []string{sources}},
			pdf.Entry{Label: "Conséquences possibles", Lines: []string{harm}},
			pdf.Entry{Label: "Ce que fait Mercredi", Lines: measures},
			pdf.Entry{Label: "Ce que fait l’équipe", Blank: 2},
			pdf.Entry{Label: "Gravité", Lines: []string{scale}},
			pdf.Entry{Label: "Vraisemblance", Lines: []string{scale}})
	})
}

// limits is the honest page: what nobody should believe the program does.
func (p impactPaper) limits() {
	p.d.Heading("Ce que Mercredi ne fait pas")
	p.d.Entries(
		pdf.Entry{Label: "Fichier ouvert", Lines: []string{
			"Un fichier ouvert n’est pas mieux protégé que l’ordinateur\u00a0: un logiciel espion, une session laissée ouverte ou une photo de l’écran suffisent."}},
		pdf.Entry{Label: "Mémoire et disque", Lines: []string{
			"Le système peut écrire un morceau de la mémoire sur le disque (fichier d’échange, veille prolongée). Un disque chiffré par le système y répond.",
			"Sur un disque SSD, des octets effacés peuvent subsister\u00a0: ils restent chiffrés, par une clé détruite."}},
		pdf.Entry{Label: "Accès", Lines: []string{
			"Les clés séparent l’équipe du dehors, et les notes privées de leur auteur. Entre membres, c’est le programme qui applique les accès\u00a0: un membre " +
				"habile, muni de son mot de passe et d’un autre outil, pourrait lire les dossiers de l’équipe.",
			"Un membre parti qui a gardé une copie du fichier peut toujours lire ce qu’il pouvait lire."}},
		pdf.Entry{Label: "Ce qui se voit sans clé", Lines: []string{
			"Le nombre de fiches, leur taille par paliers, les moments où le fichier change, le nom des membres sur l’écran d’ouverture."}},
		pdf.Entry{Label: "Effacement", Lines: []string{
			"Tant qu’une ancienne copie du trousseau existe, elle peut rouvrir une ancienne sauvegarde avec un mot de passe de l’époque.",
			"Ce qui est imprimé, exporté ou envoyé échappe à Mercredi."}},
		pdf.Entry{Label: "Journal et retour en arrière", Lines: []string{
			"Une personne qui a toutes les clés pourrait réécrire le journal\u00a0; seules les empreintes gardées au-dehors (sauvegardes, papiers) le montrent.",
			"Il en va de même d’un fichier entier remplacé par un plus ancien."}},
		pdf.Entry{Label: "Mots de passe perdus", Lines: []string{
			"Sans mot de passe ni clé de secours, personne ne peut rouvrir le fichier. Les notes privées se perdent avec le mot de passe de leur auteur."}})
}

func (p impactPaper) actions() {
	p.d.KeepTogether(func() {
		p.d.Heading("Actions décidées")
		p.d.Table(pdf.Table{Grid: true, RowHeight: 10.5, Columns: []pdf.Column{{Title: "Action", Weight: 3}, {Title: "Qui", Weight: 1}, {Title: "Pour quand", Weight: 1},
			{Title: "Faite le", Weight: 1}}, Rows: make([][]string, 4)})
	})
}

func (p impactPaper) opinions() {
	p.d.KeepTogether(func() {
		p.d.Heading("Avis et décision")
		p.d.Entries(
			pdf.Entry{Label: "Familles, ou leurs représentants", Lines: []string{"Comment leur avis a-t-il été recueilli\u00a0?"}, Blank: 1},
			pdf.Entry{Label: "Délégué à la protection des données", Blank: 2},
			pdf.Entry{Label: "Décision de la direction", Lines: []string{"☐ mis en œuvre en l’état", "☐ mis en œuvre une fois les actions faites",
				"☐ avis de la CNIL demandé\u00a0: un risque élevé demeure"}, Blank: 1},
			pdf.Entry{Label: "À revoir le", Blank: 1})
		p.d.Signatures("La direction", "Le délégué à la protection des données")
	})
}
