package data

// Safety is what the team decided about its backups, and what became of them: one record in the file.
type Safety struct {
	Record[Safety]
	Places []BackupPlace `cbor:"10,keyasint,omitempty"`
	// Daily, Weekly and Monthly are how many backups of each kind are kept in a place.
	Daily   int `cbor:"11,keyasint,omitempty"`
	Weekly  int `cbor:"12,keyasint,omitempty"`
	Monthly int `cbor:"13,keyasint,omitempty"`
	// CarrierDays is after how many days a carrier of the key ring that was not seen is announced; DrillDays the same
	// for the restore drill.
	CarrierDays int `cbor:"14,keyasint,omitempty"`
	DrillDays   int `cbor:"15,keyasint,omitempty"`
	// DrillOn is the day of the last restore drill that went well.
	DrillOn Date `cbor:"16,keyasint,omitempty"`
	// JournalMonths is how long the journal is kept; IdleMinutes after how long without a gesture Mercredi locks itself.
	JournalMonths int `cbor:"17,keyasint,omitempty"`
	IdleMinutes   int `cbor:"18,keyasint,omitempty"`
	// RetentionMonths is how long a child's file is kept after the last contact, before it comes up for review.
	RetentionMonths int `cbor:"19,keyasint,omitempty"`
	// RingOn is the moment of the last change of the key ring that took a child's or a member's key away: a carrier
	// refreshed since no longer has it.
	RingOn Instant `cbor:"20,keyasint,omitempty"`
}

// Instant is a moment in seconds since 1970, UTC; zero is never.
type Instant int64

// BackupPlace is where backups go: a second disk, a USB stick, a folder of the network.
type BackupPlace struct {
	Path  string `cbor:"1,keyasint"`
	Label string `cbor:"2,keyasint,omitempty"` // « Clé USB rouge »
	// Ring says that the key ring goes there too: the place is one of its carriers.
	Ring bool `cbor:"3,keyasint,omitempty"`
	// DoneAt and File are the last backup that was verified there, RingAt the last time the ring was copied.
	DoneAt Instant `cbor:"4,keyasint,omitempty"`
	File   string  `cbor:"5,keyasint,omitempty"`
	RingAt Instant `cbor:"6,keyasint,omitempty"`
	// FailedAt is the last time the place could not be written or verified since DoneAt, zero when all is well.
	FailedAt Instant `cbor:"7,keyasint,omitempty"`
}

// DefaultSafety is what a team starts with: the rotation 7 / 4 / 6, carriers seen every 30 days, a drill every 35, a
// year of journal, locked after 10 minutes, files reviewed two years after the last contact.
func DefaultSafety() Safety {
	return Safety{
		Daily: 7, Weekly: 4, Monthly: 6, CarrierDays: 30, DrillDays: 35,
		JournalMonths: 12, IdleMinutes: 10, RetentionMonths: 24,
	}
}

// maxPath is the longest path of a backup place, in runes.
const maxPath = 1000

// Check verifies the record.
func (s *Safety) Check() error {
	var f faults
	for _, p := range s.Places {
		if p.Path == "" {
			f.add("Places.Path", ErrMissing)
		}
		f.length("Places.Path", p.Path, maxPath)
		f.short("Places.Label", p.Label)
	}
	f.between("Places", len(s.Places), 0, 20)
	f.between("Daily", s.Daily, 1, 60)
	f.between("Weekly", s.Weekly, 0, 60)
	f.between("Monthly", s.Monthly, 0, 60)
	f.between("CarrierDays", s.CarrierDays, 1, 366)
	f.between("DrillDays", s.DrillDays, 1, 366)
	f.between("JournalMonths", s.JournalMonths, 6, 36)
	f.between("IdleMinutes", s.IdleMinutes, 1, 120)
	f.between("RetentionMonths", s.RetentionMonths, 1, 240)
	return f.err()
}
