package bolt

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock takes the lock that bbolt takes, the byte before the first one, and gives it back at once.
func tryLock(file *os.File) (free bool, err error) {
	const before = 1<<32 - 1
	handle, at := windows.Handle(file.Fd()), &windows.Overlapped{Offset: before, OffsetHigh: before}
	err = windows.LockFileEx(handle, windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, windows.UnlockFileEx(handle, 0, 1, 0, at)
}
