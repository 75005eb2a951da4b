package export

import (
	"io"
	"strings"

	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// RecoverySheet writes the « feuille de secours »: the groups of a paper key to copy by hand, the same in a square for a
// reader, and what whoever keeps the sheet must know. It is one page.
func RecoverySheet(w io.Writer, m Meta, v registry.RecoverySheetView) error {
	return recoverySheet(m, v).Write(w)
}

func recoverySheet(m Meta, v registry.RecoverySheetView) *pdf.Document {
	v.Confidential = "Cette feuille est une clé. Elle se garde sous enveloppe fermée, ne se copie pas et ne se photographie pas."
	label := typo(v.Label)
	if label == "" {
		label = "Clé de secours"
	}
	d := m.open(v.Letterhead, pdf.Meta{Title: label, Subject: "Feuille de secours"}, made(v.MadeOn))
	d.Title(label, "Pour ouvrir le fichier de l’équipe quand plus aucun mot de passe ne le permet")
	d.Key(v.Groups)
	d.Gap(2)
	d.Facts([]pdf.Fact{{Label: "Imprimée par", Value: typo(v.MadeBy)}, {Label: "Dossier de l’équipe", Value: typo(v.Folder)}})
	d.QR(pdf.QR{Text: strings.Join(v.Groups, "-"), Alt: "Le même code, pour un lecteur de codes branché à l’ordinateur.",
		Title: "Comment s’en servir", Steps: []string{
			"Ouvrez Mercredi, choisissez le dossier de l’équipe, puis la clé de secours.",
			"Recopiez les groupes dans l’ordre. Mercredi dit si l’un d’eux est mal recopié. Un lecteur de codes branché à " +
				"l’ordinateur peut lire le carré à votre place\u00a0; un téléphone, non\u00a0: il pourrait en garder l’image.",
			"Donnez un nouveau mot de passe à la personne qui a perdu le sien.",
			"Imprimez une autre clé de secours, retirez celle-ci dans Mercredi, puis déchirez cette feuille.",
		}})
	d.Columns(
		pdf.Block{Title: "Ce qu’elle ouvre", Body: "Le fichier de l’équipe\u00a0: les dossiers des enfants, les ateliers, les bilans. " +
			"Il faut aussi avoir le dossier de l’équipe, ou une sauvegarde et une copie du trousseau."},
		pdf.Block{Title: "Ce qu’elle n’ouvre pas", Body: "Les notes privées\u00a0: elles ne s’ouvrent qu’avec le mot de passe de la " +
			"personne qui les a écrites. Ni le dossier d’un enfant effacé."})
	d.Heading("Où la garder")
	d.Paragraph("Dans une enveloppe fermée, datée et signée sur le rabat, au coffre ou dans une armoire qui ferme à clé. Avec deux clés " +
		"de secours, une enveloppe pour la direction et l’autre pour le délégué à la protection des données. Jamais près de " +
		"l’ordinateur, jamais avec la clé USB des sauvegardes. Enveloppe ouverte, perdue ou douteuse\u00a0: retirez cette clé dans Mercredi le " +
		"jour même.")
	d.KeepTogether(func() {
		d.Heading("Remise")
		d.Table(pdf.Table{Grid: true, RowHeight: 10, Columns: []pdf.Column{{Title: "Date", Weight: 1}, {Title: "Remise par, signature", Weight: 2},
			{Title: "Remise à, fonction", Weight: 2}, {Title: "Signature", Weight: 1.4}},
			Rows: [][]string{nil, nil}})
	})
	return d
}
