package papers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"

	"mercredi/data/fr"
	"mercredi/export"
	"mercredi/export/envelope"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Printers implements page.Sender.
func (s *Service) Printers(show func([]string)) {
	task.Run(s.world.Tasks, func(ctx context.Context) ([]string, error) {
		return s.world.Device.Printers(ctx), nil
	}, func(names []string, _ error) { show(names) })
}

// Deliver implements page.Sender.
func (s *Service) Deliver(d page.Delivery) {
	if s.asking || len(d.Papers) == 0 {
		return
	}
	s.asking = true
	b := s.newBundle(d)
	chosen := func(then func(string)) func(string) {
		return func(path string) {
			if s.asking = path != ""; s.asking {
				then(path)
			}
		}
	}
	switch {
	case d.Way == page.WayPrint:
		s.print(b)
	case d.Way == page.WayKeep && b.one():
		s.world.Chooser.File(s.folder(), export.SafeName(b.papers[0].Name), chosen(func(path string) { s.keepOne(b, path) }))
	case d.Way == page.WayKeep:
		s.world.Chooser.Folder(s.folder(), chosen(func(place string) { s.keepMany(b, place) }))
	default:
		s.keepAway(b)
	}
}

// keepAway keeps documents where the last ones went, without a question and without replacing one.
func (s *Service) keepAway(b *bundle) {
	folder := s.folder()
	if !b.one() {
		s.keepMany(b, folder)
		return
	}
	name := free(export.SafeName(b.papers[0].Name), func(name string) bool { return stands(filepath.Join(folder, name)) })
	s.keepOne(b, filepath.Join(folder, name))
}

// bundle is a delivery under way.
type bundle struct {
	page.Delivery
	papers  []page.Paper // as they are written: joined, locked
	stopped atomic.Bool  // by the person
	report  task.Progress
}

var errGivenUp = errors.New("stopped by the person")

func (s *Service) newBundle(d page.Delivery) *bundle {
	b := &bundle{Delivery: d, papers: d.Papers, report: func(int, int) {}}
	if d.Joined {
		b.papers = []page.Paper{{Name: export.SafeName(d.Title + ".pdf"), Render: b.join}}
	}
	if d.Password == "" || d.Way == page.WayPrint {
		return b
	}
	locked := make([]page.Paper, len(b.papers))
	for i, p := range b.papers {
		locked[i] = p
		locked[i].Render = func(w io.Writer) error {
			pdf, err := made(p.Render)
			if err != nil {
				return err
			}
			if pdf, err = envelope.Lock(pdf, d.Password, s.world.Random); err != nil {
				return err
			}
			_, err = w.Write(pdf)
			return err
		}
	}
	b.papers = locked
	return b
}

// one reports whether the bundle becomes one file with a name of its own.
func (b *bundle) one() bool { return b.Joined || b.Title == "" }

// join makes the documents one after the other and puts them into one.
func (b *bundle) join(w io.Writer) error {
	defer debug.SetGCPercent(debug.SetGCPercent(batchGCPercent))
	parts := make([][]byte, 0, len(b.Papers))
	for i, p := range b.Papers {
		if b.stopped.Load() {
			return errGivenUp
		}
		b.report(i, len(b.Papers))
		part, err := made(p.Render)
		if err != nil {
			return fmt.Errorf("making %s: %w", p.Name, err)
		}
		parts = append(parts, part)
	}
	b.report(len(b.Papers), len(b.Papers))
	pdf, err := envelope.Join(b.Title, parts)
	if err != nil {
		return err
	}
	_, err = w.Write(pdf)
	return err
}

// bytesOf writes what is already made.
func bytesOf(pdf []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(pdf)
		return err
	}
}

func made(render func(io.Writer) error) ([]byte, error) {
	var out bytes.Buffer
	err := render(&out)
	return out.Bytes(), err
}

