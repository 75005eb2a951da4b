package bolt

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

// holderSuffix ends the name of the note beside a held file. The lock on the file decides; the note only speaks.
const holderSuffix = ".ouvert"

// longestHolder bounds what Holder reads, in bytes: anybody may have written the note.
const longestHolder = 300

// Holder says in words who holds the file at path, as noted when it was opened: computer, process, since when.
// The answer is fs.ErrNotExist when there is no note. After a crash the note may speak of an instance that is gone.
func Holder(path string) (string, error) {
	note, err := os.Open(path + holderSuffix)
	if err != nil {
		return "", fmt.Errorf("reading who holds %s: %w", path, err)
	}
	defer note.Close()
	text, err := io.ReadAll(io.LimitReader(note, longestHolder))
	if err != nil {
		return "", fmt.Errorf("reading who holds %s: %w", path, err)
	}
	printable := func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}
	return strings.TrimSpace(strings.Map(printable, strings.ToValidUTF8(string(text), ""))), nil
}

// writeHolder leaves the note. A folder that does not take it must not keep anybody from their file.
func writeHolder(path, since string) {
	host, err := os.Hostname()
	if err != nil {
		host = "?"
	}
	text := fmt.Sprintf("%s (processus %d)", host, os.Getpid())
	if since != "" {
		text += ", depuis " + since
	}
	_ = os.WriteFile(path+holderSuffix, []byte(text+"\n"), 0o600)
}

func removeHolder(path string) { _ = os.Remove(path + holderSuffix) }
