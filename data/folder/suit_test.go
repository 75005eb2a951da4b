package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// plain is a system of one fixed disk, where nothing is synchronised.
func plain() system {
	return system{
		disk:    func(string) disk { return disk{} },
		entries: func(string) []fs.DirEntry { return nil },
		env:     func(string) string { return "" },
	}
}

func TestFolderOfThisPCMayHoldTheFile(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "not", "made", "yet")} {
		if err := Suit(dir); err != nil {
			t.Error(err)
		}
	}
}

func TestShareIsRefusedByItsName(t *testing.T) {
	for dir, refused := range map[string]bool{
		`\\serveur\equipe\mercredi`:       true,
		`\\?\UNC\serveur\equipe\mercredi`: true,
		`\\?\unc\serveur\equipe`:          true,
		`\\?\C:\mercredi`:                 false,
		`\\.\C:\mercredi`:                 false,
		`C:\mercredi`:                     false,
	} {
		if err := suit(dir, plain()); errors.Is(err, ErrNetwork) != refused || !refused && err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestDiskOfTheNearestFolderCounts(t *testing.T) {
	dir := t.TempDir()
	standing, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		disk disk
		want error
	}{
		{disk{}, nil},
		{disk{network: true}, ErrNetwork},
		{disk{removable: true}, ErrRemovable},
		{disk{network: true, removable: true}, ErrNetwork},
	} {
		s := plain()
		s.disk = func(asked string) disk {
			if asked != standing {
				t.Errorf("asked for the disk of %s, which is not %s", asked, standing)
			}
			return tt.disk
		}
		if err := suit(filepath.Join(dir, "team", "2028"), s); !errors.Is(err, tt.want) {
			t.Errorf("%+v: %v, want %v", tt.disk, err, tt.want)
		}
	}
}

func TestDiskBehindALinkCounts(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink(stick, link); err != nil {
		t.Fatal(err)
	}
	followed, err := filepath.EvalSymlinks(stick)
	if err != nil {
		t.Fatal(err)
	}
	s := plain()
	s.disk = func(asked string) disk { return disk{removable: strings.HasPrefix(asked, followed)} }
	if err := suit(filepath.Join(link, "team"), s); !errors.Is(err, ErrRemovable) {
		t.Errorf("behind a link: %v", err)
	}
	if err := suit(filepath.Join(dir, "team"), s); err != nil {
		t.Errorf("beside the link: %v", err)
	}
}

func TestSynchronisedFolderIsKnownByItsName(t *testing.T) {
	root := t.TempDir()
	for name, refused := range map[string]bool{
		"OneDrive": true, "OneDrive - Commune de Valmont": true, "ONEDRIVE": true, "Dropbox": true, "Dropbox (Ville)": true,
		"Nextcloud": true, "Nextcloud2": true, "ownCloud": true, "Google Drive": true, "GoogleDrive": true, "Mon Drive": true,
		"My Drive": true, "iCloudDrive": true, "iCloud Drive (Archive)": true, "Mobile Documents": true, "CloudStorage": true,
		"pCloud Drive": true, "kDrive": true, "SynologyDrive": true, "Synology Drive": true,
		"Documents": false, "Mon Driver": false, "Drive": false, "Mercredi": false, "nuages": false,
	} {
		for _, dir := range []string{filepath.Join(root, name), filepath.Join(root, name, "equipe", "mercredi")} {
			if err := suit(dir, plain()); errors.Is(err, ErrSynced) != refused || !refused && err != nil {
				t.Errorf("%s: %v", dir, err)
			}
		}
	}
}

func TestSynchronisedFolderIsKnownByWhatItsClientLeaves(t *testing.T) {
	for marker, refused := range map[string]bool{
		".nextcloudsync.log": true, ".owncloudsync.log": true, "._sync_a1b2c3.db": true, ".sync_a1b2c3.db": true,
		".sync_a1b2c3.DB": true, ".dropbox": true, ".stfolder/x": true, ".dropbox.cache/x": true,
		".SynologyWorkingDirectory/x": true, ".tmp.drivedownload/x": true,
		"desktop.ini": false, ".sync": false, "sync_a.db": false,
		".dropbox/settings": false, // in the person's own folder, where Dropbox keeps its settings
	} {
		left, err := fs.ReadDir(fstest.MapFS{marker: {}}, ".")
		if err != nil {
			t.Fatal(err)
		}
		root := t.TempDir()
		s := plain()
		s.entries = func(dir string) []fs.DirEntry {
			if dir == root {
				return left
			}
			return nil
		}
		if err := suit(filepath.Join(root, "a", "b"), s); errors.Is(err, ErrSynced) != refused || !refused && err != nil {
			t.Errorf("%s: %v", marker, err)
		}
		if err := suit(filepath.Dir(root), s); err != nil {
			t.Errorf("above %s: %v", marker, err)
		}
	}
}

func TestFoldersOfOneDriveAreThoseItTells(t *testing.T) {
	root := t.TempDir()
	for _, variable := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		s := plain()
		s.env = func(name string) string {
			if name == variable {
				return strings.ToUpper(filepath.Join(root, "Valmont")) + string(filepath.Separator)
			}
			return ""
		}
		for dir, refused := range map[string]bool{
			"Valmont": true, "valmont": true, filepath.Join("Valmont", "equipe"): true, "Valmont2": false, ".": false,
		} {
			if err := suit(filepath.Join(root, dir), s); errors.Is(err, ErrSynced) != refused || !refused && err != nil {
				t.Errorf("%s with %s: %v", dir, variable, err)
			}
		}
	}
}
