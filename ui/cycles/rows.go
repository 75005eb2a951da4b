package cycles

import (
	"slices"
	"strconv"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

const nbsp = "\u00a0"

func short(c registry.ChildName) string { return fr.ShortName(c.First, c.Last) }

// place says when, where and with whom: « Mercredi, 14 h à 15 h. Grande salle. Maud Estève, dramathérapeute ».
func place(v registry.GroupView) string {
	day := fr.Capital(fr.Weekday(v.Weekday))
	if v.Rhythm == data.Stage {
		day = "Stage"
	}
	parts := []string{day + ", " + fr.TimeSpan(v.Start, v.LengthMinutes)}
	if v.Room != "" {
		parts = append(parts, v.Room)
	}
	if who := v.Facilitator.Name; who != "" {
		if v.Facilitator.Profession != "" {
			who += ", " + v.Facilitator.Profession
		}
		parts = append(parts, who)
	}
	return strings.Join(parts, ". ")
}

// course says where the cycle stands: « Cycle 1, du 7 octobre au 27 janvier. Séance 10 sur 12 ».
func course(v registry.GroupView) string {
	if len(v.Sessions) == 0 {
		return fr.Numbered(v.Cycle) + ", aucune séance prévue"
	}
	words := fr.Numbered(v.Cycle) + ", " + fr.RangeShort(v.First, v.Last)
	switch {
	case v.State == data.CycleClosed:
		return words + ". Cycle clos"
	case v.Done == 0:
		return words + ". " + fr.Count(len(v.Sessions), "séance prévue", "séances prévues")
	}
	return words + ". Séance" + nbsp + strconv.Itoa(v.Done) + " sur " + strconv.Itoa(len(v.Sessions))
}

// about is the age and the class of a child, and until when the child came.
func about(row registry.GroupRow) string {
	if row.Left {
		return "jusqu’au " + fr.DateShort(row.LeftOn)
	}
	return ageAndGrade(row.Age, row.Grade)
}

func ageAndGrade(age int, grade data.Grade) string { return fr.Join(fr.Age(age), fr.Grade(grade)) }

// recount counts again all that the marks of a group change: a mark shows before it is kept.
func recount(v *registry.GroupView) {
	v.Total = data.Regularity{}
	for i := range v.Sessions {
		v.Sessions[i].Count, v.Sessions[i].Missing, v.Sessions[i].Expected = data.Regularity{}, 0, 0
	}
	for i := range v.Rows {
		row := &v.Rows[i]
		row.Regularity = data.Regularity{}
		for k, c := range row.Cells {
			s := &v.Sessions[k]
			switch {
			case c.Kind == registry.CellNotExpected:
				continue
			case c.Kind == registry.CellToCome:
				row.ToCome++
				s.Count.ToCome++
				v.Total.ToCome++
			default:
				row.Add(c.Mark)
				s.Count.Add(c.Mark)
				v.Total.Add(c.Mark)
			}
			s.Expected++
			if awaited(c) {
				s.Missing++
			}
		}
	}
}

func awaited(c registry.Cell) bool {
	return c.Kind == registry.CellMark && c.Mark == data.NotEntered
}

// remaining is the button that fills what is still empty.
func remaining(n int) string {
	if n == 1 {
		return "L’enfant restant est présent"
	}
	return "Les " + strconv.Itoa(n) + " restants sont présents"
}

// toEnter counts the marks that are missing.
func toEnter(n int) string { return fr.Count(n, "présence à saisir", "présences à saisir") }

// entered says what was marked: kept marks of them, the others taken away.
func entered(kept, all int) string {
	if kept == 0 {
		return fr.Count(all, "présence effacée", "présences effacées") + "."
	}
	return fr.Count(all, "présence saisie", "présences saisies") + "."
}

// sessionTitle is « Séance 10, Marionnette », or the day of a session without a theme.
func sessionTitle(s registry.GroupSession) string {
	words := "Séance" + nbsp + strconv.Itoa(s.Number) + ", "
	if s.Theme != "" {
		return words + s.Theme
	}
	return words + dayWords(s.Date)
}

// dayWords is « mercredi 13 janvier ».
func dayWords(d data.Date) string { return fr.Weekday(d.Weekday()) + " " + fr.DayMonth(d) }

// corner says which session is being entered, above the names.
func corner(s registry.GroupSession) string {
	number := "Séance" + nbsp + strconv.Itoa(s.Number)
	switch {
	case s.State == data.SessionCancelled:
		return number + " annulée"
	case !s.Past:
		return number + " à venir"
	case s.Missing > 0:
		return number + " en cours de saisie"
	}
	return number + " saisie"
}

// cellTip says a cell in words: « Lila K., séance 5 du 25 nov. : présent ».
func cellTip(row registry.GroupRow, s registry.GroupSession, c registry.Cell) string {
	words := short(row.Child) + ", séance" + nbsp + strconv.Itoa(s.Number) + " du " + fr.DateShort(s.Date) + nbsp + ": "
	switch c.Kind {
	case registry.CellToCome:
		return words + "à venir"
	case registry.CellNotExpected:
		return words + "pas inscrit à cette date"
	}
	return words + fr.Mark(c.Mark)
}

// share is the bar, the percentage and the count of a regularity.
func share(n data.Regularity) (part float64, percent, count string) {
	p, ok := n.Percent()
	if !ok {
		return 0, "", ""
	}
	return float64(p) / 100, fr.Percent(p), strconv.Itoa(n.Came) + "/" + strconv.Itoa(n.Counted)
}

// came is what the footer says of a session: « 6/7 ».
func came(s registry.GroupSession) string {
	if s.State == data.SessionCancelled || s.Count.Counted == 0 {
		return ""
	}
	return strconv.Itoa(s.Count.Came) + "/" + strconv.Itoa(s.Count.Counted)
}

// bilanWord is where a bilan stands.
func bilanWord(p registry.BilanProgress) string {
	switch {
	case p.Step == registry.BilanNotOwed:
		return "Pas attendu"
	case p.Step == registry.BilanDone:
		return "Finalisé"
	case p.LateDays > 0 && p.Step == registry.BilanStarted:
		return "Brouillon en retard"
	case p.LateDays > 0:
		return "En retard"
	case p.Step == registry.BilanStarted:
		return "Brouillon"
	}
	return "À faire"
}

// bilanIcon is the pictogram that stands with bilanWord.
func bilanIcon(p registry.BilanProgress) string {
	switch {
	case p.Step == registry.BilanNotOwed:
		return "circle-minus"
	case p.Step == registry.BilanDone:
		return "circle-check"
	case p.LateDays > 0:
		return "circle-alert"
	case p.Step == registry.BilanStarted:
		return "pencil"
	}
	return "circle"
}

// groupBilanWord is where the bilan of the group stands.
func groupBilanWord(s registry.BilanStep) string { return bilanWord(registry.BilanProgress{Step: s}) }

// bilanRest says what is left of the bilans of a moment: what is late, else the drafts.
func bilanRest(n registry.BilanCount) (words string, late bool) {
	switch {
	case n.Late > 0:
		return strconv.Itoa(n.Late) + " en retard", true
	case n.Started > 0:
		return fr.Count(n.Started, "brouillon", "brouillons"), false
	}
	return "", false
}

// dueWords says by which day the bilans are to be handed over.
func dueWords(v registry.GroupView) string {
	due := v.End.Due
	if v.Mid.Owed > v.Mid.Done && v.Mid.Late == 0 && !v.Mid.Due.IsZero() {
		due = v.Mid.Due
	}
	if due.IsZero() {
		return "Aucune date de remise fixée."
	}
	return "À remettre pour le " + fr.DayMonth(due) + "."
}

// absences says why a child is watched.
func absences(row registry.GroupRow) string {
	return fr.Count(row.InARow, "absence non excusée", "absences non excusées de suite") + " depuis le " + fr.DayMonth(row.Since) + "."
}

// alerts are the children who are absent too often, the longest first in the order of the rows.
func alerts(rows []registry.GroupRow) []registry.GroupRow {
	var out []registry.GroupRow
	for _, row := range rows {
		if row.Alert {
			out = append(out, row)
		}
	}
	return out
}

// themeIcons are the pictograms of the themes that have one.
var themeIcons = map[string]string{
	"arts plastiques": "brush", "peinture": "brush", "dessin": "brush", "collage": "scissors", "modelage": "hand", "argile": "hand",
	"marionnette": "drama", "marionnettes": "drama", "theatre": "theater", "creation libre": "sparkle", "conte": "book-open",
	"respiration": "wind", "emotions": "smile",
}

func themeIcon(theme string) string { return themeIcons[fr.Fold(theme)] }

// stateWord is where a session stands, on a day.
func stateWord(s registry.GroupSession) string {
	switch {
	case s.State == data.SessionCancelled:
		return "Annulée"
	case !s.Past:
		return "À venir"
	case s.Missing > 0:
		return "À saisir"
	}
	return "Saisie"
}

// sessionDetail says what is particular about a session: why it was moved or cancelled, else its note.
func sessionDetail(s registry.GroupSession) string {
	var parts []string
	if !s.MovedFrom.IsZero() {
		parts = append(parts, "Déplacée, prévue le "+fr.DayMonth(s.MovedFrom)+".")
	}
	if s.Added {
		parts = append(parts, "Ajoutée au cycle.")
	}
	if s.Reason != "" {
		parts = append(parts, s.Reason)
	}
	if s.Note != "" {
		parts = append(parts, s.Note)
	}
	return fr.Excerpt(strings.Join(parts, " "), 160)
}

// since says from when a child comes.
func since(row registry.GroupRow) string {
	switch {
	case row.Left:
		return "A quitté le groupe le " + fr.DayMonth(row.LeftOn)
	case row.From.IsZero():
		return "Depuis la première séance"
	}
	return "Depuis le " + fr.DayMonth(row.From)
}

// accepted says the warnings that were accepted, with their reasons.
func accepted(warnings []data.Warning) string {
	var parts []string
	for _, w := range warnings {
		words := fr.Warning(w.Code)
		if w.Reason != "" {
			words += " " + fr.Quote(w.Reason)
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, " ")
}

// waited says for how long a child has waited.
func waited(w registry.WaitingRow) string {
	words := []string{ageAndGrade(w.Age, w.Grade)}
	if w.Days > 0 {
		words = append(words, "Attend depuis "+fr.Count(w.Days, "jour", "jours"))
	}
	return sentences(words)
}

// sentences puts a full stop between what is said; what is empty is left out.
func sentences(parts []string) string {
	said := slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" })
	for i, s := range said {
		said[i] = strings.TrimSuffix(s, ".")
	}
	return strings.Join(said, ". ")
}

// clashWords says what is unusual about a session; other names the group in the way, child who is in both.
func clashWords(c registry.Clash, other, child string) string {
	words := strings.TrimSuffix(fr.Warning(c.Code), ".")
	switch {
	case c.Name != "":
		words += " (" + c.Name + ")"
	case child != "" && other != "":
		words += " (" + child + ", " + other + ")"
	case other != "":
		words += " (" + other + ")"
	}
	return words + "."
}
