package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// longestSecret bounds what is read from the file of a password, in bytes.
const longestSecret = 1024

// noSecret is a password or a paper key that could not be read.
func noSecret(option string, err error) error {
	return &refusal{
		sentence: "Le mot de passe n’a pas pu être lu. Tapez-le dans un terminal, ou donnez un fichier avec --" + option + ".",
		code:     ExitPassword, err: err,
	}
}

// secret reads a password or a paper key: from the file of an option, or from the terminal.
func secret(w World, l line, option, prompt string) (string, error) {
	path, ok := l.values[option]
	if !ok {
		p, err := w.AskPassword(prompt + "\u00a0: ")
		if err != nil {
			return "", noSecret(option, fmt.Errorf("asking a password: %w", err))
		}
		return p, nil
	}
	text, err := secretFile(w, path)
	if err == nil && text == "" {
		err = errors.New("reading a password: empty")
	}
	if err != nil {
		return "", noSecret(option, err)
	}
	return text, nil
}

func secretFile(w World, path string) (string, error) {
	if path == "-" {
		return firstLine(w.Stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("opening the file of a password: %w", err)
	}
	defer f.Close()
	return firstLine(f)
}

// newSecret reads a password to give: from --nouvelle-phrase-fichier, or twice from the terminal.
func newSecret(w World, l line) (string, error) {
	const option = "nouvelle-phrase-fichier"
	first, err := secret(w, l, option, "Nouveau mot de passe")
	if _, file := l.values[option]; file || err != nil {
		return first, err
	}
	again, err := secret(w, l, option, "Encore une fois")
	if err == nil && again != first {
		err = &refusal{sentence: "Les deux mots de passe diffèrent. Rien n’a changé.", code: ExitPassword}
	}
	return first, err
}

// firstLine is the first line without its end and without the mark that some editors put at the beginning. What comes
// after is left to be read: standard input may hold two passwords.
func firstLine(r io.Reader) (string, error) {
	var text []byte
	for b := make([]byte, 1); len(text) < longestSecret; {
		n, err := r.Read(b)
		if n == 1 && b[0] == '\n' {
			break
		}
		text = append(text, b[:n]...)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", fmt.Errorf("reading a password: %w", err)
		}
	}
	return strings.TrimPrefix(strings.TrimRight(string(text), "\r"), "\ufeff"), nil
}
