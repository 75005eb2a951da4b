package kit

import (
	"fmt"
	"strconv"

	"mercredi/data"
	"mercredi/data/fr"
)

// NumberField is a whole number.
type NumberField struct {
	TextField
	low, high int
}

// NewNumberField makes a field for a whole number between low and high; empty counts as 0 when low allows it.
func NewNumberField(label, help string, low, high int) *NumberField {
	n := &NumberField{low: low, high: high}
	n.start(label, help)
	n.entry.onFocus = n.setFocus
	n.entry.OnChanged = n.changed
	n.entry.onEnter = func() {
		if n.form != nil {
			n.form.next(n)
		}
	}
	n.Valid = n.wrong
	n.build(n, dress(n.entry))
	return n
}

// Value is the number, 0 when the field is empty or wrong.
func (n *NumberField) Value() int {
	v, _ := strconv.Atoi(n.Text())
	return v
}

// SetValue fills the field; 0 empties it when 0 means « not said ».
func (n *NumberField) SetValue(v int) {
	if v == 0 && n.low == 0 {
		n.SetText("")
		return
	}
	n.SetText(strconv.Itoa(v))
}

// Check implements Input.
func (n *NumberField) Check() bool {
	if n.Text() == "" && n.low > 0 {
		n.SetErr(n.wrong(""))
		return false
	}
	return n.TextField.Check()
}

func (n *NumberField) wrong(text string) string {
	if v, err := strconv.Atoi(text); err == nil && v >= n.low && v <= n.high {
		return ""
	}
	return fmt.Sprintf("Écrivez un nombre entre %s et %s.", fr.Number(n.low), fr.Number(n.high))
}

// TimeField is an hour of the day typed as one likes: 14h, 14h30, 14:30, 1430.
type TimeField struct {
	TextField
}

// NewTimeField makes a field for an hour.
func NewTimeField(label, help string) *TimeField {
	t := &TimeField{}
	t.start(label, help)
	t.entry.PlaceHolder = "14\u00a0h\u00a030"
	t.entry.onFocus = func(on bool) {
		t.setFocus(on)
		if v := t.Value(); !on && v != 0 {
			t.SetValue(v)
		}
	}
	t.entry.OnChanged = t.changed
	t.entry.onEnter = func() {
		if t.form != nil {
			t.form.next(t)
		}
	}
	t.Valid = func(text string) string {
		if _, err := fr.ParseTime(text); err != nil {
			return fr.Error(err)
		}
		return ""
	}
	t.build(t, dress(t.entry))
	return t
}

// Value is the hour, zero when the field is empty or wrong.
func (t *TimeField) Value() data.TimeOfDay {
	v, err := fr.ParseTime(t.Text())
	if err != nil {
		return 0
	}
	return v
}

// SetValue fills the field; zero empties it.
func (t *TimeField) SetValue(v data.TimeOfDay) {
	if v == 0 {
		t.SetText("")
		return
	}
	t.SetText(fr.Time(v))
}
