//go:build linux

package ordeal

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"mercredi/data"
	"mercredi/data/registry"
)

// The story is what victims write. Save number k is one transaction, always the same, so that a judge knows every
// record of a folder from the number of its last save, which the only room of the folder tells.
//
// Each save writes a few children; each of them gets a new name, and its only note another text or no note at all.

const children = 24

// touched are the children that save k writes. Save 0 makes them all.
func touched(k int) []int {
	if k == 0 {
		out := make([]int, children)
		for i := range out {
			out[i] = i
		}
		return out
	}
	some := []int{k * 7 % children}
	for i := range k % 4 {
		some = append(some, (k*7+5+i*3)%children)
	}
	return some
}

func lastName(child int) string { return fmt.Sprintf("Child %02d", child) }

func firstName(k int) string { return fmt.Sprintf("Save %d", k) }

// noteOf is what save k writes about a child; "" takes the note away.
func noteOf(k, child int) string {
	dice := rand.New(rand.NewPCG(uint64(k), uint64(child)))
	if dice.IntN(6) == 0 {
		return ""
	}
	word := strconv.FormatUint(dice.Uint64(), 36) + " "
	length := 20 + dice.IntN(600)
	if dice.IntN(8) == 0 {
		length *= 10
	}
	return strings.Repeat(word, length/len(word)+1)
}

// writer is an opened folder with what a save must know of it.
type writer struct {
	*registry.Registry
	counter  data.Room
	children map[string]*data.Child // by last name
	notes    map[data.ID[data.Child]]*data.Note
	visitors map[data.ID[data.Child]]bool
}

// guest is the last name of a child, with one note, who is not of the story.
const guest = "Guest"

func (w *writer) guest() (data.Child, bool) {
	for id := range w.visitors {
		return w.Children.Get(id)
	}
	return data.Child{}, false
}

func newWriter(r *registry.Registry) *writer {
	return &writer{Registry: r, children: map[string]*data.Child{}, notes: map[data.ID[data.Child]]*data.Note{}}
}

// read takes in a folder and answers the number of its last save. An error says which record is not what that save wrote.
func read(r *registry.Registry) (*writer, int, error) {
	w := newWriter(r)
	rooms := r.Rooms.All()
	if len(rooms) != 1 {
		return nil, 0, fmt.Errorf("%d rooms", len(rooms))
	}
	w.counter = rooms[0]
	w.visitors = map[data.ID[data.Child]]bool{}
	for _, c := range r.Children.All() {
		if c.LastName == guest {
			w.visitors[c.ID] = true
			continue
		}
		w.children[c.LastName] = &c
	}
	guests := len(w.visitors)
	for _, n := range r.Notes.All() {
		if !w.visitors[n.ChildID] {
			w.notes[n.ChildID] = &n
		}
	}
	if len(w.children)+guests != r.Children.Len() || len(w.notes)+guests != r.Notes.Len() {
		return nil, 0, fmt.Errorf("a child or a note is there twice")
	}
	k, err := strconv.Atoi(w.counter.Site)
	if err != nil {
		return nil, 0, err
	}
	return w, k, w.compare(k)
}

// compare holds every record against the last save that wrote it, up to save k.
func (w *writer) compare(k int) error {
	if len(w.children) != children {
		return fmt.Errorf("save %d: %d children of %d", k, len(w.children), children)
	}
	left := map[int]bool{}
	for i := range children {
		left[i] = true
	}
	notes := 0
	for save := k; len(left) > 0 && save >= 0; save-- {
		for _, i := range touched(save) {
			if !left[i] {
				continue
			}
			delete(left, i)
			child, text := w.children[lastName(i)], ""
			if child == nil {
				return fmt.Errorf("save %d: child %d is missing", k, i)
			}
			if note := w.notes[child.ID]; note != nil {
				text = note.Text
				notes++
			}
			if child.FirstName != firstName(save) || text != noteOf(save, i) {
				return fmt.Errorf("save %d: child %d is %q with a note of %d bytes, not what save %d wrote", k, i,
					child.FirstName, len(text), save)
			}
		}
	}
	if notes != len(w.notes) {
		return fmt.Errorf("save %d: %d notes of %d belong to a child", k, notes, len(w.notes))
	}
	return nil
}

// begin writes save 0 into an empty folder.
func begin(r *registry.Registry) error {
	w := newWriter(r)
	w.counter.Name = "Counter"
	for i := range children {
		w.children[lastName(i)] = &data.Child{LastName: lastName(i)}
	}
	return w.save(0)
}

// save writes save k. What it remembers is right only if it succeeds.
func (w *writer) save(k int) error {
	w.counter.Site = strconv.Itoa(k)
	return w.Update(func(tx *registry.Tx) error {
		for _, i := range touched(k) {
			if err := w.put(tx, k, i); err != nil {
				return err
			}
		}
		return registry.Put(tx, w.Rooms, &w.counter)
	})
}

func (w *writer) put(tx *registry.Tx, k, i int) error {
	child := w.children[lastName(i)]
	child.FirstName = firstName(k)
	if err := registry.Put(tx, w.Children, child); err != nil {
		return err
	}
	note, text := w.notes[child.ID], noteOf(k, i)
	switch {
	case text == "" && note == nil:
		return nil
	case text == "":
		delete(w.notes, child.ID)
		return registry.Delete(tx, w.Notes, note.ID)
	case note == nil:
		note = &data.Note{ChildID: child.ID, On: day, Title: "Note"}
		w.notes[child.ID] = note
	}
	note.Text = text
	return registry.Put(tx, w.Notes, note)
}
