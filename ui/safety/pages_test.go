package safety_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/safety"
	"mercredi/ui/task"
)

const password = "tilleul plume lac"

// office is a desk over a team's folder on the disk, and a place for backups.
type office struct {
	page.Desk
	window *pagetest.Window
	world  registry.World
	now    time.Time
	folder string
	place  string
	stick  string // another place, that is not there
}

// open makes a folder with the sample town in it.
func open(t *testing.T) *office {
	t.Helper()
	d, w := pagetest.Empty(t)
	root := t.TempDir()
	o := &office{Desk: d, window: w, now: d.Now(), folder: filepath.Join(root, "equipe"), place: filepath.Join(root, "disque"), stick: filepath.Join(root, "absent")}
	o.Now = func() time.Time { return o.now }
	o.world = registry.World{
		Today: d.Today, Now: func() time.Time { return o.now }, Random: rand.NewChaCha8([32]byte{7}),
		Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
	}
	must(t, os.Mkdir(o.place, 0o700))
	town, err := sample.New(sample.Options{Today: pagetest.Day})
	must(t, err)
	founder := town.Members[0]
	founder.Record = data.Record[data.Member]{}
	r, err := registry.CreateFolder(o.folder, registry.Founder{Member: &founder, Password: password}, o.world)
	must(t, err)
	t.Cleanup(func() { _ = r.Close() })
	must(t, town.Keep(r))
	o.Registry, o.Viewer = r, town.Members[0].ID
	o.Keeping = pagetest.NewKeeping(w, r)
	return o
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// words are all the words on screen, dialogs first.
func (o *office) words() string {
	var out []string
	for _, root := range append(o.window.Canvas().Overlays().List(), o.window.Content()) {
		for _, x := range test.LaidOutObjects(root) {
			if says, ok := x.(interface{ Texts() []string }); ok && x.Visible() {
				out = append(out, says.Texts()...)
			}
		}
	}
	return strings.ReplaceAll(strings.Join(out, " "), "\u00a0", " ")
}

func (o *office) sees(t *testing.T, words string) {
	t.Helper()
	if !strings.Contains(o.words(), words) {
		t.Errorf("no %q in\n%s", words, o.words())
	}
}

func (o *office) backups(t *testing.T) page.Page {
	t.Helper()
	p := safety.NewBackups(o.Desk, page.Route{Page: page.Backups})
	pagetest.Show(o.window, p)
	return p
}

// choose keeps places.
func (o *office) choose(t *testing.T, places ...data.BackupPlace) {
	t.Helper()
	s := o.Registry.Safety()
	s.Places = places
	must(t, o.Registry.SaveSafety(&s))
}

func (o *office) fill(t *testing.T, label, text string) {
	t.Helper()
	found := pagetest.Find[*kit.TextField](o.window, label)
	if len(found) == 0 {
		t.Fatalf("no field is labelled %q", label)
	}
	found[0].SetText(text)
}

func TestWithoutAPlaceThePageSaysSoAndTheFirstOneIsAdded(t *testing.T) {
	o := open(t)
	p := o.backups(t)
	o.sees(t, "Aucune sauvegarde n’est faite.")
	o.window.Folder = o.place
	pagetest.Tap(t, o.window, "Choisir un emplacement")
	o.fill(t, "Nom", "Disque du service")
	pagetest.Shoot(t, o.window, "sauvegardes-ajouter")
	pagetest.Tap(t, o.window, "Ajouter")
	places := o.Registry.Safety().Places
	if len(places) != 1 || places[0].Label != "Disque du service" || places[0].Path != o.place || !places[0].Ring {
		t.Fatalf("kept %+v, want the place with the ring: it is the only one", places)
	}
	p.Changed(nil)
	o.sees(t, "Disque du service")
	o.sees(t, "Aucune sauvegarde vérifiée pour l’instant.")
}

func TestTheTeamsOwnFolderIsRefusedAsAPlace(t *testing.T) {
	o := open(t)
	o.backups(t)
	o.window.Folder = o.folder
	pagetest.Tap(t, o.window, "Choisir un emplacement")
	pagetest.Tap(t, o.window, "Ajouter")
	if len(o.Registry.Safety().Places) != 0 || len(o.window.Failures) != 1 {
		t.Errorf("kept %+v, failures %v", o.Registry.Safety().Places, o.window.Failures)
	}
}

func TestABackupIsMadeListedAndTheRailIsReassured(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.place, Label: "Disque", Ring: true})
	o.backups(t)
	pagetest.Tap(t, o.window, "Sauvegarder maintenant")
	if want := []string{"Sauvegarde vérifiée dans «\u00a0Disque\u00a0»."}; !slices.Equal(o.window.Toasts, want) {
		t.Fatalf("said %q, failures %v", o.window.Toasts, o.window.Failures)
	}
	o.sees(t, "Dernière vérifiée aujourd’hui à 10 h 42, 1 sauvegarde gardée")
	o.sees(t, "Trousseau recopié aujourd’hui")
	o.sees(t, "Il n’y a pas encore de clé de secours.")
	pagetest.Shoot(t, o.window, "sauvegardes")
	pagetest.Tap(t, o.window, "Voir les sauvegardes")
	o.sees(t, "15 janvier 2027, 10 h 42")
}

