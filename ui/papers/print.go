package papers

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"unicode/utf8"

	"mercredi/data/folder"
	"mercredi/data/fr"
	"mercredi/export"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Print asks where to keep a document, writes it there beside the window, and says so in a toast that offers to open
// it. On failure nothing is left behind.
func (s *Service) Print(p page.Paper) { s.Deliver(page.Delivery{Papers: []page.Paper{p}}) }

// keep writes a document where it is wanted, in a folder that may not exist yet.
func keep(path string, render func(io.Writer) error) (real string, err error) {
	unmake, err := folder.Make(filepath.Dir(path))
	if err != nil {
		return "", fmt.Errorf("making the folder: %w", err)
	}
	real, err = write(path, render)
	if err != nil {
		unmake()
	}
	return real, err
}

// write writes one document. A document that panics is one that cannot be made.
func write(path string, render func(io.Writer) error) (real string, err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &task.Panic{Value: value, Stack: debug.Stack()}
		}
	}()
	return export.WriteFile(path, render)
}

// kept says where a document is, and why it bears another name when it does.
func kept(wanted, real string) string {
	name, folder := filepath.Base(real), shorten(filepath.Base(filepath.Dir(real)))
	if real == wanted {
		return fmt.Sprintf("%s est enregistré dans %s.", fr.Quote(shorten(name)), folder)
	}
	return fmt.Sprintf("L’ancien document est ouvert ailleurs\u00a0: le nouveau est %s, dans %s.", fr.Quote(shorten(name)), folder)
}

const toastName = 44 // characters of a name in a toast

// shorten cuts the middle of a long name: its beginning says what it is, its end what kind of file.
func shorten(name string) string {
	letters := []rune(name)
	if utf8.RuneCountInString(name) <= toastName {
		return name
	}
	return string(letters[:toastName-13]) + "…" + string(letters[len(letters)-12:])
}

func (s *Service) open(path string) {
	task.Run(s.world.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.world.Open(ctx, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.world.Fail(&fr.Told{
				Sentence: fmt.Sprintf("Aucun programme n’a pu ouvrir le document. Il est bien enregistré\u00a0: ouvrez-le depuis le dossier %s.",
					fr.Quote(filepath.Base(filepath.Dir(path)))),
				Err: fmt.Errorf("opening %s: %w", path, err),
			})
		}
	})
}

// folder is where a dialog starts: where the last document went, or a folder of ours among the person's documents.
func (s *Service) folder() string {
	if last := s.world.Folder(); last != "" {
		return last
	}
	return filepath.Join(documents(), "Mercredi")
}
