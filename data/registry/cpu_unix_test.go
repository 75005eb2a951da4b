//go:build unix

package registry_test

import (
	"syscall"
	"time"
)

// cpuSpent is the processor time of this process so far: unlike the clock, it does not see who else is working.
func cpuSpent() time.Duration {
	var u syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
