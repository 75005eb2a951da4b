package registry

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"mercredi/data/folder"
	"mercredi/data/kv"
)

// attemptsName is the file beside the data that remembers failed attempts: one moment a line, no name. Nothing can be
// written in the sealed journal before the vault is open; the next opening tells it there and removes the file.
// Whoever can remove the file is not slowed down: the cost of the password is what stops them.
const attemptsName = "mercredi.essais"

// Three attempts are free; then each one doubles the wait, up to a minute.
const (
	freeAttempts = 3
	longestWait  = time.Minute
	mostAttempts = 1000
)

// SlowDown says that too many passwords failed: wait before the next one.
type SlowDown struct{ Wait time.Duration }

func (e *SlowDown) Error() string { return fmt.Sprintf("too many attempts: wait %s", e.Wait) }

// attempts are the failed attempts since the last opening, in seconds since 1970.
type attempts struct{ At []int64 }

// wait is how long the next attempt has to wait at a moment.
func (a attempts) wait(now time.Time) time.Duration {
	n := len(a.At)
	if n < freeAttempts {
		return 0
	}
	pause := min(longestWait, time.Second<<min(n-freeAttempts+1, 10))
	since := now.Sub(time.Unix(a.At[n-1], 0))
	if since < 0 {
		return pause // the clock was put back
	}
	return max(0, pause-since)
}

func (p *place) attemptsFile() string { return filepath.Join(p.dir, attemptsName) }

// readAttempts answers a *SlowDown when it is too early for another attempt. A file that cannot be read slows nobody.
func (p *place) readAttempts(now time.Time) (attempts, error) {
	var a attempts
	f, err := os.Open(p.attemptsFile())
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err != nil {
		return a, fmt.Errorf("reading the attempts: %w", kv.Classify(err))
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostAttempts*20))
	if err != nil {
		return a, fmt.Errorf("reading the attempts: %w", err)
	}
	for _, line := range strings.Fields(string(text)) {
		if at, err := strconv.ParseInt(line, 10, 64); err == nil {
			a.At = append(a.At, at)
		}
	}
	if wait := a.wait(now); wait > 0 {
		return a, &SlowDown{wait}
	}
	return a, nil
}

func (p *place) addAttempt(a attempts, now time.Time) error {
	at := append(a.At, now.Unix())
	at = at[max(0, len(at)-mostAttempts):]
	err := folder.WriteFile(p.attemptsFile(), func(w io.Writer) error {
		for _, t := range at {
			if _, err := fmt.Fprintln(w, t); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(kv.Classify(err), kv.ErrReadOnly) {
		return nil // a folder that takes no file: the answer stays "wrong password"
	}
	return kv.Classify(err)
}

func (p *place) forgetAttempts() error {
	if err := os.Remove(p.attemptsFile()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forgetting the attempts: %w", kv.Classify(err))
	}
	return nil
}
