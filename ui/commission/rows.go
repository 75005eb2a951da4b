package commission

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/look"
)

// onShow is the meeting to show: the one that was chosen while it is there, else the latest.
func onShow(rows []registry.CommissionRow, chosen data.ID[data.Commission]) data.ID[data.Commission] {
	if slices.ContainsFunc(rows, func(r registry.CommissionRow) bool { return r.ID == chosen }) {
		return chosen
	}
	if len(rows) > 0 {
		return rows[0].ID
	}
	return data.ID[data.Commission]{}
}

// meetingTitle is « Jeudi 28 janvier 2027 à 14 h ».
func meetingTitle(m data.Commission) string {
	title := fr.Capital(fr.Date(m.On))
	if hour := fr.Time(m.Start); hour != "" {
		title += " à " + hour
	}
	return title
}

// meetingDetail is where it is held, who presides and how many are invited.
func meetingDetail(m data.Commission) string {
	chair, invited := "", "personne n’est invité"
	if m.Chair != "" {
		chair = "présidence\u00a0: " + m.Chair
	}
	if n := len(m.Invited); n > 0 {
		invited = fr.Count(n, "personne invitée", "personnes invitées")
	}
	return fr.Capital(fr.Join(m.Place, chair, invited))
}

// rowDetail counts the situations of a meeting.
func rowDetail(r registry.CommissionRow) string {
	if r.Cases == 0 {
		return "Aucune situation"
	}
	words := fr.Count(r.Cases, "situation", "situations")
	if r.Past {
		words = fr.Join(words, fr.Count(r.Decided, "décision saisie", "décisions saisies"))
	}
	return words
}

// caseTitle is « 1. Lila Kerdoun ».
func caseTitle(c registry.CaseRow) string {
	return fr.Number(c.Order) + ". " + fr.FullName(c.Child.First, c.Child.Last)
}

// caseDetail is what was decided, else what is asked.
func caseDetail(c registry.CaseRow) string {
	if c.Decision != data.DecisionPending {
		words := fr.Capital(fr.Decision(c.Decision))
		if n := len(c.Actions); n > 0 {
			words = fr.Join(words, fr.Count(n, "action", "actions"))
		}
		if c.ReviewOn.Valid() {
			words = fr.Join(words, "à revoir le "+fr.DateLong(c.ReviewOn))
		}
		return words
	}
	if c.Question != "" {
		return fr.Excerpt(c.Question, 110)
	}
	return "Question à préciser"
}

func decisionIcon(d data.Decision) string {
	switch d {
	case data.DecisionFavourable:
		return "check-check"
	case data.DecisionDeferred:
		return "hourglass"
	case data.DecisionRefused:
		return "circle-alert"
	}
	return "clock"
}

func decisionTone(d data.Decision) look.ToneName {
	switch d {
	case data.DecisionFavourable:
		return look.Good
	case data.DecisionDeferred:
		return look.Warning
	case data.DecisionRefused:
		return look.Alarm
	}
	return look.Info
}
