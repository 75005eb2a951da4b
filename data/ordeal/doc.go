// Package ordeal puts a team's folder through what happens to disks: programs killed while they write, power cuts, full
// disks, writes that fail, bytes that rot, two windows at once. It holds tests only; they run on Linux.
//
// Each ordeal is the same story. A victim, this test program started again, does one operation on a folder, step after
// step (a save, a backup, a change of the key ring, a compaction, a restore), and says so after each. Something happens
// to it or to its disk. Then another program, the judge, opens the folder as Mercredi would, reads all of it, and tells
// which step it stands at. Nothing is lost when that is the last step acknowledged, or the one after it; nothing is
// torn when every record is the one that this step wrote.
//
// `go test` runs a small share of what needs no tool. The tag "robustness" adds what needs strace, and, as root, images of
// file systems; the flag -full runs everything at the size of docs/robustesse.md: `make robustness`.
package ordeal
