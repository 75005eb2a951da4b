package children

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// bornWords is « 8 ans, née le 12 mars 2018 ».
func bornWords(f registry.ChildFile) string {
	if f.BirthDate.IsZero() {
		return "date de naissance non saisie"
	}
	return fr.Age(f.Age) + ", " + fr.Born(f.Sex) + " le " + fr.DateLong(f.BirthDate)
}

// dateYear is a short date with its year: « 12 mai 2026 ».
func dateYear(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return fr.DateShort(d) + " " + strconv.Itoa(d.Year())
}

// groupTitle names a group: « Art-thérapie, groupe 1 ». The group of one child bears the workshop's name alone.
func groupTitle(g registry.GroupName) string {
	if g.Group == "" || !g.Child.ID.IsZero() {
		return g.Workshop.Name
	}
	return g.Workshop.Name + ", " + fr.GroupWord(g.Group)
}

// stepWords is where a child stands, for the badge of the pathway.
func stepWords(f registry.ChildFile, today data.Date) string {
	p := f.Pathway
	if f.Step == registry.StepEndOfFollowUp {
		return "Terminé le " + fr.DateLong(p.EndedOn)
	}
	if f.Step >= registry.StepToPlace {
		since := cmp.Or(p.StartedOn, p.CommissionOn, p.IntakeOn)
		if n := monthsBetween(since, today); n > 0 {
			return "En cours depuis " + fr.Months(n)
		}
	}
	switch f.Step {
	case registry.StepSpotted:
		return "Repérage"
	case registry.StepIntake:
		return "Saisine reçue"
	case registry.StepDeferred:
		return "Décision reportée"
	case registry.StepRefused:
		return "Avis défavorable"
	case registry.StepConsent:
		return "Accord attendu"
	}
	return "En cours"
}

// monthsBetween counts whole months; 0 when the start is not known or to come.
func monthsBetween(from, to data.Date) int {
	if from.IsZero() || to < from {
		return 0
	}
	n := (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month())
	if to.Day() < from.Day() {
		n--
	}
	return n
}

// station is one step of the pathway in words.
type station struct {
	icon, title, detail, note string
	done                      registry.StepDone
}

// stations are the steps of the pathway in words.
func stations(steps []registry.PathwayStep) []station {
	last := -1
	for i, s := range steps {
		if s.Done != registry.StepToCome {
			last = i
		}
	}
	out := make([]station, len(steps))
	for i, s := range steps {
		x := station{detail: dateYear(s.On), note: s.Said, done: s.Done}
		switch s.Kind {
		case registry.PathSpotted:
			x.icon, x.title = "eye", "Repérage"
			if s.Said != "" {
				x.note = "par " + s.Said
			}
		case registry.PathIntake:
			x.icon, x.title, x.note = "inbox", "Saisine", "" // the reason is written below
		case registry.PathCommission:
			x.icon, x.title, x.note = "scale", "EPS", ""
			if !s.On.IsZero() {
				x.note = fr.Decision(s.Decision)
			}
		case registry.PathWorkshops:
			x.icon, x.title, x.note = "shapes", "Ateliers", ""
			if s.Done != registry.StepToCome {
				x.detail = "depuis le " + fr.DateShort(s.On)
			}
			if s.Of > 0 {
				x.note = "séance\u00a0" + fr.Number(s.Session) + " sur " + fr.Number(s.Of)
			}
		case registry.PathBilan:
			x.icon, x.title, x.note = "file-pen-line", "Bilan", bilanStep(s.Bilan)
		case registry.PathEnd:
			x.icon, x.title = "check-check", "Fin"
		}
		if x.detail == "" {
			x.detail = "à venir"
			if i < last {
				x.detail = "non saisi"
			}
		}
		out[i] = x
	}
	return out
}

func bilanStep(s registry.BilanStep) string {
	switch s {
	case registry.BilanToWrite:
		return "à écrire"
	case registry.BilanStarted:
		return "brouillon"
	case registry.BilanDone:
		return "finalisé"
	}
	return ""
}

// todo is a thing to do for the child, in words.
type todo struct {
	title, detail, icon string
	weight              weight
	registry.NextThing
}

// todos are the things to do, most pressing first. A session to come asks for nothing.
func todos(things []registry.NextThing) []todo {
	var out []todo
	for _, n := range things {
		t := todo{NextThing: n}
		_, t.weight = nextWords(n)
		t.title, t.detail, t.icon = todoWords(n)
		twice := slices.ContainsFunc(out, func(o todo) bool { return o.title == t.title && o.detail == t.detail }) // a clash has two sides
		if t.title != "" && !twice {
			out = append(out, t)
		}
	}
	return out
}

