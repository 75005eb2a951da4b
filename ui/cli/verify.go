package cli

import (
	"fmt"

	"mercredi/data/fr"
	"mercredi/data/registry"
)

// verify opens a folder, reads everything, and says what it holds.
func verify(w World, l line) error {
	r, err := openFolder(w, l)
	if err != nil {
		return err
	}
	counts := r.Counts()
	if err := r.Close(); err != nil {
		return err
	}
	total := 0
	for _, c := range counts {
		total += c.Records
	}
	fmt.Fprintf(w.Stdout, "Tout est en ordre\u00a0: %s.\n", fr.Count(total, "enregistrement lu et déchiffré", "enregistrements lus et déchiffrés"))
	return nil
}

// openFolder opens the folder named by --dossier.
func openFolder(w World, l line) (*registry.Registry, error) {
	dir, err := l.need("dossier")
	if err != nil {
		return nil, err
	}
	if err := registry.FolderExists(dir); err != nil {
		return nil, err // before a password is asked in vain
	}
	phrase, err := password(w, l)
	if err != nil {
		return nil, err
	}
	return registry.OpenFolder(dir, registry.Key{Password: phrase}, w.registryWorld())
}

// registryWorld is what the registry needs from outside.
func (w World) registryWorld() registry.World {
	return registry.World{Today: w.today, Random: w.Random, Since: w.since(), Cost: w.Cost, Now: w.Now}
}
