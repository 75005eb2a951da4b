package folder

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// syncedNames begin the names of the folders that synchronisers make, in small letters.
var syncedNames = []string{
	"onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive", "icloud", "pcloud", "kdrive",
	"synology drive", "synologydrive", "cozy drive", "proton drive", "box sync", "megasync",
}

// syncedFolders are the whole names of such folders: of Google's drive, and of what macOS keeps for iCloud and others.
var syncedFolders = []string{"mon drive", "my drive", "mobile documents", "cloudstorage"}

// syncedMarkers are what clients leave in the folder they synchronise. Dropbox keeps its settings elsewhere in a folder
// that has the name of its marker.
var syncedMarkers = []struct {
	pattern string
	isFile  bool
}{
	{".nextcloudsync.log", true}, {".owncloudsync.log", true}, {"._sync_*.db", true}, {".sync_*.db", true}, // Nextcloud, ownCloud
	{".dropbox", true}, {".dropbox.cache", false},
	{".stfolder", false}, // Syncthing
	{".synologyworkingdirectory", false},
	{".tmp.drivedownload", false}, {".tmp.driveupload", false}, // Google
}

// syncedPlaces are the variables in which OneDrive tells where its folders are.
var syncedPlaces = []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"}

// synced reports whether a folder, which need not exist, is in one that a synchroniser watches.
func (s system) synced(dir string) bool {
	if slices.ContainsFunc(strings.Split(filepath.ToSlash(dir), "/"), isSyncedName) {
		return true
	}
	for _, name := range syncedPlaces {
		if place := s.env(name); place != "" && within(dir, place) {
			return true
		}
	}
	for d := dir; ; d = filepath.Dir(d) {
		if slices.ContainsFunc(s.entries(d), isMarker) {
			return true
		}
		if d == filepath.Dir(d) {
			return false
		}
	}
}

func isSyncedName(name string) bool {
	name = strings.ToLower(name)
	starts := func(start string) bool { return strings.HasPrefix(name, start) }
	return slices.Contains(syncedFolders, name) || slices.ContainsFunc(syncedNames, starts)
}

func isMarker(e fs.DirEntry) bool {
	name := strings.ToLower(e.Name())
	for _, m := range syncedMarkers {
		if ok, _ := path.Match(m.pattern, name); ok && (!m.isFile || e.Type().IsRegular()) {
			return true
		}
	}
	return false
}

// within reports whether dir is place or below it, capitals aside.
func within(dir, place string) bool {
	dir, place = strings.ToLower(filepath.Clean(dir)), strings.ToLower(filepath.Clean(place))
	rest, ok := strings.CutPrefix(dir, place)
	return ok && (rest == "" || rest[0] == filepath.Separator || strings.HasSuffix(place, string(filepath.Separator)))
}
