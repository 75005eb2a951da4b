package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func openTimeline(t *testing.T, p TimelineParts, size fyne.Size) *Timeline {
	t.Helper()
	startApp(t)
	tl := NewTimeline(p)
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	w.SetContent(Band(tl))
	w.Resize(size)
	return tl
}

func TestBlocksThatOverlapStandBelowOneAnother(t *testing.T) {
	tl := openTimeline(t, day(), fyne.NewSize(1112, 400))
	long, short := tl.block(5), tl.block(6)
	if short.Y < long.Bottom() {
		t.Errorf("two blocks of the same time overlap: %v and %v", long, short)
	}
	if tl.block(4).Y != long.Y {
		t.Error("a block that overlaps nothing is not on the first line")
	}
	if next := tl.laneY(3); next < short.Bottom() {
		t.Error("the next lane begins inside the second line")
	}
}

func TestLanesBecomeLowWhenThereIsLittleRoom(t *testing.T) {
	tl := openTimeline(t, day(), fyne.NewSize(1112, 400))
	if tl.lineHeight() != laneTall {
		t.Error("lanes are low although there is room")
	}
	tl.Resize(fyne.NewSize(1112, tl.MinSize().Height))
	if tl.lineHeight() != laneLow {
		t.Error("lanes are tall although there is little room")
	}
}

func TestArrowsGoFromBlockToBlockAndEnterOpens(t *testing.T) {
	p, opened := day(), []int(nil)
	p.OnOpen = func(i int) { opened = append(opened, i) }
	tl := openTimeline(t, p, fyne.NewSize(1112, 400))
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyHome, 0}, {fyne.KeyRight, 1}, {fyne.KeyDown, 2}, {fyne.KeyDown, 5}, {fyne.KeyDown, 6}, {fyne.KeyDown, 8}, {fyne.KeyUp, 6}, {fyne.KeyEnd, 9}, {fyne.KeyDown, 9}} {
		key(tl, step.key)
		if tl.At() != step.want {
			t.Fatalf("%s goes to block %d, want %d", step.key, tl.At(), step.want)
		}
	}
	key(tl, fyne.KeyReturn)
	a := tl.block(5)
	tl.Tapped(&fyne.PointEvent{Position: fyne.NewPos(a.X+20, a.Y+10)})
	tl.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	if !slices.Equal(opened, []int{9, 5}) {
		t.Errorf("opened %v, want 9 and 5", opened)
	}
}

func TestATimelineWithoutBlocksBearsTheKeyboard(t *testing.T) {
	p := day()
	p.Blocks = nil
	tl := openTimeline(t, p, fyne.NewSize(1112, 400))
	key(tl, fyne.KeyRight, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyReturn)
	if tl.At() != -1 {
		t.Errorf("the keyboard is on block %d of none", tl.At())
	}
}