func TestAPlaceThatIsAwayIsSaidWithItsReason(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.place, Label: "Disque"}, data.BackupPlace{Path: o.stick, Label: "Clé USB rouge", Ring: true})
	o.backups(t)
	pagetest.Tap(t, o.window, "Sauvegarder maintenant")
	o.sees(t, "Sauvegarde vérifiée dans « Disque », en échec ailleurs.")
	o.sees(t, "Branchez le disque ou la clé USB, puis réessayez.")
	pagetest.Shoot(t, o.window, "sauvegardes-absent")
	pagetest.Tap(t, o.window, "Fermer")
	o.sees(t, "Absent")
}

func TestAPlaceIsRenamedThenRemovedAfterAQuestion(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.place, Label: "Disque", Ring: true})
	p := o.backups(t)
	pagetest.Tap(t, o.window, "Modifier «\u00a0Disque\u00a0»")
	o.fill(t, "Nom", "Disque du couloir")
	pagetest.Tap(t, o.window, "Enregistrer")
	p.Changed(nil)
	pagetest.Tap(t, o.window, "Modifier «\u00a0Disque du couloir\u00a0»")
	pagetest.Tap(t, o.window, "Retirer cet emplacement")
	o.sees(t, "détruisez le fichier mercredi.cles")
	pagetest.Tap(t, o.window, "Garder")
	if n := len(o.Registry.Safety().Places); n != 1 {
		t.Fatalf("%d places after the safe answer", n)
	}
	pagetest.Tap(t, o.window, "Modifier «\u00a0Disque du couloir\u00a0»")
	pagetest.Tap(t, o.window, "Retirer cet emplacement")
	pagetest.Tap(t, o.window, "Retirer")
	if n := len(o.Registry.Safety().Places); n != 0 {
		t.Errorf("%d places after all", n)
	}
}

func TestTheNumbersOfTheTeamAreKept(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.place})
	o.backups(t)
	pagetest.Tap(t, o.window, "Modifier")
	pagetest.Find[*kit.NumberField](o.window, "Puis une par semaine")[0].SetValue(8)
	pagetest.Shoot(t, o.window, "sauvegardes-nombres")
	pagetest.Tap(t, o.window, "Enregistrer")
	if s := o.Registry.Safety(); s.Weekly != 8 || s.Daily != 7 || s.Monthly != 6 || len(s.Places) != 1 {
		t.Errorf("kept %d, %d, %d, %d places", s.Daily, s.Weekly, s.Monthly, len(s.Places))
	}
}

func TestADrillOpensTheBackupWithThePaperKey(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.place, Ring: true})
	code, _, err := o.Registry.AddPaperKey("")
	must(t, err)
	_, err = o.Registry.BackUp(nil)
	must(t, err)
	o.backups(t)
	o.sees(t, "Jamais fait.")
	pagetest.Tap(t, o.window, "Faire l’essai de restauration")
	o.fill(t, "Clé de secours", code[1:])
	pagetest.Tap(t, o.window, "Faire l’essai")
	if got := pagetest.Find[*kit.TextField](o.window, "Clé de secours")[0].Err(); got == "" {
		t.Error("a code with a letter missing is accepted")
	}
	o.fill(t, "Clé de secours", code)
	pagetest.Shoot(t, o.window, "essai")
	pagetest.Tap(t, o.window, "Faire l’essai")
	o.sees(t, "s’ouvre avec la clé de secours.")
	pagetest.Shoot(t, o.window, "essai-reussi")
	pagetest.Tap(t, o.window, "Fermer")
	o.sees(t, "Fait aujourd’hui.")
	if on := o.Registry.Safety().DrillOn; on != pagetest.Day {
		t.Errorf("the drill is kept on %v", on)
	}
}

