package papers

import (
	"context"
	"fmt"
	"path/filepath"

	"mercredi/data/fr"
	"mercredi/export"
	"mercredi/export/envelope"
	"mercredi/ui/page"
)

// print sends documents to a printer one after the other, so that each begins on a sheet of its own. Where there is no
// printer they are kept and opened, to be printed from there.
func (s *Service) print(b *bundle) {
	if b.Printer == "" {
		s.keepAway(b)
		return
	}
	over(s, b, func(ctx context.Context) (outcome, error) { return s.printAll(ctx, b) }, func(o outcome, err error) {
		switch {
		case err != nil:
			s.world.Fail(err)
			return
		case len(o.failed) > 0:
			showFailures(s.world.Canvas(), fmt.Sprintf("%s sur %s.", sent(o.kept), fr.Number(len(b.papers))), o, nil)
			return
		}
		s.world.Toast(sent(o.kept)+" à l’imprimante "+b.Printer+".", "", nil)
		if b.Done != nil && o.kept > 0 {
			b.Done()
		}
	})
}

func sent(n int) string { return fr.Count(n, "document est envoyé", "documents sont envoyés") }

func (s *Service) printAll(ctx context.Context, b *bundle) (o outcome, err error) {
	for i, p := range b.papers {
		if b.stopped.Load() || ctx.Err() != nil {
			o.stopped = true
			break
		}
		if !b.Joined {
			b.report(i, len(b.papers))
		}
		if err := s.printOne(ctx, b, p); err != nil {
			if len(b.papers) == 1 {
				return o, err
			}
			o.fail(p.Name, fr.Error(err))
			continue
		}
		o.kept++
	}
	return o, nil
}

func (s *Service) printOne(ctx context.Context, b *bundle, p page.Paper) error {
	pdf, err := made(p.Render)
	if err != nil {
		return err
	}
	j := jobOf(pdf)
	j.Printer, j.Copies = b.Printer, b.Copies
	j.Keep = func() (string, error) {
		folder := s.folder()
		name := free(export.SafeName(p.Name), func(name string) bool { return stands(filepath.Join(folder, name)) })
		return keep(filepath.Join(folder, name), bytesOf(pdf))
	}
	if err := s.world.Device.Print(ctx, j); err != nil {
		return &fr.Told{Sentence: "L’imprimante n’a pas pris le document. Vérifiez qu’elle est allumée, ou ouvrez-le pour l’imprimer.",
			Err: fmt.Errorf("printing %s: %w", p.What, err)}
	}
	return nil
}

// jobOf reads the size of the paper off a document.
func jobOf(pdf []byte) Job {
	const longestOfA4 = 850 // points
	width, height, err := envelope.Size(pdf)
	if err != nil { // locked, or not a paper: the printer knows best
		return Job{PDF: pdf}
	}
	return Job{PDF: pdf, A3: max(width, height) > longestOfA4, Landscape: width > height}
}
