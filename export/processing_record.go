package export

import (
	"io"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// ProcessingRecord writes the « fiche de registre » of the file (RGPD, article 30): what Mercredi knows is filled in, the
// rest is left to write by hand.
func ProcessingRecord(w io.Writer, m Meta, v registry.ProcessingRecordView) error {
	return processingRecord(m, v).Write(w)
}

func processingRecord(m Meta, v registry.ProcessingRecordView) *pdf.Document {
	v.Confidential = "Fiche de registre à compléter avec le délégué à la protection des données. Elle ne contient aucun nom d’enfant."
	p := recordPaper{v, m.open(v.Letterhead, pdf.Meta{Title: "Fiche de registre", Subject: "RGPD, article 30"}, made(v.On))}
	p.d.Title("Fiche de registre", "Registre des activités de traitement, article 30 du règlement général sur la protection des données")
	p.d.Paragraph("Mercredi a rempli ce qu’il sait. Relisez, barrez ce qui ne vaut pas pour votre équipe, complétez les lignes vides.")
	p.who()
	p.purposes()
	p.people()
	p.recipients()
	p.durations()
	p.rights()
	p.security()
	p.d.KeepTogether(func() {
		p.d.Heading("Suivi de la fiche")
		p.d.Entries(pdf.Entry{Label: "Créée le, par", Blank: 1}, pdf.Entry{Label: "Revue le, par", Blank: 2})
	})
	return p.d
}

// recordPaper is a record being written.
type recordPaper struct {
	registry.ProcessingRecordView
	d *pdf.Document
}

// stated is an entry with what is known, or room to write it.
func stated(label, known string) pdf.Entry {
	if known = typo(known); known != "" {
		return pdf.Entry{Label: label, Lines: []string{known}}
	}
	return pdf.Entry{Label: label, Blank: 1}
}

func (p recordPaper) who() {
	p.d.Heading("Le traitement et ses responsables")
	p.d.Entries(
		pdf.Entry{Label: "Nom", Lines: []string{"Accompagnement des enfants par l’équipe du programme de réussite éducative"}},
		stated("Service", commas(p.Team, oneLine(p.Address))),
		stated("Téléphone, courriel", commas(fr.Phone(p.Phone), p.Email)),
		stated("Responsable du traitement", p.Responsible),
		pdf.Entry{Label: "Responsable conjoint, s’il y en a un", Blank: 1},
		stated("Délégué à la protection des données", p.Officer),
		pdf.Entry{Label: "Outil", Lines: []string{"Mercredi, sur les ordinateurs de l’équipe. Pas de service en ligne."}})
}

func (p recordPaper) purposes() {
	p.d.Heading("À quoi servent les données")
	p.d.Entries(
		pdf.Entry{Label: "Finalités", Lines: []string{
			"Examiner les situations signalées et proposer un parcours à l’enfant et à sa famille.",
			"Organiser les ateliers\u00a0: groupes, séances, présences.",
			"Évaluer l’évolution de l’enfant, écrire les bilans et les remettre.",
			"Travailler avec l’école et les partenaires, dans la limite des accords donnés.",
			"Rendre compte de l’activité par des chiffres sans nom.",
			"Savoir qui a consulté ou modifié un dossier.",
		}},
		pdf.Entry{Label: "Base légale, à choisir avec le délégué", Lines: []string{
			"☐ mission d’intérêt public (article 6, 1, e)", "☐ obligation légale (article 6, 1, c)", "☐ consentement (article 6, 1, a)"}, Blank: 1},
		pdf.Entry{Label: "Données sensibles (article 9)\u00a0: exception retenue", Lines: []string{
			"☐ consentement explicite des responsables légaux", "☐ accompagnement social ou soin, par des personnes tenues au secret",
			"☐ autre\u00a0:"}, Blank: 1})
}

func (p recordPaper) people() {
	p.d.Heading("Qui est concerné, et par quelles données")
	p.d.Table(pdf.Table{Columns: []pdf.Column{{Title: "Personnes", Weight: 1}, {Title: "Données", Weight: 2.6}, {Title: "Sensibles"}},
		Rows: [][]string{
			{"Enfants", "Identité, date de naissance, école et classe\u00a0; demande, motifs et fragilités repérées\u00a0; ateliers, présences, évaluations, bilans, " +
				"observations, paroles rapportées", "oui, souvent"},
			{"Responsables légaux", "Identité, coordonnées, lien avec l’enfant, accords donnés ou retirés, paroles rapportées", "parfois"},
			{"Membres de l’équipe", "Identité, fonction, accès, actions notées au journal, notes privées", "non"},
			{"Intervenants, partenaires, enseignants", "Nom, fonction, structure, coordonnées professionnelles, conventions", "non"},
		}})
	p.d.Note("Une observation sur le langage, les émotions ou la vie de famille peut être une donnée de santé\u00a0: la traiter comme telle.")
	p.d.Entries(pdf.Entry{Label: "D’où elles viennent", Lines: []string{
		"La famille et l’enfant.", "L’école, un partenaire ou un service, quand il signale une situation.", "L’équipe, au fil de l’accompagnement."}})
}

func (p recordPaper) recipients() {
	p.d.Heading("À qui elles sont communiquées")
	with := []string{"Les membres de l’équipe, chacun selon son accès.", "La famille, pour ce qui la concerne."}
	for _, r := range p.Recipients {
		if r = typo(r); r != "" {
			with = append(with, fullStop(fr.Capital(r)+", avec l’accord de la famille"))
		}
	}
	with = append(with, "Les archives\u00a0: des listes de références, sans nom.", "La ville et l’État\u00a0: des chiffres, sans nom.")
	p.d.Entries(
		pdf.Entry{Label: "Destinataires", Lines: with, Blank: 1},
		pdf.Entry{Label: "Sous-traitants", Lines: []string{"Aucun du fait de Mercredi. À compléter\u00a0: maintenance, hébergement des sauvegardes."}, Blank: 1},
		pdf.Entry{Label: "Hors de l’Union européenne", Lines: []string{"Aucun transfert du fait de Mercredi."}})
}

func (p recordPaper) durations() {
	p.d.Heading("Combien de temps elles sont gardées")
	entries := []pdf.Entry{stated("Dossier d’un enfant", retention(p.Safeguards))}
	journal := ""
	if p.JournalMonths > 0 {
		journal = years(p.JournalMonths) + "."
	}
	entries = append(entries, stated("Journal", journal))
	backups := ""
	if p.Places > 0 && p.Daily+p.Weekly+p.Monthly > 0 {
		backups = fr.Capital(rotation(p.Safeguards)) + " par lieu\u00a0; les plus anciennes sont remplacées."
	}
	p.d.Entries(append(entries, stated("Sauvegardes", backups),
		pdf.Entry{Label: "Avant d’effacer", Lines: []string{"Liste d’élimination visée par les archives, puis attestation d’effacement sans nom."}},
		pdf.Entry{Label: "Papiers et documents sortis de Mercredi", Blank: 1})...)
}

func (p recordPaper) rights() {
	p.d.Heading("Droits des familles")
	p.d.Entries(
		pdf.Entry{Label: "Information", Lines: []string{"Comment et quand les familles sont-elles informées\u00a0?"}, Blank: 2},
		pdf.Entry{Label: "À qui s’adresser", Blank: 1},
		pdf.Entry{Label: "Ce que Mercredi permet", Lines: []string{
			"Remettre le dossier entier d’un enfant, les autres personnes masquées, avec la liste des accès par fonction.",
			"Corriger une fiche, et noter un accord donné, limité ou retiré.", "Effacer un dossier ou le rendre anonyme."}})
}

func (p recordPaper) security() {
	p.d.Heading("Sécurité")
	p.d.Entries(
		pdf.Entry{Label: "Accès", Lines: accessMeasures(p.Safeguards)},
		pdf.Entry{Label: "Modifications", Lines: changeMeasures(p.Safeguards)},
		pdf.Entry{Label: "Pertes", Lines: lossMeasures(p.Safeguards)},
		pdf.Entry{Label: "À la charge de la ville", Lines: []string{"☐ disque de chaque ordinateur chiffré", "☐ système à jour, antivirus", "☐ session fermée en quittant le poste",
			"☐ sauvegarde gardée dans un autre lieu"}, Blank: 1})
}
