package fr

import "mercredi/data"

// ReportSection is a part of the activity report.
func ReportSection(s data.ReportSection) string {
	return label([]string{"", "Synthèse", "Les enfants", "Les parcours", "L’équipe pluridisciplinaire", "Les ateliers", "Les bilans",
		"Le réseau", "Perspectives"}, s)
}

// ReportSections lists the parts of the report, in their order.
func ReportSections() []data.ReportSection {
	return []data.ReportSection{data.SectionSummary, data.SectionChildren, data.SectionPathways, data.SectionCommission, data.SectionWorkshops,
		data.SectionBilans, data.SectionNetwork, data.SectionOutlook}
}

// AgeSpan is a band of ages: "6 à 10 ans".
func AgeSpan(a data.AgeSpan) string {
	if a.From == a.To {
		return Age(a.From)
	}
	return Number(a.From) + " à " + Age(a.To)
}

// IndicatorKind says how an indicator is measured.
func IndicatorKind(k data.IndicatorKind) string {
	return label([]string{"Part, en\u00a0%", "Nombre"}, k)
}

// IndicatorKinds lists the kinds, for a list to choose from.
func IndicatorKinds() []data.IndicatorKind { return upTo(data.IndicatorNumber) }
