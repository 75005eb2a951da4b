package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// art is the sample's art-therapy cycle of a school year.
func art(t testing.TB, schoolYear int) registry.CycleRow {
	t.Helper()
	for _, c := range town().CycleRows(schoolYear) {
		if c.Workshop.Discipline == data.ArtTherapy && c.Name == "Cycle 1" {
			return c
		}
	}
	t.Fatal("no art-therapy in the sample")
	return registry.CycleRow{}
}

func groupBilanOf(t testing.TB) registry.GroupBilanView {
	t.Helper()
	v, ok := town().GroupBilanView(town().GroupBilan(art(t, 2025).Groups[0].ID, data.MomentEnd))
	if !ok {
		t.Fatal("no group")
	}
	return v
}

func sheetOf(t testing.TB) registry.AttendanceSheetView {
	t.Helper()
	v, ok := town().AttendanceSheetView(art(t, 2026).Groups[0].ID)
	if !ok {
		t.Fatal("no group")
	}
	return v
}

func TestGroupBilanReadsLikeAPaper(t *testing.T) {
	v := registry.GroupBilanView{
		Letterhead: registry.Letterhead{Team: "Programme de réussite éducative", Town: "Sauvelande"}, On: day,
		Group:        registry.GroupName{Workshop: registry.WorkshopName{Name: "Art-thérapie"}, Cycle: "Cycle 1", Group: "Groupe 1"},
		Facilitators: []registry.Adult{{Name: "Maud Estève", Feminine: data.Yes}, {Name: "Théo Lambel", Feminine: data.No}},
		Room:         "Grande salle", Start: data.At(14, 0), LengthMinutes: 90,
		First: data.NewDate(2026, 10, 7), Last: data.NewDate(2026, 10, 14),
		Children:   []registry.ShortChild{{First: "Lila", Initial: "K"}, {First: "Noé", Initial: "t"}},
		Regularity: data.Regularity{Came: 1, Counted: 2},
		Skills:     []registry.SkillCount{{Label: "Confiance en soi", Rose: 2, Steady: 1}, {Label: "Stress", Fell: 2}, {Label: "Attention"}},
	}
	v.Bilan = data.GroupBilan{Moment: data.MomentEnd, State: data.BilanFinal, Course: "Un cycle régulier", Dynamics: "Un groupe vif !",
		Works: "Le rituel d'ouverture", Next: "Garder le même créneau."}
	v.Sessions = []registry.GroupBilanSession{
		{Number: 1, Date: v.First, Theme: "Collage", Count: data.Regularity{Came: 1, Counted: 2}},
		{Number: 2, Date: v.Last, State: data.SessionCancelled},
	}
	golden(t, "group-bilan", groupBilan(Meta{Date: day}, v))
}

func TestGroupBilanOfTheSampleFitsOnTwoPages(t *testing.T) {
	if n := groupBilan(Meta{Date: day}, groupBilanOf(t)).Pages(); n > 2 {
		t.Errorf("%d pages", n)
	}
}

func TestGroupBilanNamesNoChildInFull(t *testing.T) {
	group := art(t, 2025).Groups[0].ID
	sheet, _ := town().AttendanceSheetView(group)
	text := outline(groupBilan(Meta{}, groupBilanOf(t)))
	for _, row := range sheet.Rows {
		if strings.Contains(text, row.Child.Last) {
			t.Errorf("%q is in the bilan of a group", row.Child.Last)
		}
		if !strings.Contains(text, row.Child.First) {
			t.Errorf("%q is not in the bilan of the group", row.Child.First)
		}
	}
}

func TestGroupBilanCountsNoSkillOfOneOrTwoChildren(t *testing.T) {
	for _, c := range []struct {
		skill registry.SkillCount
		told  bool
	}{{registry.SkillCount{Rose: 1}, false}, {registry.SkillCount{Rose: 1, Fell: 1}, false}, {registry.SkillCount{Rose: 1, Steady: 1, Fell: 1}, true}} {
		c.skill.Label = "Stress"
		text := outline(groupBilan(Meta{}, registry.GroupBilanView{Skills: []registry.SkillCount{c.skill}}))
		if strings.Contains(text, "Stress") != c.told || strings.Contains(text, "Moins de trois enfants") == c.told {
			t.Errorf("of %+v it says\n%s", c.skill, text)
		}
	}
}

