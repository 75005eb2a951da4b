package export

import (
	"bytes"
	"io"
	"runtime/debug"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

func TestDraftReadsLikeThePaperOfTheMockup(t *testing.T) {
	v := rich(t)
	v.Bilan.Next, v.Bilan.Strengths = "", ""
	golden(t, "bilan-draft", bilan(Meta{Date: day}, v))
}

func TestFinalBilanReadsLikeAPaperToSign(t *testing.T) {
	d := bilan(Meta{Date: day}, final(rich(t)))
	golden(t, "bilan-final", d)
	for _, e := range d.Outline() {
		if e.Kind == pdf.KindSignature && e.Page != 1 {
			t.Errorf("%q is to be signed on page %d", e.Text, e.Page)
		}
	}
}

func TestBilanInTheMiddleOfACycleLooksBackToTheStart(t *testing.T) {
	v := rich(t)
	v.Bilan.Moment = data.MomentMid
	golden(t, "bilan-mid", bilan(Meta{Date: day}, v))
}

func TestNearlyEmptyBilanSaysWhatIsToBeWritten(t *testing.T) {
	v := registry.BilanView{On: day, Child: registry.ChildName{First: "Inès", Last: "Valmer"}}
	v.Bilan.Moment = data.MomentEnd
	golden(t, "bilan-empty", bilan(Meta{}, v))
}

func TestFinalBilanLeavesOutWhatWasNotWritten(t *testing.T) {
	v := final(registry.BilanView{On: day, Child: registry.ChildName{First: "Inès", Last: "Valmer"}})
	if text := outline(bilan(Meta{}, v)); strings.Contains(text, "À compléter") || strings.Contains(text, "Synthèse") {
		t.Errorf("a final bilan shows an empty part:\n%s", text)
	}
}

func TestLongDoubleBarrelledNameStaysWhole(t *testing.T) {
	v := rich(t)
	v.Child = registry.ChildName{First: "Marie-Clémence-Apolline", Last: "de La Tour-Ambroise-Delacourt-Saint-Exupère"}
	d := bilan(Meta{}, v)
	want := "Bilan d’atelier de Marie-Clémence-Apolline de La Tour-Ambroise-Delacourt-Saint-Exupère"
	if !strings.Contains(outline(d), want) {
		t.Errorf("no %q in\n%s", want, outline(d))
	}
}

func TestEmojiAndOddSignsInATextNeverBreakABilan(t *testing.T) {
	v := rich(t)
	v.Bilan.Strengths = "Elle rit 😀 beaucoup, e\u0301coute\u0000 et\u202e aide 👩🏽‍🎨 les petits"
	v.Bilan.ChildWords = "\"J'adore\" 🎭"
	d := bilan(Meta{}, v)
	if rendered(t, d.Write) == nil || !strings.Contains(outline(d), "écoute") {
		t.Errorf("text lost:\n%s", outline(d))
	}
}

func TestVeryLongTextRunsOverPagesWithoutLoss(t *testing.T) {
	v := rich(t)
	long := strings.TrimSpace(strings.Repeat("Elle a pris la parole. ", 435))
	v.Bilan.Watch, v.Bilan.ChildWords = long, long
	d := bilan(Meta{}, v)
	if got := strings.Count(outline(d), "Elle a pris la parole."); got != 2*435 {
		t.Errorf("%d sentences of %d", got, 2*435)
	}
	rendered(t, d.Write)
}

func TestBilansOfTheSampleFitOnTwoPages(t *testing.T) {
	seen := 0
	for _, cycle := range town().CycleRows(0) {
		for _, row := range town().BilansOf(cycle.ID) {
			if !row.Kept() {
				continue
			}
			b, _ := town().Bilans.Get(row.Progress.ID)
			v, _ := town().BilanView(b)
			seen++
			if n := bilan(Meta{Date: day}, v).Pages(); n > 2 {
				t.Errorf("%s %s, %s: %d pages", row.Child.First, row.Child.Last, row.Group.Cycle, n)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d bilans in the sample", seen)
	}
}

func TestSameBilanAndDateGiveTheSameBytes(t *testing.T) {
	v := bilanOf(t, "Lila", data.MomentEnd)
	write := func(w io.Writer) error { return Bilan(w, Meta{Date: day}, v) }
	if !bytes.Equal(rendered(t, write), rendered(t, write)) {
		t.Error("two writings differ")
	}
}

// rich is a bilan with everything in it, by hand. Only the levels come from Lila, whose story is written in the sample.
func rich(t testing.TB) registry.BilanView {
	v := registry.BilanView{
		Letterhead: registry.Letterhead{Team: "Programme de réussite éducative", Town: "Sauvelande", Confidential: "Remis à la famille."},
		Reference:  "ABCD2345", On: data.NewDate(2027, 1, 29),
		Author: registry.Adult{Name: "Nadège Corbier"}, Child: registry.ChildName{First: "Lila", Last: "Kerdoun"},
		Sex: data.Girl, BirthDate: data.NewDate(2018, 3, 12), Grade: data.CE2, School: "Les Tilleuls",
		KeyWorker:    registry.Adult{Name: "Samira Lounès", Feminine: data.Yes},
		Facilitators: []registry.Adult{{Name: "Maud Estève", Feminine: data.Yes}},
		Group:        registry.GroupName{Workshop: registry.WorkshopName{Name: "Art-thérapie"}, Cycle: "Cycle 1"},
		First:        data.NewDate(2026, 10, 7), Last: data.NewDate(2027, 1, 27),
		RequestedOn: data.NewDate(2026, 9, 1), CommissionOn: data.NewDate(2026, 6, 18), ConsentOn: data.NewDate(2026, 9, 22),
	}
	lila := bilanOf(t, "Lila", data.MomentEnd)
	v.Levels, v.Skills = lila.Levels, lila.Skills
	v.Bilan = data.Bilan{
		Moment: data.MomentEnd, Context: "L'école et la mère souhaitent qu'elle ose.", Strengths: "Grande imagination",
		Watch: "Le bruit la met à distance : prévoir un coin calme", ChildWords: "J'aime quand la marionnette parle à ma place",
		FamilyWords: "« Le soir, elle raconte. »", SchoolWords: "Elle lève la main !", Synthesis: "D'abord en retrait, elle s'est appuyée sur la marionnette.",
		Next: "Poursuivre au cycle 2", FamilyOn: data.NewDate(2027, 2, 1),
	}
	marks := []data.Mark{data.Present, data.Late, data.Excused, data.Absent, data.Cancelled, data.Present}
	for i, m := range marks {
		v.Sessions = append(v.Sessions, registry.BilanSession{Number: i + 1, Date: v.First.AddDays(7 * i), Theme: "Collage", Cell: registry.Cell{Mark: m}})
		v.Add(m)
	}
	return v
}

// final makes a view that of a final bilan.
func final(v registry.BilanView) registry.BilanView {
	v.Bilan.State, v.Bilan.Moment = data.BilanFinal, data.MomentEnd
	return v
}

func BenchmarkBilan(b *testing.B) {
	v := bilanOf(b, "Lila", data.MomentEnd)
	for b.Loop() {
		if err := Bilan(io.Discard, Meta{Date: day}, v); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkThousandBilans prints as a batch does: one goroutine, and memory for speed.
func BenchmarkThousandBilans(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	v := bilanOf(b, "Lila", data.MomentEnd)
	for b.Loop() {
		for range 1000 {
			if err := Bilan(io.Discard, Meta{Date: day}, v); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkCycleOfFourteen reads and prints the bilans of a cycle of fourteen children: each wait of a person at the
// window, without the memory for speed of a batch. It also says how large a bilan is.
func BenchmarkCycleOfFourteen(b *testing.B) {
	first := bilanOf(b, "Lila", data.MomentEnd)
	written, made := 0, 0
	for b.Loop() {
		for range 14 {
			kept, _ := town().Bilans.Get(first.Bilan.ID)
			v, ok := town().BilanView(kept)
			if !ok {
				b.Fatal("no view of a kept bilan")
			}
			var out bytes.Buffer
			if err := Bilan(&out, Meta{Date: day}, v); err != nil {
				b.Fatal(err)
			}
			written, made = written+out.Len(), made+1
		}
	}
	b.ReportMetric(float64(written)/float64(made), "B/bilan")
}
