package children

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// evaluationTable is what was read in one cycle: a column for each moment and viewpoint that was rated, a line for each
// criterion, families of skills apart.
func evaluationTable(e registry.ChildEvaluations) (heads []string, lines []evaluationLine) {
	type column struct {
		m data.Moment
		v data.Viewpoint
	}
	var columns []column
	for v := data.ByFacilitator; v <= data.BySchool; v++ {
		for m := data.MomentStart; m <= data.MomentEnd; m++ {
			if slices.ContainsFunc(e.Skills, func(s registry.SkillRow) bool { return s.Level(m, v) > 0 }) {
				columns = append(columns, column{m, v})
				heads = append(heads, viewpointHead(m, v))
			}
		}
	}
	if len(columns) == 0 {
		return nil, nil
	}
	family := data.SkillFamily(255)
	for _, s := range e.Skills {
		if s.Skill != family {
			family = s.Skill
			lines = append(lines, evaluationLine{title: fr.SkillFamily(family)})
		}
		line := evaluationLine{title: s.Label, words: make([]string, len(columns))}
		for i, c := range columns {
			if n := s.Level(c.m, c.v); n > 0 && n <= len(e.Levels) {
				line.words[i] = e.Levels[n-1]
			}
		}
		lines = append(lines, line)
	}
	return heads, lines
}

// evaluationLine is a criterion with its words, or the title of a family of skills.
type evaluationLine struct {
	title string
	words []string
}

func viewpointHead(m data.Moment, v data.Viewpoint) string {
	if v == data.ByFacilitator {
		return fr.Capital(fr.Moment(m))
	}
	return fr.Capital(fr.Viewpoint(v)) + ", " + fr.Moment(m)
}

// document is a bilan of the child, written or still to write.
type document struct {
	registry.ChildDocument
	step registry.BilanStep
	due  data.Date
	late int
}

// documents are the bilans that are kept, after those to write.
func documents(f registry.ChildFile) []document {
	var out []document
	for _, w := range slices.Concat(f.Workshops, f.Earlier) {
		for _, x := range []struct {
			m data.Moment
			p registry.BilanProgress
		}{{data.MomentMid, w.Mid}, {data.MomentEnd, w.End}} {
			d := document{registry.ChildDocument{Group: w.Group, CycleID: w.Group.CycleID, Moment: x.m}, x.p.Step, x.p.Due, x.p.LateDays}
			twice := slices.ContainsFunc(out, func(o document) bool { return o.CycleID == d.CycleID && o.Moment == d.Moment })
			if x.p.Step == registry.BilanToWrite && !twice {
				out = append(out, d)
			}
		}
	}
	for _, d := range f.Documents {
		step := registry.BilanStarted
		if d.State == data.BilanFinal {
			step = registry.BilanDone
		}
		out = append(out, document{ChildDocument: d, step: step})
	}
	return out
}

func (d document) title() string {
	return fr.Capital(fr.BilanMoment(d.Moment)) + ", " + fr.Lower(d.Group.Workshop.Name)
}

// detail says the cycle, and when it was made final, kept or is due.
func (d document) detail() string {
	cycle := fr.Numbered(d.Group.Cycle)
	switch {
	case d.step == registry.BilanDone:
		return cycle + ", finalisé le " + fr.DateLong(d.FinalOn)
	case d.step == registry.BilanStarted:
		return cycle + ", enregistré le " + fr.DateLong(d.SavedOn)
	case d.late > 0:
		return cycle + ", attendu le " + fr.DateLong(d.due) + ", " + fr.Count(d.late, "jour", "jours") + " de retard"
	}
	return cycle + ", attendu le " + fr.DateLong(d.due)
}
