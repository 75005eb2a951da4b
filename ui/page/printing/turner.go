package printing

import (
	"fmt"

	"fyne.io/fyne/v2"

	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// turner goes from one document of a batch to the next.
type turner struct {
	box           *fyne.Container
	where         *kit.Label
	before, after *kit.Button
}

func newTurner(turn func(step int)) turner {
	t := turner{where: kit.Text("", look.DetailBold)}
	button := func(icon, name string, step int) *kit.Button {
		b := kit.NewIconButton(icon, name, func() { turn(step) })
		b.Weight, b.Small = kit.Quiet, true
		return b
	}
	t.before, t.after = button("arrow-left", "Document précédent", -1), button("arrow-right", "Document suivant", 1)
	t.box = kit.HBox(look.Hair, t.before, t.where, t.after)
	return t
}

// say shows which document is in the preview; nothing for a single one.
func (t turner) say(at, of int) {
	if of < 2 {
		t.box.Hide()
		return
	}
	t.box.Show()
	t.where.SetText(fmt.Sprintf("Document\u00a0%d sur %d", at+1, of))
	for b, off := range map[*kit.Button]bool{t.before: at == 0, t.after: at == of-1} {
		if off {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	kit.Relayout(t.box)
}
