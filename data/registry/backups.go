package registry

import (
	"errors"
	"time"

	"mercredi/data"
)

// The errors of backups.
var (
	ErrNotABackup   = errors.New("not a backup of Mercredi")
	ErrOtherTeam    = errors.New("backup or key ring of another team")
	ErrSameFolder   = errors.New("backup place is the team's own folder")
	ErrNoBackupYet  = errors.New("no backup yet")
	ErrDrillCounts  = errors.New("backup holds other counts than it should")
	ErrPlaceMissing = errors.New("backup place is not there")
)

// Safety is a copy of what the team decided about its backups, with what became of them.
func (r *Registry) Safety() data.Safety { panic("to come") }

// SaveSafety keeps it.
func (r *Registry) SaveSafety(s *data.Safety) error { panic("to come") }

// BackupFile is one backup in a place.
type BackupFile struct {
	Path  string
	At    time.Time
	State uint64 // number of the file's last change at that time
	Bytes int64
}

// BackupOutcome is what became of one place.
type BackupOutcome struct {
	Place   data.BackupPlace // as it is now
	File    BackupFile
	Removed int   // older backups taken out by the rotation
	Err     error // nil when the backup was written, read again and verified
}

// BackUp writes a verified backup in every place, and the key ring on its carriers. The outcomes come in the order of
// the places; the error is for what concerns them all. hear may be nil.
func (r *Registry) BackUp(hear func(done, of int)) ([]BackupOutcome, error) { panic("to come") }

// BackUpTo writes one verified backup in a folder that is not a place.
func (r *Registry) BackUpTo(dir string) (BackupFile, error) { panic("to come") }

// BackupHealth is the state of backups in a word.
type BackupHealth uint8

// The states, the worst last.
const (
	BackupsFine   BackupHealth = iota
	BackupsNone                // no place was chosen
	BackupsOld                 // the last verified one is older than a day
	BackupsFailed              // the last try failed in a place
	CarrierUnseen              // a carrier of the ring was not seen for too long, or no paper key was made
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
func (r *Registry) BackupState() BackupState { panic("to come") }

// LastBackup is the last verified backup anywhere, from what is kept: no folder is read.
func (r *Registry) LastBackup() time.Time { panic("to come") }

// ListBackups are the backups in a folder, newest first.
func ListBackups(dir string) ([]BackupFile, error) { panic("to come") }

// RestorePlan says what to restore and where.
type RestorePlan struct {
	Backup string // the file
	Ring   string // the key ring to open it with; "" for the one of the folder
	Dir    string // the team's folder, closed
	Key    Key
}

// RestorePreview is what a backup holds.
type RestorePreview struct {
	File     BackupFile
	Verified bool
	Counts   []Count
	Children int
	// Erased is how many children of the backup were erased since: they do not come back.
	Erased int
	// Lost is how many changes of the present file the restore would take back; -1 when there is no present file.
	Lost int64
}

// PreviewRestore opens a backup and reads all of it, changing nothing.
func PreviewRestore(p RestorePlan, world World) (RestorePreview, error) { panic("to come") }

// Restore puts a backup in the place of the team's file: into a new file, verified, then swapped. The file that was
// there is kept beside, under the name that is answered ("" when there was none).
func Restore(p RestorePlan, world World) (kept string, err error) { panic("to come") }

// DrillOutcome is what a restore drill found.
type DrillOutcome struct {
	File    BackupFile
	Records int
}

// Drill opens the newest backup with a paper key, as on a new PC, and compares what it holds with its head.
func (r *Registry) Drill(paperCode string) (DrillOutcome, error) { panic("to come") }

// Compact closes, compacts and opens the file again; freed pages do not stay on the disk.
func (r *Registry) Compact() (before, after int64, err error) { panic("to come") }

// Recover closes the file and opens it again with the keys at hand, after a write that failed.
func (r *Registry) Recover() error { panic("to come") }
