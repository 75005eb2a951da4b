package registry_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

const secondPhrase = "mirabelle et cerise"

// slotOf is the key of a member, by name.
func slotOf(r *registry.Registry, name string) vault.Slot {
	return must(registry.SlotNamed(r.Slots(), name))
}

// addRemi gives a second member a key.
func addRemi(r *registry.Registry) data.Member {
	remi := keep(r.Members, data.Member{FirstName: "Rémi", LastName: "Salin", Role: data.RoleKeyWorker})
	check(r.AddSlot(remi.ID, vault.KeyWorking, secondPhrase))
	return remi
}

// TestLostPasswordNewPCAndErasureLeaveNothingLostAndNothingReadable is the life of a team's file: it is made, shared,
// its password lost, opened with the paper key, restored on another PC, and a child erased from it for good.
func TestLostPasswordNewPCAndErasureLeaveNothingLostAndNothingReadable(t *testing.T) {
	root := t.TempDir()
	dir, stick := filepath.Join(root, "team"), filepath.Join(root, "stick")
	check(os.Mkdir(stick, 0o700))
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	remi := addRemi(r)
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	noe := keep(r.Children, data.Child{FirstName: "Noé", LastName: "Sample"})
	keep(r.Notes, data.Note{ChildID: lila.ID, On: 20260910, Title: "Appel", Text: "Contente", AuthorID: remi.ID})
	code, paper, err := r.AddPaperKey("Clé de secours 1")
	check(err)
	want(t, "the paper key typed back", must(r.TryPaperKey(strings.ToLower(code))), paper)
	safety := r.Safety()
	safety.Places = []data.BackupPlace{{Path: stick, Label: "Clé USB", Ring: true}}
	check(r.SaveSafety(&safety))
	outcomes := must(r.BackUp(nil))
	check(outcomes[0].Err)
	oldBackup := outcomes[0].File.Path
	check(r.Close())

	// Both passwords are lost with the PC. On another one there are the stick and the paper.
	elsewhere := filepath.Join(root, "new PC")
	plan := registry.RestorePlan{Backup: oldBackup, Ring: filepath.Join(stick, "mercredi.cles"), Dir: elsewhere, Key: registry.Key{Paper: code}}
	preview := must(registry.PreviewRestore(plan, folderWorld()))
	want(t, "preview", [3]any{preview.Verified, preview.Children, preview.Erased}, [3]any{true, 2, 0})
	must(registry.Restore(plan, folderWorld()))
	r = must(registry.OpenFolder(elsewhere, registry.Key{Paper: code}, folderWorld()))
	check(r.ResetPassword(slotOf(r, "rémi salin").ID, "brioche du dimanche"))
	check(r.Close())
	r = must(registry.OpenFolder(elsewhere, registry.Key{Slot: slotOf(r, "Rémi Salin").ID, Password: "brioche du dimanche"}, folderWorld()))
	want(t, "children", r.Children.Len(), 2)
	_, err = r.EraseChild(lila.ID, "demande de la famille")
	wantErr(t, err, registry.ErrNotAllowed)
	check(r.Close())

	r = must(registry.OpenFolder(elsewhere, registry.Key{Password: folderPhrase}, folderWorld()))
	erasure := must(r.EraseChild(lila.ID, "demande de la famille"))
	want(t, "complete", erasure.Complete.IsZero(), false) // the stick was there
	want(t, "children", r.Children.Len(), 1)
	want(t, "notes", r.Notes.Len(), 0)
	told := must(r.Journal(registry.JournalFilter{Child: lila.ID, Act: journal.Erased}))
	want(t, "entry of the journal", [3]any{len(told), told[0].Number, len(erasure.EntryHash)}, [3]any{1, erasure.Entry, 64})
	want(t, "last backup gone by", erasure.Latest > erasure.On, true)
	must(r.VerifyJournal())
	check(r.Close())

	// The old backup with the ring of today: Noé comes back, Lila does not.
	third := filepath.Join(root, "third PC")
	plan.Dir, plan.Key = third, registry.Key{Password: folderPhrase}
	preview = must(registry.PreviewRestore(plan, folderWorld()))
	want(t, "erased since", preview.Erased, 1)
	must(registry.Restore(plan, folderWorld()))
	r = must(registry.OpenFolder(third, registry.Key{Password: folderPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	_, found := r.Children.Get(lila.ID)
	_, other := r.Children.Get(noe.ID)
	want(t, "Lila, Noé, notes", [3]any{found, other, r.Notes.Len()}, [3]any{false, true, 0})
	lines := must(r.Journal(registry.JournalFilter{Child: lila.ID}))
	want(t, "acts on Lila in the restored journal", lines[0].Act, journal.Repaired)
	must(r.VerifyJournal())
}

func TestPrivateNoteOpensForItsAuthorAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "team")
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	remi := addRemi(r)
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	check(r.Close())
	asRemi := registry.Key{Slot: slotOf(r, "Rémi Salin").ID, Password: secondPhrase}

	r = must(registry.OpenFolder(dir, asRemi, folderWorld()))
	mine := keep(r.Notes, data.Note{ChildID: lila.ID, On: 20260910, Title: "Pour moi", Text: "À reprendre", AuthorID: remi.ID, Private: true})
	check(r.Close())

	r = must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	seen, _ := r.Notes.Get(mine.ID)
	want(t, "what another member sees", [3]any{seen.Closed(), seen.Title, seen.Text}, [3]any{true, "", ""})
	seen.Archived = true // what another one may do with it
	check(r.Notes.Save(&seen))
	check(r.Close())

	r = must(registry.OpenFolder(dir, asRemi, folderWorld()))
	defer func() { check(r.Close()) }()
	again, _ := r.Notes.Get(mine.ID)
	want(t, "what its author sees", [2]any{again.Title, again.Text}, [2]any{"Pour moi", "À reprendre"})
}

func TestKeyholderWhoOnlyLooksChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "team")
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	remi := addRemi(r)
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	check(r.SetAccess(slotOf(r, remi.FullName()).ID, vault.ReadOnly))
	wantErr(t, r.SetAccess(r.Keyholder().Slot, vault.ReadOnly), vault.ErrLastKey)
	check(r.Close())
	r = must(registry.OpenFolder(dir, registry.Key{Slot: slotOf(r, "Rémi Salin").ID, Password: secondPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	wantErr(t, r.Children.Save(&lila), registry.ErrNotAllowed)
	check(r.Viewed(lila.ID)) // a look is noted all the same
	wantErr(t, r.AddSlot(remi.ID, vault.KeyWorking, secondPhrase), registry.ErrNotAllowed)
	_, err := r.PruneJournal(20270101)
	wantErr(t, err, registry.ErrNotAllowed)
}

func TestTechnicalAdministratorIsShownNoChild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "team")
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	ada := keep(r.Members, data.Member{FirstName: "Ada", LastName: "Bastide"})
	check(r.AddSlot(ada.ID, vault.Technical, secondPhrase))
	keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	check(r.Close())
	stick := t.TempDir()
	r = must(registry.OpenFolder(dir, registry.Key{Slot: slotOf(r, "Ada Bastide").ID, Password: secondPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	want(t, "children", r.Children.Len(), 0)
	must(r.BackUpTo(stick))
	_, err := registry.Restore(registry.RestorePlan{Backup: must(registry.ListBackups(stick))[0].Path, Dir: dir,
		Key: registry.Key{Slot: r.Keyholder().Slot, Password: secondPhrase}}, folderWorld())
	if err == nil {
		t.Error("the technical administrator restored a backup, with the file open")
	}
}

func TestFailedAttemptsSlowDownAndAreToldInTheJournal(t *testing.T) {
	dir, _ := teamFolder(t)
	still := folderWorld()
	at := still.Now()
	still.Now = func() time.Time { return at }
	for range 3 {
		_, err := registry.OpenFolder(dir, registry.Key{Password: "pas le bon du tout"}, still)
		wantErr(t, err, vault.ErrWrongPassword)
	}
	_, err := registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, still)
	var slow *registry.SlowDown
	if !errors.As(err, &slow) || slow.Wait <= 0 {
		t.Fatalf("error is %v", err)
	}
	at = at.Add(slow.Wait)
	r := must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, still))
	defer func() { check(r.Close()) }()
	lines := must(r.Journal(registry.JournalFilter{Act: journal.UnlockFailed}))
	want(t, "failed attempts in the journal", [2]any{len(lines), lines[0].Count}, [2]any{1, 3})
}