// over runs work with its progress in a dialog when there are several documents; done is called on the UI goroutine.
func over[T any](s *Service, b *bundle, work func(context.Context) (T, error), done func(T, error)) {
	if len(b.Papers) == 1 {
		task.Run(s.world.Tasks, work, func(v T, err error) {
			s.asking = false
			done(v, err)
		})
		return
	}
	title := "Enregistrement des documents"
	if b.Way == page.WayPrint {
		title = "Impression des documents"
	}
	sheet := showProgress(s.world.Canvas(), progressOf{title, len(b.Papers)}, func() { b.stopped.Store(true) })
	task.RunWithProgress(s.world.Tasks, func(ctx context.Context, report task.Progress) (T, error) {
		b.report = report
		return work(ctx)
	}, sheet.show, func(v T, err error) {
		s.asking = false
		sheet.close()
		done(v, err)
	})
}

func (s *Service) keepOne(b *bundle, path string) {
	over(s, b, func(context.Context) (string, error) { return keep(path, b.papers[0].Render) }, func(real string, err error) {
		switch {
		case errors.Is(err, errGivenUp):
			s.world.Toast("Arrêté\u00a0: aucun document n’a été enregistré.", "", nil)
			return
		case err != nil:
			s.world.Fail(err)
			return
		}
		s.world.SetFolder(filepath.Dir(real))
		s.onTheWay(b, []string{real}, kept(path, real))
	})
}

func (s *Service) keepMany(b *bundle, place string) {
	files := &batch{place: place, name: b.Title, papers: b.papers, stopped: &b.stopped}
	over(s, b, func(ctx context.Context) (outcome, error) { return files.write(ctx, b.report) }, func(o outcome, err error) {
		if err != nil {
			s.world.Fail(err)
			return
		}
		sentence := o.sentence(len(b.papers))
		if o.kept > 0 {
			s.world.SetFolder(place)
		}
		switch {
		case len(o.failed) > 0:
			showFailures(s.world.Canvas(), sentence, o, func() { s.open(o.folder) })
		case o.kept == 0:
			s.world.Toast(sentence, "", nil)
		default:
			s.onTheWay(b, o.paths, sentence)
		}
	})
}

// onTheWay does what comes after the documents are kept.
func (s *Service) onTheWay(b *bundle, paths []string, sentence string) {
	target := paths[0]
	if !b.one() {
		target = filepath.Dir(target)
	}
	switch b.Way {
	case page.WayMail:
		s.write(b, paths)
	case page.WayShow, page.WayPrint:
		s.open(target)
		if b.Way == page.WayPrint {
			sentence += " Imprimez depuis là."
		}
		s.world.Toast(sentence, "", nil)
	default:
		s.world.Toast(sentence, "Ouvrir", func() { s.open(target) })
	}
	if b.Done != nil {
		b.Done()
	}
}

// write opens the mail program on a letter.
func (s *Service) write(b *bundle, paths []string) {
	letter := Letter{Subject: b.Subject, Body: b.Body, Attached: paths}
	task.Run(s.world.Tasks, func(ctx context.Context) (bool, error) { return s.world.Device.Write(ctx, letter) },
		func(attached bool, err error) {
			const ready = "Le courriel est prêt dans votre messagerie"
			switch {
			case err != nil:
				s.world.Fail(&fr.Told{
					Sentence: fmt.Sprintf("Aucune messagerie ne s’est ouverte. Le document est enregistré dans %s\u00a0: joignez-le vous-même à un courriel.",
						fr.Quote(shorten(filepath.Base(filepath.Dir(paths[0]))))),
					Err: fmt.Errorf("opening the mail program: %w", err),
				})
			case attached:
				s.world.Toast(ready+", avec "+plural(len(paths), "le document", "les documents")+".", "", nil)
			default:
				s.world.Toast(ready+". Glissez-y "+plural(len(paths), "le document", "les documents")+"\u00a0: le dossier est ouvert à côté.", "", nil)
			}
		})
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
