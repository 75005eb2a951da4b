package journal

// Act is what was done. The numbers are kept in files: never given to something else.
type Act uint8

// The acts.
const (
	Unlocked        Act = iota + 1 // the file was opened
	UnlockFailed                   // a password was refused, before this opening
	Locked                         // the file was closed
	Created                        // a record
	Changed                        // a record
	Removed                        // a record
	Viewed                         // the file of a child was opened on screen
	Printed                        // a document
	Exported                       // a list or a document left as a file
	HandedOver                     // the whole file of a child was given to the family
	Erased                         // a child
	Anonymised                     // a child
	SlotAdded                      // a member received a key
	SlotRemoved                    // a member's key was taken away
	AccessChanged                  // what a member may do
	PasswordChanged                // by its owner
	PasswordReset                  // by somebody else
	PaperKeyMade                   // a recovery sheet
	PaperKeyTried                  // a recovery sheet was typed back
	BackedUp                       // in one place
	BackupFailed                   // in one place
	Restored                       // a backup took the place of the file
	Drilled                        // a restore drill
	Compacted                      // the file
	Pruned                         // old entries of this journal
	Repaired                       // an erasure that was cut short was finished
)
