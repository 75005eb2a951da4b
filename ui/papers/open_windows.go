package papers

import (
	"context"
	"errors"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

type system struct{}

// openWithSystem opens a document or a folder with the program for it.
func openWithSystem(_ context.Context, path string) error { return shell("open", path, "") }

// shell asks Windows to do something with a file; arguments may be "".
func shell(verb, file, arguments string) error {
	verb16, err1 := windows.UTF16PtrFromString(verb)
	file16, err2 := windows.UTF16PtrFromString(file)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	var arguments16 *uint16
	if arguments != "" {
		var err error
		if arguments16, err = windows.UTF16PtrFromString(arguments); err != nil {
			return err
		}
	}
	return windows.ShellExecute(0, verb16, file16, arguments16, nil, windows.SW_SHOWNORMAL)
}

var (
	assocQueryString  = windows.NewLazySystemDLL("shlwapi.dll").NewProc("AssocQueryStringW")
	getDefaultPrinter = windows.NewLazySystemDLL("winspool.drv").NewProc("GetDefaultPrinterW")
)

// Printers implements Device: the usual printer, where the program for PDF files knows how to print. Edge, which is
// that program on a new PC, does not.
func (system) Printers(context.Context) []string {
	if !prints("print") {
		return nil
	}
	name := make([]uint16, 512)
	size := uint32(len(name))
	if ok, _, _ := getDefaultPrinter.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&size))); ok == 0 {
		return nil
	}
	return []string{windows.UTF16ToString(name)}
}

// prints reports whether the program for PDF files registers a verb.
func prints(verb string) bool {
	const (
		initIgnoreUnknown = 0x400 // ASSOCF_INIT_IGNOREUNKNOWN: "open with…" is not a program
		command           = 1     // ASSOCSTR_COMMAND
	)
	extension, err1 := windows.UTF16PtrFromString(".pdf")
	verb16, err2 := windows.UTF16PtrFromString(verb)
	if errors.Join(err1, err2) != nil {
		return false
	}
	out := make([]uint16, 1024)
	size := uint32(len(out))
	result, _, _ := assocQueryString.Call(initIgnoreUnknown, command, uintptr(unsafe.Pointer(extension)),
		uintptr(unsafe.Pointer(verb16)), uintptr(unsafe.Pointer(&out[0])), uintptr(unsafe.Pointer(&size)))
	return syscall.Errno(result) == 0 && windows.UTF16ToString(out) != ""
}

// Print implements Device: the program for PDF files prints the file, as often as there are copies.
func (system) Print(_ context.Context, j Job) error {
	path, err := j.Keep()
	if err != nil {
		return err
	}
	for range max(1, j.Copies) {
		if err := shell("print", path, ""); err != nil {
			return err
		}
	}
	return nil
}

// Write implements Device: the folder is opened on the document, to draw it into the letter.
func (system) Write(_ context.Context, l Letter) (attached bool, err error) {
	if len(l.Attached) > 0 {
		if err := shell("open", "explorer.exe", `/select,"`+l.Attached[0]+`"`); err != nil {
			return false, err
		}
	}
	return false, shell("open", l.mailto(), "")
}

// documents is the person's folder of documents, wherever it was moved.
func documents() string {
	path, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return ""
	}
	return path
}
