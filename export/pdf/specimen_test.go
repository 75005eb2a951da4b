package pdf

import (
	"mercredi/data"
)

const sentence = "Document remis à la famille. Il rapporte des observations, non un diagnostic."

// bilan is the page of the mockup: what every change of the typesetter is looked at with.
func bilan() *Document {
	d := New(Meta{Title: "Bilan d’atelier de Lila Kerdoun", Author: "Maud Estève", Subject: "Art-thérapie, cycle 1",
		Date: data.NewDate(2027, 1, 29), Reference: "B-2027-014", Confidential: sentence})
	d.Letterhead(Letterhead{From: []string{"Programme de réussite éducative", "Ville de Sauvelande"},
		Contact: []string{"2, place du Marché, 00100 Sauvelande", "01 99 00 12 34 · pre@sauvelande.example"},
		Right:   []string{"Fait le 29 janvier 2027"}, About: []string{"Réf. B-2027-014", "Destinataires : la famille, l’école"}})
	d.Title("Bilan d’atelier de Lila Kerdoun", "Art-thérapie, cycle 1, d’octobre 2026 à janvier 2027")
	d.Facts([]Fact{{"Née le", "12 mars 2018"}, {"École", "Les Tilleuls, CE2"},
		{"Référente de parcours", "Samira Lounès"}, {"Intervenante", "Maud Estève"}})
	d.Heading("Régularité")
	d.Paragraph("Lila a suivi 11 séances sur 11 (100\u00a0%). Une séance a été annulée.")
	d.Heading("Évolution")
	d.Evolution(Evolution{Levels: 5, Start: "au début", End: "à la fin", Rows: []Progress{
		{"Exprimer ses émotions", 2, 4, "rarement, parfois, ", "souvent", "De rarement à souvent."},
		{"Confiance en soi", 2, 3, "rarement, rarement, ", "parfois", "De rarement à parfois."},
		{"Relation aux autres", 2, 4, "rarement, parfois, ", "souvent", "De rarement à souvent."},
		{"Demander de l’aide", 1, 3, "pas encore, rarement, ", "parfois", "De pas encore à parfois."},
		{"Attention", 4, 4, "souvent, parfois, ", "souvent", "Souvent, au début comme à la fin."},
	}})
	d.Columns(Block{"Points forts", "Grande imagination. Aide volontiers les plus jeunes à ranger et à construire."},
		Block{"Points de vigilance", "Le bruit la met encore à distance\u00a0: prévoir un coin calme."})
	d.Columns(Block{"Lila", "«\u00a0J’aime quand la marionnette parle à ma place.\u00a0»"},
		Block{"Sa famille", "«\u00a0Le soir, elle raconte davantage sa journée.\u00a0»"},
		Block{"Son école", "«\u00a0Elle lève la main, parfois sans qu’on l’invite.\u00a0»"})
	d.Heading("Synthèse")
	d.Paragraph("D’abord en retrait, Lila s’est appuyée sur la marionnette pour mettre des mots sur ce qu’elle " +
		"ressent. Depuis décembre, elle prend la parole en son nom et accepte de jouer devant le groupe.")
	d.Heading("Suites")
	d.Paragraph("Poursuivre au cycle 2. Rencontre avec la famille le 1er février 2027.")
	d.Signatures("La famille", "L’intervenante", "La référente de parcours")
	return d
}

// everything shows each kind of content once, over several pages.
func everything() *Document {
	d := bilan()
	d.Heading("Séances")
	rows := [][]string{}
	for _, date := range []string{"7 octobre 2026", "14 octobre 2026", "4 novembre 2026", "18 novembre 2026"} {
		rows = append(rows, []string{date, "Les émotions du visage : masques de papier et miroir", "présente", "90"})
	}
	rows = append(rows, []string{"Total", "", "4 sur 4", "360"})
	d.Table(Table{Total: true, Rows: rows, Columns: []Column{{Title: "Date"}, {Title: "Thème", Weight: 1},
		{Title: "Présence"}, {Title: "Minutes", Align: Right, Figures: true}}})
	d.Heading("Présence par trimestre")
	d.Bars([]Bar{{"Automne", 1, "11 séances sur 11", "Toutes les séances."}, {"Hiver", 0.7, "7 séances sur 10", ""},
		{"Printemps", 0, "aucune séance", ""}})
	d.Subheading("Ce qui aide")
	d.List([]string{"Un rituel d’ouverture, toujours le même.",
		"Un coin calme, annoncé avant que le bruit ne monte, où elle peut aller sans demander et d’où elle revient quand elle le souhaite.",
		"☑ Accord de la famille ☐ Accord de l’école 🙂"})
	d.Quote("«\u00a0J’aime quand la marionnette parle à ma place.\u00a0»", "Lila, séance du 1er décembre")
	d.Callout("À compléter")
	d.Callout("Deux compétences restent à évaluer, et les suites sont vides : le bilan ne pourra être remis à la famille qu’une fois complété par l’intervenante.")
	d.Spans(Span{Text: "Elle demande de l’aide "}, Span{Text: "souvent", Bold: true}, Span{Text: ", à voix basse."})
	d.Note("Les niveaux : pas encore, rarement, parfois, souvent, toujours.")
	return d
}

// sheet is a landscape sheet to fill in by hand.
func sheet() *Document {
	d := New(Meta{Title: "Feuille d’émargement", Date: data.NewDate(2027, 1, 15), Landscape: true, Confidential: sentence})
	d.Letterhead(Letterhead{From: []string{"Programme de réussite éducative", "Ville de Sauvelande"}, Right: []string{"Cycle 1, groupe 1"}})
	d.Title("Feuille d’émargement", "Art-thérapie, salle des Peupliers, de 14\u00a0h à 15\u00a0h\u00a030")
	t := Table{Grid: true, RowHeight: 12, Columns: []Column{{Title: "Enfant"}}}
	for _, day := range []string{"7 oct.", "14 oct.", "4 nov.", "11 nov.", "18 nov.", "25 nov.", "2 déc.", "9 déc."} {
		t.Columns = append(t.Columns, Column{Title: day, Weight: 1, Align: Centre, Shaded: day == "11 nov."})
	}
	for _, name := range []string{"Lila Kerdoun", "Noé Ambroise-Delacourt", "Inès Valmer", "Tom Rivaud", "Sacha Brunel"} {
		t.Rows = append(t.Rows, []string{name, "", "", "", "annulée"})
	}
	d.Table(t)
	d.Note("P présent, A absent, E excusé, R en retard.")
	d.Signatures("L’intervenante")
	return d
}
