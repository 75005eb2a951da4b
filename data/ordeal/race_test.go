//go:build linux

package ordeal

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// holding opens a folder at the word go, and keeps it until it is killed.
var holding = operation{
	name: "hold",
	run: func(from, _ int, ack func(int)) error {
		if _, err := syscall.Read(ackFile, make([]byte, 1)); err != nil {
			return err
		}
		if _, err := open(); err != nil {
			return err
		}
		ack(from)
		time.Sleep(time.Minute)
		return nil
	},
}

// TestOfTwoProgramsStartedTogetherOneHoldsTheFolder lets two programs open the same folder at the same moment.
func TestOfTwoProgramsStartedTogetherOneHoldsTheFolder(t *testing.T) {
	root, races := t.TempDir(), size(6, 100)
	if err := under(root, create); err != nil {
		t.Fatal(err)
	}
	for range races {
		lines, heard := make(chan string), []string{}
		pair := []*victim{start(t, order{holding.name, root, 1, 1}), start(t, order{holding.name, root, 1, 1})}
		for _, v := range pair {
			v.hear() // it is ready, and waits
		}
		for _, v := range pair {
			if _, err := v.line.Write([]byte{'!'}); err != nil {
				t.Fatal(err)
			}
			go func() {
				line, _ := v.hear()
				lines <- line
			}()
		}
		late := time.NewTimer(time.Second)
		for range pair {
			select {
			case line := <-lines:
				heard = append(heard, line)
			case <-late.C:
				t.Fatalf("a second later only %q was told", heard)
			}
		}
		for _, v := range pair {
			v.kill()
			_ = v.end()
		}
		told := heard[0] + heard[1]
		if strings.Count(told, "ack 1") != 1 || strings.Count(told, "\"Sentence\":\"Le fichier est déjà ouvert") != 1 {
			t.Fatalf("heard %q", heard)
		}
	}
	figure("two programs started together: %d races, each with one holder, the other told within 1 s", races)
}
