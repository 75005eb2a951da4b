package partners

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/look"
)

func TestAStructureIsListedWithItsRuleItsPublicAndItsAccess(t *testing.T) {
	for _, c := range []struct {
		row          registry.PartnerRow
		icon, detail string
	}{
		{registry.PartnerRow{Public: "Enfants", Access: "Orientation du CMP", Direct: data.DirectlyNo}, "ban", "Enfants. Orientation du CMP"},
		{registry.PartnerRow{Public: "Enfants", MinAge: 6, MaxAge: 16, Direct: data.DirectlyBySchool}, "file-check", "Enfants. École ou médecin"},
		{registry.PartnerRow{Public: "12 à 25 ans", MinAge: 12, MaxAge: 25, Access: "accès libre", Direct: data.DirectlyYes}, "circle-check", "12 à 25 ans. Accès libre"},
		{registry.PartnerRow{MaxAge: 20}, "circle", "Jusqu’à 20\u00a0ans. À préciser"},
		{registry.PartnerRow{MinAge: 16}, "circle", "À partir de 16\u00a0ans. À préciser"},
	} {
		r := listRow(entry{PartnerRow: c.row})
		if r.Icon != c.icon || r.Detail != c.detail || !look.HasIcon(r.Icon) {
			t.Errorf("%+v is listed %q, %q; want %q, %q", c.row, r.Icon, r.Detail, c.icon, c.detail)
		}
	}
}

func TestFiltersKeepWhatTheySay(t *testing.T) {
	cmpp := registry.PartnerRow{Name: "Le Cèdre", Kind: data.KindCMPP, MaxAge: 20, Direct: data.DirectlyBySchool, Folded: "le cedre"}
	silent := registry.PartnerRow{Name: "Sans âge", Folded: "sans age"}
	old := registry.PartnerRow{Name: "Ancienne", Archived: true, Folded: "ancienne"}
	adults := registry.PartnerRow{Name: "Adultes", MinAge: 18, Direct: data.DirectlyNo, Folded: "adultes"}
	all := entries([]registry.PartnerRow{cmpp, silent, old, adults})
	for _, c := range []struct {
		name string
		f    filter
		want string
	}{
		{"nothing", filter{}, "Le Cèdre, Sans âge, Adultes"},
		{"a name without accents", filter{text: "cedre"}, "Le Cèdre"},
		{"the long name of a type", filter{text: "psycho pedagogique"}, "Le Cèdre"},
		{"an age", filter{age: 2}, "Le Cèdre, Sans âge"},
		{"adults", filter{age: 4}, "Le Cèdre, Sans âge, Adultes"},
		{"letters", filter{gate: 2}, "Le Cèdre"},
		{"closed", filter{gate: 3}, "Adultes"},
		{"a type", filter{kind: int(data.KindCMPP)}, "Le Cèdre"},
		{"archived", filter{archived: true}, "Ancienne"},
	} {
		var names []string
		for _, e := range all {
			if c.f.keeps(e) {
				names = append(names, e.Name)
			}
		}
		if got := fr.Join(names...); got != c.want {
			t.Errorf("%s keeps %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheThreeClosedKindsSayThroughWhomOneEnters(t *testing.T) {
	for kind, want := range map[data.PartnerKind]string{
		data.KindCATTPEnfants: "L’accès passe par le CMP enfants, qui décide avec la famille.",
		data.KindCATTPAdultes: "L’accès passe par le CMP adultes, qui décide avec la personne.",
	} {
		if r := ruleOf(kind, kind.UsualDirectly()); r.tone != look.Alarm || r.fact != "Le PRE ne peut pas orienter directement." || r.next != want {
			t.Errorf("kind %d says %+v", kind, r)
		}
	}
	if r := ruleOf(data.KindHopitalDeJour, data.DirectlyNo); r.tone != look.Alarm || r.next == relay(data.KindOther) {
		t.Errorf("a day hospital says %+v", r)
	}
}

func TestEveryRuleHasItsToneAndItsNextStep(t *testing.T) {
	want := map[data.Directly]look.ToneName{data.DirectlyUnknown: look.Info, data.DirectlyYes: look.Good, data.DirectlyNo: look.Alarm}
	for d := data.DirectlyUnknown; d <= data.DirectlyNo; d++ {
		tone, ok := want[d]
		if !ok {
			tone = look.Warning
		}
		if r := ruleOf(data.KindOther, d); r.tone != tone || r.fact == "" || r.next == "" {
			t.Errorf("rule %d says %+v", d, r)
		}
	}
}

func TestASheetIsToVerifyAfterAYear(t *testing.T) {
	today := data.NewDate(2027, 1, 15)
	for on, want := range map[data.Date]bool{
		0: false, data.NewDate(2026, 1, 14): false, data.NewDate(2026, 1, 15): true, today: true,
	} {
		if got := fresh(on, today); got != want {
			t.Errorf("checked on %v: fresh is %v", on, got)
		}
	}
	all := []entry{{PartnerRow: registry.PartnerRow{CheckedOn: today}}, {}, {PartnerRow: registry.PartnerRow{Archived: true}}}
	if s := counted(all, today); s != "2\u00a0structures, dont 1 à vérifier" {
		t.Errorf("counted %q", s)
	}
	if s := counted(nil, today); strings.Contains(s, "0") {
		t.Errorf("nothing is counted %q", s)
	}
}

func TestThePublicIsSaidWithItsAgesOnce(t *testing.T) {
	for want, got := range map[string]string{
		"Enfants, 6 à 16\u00a0ans": public("Enfants", 6, 16), "12 à 25 ans": public("12 à 25 ans", 12, 25), "jusqu’à 20\u00a0ans": public("", 0, 20), "Familles": public("Familles", 0, 0),
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestGroupsOfTheSameNameAreToldApartByTheirCycle(t *testing.T) {
	art := registry.WorkshopName{Name: "Art-thérapie"}
	got := groupLabels([]registry.GroupName{
		{Workshop: art, Group: "Groupe 1", Cycle: "Cycle 1"}, {Workshop: art, Group: "Groupe 2", Cycle: "Cycle 1"}, {Workshop: art, Group: "Groupe 1", Cycle: "Cycle 2"},
	})
	if got[0] != "Art-thérapie, groupe\u00a01, cycle\u00a01" || got[1] != "Art-thérapie, groupe\u00a02" || got[2] != "Art-thérapie, groupe\u00a01, cycle\u00a02" {
		t.Errorf("called %q", got)
	}
}
