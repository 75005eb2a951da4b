package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Why a folder may not hold the team's file. It may hold its backups.
var (
	// ErrNetwork: the file is mapped into memory, and a share that goes away takes the program or the last saves along.
	ErrNetwork = errors.New("folder is on a network drive")
	// ErrRemovable: a disk that is pulled out, or whose file system keeps no journal, loses what was being written.
	ErrRemovable = errors.New("folder is on a removable disk or one without a journal")
	// ErrSynced: a synchroniser copies half a save elsewhere, and puts back what was erased.
	ErrSynced = errors.New("folder is synchronised with other computers")
)

// disk is what a system tells of the disk that holds a folder.
type disk struct{ network, removable bool }

// system is what Suit asks of this PC. What it cannot tell is false or nothing.
type system struct {
	disk    func(dir string) disk          // of a folder that exists, links resolved
	entries func(dir string) []fs.DirEntry // what is in it
	env     func(name string) string
}

// Suit answers nil when dir may hold the team's file, which is open and written all day, else ErrNetwork, ErrSynced or
// ErrRemovable. dir need not exist yet: the folder it would be made in counts. Links are followed.
//
// It refuses what it knows, and what it cannot know it lets pass:
//
//   - Linux tells network file systems, those of FUSE by their name or their source, FAT and exFAT, removable disks and
//     those on USB, also under encryption. A card in a built-in reader looks like a fixed disk.
//   - Windows tells shares, network drives with a letter, sticks, FAT and exFAT. A hard disk on USB looks fixed.
//   - macOS tells network file systems, FAT and exFAT, and what it calls removable. A hard disk on USB looks fixed.
//   - Synchronised folders are known by their usual names, by what clients leave in them, and by what OneDrive tells
//     the programs it starts with. A client that leaves nothing, in a folder of another name, is not seen; neither are
//     SharePoint libraries nor the Desktop and Documents that iCloud took over.
func Suit(dir string) error {
	return suit(dir, system{
		disk: diskOf,
		entries: func(dir string) []fs.DirEntry {
			entries, _ := os.ReadDir(dir) // a folder that may not be listed tells nothing
			return entries
		},
		env: os.Getenv,
	})
}

func suit(dir string, s system) error {
	full, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("looking where %s is: %w", dir, err)
	}
	if isShare(dir) || isShare(full) { // before anything is asked of a computer that may not answer
		return fmt.Errorf("%s: %w", dir, ErrNetwork)
	}
	standing, missing := nearest(full)
	followed := standing
	if target, err := filepath.EvalSymlinks(standing); err == nil {
		followed = target
	}
	held := s.disk(followed)
	switch {
	case isShare(followed), held.network:
		err = ErrNetwork
	case s.synced(full), s.synced(filepath.Join(followed, missing)):
		err = ErrSynced
	case held.removable:
		err = ErrRemovable
	default:
		return nil
	}
	return fmt.Errorf("%s: %w", dir, err)
}

// nearest parts a path into the deepest folder of it that exists, and what is missing below.
func nearest(path string) (standing, missing string) {
	standing = path
	for {
		if _, err := os.Stat(standing); err == nil || standing == filepath.Dir(standing) {
			return standing, missing
		}
		missing = filepath.Join(filepath.Base(standing), missing)
		standing = filepath.Dir(standing)
	}
}

// isShare reports whether path names a computer, as \\server\share does, and not a disk of this one, as \\?\C:\ does.
func isShare(path string) bool {
	path = strings.ToLower(path)
	if rest, ok := strings.CutPrefix(path, `\\?\`); ok {
		return strings.HasPrefix(rest, `unc\`)
	}
	return strings.HasPrefix(path, `\\`) && !strings.HasPrefix(path, `\\.\`)
}
