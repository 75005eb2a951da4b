package registry

import (
	"cmp"
	"os"
	"slices"
	"time"

	"mercredi/data"
)

// BackupHealth is the state of backups in a word.
type BackupHealth uint8

// The states, the worst first after BackupsFine.
const (
	BackupsFine   BackupHealth = iota
	BackupsNone                // no place was chosen
	BackupsFailed              // the last try failed in a place
	BackupsOld                 // the last verified one is older than a day
	CarrierUnseen              // a carrier of the ring was not seen for too long, or there is none, or no paper key
	DrillDue                   // the restore drill is due
)

// BackupState is what the rail and the page of backups say.
type BackupState struct {
	Health BackupHealth
	// LastAt is the last verified backup anywhere; zero when there is none.
	LastAt time.Time
	Places []PlaceState
	// DrillOn is the last drill, DrillDue whether another one is.
	DrillOn  data.Date
	DrillDue bool
	// PaperKeys is how many paper keys there are.
	PaperKeys int
}

// PlaceState is a place with what stands there now.
type PlaceState struct {
	data.BackupPlace
	Present bool // the folder can be reached
	Files   []BackupFile
	// Unseen is the days since the ring was last copied there, -1 when never; only for carriers.
	Unseen int
}

// BackupState looks at the places. It reads folders: beside the window.
func (r *Registry) BackupState() BackupState {
	s := r.Safety()
	state := r.backupState(s)
	for i := range state.Places {
		p := &state.Places[i]
		info, err := os.Stat(p.Path)
		p.Present = err == nil && info.IsDir()
		if p.Present {
			p.Files, _ = ListBackups(p.Path) // a folder that cannot be listed shows none
		}
	}
	return state
}

// LastBackup is the state of backups from what is kept: no folder is read.
func (r *Registry) LastBackup() BackupState { return r.backupState(r.Safety()) }

func (r *Registry) backupState(s data.Safety) BackupState {
	now := r.world.now()
	state := BackupState{DrillOn: s.DrillOn}
	failed, carriers, unseen := false, 0, false
	for _, p := range s.Places {
		x := PlaceState{BackupPlace: p}
		if p.DoneAt != 0 {
			if at := time.Unix(int64(p.DoneAt), 0); at.After(state.LastAt) {
				state.LastAt = at
			}
		}
		failed = failed || p.FailedAt != 0
		if p.Ring {
			carriers++
			x.Unseen = daysSince(p.RingAt, now)
			unseen = unseen || x.Unseen < 0 || x.Unseen > s.CarrierDays
		}
		state.Places = append(state.Places, x)
	}
	for _, k := range r.Slots() {
		if k.Paper {
			state.PaperKeys++
		}
	}
	state.DrillDue = s.DrillOn.IsZero() || s.DrillOn.DaysUntil(data.DateOf(now)) > s.DrillDays
	switch {
	case len(s.Places) == 0:
		state.Health = BackupsNone
	case failed:
		state.Health = BackupsFailed
	case state.LastAt.IsZero() || now.Sub(state.LastAt) > 36*time.Hour && weekdaysBetween(state.LastAt, now) > 1:
		state.Health = BackupsOld
	case carriers == 0 || unseen || state.PaperKeys == 0:
		state.Health = CarrierUnseen
	case state.DrillDue:
		state.Health = DrillDue
	}
	return state
}

// weekdaysBetween counts the working days after one moment up to another: nobody backs up on a Sunday.
func weekdaysBetween(from, to time.Time) int {
	n := 0
	for day := data.DateOf(from).AddDays(1); day <= data.DateOf(to) && n < 10; day = day.AddDays(1) {
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
}

func daysSince(at data.Instant, now time.Time) int {
	if at == 0 {
		return -1
	}
	return max(0, data.DateOf(time.Unix(int64(at), 0)).DaysUntil(data.DateOf(now)))
}

// newestBackup is the newest backup in any place that can be reached.
func (s BackupState) newestBackup() (BackupFile, error) {
	var all []BackupFile
	for _, p := range s.Places {
		all = append(all, p.Files...)
	}
	if len(all) == 0 {
		return BackupFile{}, ErrNoBackupYet
	}
	return slices.MaxFunc(all, func(a, b BackupFile) int { return cmp.Compare(a.State, b.State) }), nil
}
