package relaunch

import (
	"fmt"
	"os"
	"os/exec"
)

// Now starts the program again with the same arguments, and ends this process. It comes back only when that failed. The
// caller has closed its files.
func Now() error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding the program to start again: %w", err)
	}
	if err := exec.Command(program, os.Args[1:]...).Start(); err != nil {
		return fmt.Errorf("starting the program again: %w", err)
	}
	os.Exit(0)
	return nil
}
