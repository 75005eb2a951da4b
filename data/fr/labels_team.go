package fr

import "mercredi/data"

// gendered chooses among the neutral, the feminine and the masculine word.
func gendered(a data.Answer, neutral, feminine, masculine string) string {
	switch a {
	case data.Yes:
		return feminine
	case data.No:
		return masculine
	}
	return neutral
}

// Role of a member. feminine chooses the agreement; when it is not said the neutral form is written.
func Role(r data.Role, feminine data.Answer) string {
	switch r {
	case data.RoleCoordinator:
		return gendered(feminine, "Coordination", "Coordinatrice", "Coordinateur")
	case data.RoleKeyWorker:
		return KeyWorker(feminine)
	case data.RolePsychologist:
		return "Psychologue"
	case data.RoleAssistant:
		return gendered(feminine, "Assistance", "Assistante", "Assistant")
	}
	return "Équipe"
}

// KeyWorker is « Référente de parcours » or « Référent de parcours ».
func KeyWorker(feminine data.Answer) string {
	return gendered(feminine, "Référent·e de parcours", "Référente de parcours", "Référent de parcours")
}

// FacilitatorWord is « Intervenante » or « Intervenant ».
func FacilitatorWord(feminine data.Answer) string {
	return gendered(feminine, "Intervenant·e", "Intervenante", "Intervenant")
}

// Roles lists the roles, for a list to choose from.
func Roles() []data.Role {
	return []data.Role{data.RoleCoordinator, data.RoleKeyWorker, data.RolePsychologist, data.RoleAssistant, data.RoleOther}
}
