package export

import (
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// fewSkills is how many criteria are read at a glance; beyond, they are set by family of skills.
const fewSkills = 7

// evolution draws how each skill went from the start to the moment of the bilan, in the eyes of the facilitator, and
// says what others saw.
func (p *bilanPaper) evolution() {
	rows := slices.DeleteFunc(slices.Clone(p.Skills), func(s registry.SkillRow) bool { return !p.rated(s) })
	if len(rows) == 0 {
		p.part("Évolution", "")
		return
	}
	p.d.Heading("Évolution")
	families := skillFamilies(rows)
	if len(rows) <= fewSkills || len(families) < 2 {
		p.scales(rows, true)
	} else {
		for i, family := range families {
			p.d.Subheading(fr.SkillFamily(family))
			other := func(s registry.SkillRow) bool { return s.Skill != family }
			p.scales(slices.DeleteFunc(slices.Clone(rows), other), i == len(families)-1)
		}
	}
	p.otherViews(rows)
}

// rated reports whether the facilitator gave a level at any moment up to that of the bilan.
func (p *bilanPaper) rated(s registry.SkillRow) bool {
	return slices.ContainsFunc(p.moments(), func(m data.Moment) bool { return s.Level(m, data.ByFacilitator) > 0 })
}

// moments are those that the bilan looks back on, its own last.
func (p *bilanPaper) moments() []data.Moment {
	if p.Bilan.Moment == data.MomentMid {
		return []data.Moment{data.MomentStart, data.MomentMid}
	}
	return []data.Moment{data.MomentStart, data.MomentMid, data.MomentEnd}
}

// scales draws a row a skill; the legend comes under the last ones.
func (p *bilanPaper) scales(rows []registry.SkillRow, legend bool) {
	now := p.moments()[len(p.moments())-1]
	e := pdf.Evolution{Levels: len(p.Levels)}
	for _, s := range rows {
		row := p.progress(s, now)
		if legend && row.Start > 0 {
			e.Start = atMoment(data.MomentStart)
		}
		if legend && row.End > 0 {
			e.End = atMoment(now)
		}
		e.Rows = append(e.Rows, row)
	}
	p.d.Evolution(e)
}

func (p *bilanPaper) progress(s registry.SkillRow, now data.Moment) pdf.Progress {
	row := pdf.Progress{Label: typo(s.Label), Start: s.Level(data.MomentStart, data.ByFacilitator), End: s.Level(now, data.ByFacilitator)}
	var path, sentence []string
	for _, m := range p.moments() {
		word := p.word(s.Level(m, data.ByFacilitator))
		if word == "" {
			continue
		}
		sentence = append(sentence, word+" "+atMoment(m))
		if m == now {
			row.Now = word
		} else {
			path = append(path, word)
		}
	}
	row.Path = strings.Join(path, ", ")
	if row.Now != "" && row.Path != "" {
		row.Path += ", "
	}
	row.Alt = row.Label + "\u00a0: " + strings.Join(sentence, ", ") + "."
	return row
}

// word is the word of a level, "" when it was not given.
func (p *bilanPaper) word(level int) string {
	if level < 1 || level > len(p.Levels) {
		return ""
	}
	return typo(p.Levels[level-1])
}

// otherViews says how the child, the family and the school see the same skills, when they were asked.
func (p *bilanPaper) otherViews(rows []registry.SkillRow) {
	now := p.moments()[len(p.moments())-1]
	views := []struct {
		view data.Viewpoint
		name string
	}{{data.ByChild, "selon " + typo(p.Child.First)}, {data.ByFamily, "selon sa famille"}, {data.BySchool, "selon son école"}}
	for _, v := range views {
		var said []string
		for _, s := range rows {
			if word := p.word(s.Level(now, v.view)); word != "" {
				said = append(said, fr.Lower(typo(s.Label))+", "+word)
			}
		}
		if len(said) > 0 {
			p.d.Note(fr.Capital(v.name) + "\u00a0: " + strings.Join(said, "\u00a0; ") + ".")
		}
	}
}

func atMoment(m data.Moment) string {
	switch m {
	case data.MomentMid:
		return "à mi-cycle"
	case data.MomentEnd:
		return "à la fin"
	}
	return "au début"
}

// skillFamilies are the families of the rows, in the order they come.
func skillFamilies(rows []registry.SkillRow) []data.SkillFamily {
	var out []data.SkillFamily
	for _, s := range rows {
		if !slices.Contains(out, s.Skill) {
			out = append(out, s.Skill)
		}
	}
	return out
}
