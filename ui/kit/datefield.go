package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
)

// DateField is a date typed as one likes: 1/3/24, 01032024, « 1 mars », « demain »; or chosen in a month. When what
// is typed is no date the value is empty: an old value never hides behind a wrong text.
type DateField struct {
	TextField
	today data.Date
	value data.Date
	// Explain says something of the date under the field: the weekday, an age. By default the date in full.
	Explain func(data.Date) string
	// Rule answers the sentence that says what is wrong with a date that exists, or "".
	Rule func(data.Date) string
	// OnPick is told the value when it changes; zero when empty or wrong. May be nil.
	OnPick func(data.Date)
}

// NewDateField makes a date field. today completes dates without a year and opens the month.
func NewDateField(label string, today data.Date) *DateField {
	d := &DateField{today: today}
	d.start(label, "")
	d.entry.PlaceHolder = "jj/mm/aaaa"
	d.entry.onFocus = d.focus
	d.entry.OnChanged = d.typed
	d.entry.onEnter = func() {
		d.tidy()
		if d.form != nil {
			d.form.next(d)
		}
	}
	d.entry.onKey = d.key
	open := NewIconButton("calendar", "Choisir dans un calendrier", nil)
	open.Weight, open.Small = Quiet, true
	open.OnTapped = d.open
	d.trail = open
	d.build(d, dress(d.entry))
	return d
}

// Value is the date, zero when the field is empty or what is typed is no date.
func (d *DateField) Value() data.Date { return d.value }

// SetValue fills the field; the zero date empties it.
func (d *DateField) SetValue(v data.Date) {
	d.SetText(fr.DateDigits(v))
	d.value = v
	d.explain()
}

// Check implements Input.
func (d *DateField) Check() bool {
	d.read()
	switch _, err := fr.ParseDate(d.Text(), d.today); {
	case d.Text() == "":
		d.SetErr(d.Needed)
	case err != nil:
		d.SetErr(fr.Error(err))
	case d.Rule != nil:
		d.SetErr(d.Rule(d.value))
	default:
		d.SetErr("")
	}
	return d.err == ""
}

func (d *DateField) typed(string) {
	d.read()
	d.explain()
	d.edited()
}

// read takes the value of the text; a text that is no date empties it.
func (d *DateField) read() {
	v, err := fr.ParseDate(d.Text(), d.today)
	if err != nil {
		v = 0
	}
	if v != d.value {
		d.value = v
		if d.OnPick != nil {
			d.OnPick(v)
		}
	}
}

func (d *DateField) explain() {
	switch {
	case d.value.IsZero():
		d.SetHelp("")
	case d.Explain != nil:
		d.SetHelp(d.Explain(d.value))
	default:
		d.SetHelp(fr.Capital(fr.Date(d.value)))
	}
}

func (d *DateField) focus(on bool) {
	d.setFocus(on)
	if !on && d.Text() != "" {
		d.tidy()
		d.Check()
	}
}

// tidy writes a date that was understood in its usual form.
func (d *DateField) tidy() {
	if !d.value.IsZero() && d.Text() != fr.DateDigits(d.value) {
		v := d.value
		d.SetText(fr.DateDigits(v))
		d.value = v
	}
}

// key: Down opens the month, + and - on the keypad are for numbers, so they stay.
func (d *DateField) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyDown {
		d.open()
		return true
	}
	return false
}

func (d *DateField) open() {
	start := d.value
	if start.IsZero() {
		start = d.today
	}
	showMonth(d, start, func(v data.Date) {
		d.SetValue(v)
		d.edited()
		if d.OnPick != nil {
			d.OnPick(v)
		}
	})
}