func (o *office) child(t *testing.T, first string) data.Child {
	t.Helper()
	for _, c := range o.Registry.Children.All() {
		if c.FirstName == first {
			return c
		}
	}
	t.Fatalf("no child is called %s", first)
	return data.Child{}
}

// journalPage shows the journal.
func (o *office) journalPage(t *testing.T) *safety.Journal {
	t.Helper()
	p := safety.NewJournal(o.Desk, page.Route{Page: page.Journal}).(*safety.Journal)
	pagetest.Show(o.window, p)
	return p
}

func TestTheJournalTellsWhoOpenedWhichFile(t *testing.T) {
	o := open(t)
	child := o.child(t, "Lila")
	must(t, o.Registry.Viewed(child.ID))
	must(t, o.Registry.Printed(journal.Printed, "Bilan", child.ID))
	p := o.journalPage(t)
	pagetest.Shoot(t, o.window, "journal")
	o.sees(t, "a ouvert le dossier")
	o.sees(t, "a imprimé")
	o.sees(t, "Lila K.")
	p.Arrive()
	o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []page.Route{{Page: page.Child, Child: child.ID}}; !slices.Equal(o.window.Routes, want) {
		t.Errorf("leads to %+v, want the child", o.window.Routes)
	}
}

func TestTheJournalOfOneChildIsAskedByARoute(t *testing.T) {
	o := open(t)
	other := o.child(t, "Capucine")
	must(t, o.Registry.Viewed(o.child(t, "Lila").ID))
	must(t, o.Registry.Viewed(other.ID))
	pagetest.Show(o.window, safety.NewJournal(o.Desk, page.Route{Page: page.Journal, Child: other.ID}))
	if words := o.words(); strings.Contains(words, "Lila K.") {
		t.Errorf("another child is in\n%s", words)
	}
	pagetest.Tap(t, o.window, "Retirer les filtres")
	o.sees(t, "Lila K.")
}

func TestAVerificationSaysThatTheJournalHolds(t *testing.T) {
	o := open(t)
	o.journalPage(t)
	pagetest.Tap(t, o.window, "Vérifier")
	o.sees(t, "Le journal est intact")
	pagetest.Shoot(t, o.window, "journal-verifie")
}

func TestTheJournalLeavesAsASpreadsheetAndAsAPaper(t *testing.T) {
	o := open(t)
	p := o.journalPage(t)
	pagetest.Tap(t, o.window, "Exporter")
	menu := pagetest.Find[*kit.Menu](o.window, "")[0]
	menu.Choose(slices.Index(menu.Items(), "Exporter la liste en texte"))
	p.Print()
	if want := []string{"Journal 2027-01-15.csv", "Journal 2027-01-15.pdf"}; !slices.Equal(o.window.Printed, want) {
		t.Errorf("printed %q, failures %v", o.window.Printed, o.window.Failures)
	}
}

func TestPruningAsksAndSaysWhatItTook(t *testing.T) {
	o := open(t)
	o.now = o.now.AddDate(2, 0, 0)
	o.Today = func() data.Date { return data.DateOf(o.now) }
	must(t, o.Registry.Viewed(o.Registry.Children.All()[0].ID))
	o.journalPage(t)
	pagetest.Tap(t, o.window, "Élaguer")
	o.sees(t, "Une trace signée dira combien il y en avait.")
	pagetest.Shoot(t, o.window, "journal-elaguer")
	pagetest.Tap(t, o.window, "Élaguer")
	if len(o.window.Toasts) != 1 || !strings.Contains(o.window.Toasts[0], "du journal.") {
		t.Fatalf("said %q, failures %v", o.window.Toasts, o.window.Failures)
	}
	if c, err := o.Registry.VerifyJournal(); err != nil || c.PrunedUpTo == 0 {
		t.Errorf("after pruning: %+v, %v", c, err)
	}
}

// restoring begins a restore over the office, and remembers how it ended.
type restoring struct {
	*office
	closed bool
	kept   string
	err    error
	done   bool
}

func (o *office) restore(t *testing.T, folder string) *restoring {
	t.Helper()
	x := &restoring{office: o}
	state := uint64(0)
	if folder == o.folder {
		state, _ = o.Registry.State()
	}
	safety.NewRestore(safety.World{
		Tasks: task.Sync(), Canvas: o.window.Canvas, Registry: o.world, Now: o.Now, Folder: folder, State: state,
		Places:       []data.BackupPlace{{Path: o.place, Label: "Disque"}, {Path: o.stick}},
		ChooseFolder: func(_ string, chosen func(string)) { chosen(o.window.Folder) },
		Close:        func() { x.closed = true; must(t, o.Registry.Close()) },
		Done:         func(_ registry.BackupFile, kept string, err error) { x.done, x.kept, x.err = true, kept, err },
	}).Show("")
	return x
}

