package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// errNoPassword says that no password could be read.
var errNoPassword = errors.New("no password")

// longestPassword bounds what is read from a password file, in bytes.
const longestPassword = 1024

// password reads the password of a file: from --phrase-fichier, or from the terminal.
func password(w World, l line) (string, error) {
	path, ok := l.values["phrase-fichier"]
	if !ok {
		p, err := w.AskPassword("Mot de passe\u00a0: ")
		if err != nil {
			return "", fmt.Errorf("asking the password: %w: %w", errNoPassword, err)
		}
		return p, nil
	}
	if path == "-" {
		return firstLine(w.Stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("opening the password file: %w: %w", errNoPassword, err)
	}
	defer f.Close()
	return firstLine(f)
}

// firstLine is the first line without its end and without the mark that some editors put at the beginning.
func firstLine(r io.Reader) (string, error) {
	text, err := bufio.NewReader(io.LimitReader(r, longestPassword)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the password: %w: %w", errNoPassword, err)
	}
	text = strings.TrimPrefix(strings.TrimRight(text, "\r\n"), "\ufeff")
	if text == "" {
		return "", fmt.Errorf("reading the password: empty: %w", errNoPassword)
	}
	return text, nil
}
