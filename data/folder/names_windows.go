package folder

// names is a folder of Windows, which cannot be synced: NTFS keeps the names of files in its journal.
type names struct{}

func openNames(string) (names, error) { return names{}, nil }

func (names) Sync() error { return nil }

func (names) Close() error { return nil }
