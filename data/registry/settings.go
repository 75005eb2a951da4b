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
	tx.apply = append(tx.apply, func() { tx.reg.calendar = calendar.Of(tx.reg.settingsNow()) })
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
