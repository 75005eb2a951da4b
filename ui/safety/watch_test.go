package safety_test

import (
	"strings"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/look"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/safety"
	"mercredi/ui/task"
)

// watching is a watch over the office, and what it said.
type watching struct {
	*safety.Watch
	tasks  *task.Runner
	said   []string
	tone   look.ToneName
	failed []string
}

func (o *office) watch() *watching {
	x := &watching{tasks: task.Sync()}
	x.Watch = safety.NewWatch(safety.WatchWorld{
		Tasks: x.tasks, Registry: o.Registry, Now: o.Now,
		State:  func(words string, tone look.ToneName) { x.said, x.tone = append(x.said, words), tone },
		Failed: func(sentence string) { x.failed = append(x.failed, sentence) },
	})
	return x
}

func (o *office) files(t *testing.T) int {
	t.Helper()
	all, err := registry.ListBackups(o.place)
	must(t, err)
	return len(all)
}

func TestOneBackupADayIsMadeWhileTheFileIsOpen(t *testing.T) {
	o := open(t)
	w := o.watch()
	w.Start()
	if len(w.said) != 1 || w.tone != look.Alarm {
		t.Fatalf("without a place the rail says %q", w.said)
	}
	o.choose(t, data.BackupPlace{Path: o.place})
	w.tasks.Advance(time.Minute)
	if n := o.files(t); n != 1 {
		t.Fatalf("%d backups a minute after opening", n)
	}
	if last := w.said[len(w.said)-1]; !strings.HasPrefix(last, "Dernière sauvegarde vérifiée\u00a0: aujourd’hui") {
		t.Errorf("the rail says %q", last)
	}
	o.now = o.now.Add(12 * time.Hour)
	w.tasks.Advance(12 * time.Hour)
	if n := o.files(t); n != 1 {
		t.Errorf("%d backups half a day later", n)
	}
	o.now = o.now.Add(13 * time.Hour)
	w.tasks.Advance(time.Hour)
	if n := o.files(t); n != 2 {
		t.Errorf("%d backups a day later", n)
	}
	w.Stop()
	o.now = o.now.Add(48 * time.Hour)
	w.tasks.Advance(48 * time.Hour)
	if n := o.files(t); n != 2 || len(w.failed) != 0 {
		t.Errorf("%d backups after the end of the watch; %q", n, w.failed)
	}
}

func TestABackupThatFailsIsToldOnceADay(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.stick, Label: "Clé USB rouge"})
	w := o.watch()
	w.Start()
	w.tasks.Advance(3 * time.Hour)
	if len(w.failed) != 1 || !strings.Contains(w.failed[0], "Clé USB rouge") {
		t.Errorf("told %q", w.failed)
	}
	if last := w.said[len(w.said)-1]; !strings.HasPrefix(last, "Sauvegarde en échec") || w.tone != look.Alarm {
		t.Errorf("the rail says %q", last)
	}
}

func TestLeavingBacksUpThenCloses(t *testing.T) {
	o := open(t)
	closed := 0
	w := o.watch()
	w.Leave(o.window.Canvas(), func() { closed++ })
	if closed != 1 {
		t.Fatal("without a place, closing waits for something")
	}
	o.choose(t, data.BackupPlace{Path: o.place}, data.BackupPlace{Path: o.stick})
	w = o.watch()
	w.Leave(o.window.Canvas(), func() { closed++ })
	if closed != 2 || o.files(t) != 1 || o.window.Canvas().Overlays().Top() != nil {
		t.Errorf("closed %d times, %d backups: a stick in a drawer stops nobody", closed, o.files(t))
	}
}

func TestABackupThatFailsAtClosingAsksBeforeLeaving(t *testing.T) {
	o := open(t)
	o.backups(t)
	o.choose(t, data.BackupPlace{Path: o.stick, Label: "Clé USB rouge"})
	closed := 0
	w := o.watch()
	leave := func() { w.Leave(o.window.Canvas(), func() { closed++ }) }
	leave()
	o.sees(t, "La sauvegarde n’a pas pu se faire dans « Clé USB rouge ».")
	pagetest.Shoot(t, o.window, "fermer-echec")
	pagetest.Tap(t, o.window, "Rester")
	if closed != 0 {
		t.Fatal("« Rester » closes")
	}
	leave()
	pagetest.Tap(t, o.window, "Fermer Mercredi")
	if closed != 1 {
		t.Errorf("closed %d times", closed)
	}
}

func TestClosingNeverWaitsForADiskThatDoesNotAnswer(t *testing.T) {
	o := open(t)
	o.backups(t)
	o.choose(t, data.BackupPlace{Path: o.place})
	ui := make(chan func(), 100)
	tasks := task.New(func(f func()) { ui <- f }) // its answers wait, as those of a slow disk
	w := safety.NewWatch(safety.WatchWorld{Tasks: tasks, Registry: o.Registry, Now: o.Now,
		State: func(string, look.ToneName) {}, Failed: func(string) {}})
	closed := 0
	w.Leave(o.window.Canvas(), func() { closed++ })
	pagetest.Shoot(t, o.window, "fermer")
	if closed != 0 || !w.Running() {
		t.Fatalf("closed %d times while the backup is under way", closed)
	}
	pagetest.Tap(t, o.window, "Fermer sans attendre")
	if closed != 1 {
		t.Error("« Fermer sans attendre » waits")
	}
	w.Leave(o.window.Canvas(), func() { closed++ })
	if closed != 2 {
		t.Error("closing the window again waits")
	}
	tasks.StopWithin(time.Minute)
}
