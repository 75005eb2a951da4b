package fr

import "mercredi/data/calendar"

// Region names the public holidays of a region; the zero region has the national ones alone.
func Region(r calendar.Region) string {
	switch r {
	case calendar.AlsaceMoselle:
		return "Alsace et Moselle"
	case calendar.Guadeloupe:
		return "Guadeloupe"
	case calendar.Guyane:
		return "Guyane"
	case calendar.LaReunion:
		return "La Réunion"
	case calendar.Martinique:
		return "Martinique"
	case calendar.Mayotte:
		return "Mayotte"
	case calendar.SaintBarthelemy:
		return "Saint-Barthélemy"
	case calendar.SaintMartin:
		return "Saint-Martin"
	}
	return "Nationaux seulement"
}
