package cli

import (
	"fmt"
	"io"
	"path/filepath"

	"mercredi/data/fr"
	"mercredi/export"
)

func (w World) meta() export.Meta { return export.Meta{Date: w.today()} }

// document writes one file, and says its name when it is not the one that was asked for.
func (w World) document(path string, render func(io.Writer) error) error {
	real, err := export.WriteFile(path, render)
	if err != nil {
		return fmt.Errorf("writing a document: %w", &outputError{err})
	}
	if real != path { // open in another program
		fmt.Fprintf(w.Stdout, "  L’ancien document %s est ouvert ailleurs\u00a0: le nouveau est %s.\n",
			fr.Quote(filepath.Base(path)), fr.Quote(filepath.Base(real)))
	}
	return nil
}
