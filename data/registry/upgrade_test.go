package registry_test

import (
	"os"
	"path/filepath"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// formerFolder is a folder made by the first version, when one password was for all.
func formerFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	check(os.WriteFile(filepath.Join(dir, "mercredi.db"), must(os.ReadFile("testdata/format-1/mercredi.db")), 0o600))
	return dir
}

func TestFolderOfTheFirstVersionIsBroughtUpToDateWithAllItHolds(t *testing.T) {
	dir := formerFolder(t)
	_, err := registry.Threshold(dir)
	wantErr(t, err, vault.ErrFormerFormat)
	odile := &data.Member{FirstName: "odile", LastName: "garance"}
	r := must(registry.UpgradeFolder(dir, folderPhrase, registry.Founder{Member: odile, Password: secondPhrase}, folderWorld()))
	want(t, "the founder is the member of that name", [2]string{odile.FullName(), r.Keyholder().Name}, [2]string{"Odile Garance", "Odile Garance"})
	want(t, "town", r.Settings().Town, "Sauvelande")
	check(r.Close())

	r = must(registry.OpenFolder(dir, registry.Key{Password: secondPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	want(t, "members, families, children, notes", [4]int{r.Members.Len(), r.Families.Len(), r.Children.Len(), r.Notes.Len()}, [4]int{2, 1, 1, 2})
	for _, n := range r.Notes.All() {
		if n.Private && (len(n.Sealed) == 0 || n.Text != "À reprendre") {
			t.Errorf("the founder's private note is %+v", n)
		}
	}
	must(r.VerifyJournal())
	files := must(os.ReadDir(dir))
	want(t, "files beside the two", len(files), 3) // the note of who holds the file
	_, err = registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld())
	if err == nil {
		t.Error("the team's old password still opens")
	}
}

func TestUpgradeWithAWrongPasswordLeavesTheFolderAsItWas(t *testing.T) {
	dir := formerFolder(t)
	_, err := registry.UpgradeFolder(dir, "pas le bon du tout", registry.Founder{Member: founder(), Password: secondPhrase}, folderWorld())
	wantErr(t, err, vault.ErrWrongPassword)
	want(t, "files", len(must(os.ReadDir(dir))), 1)
	r := must(registry.UpgradeFolder(dir, folderPhrase, registry.Founder{Member: &data.Member{FirstName: "Nour", LastName: "Albin"}, Password: secondPhrase}, folderWorld()))
	want(t, "a founder who was not in the team joins it", r.Members.Len(), 3)
	check(r.Close())
}
