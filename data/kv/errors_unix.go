//go:build !windows

package kv

import "syscall"

// osErrors of Linux and macOS. EFBIG is FAT's 4 GiB wall or a limit set by the administrator: no more room either.
var osErrors = []osError{
	{syscall.ENOSPC, ErrFull},
	{syscall.EDQUOT, ErrFull},
	{syscall.EFBIG, ErrFull},
	{syscall.EIO, ErrDisk},
	{syscall.EROFS, ErrReadOnly},
	{syscall.EACCES, ErrReadOnly},
	{syscall.EPERM, ErrReadOnly},
}