func todoWords(n registry.NextThing) (title, detail, icon string) {
	group := groupTitle(n.Group)
	switch n.Kind {
	case registry.NextClash:
		return "Choisir entre deux groupes", "Deux groupes à " + fr.Time(n.Start) + ", " + fr.DayMonth(n.On), "triangle-alert"
	case registry.NextAbsences:
		return "Appeler la famille", fr.Count(n.Count, "absence non excusée", "absences non excusées") + ", " + group, "phone"
	case registry.NextBilanLate:
		return "Finir le bilan", group + ", attendu le " + fr.DayMonth(n.On), "clock-alert"
	case registry.NextBilanDraft:
		return "Finir le bilan", group + ", pour le " + fr.DayMonth(n.On), "file-pen-line"
	case registry.NextBilan:
		return "Écrire le bilan", group + ", pour le " + fr.DayMonth(n.On), "file-pen-line"
	case registry.NextConsentMissing:
		return "Demander l’accord", fr.ConsentScope(n.Scope, ""), "handshake"
	case registry.NextConsentEnded:
		return "Renouveler l’accord", fr.ConsentScope(n.Scope, "") + ", terminé le " + fr.DayMonth(n.On), "handshake"
	case registry.NextConsentEnding:
		return "Renouveler l’accord", fr.ConsentScope(n.Scope, "") + ", expire le " + fr.DayMonth(n.On), "handshake"
	case registry.NextDecide:
		return "Décider de la suite", "Après les rencontres, " + fr.DayMonth(n.On), "signpost"
	case registry.NextMark:
		return fr.Plural(n.Count, "Saisir la présence", "Saisir les présences"), group + ", " + fr.DayMonth(n.On), "calendar-check"
	case registry.NextCommission:
		return "Noter la décision EPS", "La saisine attend son examen", "scale"
	case registry.NextPlace:
		if n.Count > 0 {
			return "Inscrire à un atelier", fr.Count(n.Count, "place libre", "places libres") + " où l’enfant attend", "shapes"
		}
		return "Inscrire à un atelier", "L’enfant n’a pas de place", "shapes"
	}
	return "", "", ""
}

// consentRows are the consents of the family, the follow-up among them even when nothing was ever asked.
func consentRows(rows []registry.ConsentRow) []registry.ConsentRow {
	asked := slices.ContainsFunc(rows, func(r registry.ConsentRow) bool { return r.Scope == data.ConsentFollowUp })
	if asked {
		return rows
	}
	return append([]registry.ConsentRow{{Consent: data.Consent{Scope: data.ConsentFollowUp}}}, rows...)
}

// consentDetail says where a consent stands.
func consentDetail(r registry.ConsentRow) string {
	switch r.State {
	case data.ConsentValid, data.ConsentEndsSoon:
		signed := "Signé le " + fr.DateLong(r.SignedOn)
		if r.SignedBy != "" {
			signed = "Signé par " + r.SignedBy + ", " + fr.DateLong(r.SignedOn)
		}
		if r.Until.IsZero() {
			return signed
		}
		if r.State == data.ConsentEndsSoon {
			return "Jusqu’au " + fr.DateLong(r.Until)
		}
		return signed + ", jusqu’au " + fr.DateLong(r.Until)
	case data.ConsentEnded:
		return "Terminé le " + fr.DateLong(r.Until)
	case data.ConsentRefused:
		return joinDate("Refusé", r.SignedOn)
	case data.ConsentWithdrawn:
		return joinDate("Retiré", r.WithdrawnOn)
	}
	return "À demander à la famille"
}

func joinDate(word string, on data.Date) string {
	if on.IsZero() {
		return word
	}
	return word + " le " + fr.DateLong(on)
}

// whenWords is « Mercredi, 14 h à 15 h » of a place in a group.
func whenWords(w registry.ChildWorkshop) string {
	if w.First.IsZero() {
		return fr.TimeSpan(w.Start, w.LengthMinutes)
	}
	day := fr.Capital(fr.Weekday(w.First.Weekday()))
	if w.Start == 0 {
		return day
	}
	return day + ", " + fr.TimeSpan(w.Start, w.LengthMinutes)
}

// heldWords is « 9 séances sur 9 ».
func heldWords(r data.Regularity) string {
	if r.Counted == 0 {
		return "pas encore de présence saisie"
	}
	return fr.Count(r.Came, "séance", "séances") + " sur " + fr.Number(r.Counted)
}

// marksWords tells all the marks of a place: « 9 séances sur 10, 1 à saisir, 1 annulée, 2 à venir ».
func marksWords(r data.Regularity) string {
	parts := []string{heldWords(r)}
	if r.NotEntered > 0 {
		parts = append(parts, fr.Number(r.NotEntered)+" à saisir")
	}
	if r.Cancelled > 0 {
		parts = append(parts, fr.Count(r.Cancelled, "annulée", "annulées"))
	}
	if r.ToCome > 0 {
		parts = append(parts, fr.Number(r.ToCome)+" à venir")
	}
	return strings.Join(parts, ", ")
}

// stayWords says from when to when the child had the place, and why it ended.
func stayWords(w registry.ChildWorkshop) string {
	if w.State == data.Waiting {
		return joinDate("Demandé", w.RequestedOn)
	}
	words := fr.Capital(fr.Range(cmp.Or(w.From, w.First), cmp.Or(w.Until, w.Last)))
	if w.State == data.Left && w.LeaveReason != "" {
		words += ". Départ\u00a0: " + w.LeaveReason
	}
	return words
}

// warningWords are what was unusual and accepted, with the reasons.
func warningWords(w registry.ChildWorkshop) string {
	var parts []string
	for _, x := range w.Warnings {
		parts = append(parts, strings.TrimSuffix(fr.Warning(x.Code), ".")+"\u00a0: "+x.Reason)
	}
	return strings.Join(parts, ". ")
}

// newsWords is a piece of news: its icon, its title and its text.
func newsWords(n registry.News) (icon, title, text string) {
	switch n.Kind {
	case registry.NewsObservation:
		title = n.Group.Workshop.Name + ", séance\u00a0" + fr.Number(n.Number)
		return "", title, cmp.Or(n.Text, n.Theme)
	case registry.NewsBilan:
		return "file-check", fr.Capital(fr.BilanMoment(n.Moment)), groupTitle(n.Group)
	}
	icon = map[data.NoteKind]string{
		data.NoteCall: "phone", data.NoteMeeting: "users-round", data.NoteSchool: "school", data.NotePartner: "map-pinned",
		data.NoteObservation: "eye", data.NoteOther: "file-text",
	}[n.Note]
	if n.Private {
		icon = "lock-keyhole"
	}
	return cmp.Or(icon, "file-text"), n.Title, n.Text
}