func TestARestoreShowsWhatItTakesBackAndAsksBeforeItCloses(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.place, Ring: true})
	_, err := o.Registry.BackUp(nil)
	must(t, err)
	before := o.Registry.Children.Len()
	extra := data.Child{FirstName: "Ondine", LastName: "Vaucher"}
	must(t, o.Registry.Children.Save(&extra))
	pagetest.Show(o.window, safety.NewBackups(o.Desk, page.Route{}))
	x := o.restore(t, o.folder)
	pagetest.Shoot(t, o.window, "restaurer-choisir")
	o.sees(t, "Vendredi 15 janvier 2027 à 10 h 42")
	rows := pagetest.Find[*kit.AlertRow](o.window, "")
	rows[0].Tapped(nil)
	o.fill(t, "Mot de passe", "pas le bon du tout")
	pagetest.Tap(t, o.window, "Voir ce qu’elle contient")
	if got := pagetest.Find[*kit.TextField](o.window, "Mot de passe")[0].Err(); !strings.HasPrefix(got, "Mot de passe incorrect") {
		t.Errorf("a wrong password is said %q", got)
	}
	pagetest.Shoot(t, o.window, "restaurer-ouvrir")
	o.fill(t, "Mot de passe", password)
	pagetest.Tap(t, o.window, "Voir ce qu’elle contient")
	pagetest.Shoot(t, o.window, "restaurer-apercu")
	o.sees(t, "oui, tout a été relu")
	o.sees(t, "Ce qui a été fait depuis sera défait")
	pagetest.Tap(t, o.window, "Restaurer")
	if x.closed {
		t.Fatal("the file is closed before the last answer")
	}
	pagetest.Tap(t, o.window, "Restaurer")
	if !x.closed || !x.done || x.err != nil || x.kept == "" {
		t.Fatalf("closed %v, done %v, kept %q, %v", x.closed, x.done, x.kept, x.err)
	}
	r, err := registry.OpenFolder(o.folder, registry.Key{Password: password}, o.world)
	must(t, err)
	defer r.Close()
	if n := r.Children.Len(); n != before {
		t.Errorf("%d children are back, want %d", n, before)
	}
}

func TestOnANewPCTheRingBesideTheBackupOpensIt(t *testing.T) {
	o := open(t)
	o.choose(t, data.BackupPlace{Path: o.place, Ring: true})
	code, _, err := o.Registry.AddPaperKey("")
	must(t, err)
	_, err = o.Registry.BackUp(nil)
	must(t, err)
	before := o.Registry.Children.Len()
	fresh := filepath.Join(t.TempDir(), "neuf")
	x := o.restore(t, fresh)
	pagetest.Find[*kit.AlertRow](o.window, "")[0].Tapped(nil)
	pagetest.Tap(t, o.window, "Utiliser une clé de secours")
	o.fill(t, "Clé de secours", code)
	pagetest.Tap(t, o.window, "Voir ce qu’elle contient")
	o.sees(t, "Choisir un autre dossier")
	pagetest.Shoot(t, o.window, "restaurer-neuf")
	pagetest.Tap(t, o.window, "Restaurer")
	pagetest.Tap(t, o.window, "Restaurer")
	if x.err != nil || x.kept != "" {
		t.Fatalf("kept %q, %v", x.kept, x.err)
	}
	r, err := registry.OpenFolder(fresh, registry.Key{Paper: code}, o.world)
	must(t, err)
	defer r.Close()
	if n := r.Children.Len(); n != before {
		t.Errorf("%d children are back, want %d", n, before)
	}
}

func TestWithoutABackupTheRestoreSaysWhereToLook(t *testing.T) {
	o := open(t)
	o.backups(t)
	o.restore(t, o.folder)
	o.sees(t, "Aucune sauvegarde trouvée")
	o.choose(t, data.BackupPlace{Path: o.place})
	_, err := o.Registry.BackUp(nil)
	must(t, err)
	o.window.Folder = o.place
	pagetest.Tap(t, o.window, "Chercher dans un autre dossier")
	o.sees(t, "Vendredi 15 janvier 2027 à 10 h 42")
}
