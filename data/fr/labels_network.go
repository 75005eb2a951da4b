package fr

import "mercredi/data"

// ReferralState is where a referral stands.
func ReferralState(s data.ReferralState) string {
	return label([]string{"préparée", "envoyée", "répondue", "en cours", "terminée", "refusée", "sans réponse"}, s)
}

// ReferralStates lists the states, for a list to choose from.
func ReferralStates() []data.ReferralState { return upTo(data.ReferralUnanswered) }

// Whom is who is led to a structure.
func Whom(w data.Whom) string {
	return label([]string{"non précisé", "l’enfant", "les parents", "la famille"}, w)
}

// Whoms lists them, for a list to choose from.
func Whoms() []data.Whom { return upTo(data.WhomFamily)[1:] }

// InterviewKind is who comes to an interview.
func InterviewKind(k data.InterviewKind) string {
	return label([]string{"non précisé", "individuel", "parents", "famille"}, k)
}

// InterviewKinds lists the kinds, for a list to choose from.
func InterviewKinds() []data.InterviewKind { return upTo(data.InterviewFamily)[1:] }

// Outcome is what became of an interview.
func Outcome(o data.Outcome) string {
	return label([]string{"non saisi", "tenu", "absence excusée", "absence non annoncée", "annulé"}, o)
}

// Outcomes lists the outcomes, for a list to choose from.
func Outcomes() []data.Outcome { return upTo(data.CalledOff) }

// Settlement is how often the acts of an agreement are paid.
func Settlement(s data.Settlement) string {
	return label([]string{"non précisé", "mensuel", "trimestriel", "annuel"}, s)
}

// Settlements lists the rhythms, for a list to choose from.
func Settlements() []data.Settlement { return upTo(data.SettledYearly) }