func TestErasureCutShortIsFinishedAtTheNextOpening(t *testing.T) {
	dir, file := teamFolder(t)
	r := must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	child := r.Children.All()[0]
	before := must(os.ReadFile(file))
	must(r.EraseChild(child.ID, "demande de la famille"))
	check(r.Close())
	check(os.WriteFile(file, before, 0o600)) // the ring was written, the data were not
	r = must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	want(t, "children", r.Children.Len(), 0)
	want(t, "what the journal says", must(r.Journal(registry.JournalFilter{Act: journal.Repaired}))[0].Child, child.ID)
}

func TestPrunedJournalStillHoldsTogether(t *testing.T) {
	f := emptyFolder(t)
	for range 5 {
		f.today = f.today.AddDays(30)
		keep(f.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	}
	all := must(f.VerifyJournal()).Entries
	removed := must(f.PruneJournal(20261120))
	found := must(f.VerifyJournal())
	want(t, "entries", found.Entries, all-removed+1)
	if removed == 0 || found.PrunedUpTo == 0 {
		t.Errorf("removed %d, %+v", removed, found)
	}
	keep(f.Children, data.Child{FirstName: "Noé", LastName: "Sample"})
	must(f.PruneJournal(20261220))
	must(f.VerifyJournal())
}

func TestJournalKnowsThoseWhoCameAfterTheBackupAndThoseWhosePasswordWasReset(t *testing.T) {
	dir, stick := filepath.Join(t.TempDir(), "team"), t.TempDir()
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	backup := must(r.BackUpTo(stick))
	remi := addRemi(r)
	slot := slotOf(r, remi.FullName()).ID
	check(r.Close())
	asRemi := registry.Key{Slot: slot, Password: secondPhrase}
	must(registry.Restore(registry.RestorePlan{Backup: backup.Path, Dir: dir, Key: registry.Key{Password: folderPhrase}}, folderWorld()))
	r = must(registry.OpenFolder(dir, asRemi, folderWorld()))
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	check(r.Close())
	r = must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	check(r.ResetPassword(slot, "brioche du dimanche"))
	must(r.VerifyJournal())
	check(r.Close())
	asRemi.Password = "brioche du dimanche"
	r = must(registry.OpenFolder(dir, asRemi, folderWorld()))
	check(r.Viewed(lila.ID))
	check(r.Close())
	r = must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	must(r.VerifyJournal())
}

func TestSlotFollowsTheNameOfItsMemberWhoCannotBeRemoved(t *testing.T) {
	f := emptyFolder(t)
	remi := addRemi(f.Registry)
	remi.LastName = "Salin-Faure"
	check(f.Members.Save(&remi))
	want(t, "slot", slotOf(f.Registry, "rémi salin faure").Member, [16]byte(remi.ID))
	_, err := f.Members.Remove(remi.ID)
	wantErr(t, err, registry.ErrInUse)
}

func TestFileIsReadAndWrittenWhileItIsBackedUpAndRecovered(t *testing.T) {
	f := emptyFolder(t)
	stick := t.TempDir()
	must(f.BackUpTo(stick))
	keep(f.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	before, after, err := f.Compact()
	check(err)
	if after > before || after == 0 {
		t.Errorf("from %d to %d bytes", before, after)
	}
	check(f.Recover())
	want(t, "children", f.Children.Len(), 1)
	keep(f.Children, data.Child{FirstName: "Noé", LastName: "Sample"})
	must(f.VerifyJournal())
}

// emptyFolder is a new folder on a day that the test can change.
func emptyFolder(t *testing.T) *file {
	t.Helper()
	f := &file{t: t, today: 20260910}
	world := folderWorld()
	world.Today = func() data.Date { return f.today }
	world.Now = func() time.Time { return f.today.Time().Add(9 * time.Hour) }
	f.Registry = must(registry.CreateFolder(filepath.Join(t.TempDir(), "team"), registry.Founder{Member: founder(), Password: folderPhrase}, world))
	t.Cleanup(func() { check(f.Close()) })
	return f
}

// TestMarksOfTwoErasedChildrenInOneSheetDoNotComeBack: an old backup is restored after two children of one sheet were
// erased. Both are taken out of it in one change.
func TestMarksOfTwoErasedChildrenInOneSheetDoNotComeBack(t *testing.T) {
	root := t.TempDir()
	dir, stick := filepath.Join(root, "team"), filepath.Join(root, "stick")
	check(os.Mkdir(stick, 0o700))
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	var children []data.Child
	sheet := data.Attendance{Record: data.Record[data.Attendance]{ID: [16]byte{1}}}
	for _, name := range []string{"Lila", "Noé", "Anouk"} {
		c := keep(r.Children, data.Child{FirstName: name, LastName: "Sample"})
		children = append(children, c)
		sheet.Marks = append(sheet.Marks, data.ChildMark{ChildID: c.ID, Mark: data.Present})
	}
	check(r.Attendances.Save(&sheet))
	backup := must(r.BackUpTo(stick))
	for _, c := range children[:2] {
		must(r.EraseChild(c.ID, "demande de la famille"))
	}
	check(r.Close())
	plan := registry.RestorePlan{Backup: backup.Path, Dir: dir, Key: registry.Key{Password: folderPhrase}}
	must(registry.Restore(plan, folderWorld()))
	r = must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	restored, _ := r.Attendances.Get(sheet.ID)
	want(t, "marks left", len(restored.Marks), 1)
	want(t, "whose", restored.Marks[0].ChildID, children[2].ID)
}
