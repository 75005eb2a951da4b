package registry_test

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/data/vault"
)

func markedWorld() registry.World {
	w := folderWorld()
	w.Random = rand.Reader
	return w
}

// marker is a word that is about one child alone.
func marker(child int) string { return fmt.Sprintf("Zq%05dxW", child) }

// keepMarked keeps a child whose marker stands in everything that can be said of it.
func keepMarked(in *registry.Registry, n int, cycle data.ID[data.Cycle], group data.ID[data.Group]) data.ID[data.Child] {
	word := marker(n)
	family := data.Family{Name: word, Guardians: []data.Guardian{{FirstName: word, LastName: word}}}
	child := data.Child{FirstName: word, LastName: word, Notes: word, PickUp: word, Fragilities: []string{word}, Strengths: []string{word}}
	check(in.Update(func(tx *registry.Tx) error {
		check(registry.Put(tx, in.Families, &family))
		child.FamilyID = family.ID
		check(registry.Put(tx, in.Children, &child))
		check(registry.Put(tx, in.Notes, &data.Note{ChildID: child.ID, On: 20260910, Title: word, Text: strings.Repeat(word+" ", 50)}))
		check(registry.Put(tx, in.Observations, &data.Observation{ChildID: child.ID, Text: word}))
		check(registry.Put(tx, in.Evaluations, &data.Evaluation{ChildID: child.ID, CycleID: cycle, Moment: data.MomentStart, Viewpoint: data.ByFacilitator, Comment: word}))
		check(registry.Put(tx, in.Referrals, &data.Referral{ChildID: child.ID, PartnerID: data.ID[data.Partner]{1}, AskedOn: 20260910, Reason: word, Answer: word}))
		check(registry.Put(tx, in.Interviews, &data.Interview{ChildID: child.ID, AgreementID: data.ID[data.Agreement]{1}, On: 20260910, Kind: data.InterviewChild, Psychologist: word}))
		check(registry.Put(tx, in.Bilans, &data.Bilan{ChildID: child.ID, CycleID: cycle, GroupID: group, Moment: data.MomentMid, Next: word}))
		return nil
	}))
	return child.ID
}

// search counts the words found in the bytes of every file below some folders, whatever its name.
func search(words [][]byte, except func(path string, word []byte) bool, dirs ...string) (files int, found []string) {
	for _, dir := range dirs {
		check(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			files++
			text := must(os.ReadFile(path))
			for _, w := range words {
				if bytes.Contains(text, w) && (except == nil || !except(path, w)) {
					found = append(found, fmt.Sprintf("%s in %s", w, filepath.Base(path)))
				}
			}
			return nil
		}))
	}
	return files, found
}

