package cycles

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page/listing"
	"mercredi/ui/page/printing"
)

// documents are the papers of the group, each opening the sheet on itself.
func (p *Group) documents() []kit.MenuItem {
	v, hand := p.view, catalogue.Subject{Group: p.id, Cycle: p.view.CycleID}
	item := func(icon, title, detail string, a printing.Ask) kit.MenuItem {
		return kit.MenuItem{Icon: icon, Title: title, Detail: detail, Do: func() { printing.Show(p.desk, a) }}
	}
	sheet := item("clipboard-list", "Feuille d’émargement", "Avec les présences déjà saisies", printing.Ask{Hand: hand, Key: "emargement"})
	blank := item("clipboard-list", "Feuille d’émargement vierge", "À signer pendant les séances",
		printing.Ask{Hand: hand, Key: "emargement", With: []catalogue.Key{catalogue.Blank}})
	if len(v.Sessions) == 0 || len(v.Rows) == 0 {
		sheet.Reason, blank.Reason = "Il faut un enfant et une séance", "Il faut un enfant et une séance"
	}
	items := []kit.MenuItem{
		item("printer", "Imprimer…", "Tous les documents du groupe", printing.Ask{Hand: hand, Key: "emargement"}), sheet, blank,
	}
	for i, m := range bilanMoments {
		hand.Moment = m
		bilan := item("file-text", "Bilan du groupe, "+momentName(m), "Sans les notes personnelles", printing.Ask{Hand: hand, Key: "bilan-groupe"})
		bilan.Line = i == 0
		if step := p.groupStep(m); step != registry.BilanStarted && step != registry.BilanDone {
			bilan.Reason = "Pas encore commencé"
		}
		items = append(items, bilan)
	}
	for i, m := range bilanMoments {
		all := kit.MenuItem{Icon: "files", Title: "Bilans des enfants, " + momentName(m), Line: i == 0, Do: func() { p.printBilans(m) }}
		if n := p.keptBilans(m); n > 0 {
			all.Detail = fr.Count(n, "bilan", "bilans")
		} else {
			all.Reason = "Aucun n’est encore commencé"
		}
		items = append(items, all)
	}
	list := listing.Items(p.desk, p.listing())
	list[0].Line = true
	return append(items, list...)
}

// momentName names the moment of a bilan in a title.
func momentName(m data.Moment) string {
	if m == data.MomentMid {
		return "mi-cycle"
	}
	return "fin de cycle"
}

// groupStep is how far the bilan of the group is.
func (p *Group) groupStep(m data.Moment) registry.BilanStep {
	if m == data.MomentEnd {
		return p.view.GroupEnd
	}
	return p.view.GroupMid
}

// keptBilans counts the children who have a bilan of a moment, a draft or a final one.
func (p *Group) keptBilans(m data.Moment) int {
	n := 0
	for _, row := range p.view.Rows {
		if m == data.MomentMid && !row.Mid.ID.IsZero() || m == data.MomentEnd && !row.End.ID.IsZero() {
			n++
		}
	}
	return n
}

// printBilans prints the bilans of all the children at a moment.
func (p *Group) printBilans(m data.Moment) {
	printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Group: p.id, Cycle: p.view.CycleID, Moment: m}, Key: "bilan", All: true})
}
