package cli

import (
	"fmt"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// openFolder opens the folder named by --dossier, with what the options bring.
func openFolder(w World, l line) (*registry.Registry, error) {
	r, _, err := openWithKey(w, l)
	return r, err
}

// openWithKey is openFolder that also answers what opened it.
func openWithKey(w World, l line) (*registry.Registry, registry.Key, error) {
	dir, err := l.need("dossier")
	if err != nil {
		return nil, registry.Key{}, err
	}
	if err := registry.FolderExists(dir); err != nil {
		return nil, registry.Key{}, err // before a password is asked in vain
	}
	slots, err := registry.Threshold(dir)
	if err != nil {
		return nil, registry.Key{}, err
	}
	key, err := keyOf(w, l, slots)
	if err != nil {
		return nil, registry.Key{}, err
	}
	r, err := registry.OpenFolder(dir, key, w.registryWorld())
	return r, key, err
}

// keyOf is what the options bring to open one of the slots: a paper key, or the password of a member.
func keyOf(w World, l line, slots []vault.Slot) (registry.Key, error) {
	if _, paper := l.values["cle-papier-fichier"]; paper {
		for _, other := range []string{"membre", "phrase-fichier"} {
			if _, both := l.values[other]; both {
				return registry.Key{}, usage("Choisissez «\u00a0--cle-papier-fichier\u00a0» ou «\u00a0--%s\u00a0», pas les deux.", other)
			}
		}
		code, err := secret(w, l, "cle-papier-fichier", "Clé de secours")
		return registry.Key{Paper: code}, err
	}
	slot, err := registry.SlotNamed(slots, l.values["membre"])
	if err != nil {
		return registry.Key{}, &refusal{noSuchMember(slots), ExitPassword, err}
	}
	phrase, err := secret(w, l, "phrase-fichier", "Mot de passe "+fr.De(slot.Name))
	return registry.Key{Slot: slot.ID, Password: phrase}, err
}

// noSuchMember says who has a key: the ring tells it to anybody.
func noSuchMember(slots []vault.Slot) string {
	text := fr.Error(registry.ErrNoSuchMember) + "\nOnt une clé\u00a0:"
	for _, s := range slots {
		if !s.Paper {
			text += fmt.Sprintf("\n  %s (%s)", s.Name, fr.Access(s.Access))
		}
	}
	return text
}

// closing closes a file after an error, without hiding the error.
func closing(r *registry.Registry, err error) error {
	_ = r.Close()
	return err
}

// during opens the folder, does something in it, and closes it.
func during(w World, l line, do func(*registry.Registry) error) error {
	r, err := openFolder(w, l)
	if err != nil {
		return err
	}
	if err := do(r); err != nil {
		return closing(r, err)
	}
	return r.Close()
}
