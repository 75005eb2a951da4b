package kv

import "syscall"

// osErrors of Windows, by the numbers of winerror.h.
var osErrors = []osError{
	{112, ErrFull},    // ERROR_DISK_FULL
	{39, ErrFull},     // ERROR_HANDLE_DISK_FULL
	{23, ErrDisk},     // ERROR_CRC
	{1117, ErrDisk},   // ERROR_IO_DEVICE
	{19, ErrReadOnly}, // ERROR_WRITE_PROTECT
	{syscall.ERROR_ACCESS_DENIED, ErrReadOnly},
	{32, ErrHeld}, // ERROR_SHARING_VIOLATION
	{33, ErrHeld}, // ERROR_LOCK_VIOLATION
}
