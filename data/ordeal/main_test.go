//go:build linux

package ordeal

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"testing"

	"mercredi/data/registry"
)

var full = flag.Bool("full", false, "run the ordeals at the size of docs/robustesse.md")

func TestMain(m *testing.M) {
	switch text := os.Getenv(role); text {
	case "":
	case judgeRole:
		beJudge()
	case probeRole:
		if err := registry.CheckInChild(os.Stdin, os.Stdout); err != nil {
			panic(err)
		}
		os.Exit(0)
	default:
		runtime.LockOSThread() // strace counts the calls of each thread apart
		beVictim(text)
	}
	flag.Parse()
	os.Exit(m.Run())
}

// size is how many times to do something: a few in every test run, many for the published figures.
func size(few, many int) int {
	if *full {
		return many
	}
	return few
}

// figure prints a line of results, which `make robustness` gathers.
func figure(format string, args ...any) { fmt.Printf("figure: "+format+"\n", args...) }
