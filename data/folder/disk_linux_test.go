package folder

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// mounted is the list of a PC with a bit of everything.
const mounted = `22 27 0:21 / /proc rw,relatime shared:5 - proc proc rw
27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 27 253:0 / /srv rw,relatime - ext4 /dev/mapper/coffre rw
31 27 0:40 /@data /data rw,relatime - btrfs /dev/sdb1 rw,subvol=/@data
32 27 8:17 / /media/stick rw,nosuid - vfat /dev/sdb1 rw
33 27 8:33 / /media/usb\040disk rw,nosuid - ext4 /dev/sdc1 rw
34 27 0:50 / /mnt/ssh rw - fuse.sshfs ada@serveur:/equipe rw
35 27 0:51 / /mnt/dav rw - fuse https://serveur/dav rw
36 27 0:52 / /mnt/vault rw - fuse.gocryptfs /srv/sealed rw
37 27 8:49 / /mnt/ntfs rw - fuseblk /dev/sdd1 rw
38 27 0:53 / /mnt/pool rw - fuse.mergerfs /mnt/a:/mnt/b rw
39 27 0:54 / /over rw - ext4 /dev/sda3 rw
40 27 0:55 / /over rw - fuse.rclone remote: rw
broken line
`

// pc is a computer whose kernel tells mounted, with fixed disks sda and sdd, a stick sdb with a removable mark, a hard
// disk sdc on USB, and coffre, an encrypted volume on sda2. magic is what every folder's file system says it is.
func pc(t *testing.T, magic uint32) linux {
	t.Helper()
	l := linux{magic: func(string) uint32 { return magic }, proc: t.TempDir(), sys: t.TempDir()}
	put := func(path, text string) {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	link := func(at, to string) {
		at, to = filepath.Join(l.sys, at), filepath.Join(l.sys, to)
		if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o700), os.MkdirAll(to, 0o700), os.Symlink(to, at)); err != nil {
			t.Fatal(err)
		}
	}
	put(filepath.Join(l.proc, "self/mountinfo"), mounted)
	put(filepath.Join(l.sys, "devices/pci0/ata1/block/sda/removable"), "0\n")
	put(filepath.Join(l.sys, "devices/pci0/ata2/block/sdd/removable"), "0\n")
	put(filepath.Join(l.sys, "devices/pci0/card/block/sdb/removable"), "1\n")
	put(filepath.Join(l.sys, "devices/pci0/usb2/2-1/block/sdc/removable"), "0\n")
	for at, to := range map[string]string{
		"dev/block/8:2":    "devices/pci0/ata1/block/sda/sda2",
		"dev/block/8:17":   "devices/pci0/card/block/sdb/sdb1",
		"class/block/sdb1": "devices/pci0/card/block/sdb/sdb1",
		"dev/block/8:33":   "devices/pci0/usb2/2-1/block/sdc/sdc1",
		"dev/block/8:49":   "devices/pci0/ata2/block/sdd/sdd1",
		"dev/block/253:0":  "devices/virtual/block/dm-0",
	} {
		link(at, to)
	}
	link("devices/virtual/block/dm-0/slaves/sda2", "devices/pci0/ata1/block/sda/sda2")
	return l
}

func TestLinuxTellsDisksApart(t *testing.T) {
	const ext4, fuse = unix.EXT4_SUPER_MAGIC, unix.FUSE_SUPER_MAGIC
	network, removable := disk{network: true}, disk{removable: true}
	for _, tt := range []struct {
		dir   string
		magic uint32
		want  disk
	}{
		{"/opt/mercredi", ext4, disk{}},
		{"/srv/mercredi", ext4, disk{}},
		{"/srv2", ext4, disk{}},
		{"/opt", unix.NFS_SUPER_MAGIC, network},
		{"/opt", unix.SMB2_SUPER_MAGIC, network},
		{"/opt", unix.CIFS_SUPER_MAGIC, network},
		{"/opt", unix.V9FS_MAGIC, network},
		{"/opt", unix.EXFAT_SUPER_MAGIC, removable},
		{"/media/stick/mercredi", unix.MSDOS_SUPER_MAGIC, removable},
		{"/media/stick/mercredi", ext4, removable},
		{"/media/usb disk/mercredi", ext4, removable},
		{"/data/mercredi", unix.BTRFS_SUPER_MAGIC, removable},
		{"/mnt/ssh", fuse, network},
		{"/mnt/dav/mercredi", fuse, network},
		{"/mnt/vault/mercredi", fuse, disk{}},
		{"/mnt/ntfs/mercredi", fuse, disk{}},
		{"/mnt/pool/mercredi", fuse, disk{}},
		{"/over/mercredi", fuse, network},
	} {
		if got := pc(t, tt.magic).diskOf(tt.dir); got != tt.want {
			t.Errorf("%s on a file system %x: %+v, want %+v", tt.dir, tt.magic, got, tt.want)
		}
	}
}

func TestEncryptedVolumeOnAStickIsRemovable(t *testing.T) {
	l := pc(t, unix.EXT4_SUPER_MAGIC)
	stick := filepath.Join(l.sys, "devices/pci0/usb2/2-1/block/sdc/sdc1")
	if err := os.Symlink(stick, filepath.Join(l.sys, "devices/virtual/block/dm-0/slaves/sdc1")); err != nil {
		t.Fatal(err)
	}
	if got := l.diskOf("/srv/mercredi"); !got.removable {
		t.Errorf("told %+v", got)
	}
}

func TestLinuxThatTellsNothingRefusesNothing(t *testing.T) {
	l := linux{magic: func(string) uint32 { return 0 }, proc: t.TempDir(), sys: t.TempDir()}
	if got := l.diskOf("/opt"); got != (disk{}) {
		t.Errorf("told %+v", got)
	}
}
