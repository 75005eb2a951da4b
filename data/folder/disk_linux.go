package folder

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// linux is where the kernel tells of its disks.
type linux struct {
	magic     func(dir string) uint32 // kind of the file system, 0 if it is not known
	proc, sys string                  // folders
}

func diskOf(dir string) disk {
	return linux{magic: magicOf, proc: "/proc", sys: "/sys"}.diskOf(dir)
}

func magicOf(dir string) uint32 {
	var s unix.Statfs_t
	if unix.Statfs(dir, &s) != nil {
		return 0
	}
	return uint32(s.Type)
}

// networkMagics are the file systems that stand on another computer, and those that virtual machines share with their
// host: V9FS is also the disk of Windows as its Linux subsystem sees it.
var networkMagics = []uint32{
	unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.NCP_SUPER_MAGIC,
	unix.AFS_SUPER_MAGIC, unix.AFS_FS_MAGIC, unix.CODA_SUPER_MAGIC, unix.CEPH_SUPER_MAGIC, unix.V9FS_MAGIC,
	0x786F4256, // VirtualBox, not in x/sys
}

// networkFuses begin the names of the FUSE file systems that stand elsewhere.
var networkFuses = []string{
	"sshfs", "rclone", "davfs", "curlftpfs", "gvfsd", "kio-fuse", "smbnetfs", "afpfs", "glusterfs", "ceph", "juicefs",
	"s3fs", "goofys", "gcsfuse", "blobfuse", "google-drive", "onedriver", "pcloud", "vmhgfs", "jmtpfs", "simple-mtpfs",
}

func (l linux) diskOf(dir string) disk {
	magic, m := l.magic(dir), l.mountOf(dir)
	return disk{
		network: slices.Contains(networkMagics, magic) || magic == unix.FUSE_SUPER_MAGIC && m.isNetworkFuse(),
		removable: magic == unix.MSDOS_SUPER_MAGIC || magic == unix.EXFAT_SUPER_MAGIC ||
			l.isRemovable(filepath.Join(l.sys, "dev/block", m.device), 0) ||
			l.isRemovable(filepath.Join(l.sys, "class/block", deviceName(m.source)), 0),
	}
}

// mount is one line of the kernel's list of what is mounted where.
type mount struct {
	device string // major:minor; 0:… for a file system that spans several or none
	point  string
	kind   string // "ext4", "fuse.sshfs"
	source string // of a disk, its path under /dev
}

// isNetworkFuse goes by the name, and by a source that names another computer: "host:/folder", "https://…".
func (m mount) isNetworkFuse() bool {
	name, ok := strings.CutPrefix(m.kind, "fuse.")
	known := func(start string) bool { return strings.HasPrefix(strings.ToLower(name), start) }
	elsewhere := !strings.HasPrefix(m.source, "/") && strings.Contains(m.source, ":/")
	return m.kind == "virtiofs" || ok && slices.ContainsFunc(networkFuses, known) || elsewhere
}

// mountOf finds the mount that dir is on: the deepest one, and among those of one place the last.
func (l linux) mountOf(dir string) (found mount) {
	text, err := os.ReadFile(filepath.Join(l.proc, "self/mountinfo"))
	if err != nil {
		return mount{}
	}
	for line := range strings.Lines(string(text)) {
		if m, ok := parseMount(line); ok && below(dir, m.point) && len(m.point) >= len(found.point) {
			found = m
		}
	}
	return found
}

// parseMount reads "id parent major:minor root point options [more]… - kind source options" (proc_pid_mountinfo(5)).
func parseMount(line string) (mount, bool) {
	before, after, _ := strings.Cut(line, " - ")
	place, kind := strings.Fields(before), strings.Fields(after)
	if len(place) < 5 || len(kind) < 2 {
		return mount{}, false
	}
	unescape := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
	return mount{device: place[2], point: unescape.Replace(place[4]), kind: kind[0], source: unescape.Replace(kind[1])}, true
}

func below(dir, point string) bool {
	return point == "/" || dir == point || strings.HasPrefix(dir, point+"/")
}

// deviceName is the kernel's name of the device at a path: "dm-0" for a link of that name.
func deviceName(path string) string {
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		path = followed
	}
	return filepath.Base(path)
}

var usb = regexp.MustCompile(`/usb[0-9]+/`)

// isRemovable looks at a device of /sys, at the disk it is a part of, and at those it is made of: an encrypted volume
// stands on a partition.
func (l linux) isRemovable(device string, depth int) bool {
	const deepest = 8 // volumes on volumes
	device, err := filepath.EvalSymlinks(device)
	if err != nil || depth > deepest {
		return false
	}
	if usb.MatchString(device) {
		return true
	}
	for _, d := range []string{device, filepath.Dir(device)} {
		if told, err := os.ReadFile(filepath.Join(d, "removable")); err == nil && strings.TrimSpace(string(told)) == "1" {
			return true
		}
	}
	under, _ := filepath.Glob(filepath.Join(device, "slaves", "*"))
	return slices.ContainsFunc(under, func(d string) bool { return l.isRemovable(d, depth+1) })
}
