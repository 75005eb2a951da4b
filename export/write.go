package export

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mercredi/data/folder"
)

// WriteFile lets render write a document to path and returns the name it really has. The document is written
// beside, readable by its owner only, and renamed when it is whole: on failure nothing is left behind and what
// stood at path is untouched.
//
// A document open in another program cannot be replaced on Windows. It is then written as "… (2).pdf" under
// the first such name that is free. A folder of that name is fs.ErrExist.
func WriteFile(path string, render func(io.Writer) error) (string, error) {
	return writeFile(path, render, os.Rename)
}

func writeFile(path string, render func(io.Writer) error, rename func(from, to string) error) (string, error) {
	if there, err := os.Stat(path); err == nil && there.IsDir() {
		return "", fmt.Errorf("writing %s: a folder: %w", path, fs.ErrExist)
	}
	beside, err := folder.Beside(filepath.Dir(path), render)
	if err != nil {
		return "", fmt.Errorf("making the document: %w", err)
	}
	name, err := settle(beside, path, rename)
	if err != nil {
		_ = os.Remove(beside) // the failure to report is the one above
		return "", fmt.Errorf("replacing %s: %w", path, err)
	}
	return name, nil
}

// settle gives the finished file its name, or a free one beside it when that is held by another program.
func settle(beside, path string, rename func(from, to string) error) (string, error) {
	err := rename(beside, path)
	if err == nil || !held(path, err) {
		return path, err
	}
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext)
	for n := 2; n < 100; n++ {
		other := fmt.Sprintf("%s (%d)%s", stem, n, ext)
		if _, missing := os.Lstat(other); !errors.Is(missing, fs.ErrNotExist) {
			continue
		}
		return other, rename(beside, other)
	}
	return "", err
}

// held reports whether path is a document that another program keeps from being replaced.
func held(path string, err error) bool {
	if there, statErr := os.Lstat(path); statErr != nil || !there.Mode().IsRegular() {
		return false
	}
	const sharingViolation = syscall.Errno(32) // Windows; another error elsewhere
	return errors.Is(err, fs.ErrPermission) || runtime.GOOS == "windows" && errors.Is(err, sharingViolation)
}

const (
	nameBytes     = 150 // of a file name: leaves room for " (2)" and for a long folder on Windows
	extensionSize = 10  // bytes; what follows a later dot is part of a sentence
)

// reservedNames open a device on Windows, whatever their extension.
const reservedNames = " con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 com¹ com² com³ " +
	"lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 lpt¹ lpt² lpt³ conin$ conout$ "

// SafeName makes a file name that Windows, macOS and Linux all accept out of a title. Accents stay, the
// extension too; a title with nothing to keep becomes "document".
func SafeName(s string) string {
	s = strings.TrimRight(strings.Join(strings.Fields(legal(s)), " "), ". ")
	ext := filepath.Ext(s)
	if len(ext) > extensionSize || strings.Contains(ext, " ") {
		ext = ""
	}
	stem := trimName(strings.TrimSuffix(s, ext))
	if stem == "" {
		stem = "document"
	}
	device, _, _ := strings.Cut(stem, ".")
	if strings.Contains(reservedNames, " "+strings.ToLower(strings.TrimSpace(device))+" ") {
		stem = "_" + stem
	}
	return trimName(cut(stem, nameBytes-len(ext))) + ext
}

// legal drops or replaces the signs that no file name may hold, and those that only steer a screen.
func legal(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune(`/\:|`, r):
			return '-'
		case strings.ContainsRune(`<>"?*`, r), unicode.Is(unicode.C, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// trimName drops what hides a file (a leading dot) and what Windows drops by itself (a dot or space at the end).
func trimName(s string) string { return strings.TrimRight(strings.TrimLeft(s, ". "), ". ") }

// cut keeps at most n bytes and no half letter.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
