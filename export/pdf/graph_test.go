package pdf

import "math"

var monthLabels = []string{"sept.", "oct.", "nov.", "déc.", "janv.", "févr.", "mars", "avril", "mai", "juin"}

// graphs shows every drawing of values.
func graphs(m Meta) *Document {
	d := New(m)
	d.Letterhead(Letterhead{From: []string{"Programme de réussite éducative", "Ville de Sauvelande"}, Right: []string{"Fait le 29 janvier 2027"}})
	d.Title("Rapport d’activité", "Année scolaire 2026-2027")
	d.Heading("Les enfants")
	d.ColumnGraph(Graph{Title: "Enfants accompagnés, par mois", Labels: monthLabels,
		Series: []Series{{Name: "Filles", Values: []float64{12, 18, 21, 22, 24, 25, 25, 23, 22, 19}},
			{Name: "Garçons", Values: []float64{15, 20, 24, 28, 30, 31, 33, 31, 30, 26}}}})
	d.ColumnGraph(Graph{Title: "Âge à l’entrée", Labels: []string{"2 à 5 ans", "6 à 10 ans", "11 à 16 ans", "non précisé"},
		Series: []Series{{Values: []float64{7, 41, 12, math.NaN()}}}})
	d.StackGraph(Graph{Title: "Origine des demandes", Labels: []string{""},
		Series: []Series{{Name: "École", Values: []float64{31}}, {Name: "Famille", Values: []float64{14}}, {Name: "Centre social", Values: []float64{8}},
			{Name: "Protection maternelle", Values: []float64{5}}, {Name: "Autre", Values: []float64{2}}}})
	d.StackGraph(Graph{Title: "Présence par école", Labels: []string{"Les Tilleuls", "Jean Moulin", "École maternelle des Peupliers"},
		Series: []Series{{Name: "présences", Values: []float64{120, 80, 44}}, {Name: "absences excusées", Values: []float64{14, 12, 9}},
			{Name: "absences", Values: []float64{8, 22, 1}}}})
	d.LineGraph(Graph{Title: "Régularité par mois", Labels: monthLabels, Most: 100,
		Say: func(v float64) string { return decimal(v) + "\u00a0%" },
		Series: []Series{{Name: "Art-thérapie", Values: []float64{80, 84, 90, 88, 91, 93, 92, 95, 94, 96}},
			{Name: "Sophrologie", Values: []float64{70, 74, math.NaN(), 68, 71, 75, 74, 80, 78, 77}},
			{Name: "Compétences", Values: []float64{60, 62, 61, 66, 64, 66, 65, 67, 70, 71}}}})
	d.BarGraph(Graph{Title: "Actions", Table: true, Labels: []string{"Accompagnement à la scolarité", "Sorties et séjours avec les familles du quartier", "Santé"},
		Series: []Series{{Name: "prévues", Values: []float64{12, 6, 4}}, {Name: "réalisées", Values: []float64{11, 7, 2}, Texts: []string{"", "", "moins de 5"}}}})
	return d
}
