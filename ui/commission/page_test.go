package commission

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

func open(t *testing.T) (*Page, *pagetest.Window) {
	t.Helper()
	d, w := pagetest.Open(t)
	p := New(d, page.Route{Page: page.Commission}).(*Page)
	pagetest.Show(w, p)
	return p, w
}

func TestLatestMeetingIsShownWithItsAgendaAndCanBePrinted(t *testing.T) {
	p, w := open(t)
	if len(p.agenda) == 0 || p.chosen != p.rows[0].ID {
		t.Fatalf("%d situations of meeting %v", len(p.agenda), p.chosen)
	}
	p.Print()
	w.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	for _, item := range p.papers() {
		item.Do()
		w.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	}
	if len(w.Printed) != 5+len(p.agenda) || len(w.Failures) > 0 {
		t.Errorf("printed %v, failures %v", w.Printed, w.Failures)
	}
	for _, name := range w.Printed {
		for _, c := range p.agenda {
			if strings.Contains(name, c.Child.Last) {
				t.Errorf("the file %q names a child", name)
			}
		}
	}
}

func TestDecisionGoesIntoThePathwayAndComesBack(t *testing.T) {
	p, w := open(t)
	row := p.agenda[0]
	before, _ := p.desk.Registry.Children.Get(row.ChildID)
	p.editCase(row)
	pagetest.Find[*kit.SelectField](w, "Décision")[0].Choose(int(data.DecisionFavourable))
	pagetest.Shoot(t, w, "situation")
	pagetest.Find[*kit.Button](w, "Enregistrer la situation")[0].OnTapped()
	after, _ := p.desk.Registry.Children.Get(row.ChildID)
	if after.Pathway.Decision != data.DecisionFavourable || after.Pathway.CommissionOn != p.meeting.On {
		t.Errorf("the pathway says %+v; failures %v", after.Pathway, w.Failures)
	}
	w.Undo()
	if back, _ := p.desk.Registry.Children.Get(row.ChildID); back.Pathway != before.Pathway {
		t.Errorf("after the undoing the pathway says %+v", back.Pathway)
	}
}

func TestChildAddedToTheAgendaComesLast(t *testing.T) {
	p, _ := open(t)
	for _, c := range p.desk.Registry.ChildRows() {
		if _, err := p.desk.Registry.AddCases(p.chosen, c.ID); err == nil {
			p.Changed(nil)
			if last := p.agenda[len(p.agenda)-1]; last.ChildID != c.ID || last.Order != len(p.agenda) {
				t.Errorf("the last situation is %s", caseTitle(last))
			}
			return
		}
	}
	t.Fatal("nobody could be added")
}

func TestPageOfTheCommissionCanBePainted(t *testing.T) {
	p, w := open(t)
	pagetest.Shoot(t, w, "commission")
	w.Resize(fyne.NewSize(1366-look.RailWidth, 690))
	p.edit()
	pagetest.Shoot(t, w, "reunion")
}

func TestWordsOfMeetingsAndSituations(t *testing.T) {
	for want, got := range map[string]string{
		"Jeudi 28\u00a0janvier 2027 à 14\u00a0h": meetingTitle(data.Commission{On: 20270128, Start: data.At(14, 0)}),
		"Personne n’est invité":                  meetingDetail(data.Commission{}),
		"Aucune situation":                       rowDetail(registry.CommissionRow{Past: true}),
		"3\u00a0situations":                      rowDetail(registry.CommissionRow{Cases: 3}),
		"Question à préciser":                    caseDetail(registry.CaseRow{}),
		"Reporté":                                caseDetail(registry.CaseRow{CommissionCase: data.CommissionCase{Decision: data.DecisionDeferred}}),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestASituationMovesOnTheAgendaWithAltAndAnArrow(t *testing.T) {
	p, w := open(t)
	first, second := p.agenda[0], p.agenda[1]
	row := pagetest.Find[*kit.AlertRow](w, caseTitle(first))[0]
	w.Canvas().Focus(row)
	row.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	if p.agenda[0].ID != second.ID || p.agenda[1].ID != first.ID || len(w.Failures) > 0 {
		t.Fatalf("the agenda begins with %s; failures %v", caseTitle(p.agenda[0]), w.Failures)
	}
	if got, ok := w.Canvas().Focused().(*kit.AlertRow); !ok || got.Label() != caseTitle(p.agenda[1]) {
		t.Errorf("the keyboard is on %v", w.Canvas().Focused())
	}
	pagetest.Find[*kit.Button](w, "Monter\u00a0: "+caseTitle(p.agenda[1]))[0].OnTapped()
	if p.agenda[0].ID != first.ID {
		t.Error("the button does not move it back")
	}
	p.move(0, -1)
	if p.agenda[0].ID != first.ID {
		t.Error("the first one moved up")
	}
}
