//go:build !windows

package relaunch

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
)

// Now replaces the process by a new one of the same program, with the same arguments, surroundings and number. It comes
// back only when that failed. The caller has closed its files.
func Now() error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding the program to start again: %w", err)
	}
	letGo()
	return fmt.Errorf("starting the program again: %w", syscall.Exec(program, os.Args, os.Environ()))
}

// letGo has the system close, at the change, what a library left open: the window would stay on the display.
func letGo() {
	open, err := os.ReadDir("/dev/fd")
	if err != nil {
		return // what is left open is only lost
	}
	for _, f := range open {
		if n, err := strconv.Atoi(f.Name()); err == nil && n > 2 {
			syscall.CloseOnExec(n)
		}
	}
}