func TestEmptyGroupBilanSaysWhatIsToBeWritten(t *testing.T) {
	golden(t, "group-bilan-empty", groupBilan(Meta{}, registry.GroupBilanView{On: day}))
}

func TestAttendanceSheetReadsLikeAPaper(t *testing.T) {
	v := crowd(2, 3)
	v.Group = registry.GroupName{Workshop: registry.WorkshopName{Name: "Art-thérapie"}, Cycle: "Cycle 1", Group: "Groupe 1"}
	v.On, v.SchoolYear = day, 2026
	v.Sessions[1].State = data.SessionCancelled
	v.Rows[0].Cells = []registry.Cell{{Kind: registry.CellNotExpected}, {Mark: data.Cancelled}, {Mark: data.Late}}
	v.Rows[1].Cells = []registry.Cell{{Mark: data.Excused}, {Mark: data.Cancelled}, {Kind: registry.CellToCome}}
	golden(t, "sheet", attendanceSheet(Meta{Date: day}, v, false))
}

func TestBlankSheetHoldsNoMark(t *testing.T) {
	for _, e := range attendanceSheet(Meta{}, sheetOf(t), true).Outline() {
		if e.Kind == pdf.KindCell && strings.Contains(" P R E A ", " "+e.Text+" ") {
			t.Errorf("mark %q on a blank sheet", e.Text)
		}
	}
}

// crowd is a sheet of children and sessions.
func crowd(children, sessions int) registry.AttendanceSheetView {
	var v registry.AttendanceSheetView
	v.Facilitators = []registry.Adult{{Name: "Maud Estève", Feminine: data.Yes}}
	for i := range sessions {
		v.Sessions = append(v.Sessions, registry.SheetSession{Number: i + 1, Date: data.NewDate(2026, 10, 7).AddDays(7 * i)})
	}
	for i := range children {
		name := registry.ChildName{First: "Marie-Lou", Last: fmt.Sprintf("Ambroise-Delacourt %d", i)}
		v.Rows = append(v.Rows, registry.SheetRow{Child: name, Cells: make([]registry.Cell, sessions)})
	}
	return v
}

func TestTwelveSessionsOfEightChildrenFitOnOnePage(t *testing.T) {
	if n := attendanceSheet(Meta{}, crowd(8, 12), true).Pages(); n != 1 {
		t.Errorf("%d pages", n)
	}
}

func TestManyChildrenAndManySessionsContinueOnOtherPages(t *testing.T) {
	for _, size := range [][2]int{{30, 12}, {8, 40}, {0, 0}, {0, 3}} {
		v := crowd(size[0], size[1])
		d := attendanceSheet(Meta{}, v, true)
		text := outline(d)
		for _, row := range v.Rows {
			if !strings.Contains(text, row.Child.Last) {
				t.Errorf("%v: %s is missing", size, row.Child.Last)
			}
		}
		if heads := strings.Count(text, "head: "); heads < size[1] {
			t.Errorf("%v: %d columns", size, heads)
		}
		rendered(t, d.Write)
	}
}

func TestSamePapersOfAGroupGiveTheSameBytes(t *testing.T) {
	m, g, s := Meta{Date: day}, groupBilanOf(t), sheetOf(t)
	for name, write := range map[string]func(io.Writer) error{
		"bilan": func(w io.Writer) error { return GroupBilan(w, m, g) },
		"sheet": func(w io.Writer) error { return AttendanceSheet(w, m, s) },
		"blank": func(w io.Writer) error { return BlankAttendanceSheet(w, m, s) },
	} {
		if !bytes.Equal(rendered(t, write), rendered(t, write)) {
			t.Errorf("%s: two writings differ", name)
		}
	}
}
