package sample

import "mercredi/data"

// part is a child of the mockups. Birth years follow the grade, so that the child is as old in every year of the demo.
type part struct {
	first, last string
	sex         data.Sex
	grade       data.Grade
	birthday    int // month*100+day
	school      int // index in town.Schools
	keyWorker   string
	// place is where the child is expected this year: "discipline/cycle/group number", see programme.go.
	place string
}

// cast lists the children of the mockups, the most needed first.
var cast = []part{
	{"Lila", "Kerdoun", data.Girl, data.CE2, 312, 0, "Lounès", "art/1/1 art/2/1"},
	{"Mathis", "Ravelin", data.Boy, data.CM1, 604, 0, "Lounès", "art/1/1"},
	{"Kenza", "Zerradi", data.Girl, data.CM2, 822, 0, "Lounès", "art/1/1 sophrology/1/3"},
	{"Noé", "Tournebise", data.Boy, data.CE2, 519, 1, "Pastre", "art/1/1"},
	{"Aminata", "Sanoulé", data.Girl, data.CM1, 1107, 0, "Lounès", "art/1/1"},
	{"Éliott", "Vauclair", data.Boy, data.CE1, 911, 1, "Ferrand", "art/1/1"},
	{"Inaya", "Dembray", data.Girl, data.CE2, 428, 2, "Pastre", "art/1/1"},
	{"Ilyès", "Amzali", data.Boy, data.Cinquieme, 614, 3, "Pastre", "psychologist/7/1"},
	{"Camille", "Gaubray", data.Girl, data.Sixieme, 1003, 3, "Pastre", "psychologist/9/1"},
	{"Yasmine", "Hadrouni", data.Girl, data.CM1, 217, 2, "Ferrand", "psychologist/10/1"},
	{"Ethan", "Lorzac", data.Boy, data.CM2, 730, 1, "Ferrand", "sophrology/1/1"},
	{"Rayan", "Oualime", data.Boy, data.CE2, 505, 1, "Lounès", "sophrology/1/4 waiting/art"},
	{"Adèle", "Jonquière", data.Girl, data.CP, 609, 0, "Pastre", "psychoeducation/1/1"},
	{"Louise", "Nervalle", data.Girl, data.CM1, 1216, 1, "Ferrand", "waiting/art"},
	{"Tiago", "Fontelle", data.Boy, data.CP, 330, 1, "Ferrand", "waiting/psychoeducation"},
	{"Assia", "Tazrout", data.Girl, data.GS, 918, 1, "Ferrand", "waiting/sophrology"},
	{"Soan", "Marguelin", data.Boy, data.Sixieme, 108, 3, "Pastre", "waiting/cps"},
	{"Marie-Amandine", "de La Rochefontaine-Villeneuve", data.Girl, data.CM2, 226, 2, "Ferrand", ""},
	{"Gabriel", "Pellanne", data.Boy, data.CM2, 715, 1, "Lounès", ""},
	{"Jade", "Bessonnier", data.Girl, data.Cinquieme, 1124, 3, "Lounès", ""},
	{"Maëlys", "Corvaisac", data.Girl, data.Quatrieme, 805, 3, "Pastre", ""},
	{"Zoé", "Faucharel", data.Girl, data.CE1, 413, 0, "Lounès", ""},
	{"Nolan", "Sarrazet", data.Boy, data.CE1, 1009, 2, "Ferrand", ""},
}

// castMarks are the attendance rows of the mockup's group: P present, R late, E excused, A absent, . session
// cancelled, - not yet in the group. Mathis's last three absences follow the calendar (see markOf).
var castMarks = map[string]string{
	"Lila":    "PPPPPP.PPPPP",
	"Mathis":  "PPEPPP.PPPPP",
	"Kenza":   "PRPPPP.PEPPP",
	"Noé":     "PPPEPP.PPPPP",
	"Aminata": "PPPPPP.PRPPP",
	"Éliott":  "PEPPRP.PPPPP",
	"Inaya":   "--PPAP.PPPPP",
}

// castScores are Lila's levels on the short grid, at the start, in the middle and at the end.
var castScores = [3][5]int{{2, 2, 2, 1, 3}, {3, 2, 3, 2, 3}, {4, 3, 4, 3, 4}}

// grade of a child born in birthYear during the school year that starts in year; GradeUnknown outside TPS…Terminale.
func gradeIn(birthYear, year int) data.Grade {
	g := int(data.CP) + year - birthYear - 6
	if g < int(data.TPS) || g > int(data.Terminale) {
		return data.GradeUnknown
	}
	return data.Grade(g)
}

// birthYearOf is the usual birth year of a child in a grade.
func birthYearOf(g data.Grade, year int) int { return year - 6 - (int(g) - int(data.CP)) }
