package registry

import (
	"mercredi/data"
	"mercredi/data/calendar"
)

// Settings is a copy of what the team has set. A new file has none: the zero value.
func (r *Registry) Settings() data.Settings {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.settings.copy(r.settingsNow())
}

// SaveSettings keeps the settings of the team; the calendar follows.
func (r *Registry) SaveSettings(s *data.Settings) error {
	return r.Update(func(tx *Tx) error { return PutSettings(tx, s) })
}

// PutSettings is SaveSettings inside a larger change.
func PutSettings(tx *Tx, s *data.Settings) error {
	if err := Put(tx, tx.reg.settings, s); err != nil {
		return err
	}
	tx.apply = append(tx.apply, func() { tx.reg.calendar = calendarOf(tx.reg.settingsNow()) })
	return nil
}

// Calendar is the calendar of the team. It never changes once made; ask again after a change of settings.
func (r *Registry) Calendar() calendar.Calendar {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.calendar
}

// settingsNow is the one settings record, or the zero value. The lock is held.
func (r *Registry) settingsNow() *data.Settings {
	for _, s := range r.settings.rows {
		return s
	}
	return &data.Settings{}
}

// calendarOf builds the calendar. Holidays typed by the team replace those of the table for the school years they touch.
func calendarOf(s *data.Settings) calendar.Calendar {
	typed := map[calendar.SchoolYear][]calendar.Period{}
	for _, p := range s.Holidays {
		y := calendar.SchoolYearOf(p.From)
		typed[y] = append(typed[y], period(p))
	}
	settings := calendar.Settings{Zone: calendar.Zone(s.Zone), Region: calendar.Region(s.Region)}
	for y, holidays := range typed {
		settings.Typed = append(settings.Typed, calendar.TypedYear{Year: y, Holidays: holidays})
	}
	for _, p := range s.Closings {
		settings.Closings = append(settings.Closings, period(p))
	}
	return calendar.New(settings)
}

func period(p data.DayPeriod) calendar.Period { return calendar.Period{From: p.From, To: p.To, Name: p.Name} }
