package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// grids are the evaluation grids: criteria rated on named levels.
func (p *Page) grids() fyne.CanvasObject {
	all := p.desk.Registry.Rubrics.All()
	slices.SortFunc(all, func(a, b data.Rubric) int { return fr.Compare(a.Name, b.Name) })
	var records []record
	for _, r := range all {
		records = append(records, record{"clipboard-list", look.Neutral, r.Name, criterionDetail(r), false, func() { p.editGrid(r.ID) }})
	}
	return kit.AtMost(2*look.TextWidthMax, list{"Grilles d’évaluation", "Aucune grille pour l’instant.", "Ajouter une grille", func() { p.editGrid(data.ID[data.Rubric]{}) }, records}.card())
}

// skills are the families under which criteria stand.
var skills = []data.SkillFamily{data.Cognitive, data.Emotional, data.Social, data.SkillOther}

// editGrid edits a grid as text: a level a line, a criterion a line under its family. The keys of the criteria that keep
// their words do not change, so that the evaluations made with them stay.
func (p *Page) editGrid(id data.ID[data.Rubric]) {
	r, known := p.desk.Registry.Rubrics.Get(id)
	if !known {
		r = fr.DefaultRubric()
		r.Name = ""
	}
	name := kit.NewTextField("Nom de la grille", "")
	name.Needed = "Donnez un nom à la grille."
	name.SetText(r.Name)
	levels := kit.NewNoteField("Niveaux, du plus bas au plus haut, un par ligne", "De 2 à 7 niveaux.", 5)
	levels.SetText(strings.Join(r.Levels, "\n"))
	levels.Valid = func(text string) string {
		if n := len(linesOf(text)); n < 2 || n > 7 {
			return "Écrivez de 2 à 7 niveaux, un par ligne."
		}
		return ""
	}
	levels.Needed = "Écrivez de 2 à 7 niveaux, un par ligne."
	inputs := []kit.Input{name, levels}
	body := kit.VBox(look.Gap, name, levels)
	fields := map[data.SkillFamily]*kit.TextField{}
	for _, s := range skills {
		f := kit.NewNoteField(fr.SkillFamily(s)+", un critère par ligne", "", 3)
		f.SetText(strings.Join(labelsOf(r, s), "\n"))
		fields[s] = f
		inputs = append(inputs, f)
		body.Add(f)
	}
	sheet[data.Rubric]{
		page: p, table: p.desk.Registry.Rubrics, id: id, known: known, archived: r.Archived,
		title: titleOf(known, "Ajouter une grille", r.Name), inputs: inputs, body: body,
		read: func(out *data.Rubric) {
			var lists [][]string
			for _, s := range skills {
				lists = append(lists, linesOf(fields[s].Text()))
			}
			out.Name, out.Levels = name.Text(), linesOf(levels.Text())
			out.Criteria = criteria(r.Criteria, lists)
		},
	}.open()
}

// linesOf is what is written, a line each.
func linesOf(text string) []string {
	var out []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func labelsOf(r data.Rubric, s data.SkillFamily) []string {
	var out []string
	for _, c := range r.Criteria {
		if c.Skill == s {
			out = append(out, c.Label)
		}
	}
	return out
}

// criteria makes the list, family after family in the order of skills. A criterion that keeps its words keeps its key;
// a new one gets a key that was never used in the grid.
func criteria(before []data.Criterion, lists [][]string) []data.Criterion {
	keys, next := map[string]int{}, 1
	for _, c := range before {
		keys[c.Label] = c.Key
		next = max(next, c.Key+1)
	}
	var out []data.Criterion
	for i, labels := range lists {
		for _, l := range labels {
			key, kept := keys[l]
			if !kept {
				key = next
				next++
			}
			delete(keys, l)
			out = append(out, data.Criterion{Key: key, Label: l, Skill: skills[i]})
		}
	}
	return out
}