// TestNothingOfErasedChildrenIsLeftInAnyFileNorReadableInAnOldBackup: the families' right to be forgotten, backups included.
func TestNothingOfErasedChildrenIsLeftInAnyFileNorReadableInAnOldBackup(t *testing.T) {
	erased, staying := 25, 5
	if full {
		erased = 1000
	}
	root := t.TempDir()
	dir, stick, elsewhere := filepath.Join(root, "team"), filepath.Join(root, "stick"), filepath.Join(root, "new PC")
	check(os.Mkdir(stick, 0o700))
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, markedWorld()))
	safety := r.Safety()
	safety.Places = []data.BackupPlace{{Path: stick, Label: "Clé USB", Ring: true}}
	check(r.SaveSafety(&safety))
	var ids []data.ID[data.Child]
	var words [][]byte
	for n := range erased + staying {
		ids = append(ids, keepMarked(r, n, data.ID[data.Cycle]{1}, data.ID[data.Group]{1}))
		words = append(words, []byte(marker(n)))
	}
	cupboard := filepath.Join(root, "cupboard") // out of the reach of the rotation
	check(os.Mkdir(cupboard, 0o700))
	old := must(r.BackUpTo(cupboard))
	for _, id := range ids[:erased] {
		must(r.EraseChild(id, "demande de la famille"))
	}
	want(t, "children left", r.Children.Len(), staying)
	check(must(r.BackUp(nil))[0].Err)
	check(r.Close())
	_, err := registry.OpenFolder(dir, registry.Key{Password: "pas le bon du tout"}, markedWorld()) // leaves mercredi.essais
	wantErr(t, err, vault.ErrWrongPassword)
	files, found := search(words, nil, root)
	if len(found) > 0 {
		t.Errorf("markers found: %v", found)
	}
	figure("%d markers of erased children in %d files of the folder and the backup place: %d found", erased, files, len(found))

	plan := registry.RestorePlan{Backup: old.Path, Ring: filepath.Join(stick, "mercredi.cles"), Dir: elsewhere, Key: registry.Key{Password: folderPhrase}}
	preview := must(registry.PreviewRestore(plan, markedWorld()))
	want(t, "children that come back, and that do not", [2]int{preview.Children, preview.Erased}, [2]int{staying, erased})
	must(registry.Restore(plan, markedWorld()))
	r = must(registry.OpenFolder(elsewhere, registry.Key{Password: folderPhrase}, markedWorld()))
	defer func() { check(r.Close()) }()
	readable := 0
	for _, id := range ids[:erased] {
		if _, ok := r.Children.Get(id); ok {
			readable++
		}
	}
	all := fmt.Sprint(r.Children.All(), r.Families.All(), r.Notes.All(), r.Observations.All(), r.Evaluations.All(), r.Bilans.All(), r.Referrals.All(), r.Interviews.All())
	for n := range erased {
		if strings.Contains(all, marker(n)) {
			readable++
		}
	}
	want(t, "erased children readable in the old backup", readable, 0)
	want(t, "others", r.Children.Len(), staying)
	want(t, "their notes", r.Notes.Len(), staying)
	figure("old backup of %d children with the ring of today: %d of %d erased ones readable, %d others came back", erased+staying, readable, erased, staying)
}

// TestNoNameStandsInAnyFileThatTheProgramWrites: of members, the ring tells them, for the choice of one's name.
func TestNoNameStandsInAnyFileThatTheProgramWrites(t *testing.T) {
	children := 60
	if full {
		children = 1000
	}
	root := t.TempDir()
	dir, stick := filepath.Join(root, "team"), filepath.Join(root, "stick")
	check(os.Mkdir(stick, 0o700))
	world := townWorld()
	world.Random = rand.Reader
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, world))
	town := must(sample.New(sample.Options{Children: children, Years: 2, Seed: 3, Today: townDay}))
	names := map[string]bool{}
	for _, c := range town.Children {
		names[c.FullName()] = true
		names[c.LastName] = true
	}
	for _, f := range town.Families {
		names[f.Name] = true
		for _, g := range f.Guardians {
			names[g.LastName], names[g.FirstName+" "+g.LastName] = true, true
		}
	}
	for _, s := range town.Schools {
		names[s.Name] = true
	}
	for _, m := range r.Members.All() {
		names[m.FullName()] = true
	}
	check(town.Keep(r))
	safety := r.Safety()
	safety.Places = []data.BackupPlace{{Path: stick, Ring: true}}
	check(r.SaveSafety(&safety))
	check(must(r.BackUp(nil))[0].Err)
	must(r.EraseChild(r.Children.All()[0].ID, "demande de la famille"))
	check(r.Close())
	_, err := registry.OpenFolder(dir, registry.Key{Password: "pas le bon du tout"}, world)
	wantErr(t, err, vault.ErrWrongPassword)
	var words [][]byte
	for n := range names {
		if len(n) >= 5 { // four letters may come up by chance in megabytes of random bytes
			words = append(words, []byte(n))
		}
	}
	holder := []byte(founder().FullName())
	files, found := search(words, func(path string, word []byte) bool {
		return filepath.Base(path) == "mercredi.cles" && bytes.Contains(holder, word)
	}, root)
	if len(found) > 0 {
		t.Errorf("names found: %v", found)
	}
	if len(words) < children {
		t.Errorf("only %d names", len(words))
	}
	figure("%d names of children, guardians, families, schools and members in %d files: %d found", len(words), files, len(found))
}

func figure(format string, args ...any) { fmt.Printf("figure: "+format+"\n", args...) }
