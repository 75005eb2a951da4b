package cycles

import (
	"io"
	"strconv"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/listing"
	"mercredi/ui/page/printing"
)

// documents are the papers of the group.
func (p *Group) documents() []kit.MenuItem {
	v := p.view
	sheet := kit.MenuItem{Icon: "clipboard-list", Title: "Feuille d’émargement", Detail: "Avec les présences déjà saisies",
		Do: func() { p.printSheet(false) }}
	blank := kit.MenuItem{Icon: "clipboard-list", Title: "Feuille d’émargement vierge", Detail: "À signer pendant les séances",
		Do: func() { p.printSheet(true) }}
	if len(v.Sessions) == 0 || len(v.Rows) == 0 {
		sheet.Reason, blank.Reason = "Il faut un enfant et une séance", "Il faut un enfant et une séance"
	}
	items := []kit.MenuItem{
		{Icon: "printer", Title: "Imprimer…", Detail: "Un aperçu, l’imprimante, un courriel", Do: p.printAny}, sheet, blank,
	}
	for i, m := range bilanMoments {
		items = append(items, p.groupBilanItem(m, i == 0))
	}
	for i, m := range bilanMoments {
		item := kit.MenuItem{Icon: "files", Title: "Bilans des enfants, " + momentName(m), Line: i == 0,
			Do: func() { p.printBilans(m) }}
		if n := len(p.keptBilans(m)); n > 0 {
			item.Detail = fr.Count(n, "bilan", "bilans") + " dans un dossier"
		} else {
			item.Reason = "Aucun n’est encore commencé"
		}
		items = append(items, item)
	}
	list := listing.Items(p.desk, p.listing())
	list[0].Line = true
	return append(items, list...)
}

// printAny opens the sheet on the documents of the group and of its cycle.
func (p *Group) printAny() {
	printing.Show(p.desk, printing.Ask{Key: "emargement", Hand: catalogue.Subject{Group: p.id, Cycle: p.view.CycleID}})
}

// momentName names the moment of a bilan in a title.
func momentName(m data.Moment) string {
	if m == data.MomentMid {
		return "mi-cycle"
	}
	return "fin de cycle"
}

func (p *Group) groupBilanItem(m data.Moment, line bool) kit.MenuItem {
	step := p.view.GroupMid
	if m == data.MomentEnd {
		step = p.view.GroupEnd
	}
	item := kit.MenuItem{Icon: "file-text", Title: "Bilan du groupe, " + momentName(m), Detail: "Sans les notes personnelles",
		Line: line, Do: func() { p.printGroupBilan(m) }}
	if step != registry.BilanStarted && step != registry.BilanDone {
		item.Reason = "Pas encore commencé"
	}
	return item
}

// printSheet prints the attendance sheet, blank or with its marks.
func (p *Group) printSheet(blank bool) {
	r, id, meta := p.desk.Registry, p.id, p.desk.Meta()
	name, write := "Feuille d’émargement ", export.AttendanceSheet
	if blank {
		name, write = "Feuille d’émargement vierge ", export.BlankAttendanceSheet
	}
	p.desk.Papers.Print(page.Paper{
		Name: export.SafeName(name + page.GroupWords(p.view.GroupName) + ".pdf"), What: strings.TrimSpace(name), Children: p.children(),
		Render: func(w io.Writer) error {
			v, ok := r.AttendanceSheetView(id)
			if !ok {
				return registry.ErrGone
			}
			return write(w, meta, v)
		},
	})
}

// children are those whose names stand in the papers of the group.
func (p *Group) children() []data.ID[data.Child] {
	var ids []data.ID[data.Child]
	for _, row := range p.view.Rows {
		ids = append(ids, row.Child.ID)
	}
	return ids
}

func (p *Group) printGroupBilan(m data.Moment) {
	r, id, meta := p.desk.Registry, p.id, p.desk.Meta()
	p.desk.Papers.Print(page.Paper{
		Name: export.SafeName("Bilan " + page.GroupWords(p.view.GroupName) + " " + momentName(m) + ".pdf"), What: "Bilan de groupe",
		Render: func(w io.Writer) error {
			v, ok := r.GroupBilanView(r.GroupBilan(id, m))
			if !ok {
				return registry.ErrGone
			}
			return export.GroupBilan(w, meta, v)
		},
	})
}

// keptBilans are the children who have a bilan of a moment, a draft or a final one.
func (p *Group) keptBilans(m data.Moment) []registry.GroupRow {
	var out []registry.GroupRow
	for _, row := range p.view.Rows {
		if m == data.MomentMid && !row.Mid.ID.IsZero() || m == data.MomentEnd && !row.End.ID.IsZero() {
			out = append(out, row)
		}
	}
	return out
}

// printBilans prints the bilans of all the children at a moment.
func (p *Group) printBilans(m data.Moment) {
	r, cycle, meta := p.desk.Registry, p.view.CycleID, p.desk.Meta()
	var papers []page.Paper
	names := map[string]int{}
	for _, row := range p.keptBilans(m) {
		name := "Bilan " + fr.FullName(row.Child.First, row.Child.Last) + " " + momentName(m)
		if names[name]++; names[name] > 1 { // two children of one name
			name += " " + strconv.Itoa(names[name])
		}
		child := row.Child.ID
		papers = append(papers, page.Paper{
			Name: export.SafeName(name + ".pdf"), What: "Bilan", Children: []data.ID[data.Child]{child},
			Render: func(w io.Writer) error {
				v, ok := r.BilanView(r.Bilan(child, cycle, m))
				if !ok {
					return registry.ErrGone
				}
				return export.Bilan(w, meta, v)
			},
		})
	}
	p.desk.Papers.PrintAll(export.SafeName("Bilans "+page.GroupWords(p.view.GroupName)+" "+momentName(m)), papers)
}
