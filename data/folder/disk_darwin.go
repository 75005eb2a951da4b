package folder

import "golang.org/x/sys/unix"

func diskOf(dir string) disk {
	var s unix.Statfs_t
	if unix.Statfs(dir, &s) != nil {
		return disk{}
	}
	kind := unix.ByteSliceToString(s.Fstypename[:])
	return disk{
		network:   s.Flags&unix.MNT_LOCAL == 0 || kind == "nfs" || kind == "smbfs" || kind == "afpfs" || kind == "webdav",
		removable: s.Flags&unix.MNT_REMOVABLE != 0 || kind == "msdos" || kind == "exfat",
	}
}
