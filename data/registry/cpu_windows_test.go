package registry_test

import (
	"syscall"
	"time"
)

// cpuSpent is the processor time of this process so far: unlike the clock, it does not see who else is working.
func cpuSpent() time.Duration {
	var created, exited, kernel, user syscall.Filetime
	process, err := syscall.GetCurrentProcess()
	check(err)
	check(syscall.GetProcessTimes(process, &created, &exited, &kernel, &user))
	return time.Duration(100 * (ticks(kernel) + ticks(user)))
}

// ticks are hundreds of nanoseconds.
func ticks(t syscall.Filetime) int64 { return int64(t.HighDateTime)<<32 | int64(t.LowDateTime) }
