//go:build linux

package ordeal

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// question asks a judge where a folder stands.
type question struct {
	Operation string
	Root      string
	Acked     int
	// GoOn has the judge do the next step, as people do after a power cut.
	GoOn bool
	// Probe has the file checked in yet another process, as the program does.
	Probe bool
}

// verdict is the answer.
type verdict struct {
	Seen    string // where the folder stands, whole
	Torn    string // what is wrong in it, although it opened
	Refused string // why it did not open
	Told    string // what people read then
	Crashed string // the judge died, and this was its last word
}

// beJudge answers the questions on its standard input, a line each, until there are no more.
func beJudge() {
	questions := bufio.NewScanner(os.Stdin)
	questions.Buffer(nil, 1<<20)
	for questions.Scan() {
		var q question
		if err := json.Unmarshal(questions.Bytes(), &q); err != nil {
			panic(err)
		}
		answer, err := json.Marshal(q.answer())
		if err != nil {
			panic(err)
		}
		fmt.Println(string(answer))
	}
	os.Exit(0)
}

func (q question) answer() verdict {
	o, err := operationNamed(q.Operation)
	if err != nil {
		panic(err)
	}
	probing = q.Probe
	var seen string
	err = under(q.Root, func() error {
		var err error
		if seen, err = o.read(q.Acked); err != nil || !q.GoOn {
			return err
		}
		if step, ok := o.standsAt(seen, q.Acked); ok {
			if err := o.run(step+1, step+1, func(int) {}); err != nil {
				return fmt.Errorf("the next step: %v", err)
			}
		}
		return nil
	})
	var no *refusal
	switch {
	case err == nil:
		return verdict{Seen: seen}
	case errors.As(err, &no):
		return verdict{Refused: no.err.Error(), Told: no.told}
	}
	return verdict{Torn: fmt.Sprintf("%s: %v", seen, err)}
}

// judge is a program that opens folders in the place of the test, which a damaged file may bring down.
type judge struct {
	t       *testing.T
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	crashes int
}

// patience is how long a judge may take over one folder.
const patience = 30 * time.Second

func newJudge(t *testing.T) *judge {
	j := &judge{t: t}
	t.Cleanup(j.dismiss)
	return j
}

func (j *judge) dismiss() {
	if j.command != nil {
		_ = j.in.Close()
		_ = j.command.Wait()
		j.command = nil
	}
}

func (j *judge) appoint() error {
	j.command = exec.Command(os.Args[0])
	j.command.Env = append(os.Environ(), role+"="+judgeRole)
	j.command.Stderr = &strings.Builder{}
	in, err := j.command.StdinPipe()
	if err != nil {
		return err
	}
	out, err := j.command.StdoutPipe()
	if err != nil {
		return err
	}
	j.in, j.out = in, bufio.NewReader(out)
	return j.command.Start()
}

// ask has a folder judged. A judge who dies or never answers is a verdict too.
func (j *judge) ask(q question) verdict {
	if j.command == nil {
		if err := j.appoint(); err != nil {
			j.t.Error(err)
			return verdict{Crashed: err.Error()}
		}
	}
	text, err := json.Marshal(q)
	if err == nil {
		_, err = j.in.Write(append(text, '\n'))
	}
	late := time.AfterFunc(patience, func() { _ = j.command.Process.Signal(syscall.SIGQUIT) }) // it dies and says where it was
	line, readErr := j.out.ReadString('\n')
	late.Stop()
	var v verdict
	if err = errors.Join(err, readErr); err == nil {
		if err = json.Unmarshal([]byte(line), &v); err == nil {
			return v
		}
	}
	j.crashes++
	stderr := j.command.Stderr.(*strings.Builder)
	_ = j.in.Close()
	gone := j.command.Wait()
	j.command = nil
	return verdict{Crashed: fmt.Sprintf("%v, %v: %.3000s", err, gone, stderr)}
}

// lost says what is wrong with a verdict after a step was acknowledged; "" when the folder stands at that step or at the
// next, whole.
func (v verdict) lost(o operation, acked int) string {
	switch {
	case v.Crashed != "":
		return "crashed: " + v.Crashed
	case v.Refused != "":
		return "refused: " + v.Refused
	case v.Torn != "":
		return "torn: " + v.Torn
	}
	if _, ok := o.standsAt(v.Seen, acked); !ok {
		return fmt.Sprintf("lost: stands at %s, step %d was acknowledged", v.Seen, acked)
	}
	return ""
}
