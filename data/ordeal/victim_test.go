//go:build linux

package ordeal

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"mercredi/data/fr"
)

// role tells this program, started again, what it is: an order as JSON, or one of these.
const role, judgeRole, probeRole = "MERCREDI_ORDEAL", "judge", "probe"

// order is what a victim has to do.
type order struct {
	Operation string
	Root      string
	From, To  int
}

// ackFile is the socket on which a victim speaks. It speaks with sendmsg, so that a write that fails on purpose is never
// this one.
const ackFile = 3

func ackOf(step int) string { return fmt.Sprintf("ack %d\n", step) }

func readAck(line string) (step int, ok bool) {
	number, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "ack ")
	step, err := strconv.Atoi(number)
	return step, ok && err == nil
}

// failedAsTold is how a victim ends that failed and said so.
const failedAsTold = 3

// beVictim does an order and never comes back.
func beVictim(text string) {
	say := func(line string) {
		if _, err := syscall.SendmsgN(ackFile, []byte(line), nil, nil, 0); err != nil {
			panic(err)
		}
	}
	var o order
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		panic(err)
	}
	operation, err := operationNamed(o.Operation)
	if err != nil {
		panic(err)
	}
	say("ready\n")
	err = under(o.Root, func() error {
		return operation.run(o.From, o.To, func(step int) { say(ackOf(step)) })
	})
	if err != nil {
		var told *refusal
		if !errors.As(err, &told) {
			told = &refusal{err, fr.Error(err)}
		}
		text, err := json.Marshal(failure{told.told, told.err.Error()})
		if err != nil {
			panic(err)
		}
		say("told " + string(text) + "\n")
		os.Exit(failedAsTold)
	}
	os.Exit(0)
}

// victim is a running victim.
type victim struct {
	command *exec.Cmd
	line    *os.File // the other end of the socket
	says    *bufio.Reader
	acked   int // the last step it acknowledged, From-1 at first
	told    failure
}

// failure is how a victim failed; zero when it did not.
type failure struct{ Sentence, Why string }

// start runs an order, behind a command (strace …) if one is given.
func start(t *testing.T, o order, behind ...string) *victim {
	t.Helper()
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := os.NewFile(uintptr(pair[0]), "acks"), os.NewFile(uintptr(pair[1]), "acks")
	words := append(behind, os.Args[0])
	v := &victim{
		command: exec.Command(words[0], words[1:]...), line: ours, says: bufio.NewReader(ours), acked: o.From - 1,
	}
	v.command.Env = append(os.Environ(), role+"="+string(text))
	v.command.ExtraFiles = []*os.File{theirs}
	v.command.Stderr = &strings.Builder{}
	v.command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	err = v.command.Start()
	_ = theirs.Close()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ours.Close() })
	return v
}

// hear waits for the next line. It answers false when the victim says no more.
func (v *victim) hear() (string, bool) {
	line, err := v.says.ReadString('\n')
	if err != nil {
		return line, false
	}
	if step, ok := readAck(line); ok {
		v.acked = step
	}
	if told, ok := strings.CutPrefix(line, "told "); ok {
		_ = json.Unmarshal([]byte(told), &v.told)
	}
	return strings.TrimSpace(line), true
}

// end hears all that the victim still says, and waits until it is gone.
func (v *victim) end() error {
	for {
		if _, more := v.hear(); !more {
			break
		}
	}
	err := v.command.Wait()
	if stderr := v.command.Stderr.(*strings.Builder).String(); stderr != "" {
		err = fmt.Errorf("%w: %s", err, stderr)
	}
	return err
}

// kill is kill -9, for the victim and what it runs behind.
func (v *victim) kill() { _ = syscall.Kill(-v.command.Process.Pid, syscall.SIGKILL) }

// crashed reports whether a victim ended in a panic or worse, not by itself and not by being killed.
func crashed(err error) bool {
	var exit *exec.ExitError
	return err != nil && !(errors.As(err, &exit) && (exit.ExitCode() == failedAsTold || wasKilled(exit)))
}

func wasKilled(exit *exec.ExitError) bool {
	status, ok := exit.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}
