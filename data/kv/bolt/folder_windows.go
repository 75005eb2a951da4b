package bolt

// syncFolder has nothing to do: Windows cannot sync a folder, NTFS keeps names in its journal.
func syncFolder(string) error { return nil }
