//go:build unix

package cli_test

import (
	"os"
	"runtime"
	"syscall"
)

// residentMB is the most memory that a finished program held, in megabytes.
func residentMB(p *os.ProcessState) float64 {
	most := float64(p.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS != "darwin" { // kibibytes, except there
		most *= 1024
	}
	return most / 1e6
}
