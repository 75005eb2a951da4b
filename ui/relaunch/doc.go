// Package relaunch starts the program anew in the place of itself. It is how Mercredi locks: forgetting what was read
// leaves thousands of copies of it in the memory of a process, a new process holds none.
package relaunch
