package folder

import (
	"strings"

	"golang.org/x/sys/windows"
)

func diskOf(dir string) disk {
	path, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return disk{}
	}
	root := make([]uint16, windows.MAX_LONG_PATH) // "C:\", or the folder that a disk is mounted on
	if err := windows.GetVolumePathName(path, &root[0], uint32(len(root))); err != nil {
		return disk{}
	}
	kind := windows.GetDriveType(&root[0])
	return disk{
		network: kind == windows.DRIVE_REMOTE,
		removable: kind == windows.DRIVE_REMOVABLE || kind == windows.DRIVE_CDROM || kind == windows.DRIVE_RAMDISK ||
			strings.Contains(fileSystem(&root[0]), "FAT"),
	}
}

// fileSystem is the name of the file system at root: "NTFS", "FAT32", "exFAT".
func fileSystem(root *uint16) string {
	name := make([]uint16, windows.MAX_PATH+1)
	if windows.GetVolumeInformation(root, nil, 0, nil, nil, nil, &name[0], uint32(len(name))) != nil {
		return ""
	}
	return windows.UTF16ToString(name)
}
