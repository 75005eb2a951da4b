package cli

import (
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// listMembers says who has a key, and what it allows.
func listMembers(w World, l line) error {
	return during(w, l, func(r *registry.Registry) error {
		for _, s := range r.Slots() {
			if !s.Paper {
				fmt.Fprintf(w.Stdout, "%s\u00a0: %s, %s\n", s.Name, strings.ToLower(fr.Access(s.Access)), made(s))
			}
		}
		return nil
	})
}

// made is when a key was made, in words.
func made(s vault.Slot) string { return "depuis le " + fr.DateLong(data.Date(s.Since)) }

// grant is what --role gives.
type grant struct {
	word   string
	access vault.Access
	role   data.Role // of a member who is made with the key
}

var grants = []grant{
	{"coordination", vault.Coordination, data.RoleCoordinator},
	{"referent", vault.KeyWorking, data.RoleKeyWorker},
	{"lecture", vault.ReadOnly, data.RoleOther},
	{"technique", vault.Technical, data.RoleOther},
}

// addMember gives a key to a member of the team, who is made with that name when there is none.
func addMember(w World, l line) error {
	name, err := l.need("nom")
	if err != nil {
		return err
	}
	word, err := l.need("role")
	if err != nil {
		return err
	}
	as := slices.IndexFunc(grants, func(g grant) bool { return g.word == fold.Text(word) })
	if as < 0 {
		return usage("«\u00a0--role\u00a0» attend coordination, referent, lecture ou technique.")
	}
	return during(w, l, func(r *registry.Registry) error {
		phrase, err := newSecret(w, l)
		if err != nil {
			return err
		}
		member, err := give(r, name, grants[as], phrase)
		if err != nil {
			return err
		}
		fmt.Fprintf(w.Stdout, "%s a maintenant une clé\u00a0: %s.\n", member.FullName(), strings.ToLower(fr.Access(grants[as].access)))
		return nil
	})
}

// give gives a key to the member of a name. A member who was made for it does not stay without one.
func give(r *registry.Registry, name string, g grant, phrase string) (data.Member, error) {
	member := memberNamed(r, name)
	fresh := member.ID.IsZero()
	if fresh {
		member.Role = g.role
		if err := r.Members.Save(&member); err != nil {
			return member, err
		}
	}
	err := r.AddSlot(member.ID, g.access, phrase)
	if err != nil && fresh {
		_, _ = r.Members.Remove(member.ID) // the failure to report is the one above
	}
	return member, err
}

// memberNamed finds a member of the team, or makes one out of a first name and what follows it.
func memberNamed(r *registry.Registry, name string) data.Member {
	for _, m := range r.Members.All() {
		if fold.Text(m.FullName()) == fold.Text(name) {
			return m
		}
	}
	first, last, _ := strings.Cut(fr.Typed(name), " ")
	return data.Member{FirstName: first, LastName: fr.Typed(last)}
}

// removeMember takes a key away.
func removeMember(w World, l line) error {
	name, err := l.need("nom")
	if err != nil {
		return err
	}
	return during(w, l, func(r *registry.Registry) error {
		slot, err := registry.SlotNamed(r.Slots(), name)
		if err != nil {
			return &refusal{noSuchMember(r.Slots()), ExitUsage, err}
		}
		if err := r.RemoveSlot(slot.ID); err != nil {
			return err
		}
		fmt.Fprintf(w.Stdout, "%s n’a plus de clé. Ce qui a été copié avant reste lisible avec son ancien mot de passe.\n", slot.Name)
		return nil
	})
}

// changePassword changes the password of whoever opens the folder, or replaces that of somebody else.
func changePassword(w World, l line) error {
	r, key, err := openWithKey(w, l)
	if err != nil {
		return err
	}
	if err := givePassword(w, l, r, key); err != nil {
		return closing(r, err)
	}
	return r.Close()
}

func givePassword(w World, l line, r *registry.Registry, key registry.Key) error {
	whose := r.Keyholder().Slot
	if name := l.values["nom"]; name != "" {
		slot, err := registry.SlotNamed(r.Slots(), name)
		if err != nil {
			return &refusal{noSuchMember(r.Slots()), ExitUsage, err}
		}
		whose = slot.ID
	} else if r.Keyholder().Paper {
		return usage("Une clé de secours n’a pas de mot de passe. Dites de qui avec «\u00a0--nom\u00a0».")
	}
	phrase, err := newSecret(w, l)
	if err != nil {
		return err
	}
	if whose == r.Keyholder().Slot {
		if err := r.ChangePassword(key.Password, phrase); err != nil {
			return err
		}
		fmt.Fprintln(w.Stdout, "Votre mot de passe est changé. Une copie faite avant s’ouvre encore avec l’ancien.")
		return nil
	}
	if err := r.ResetPassword(whose, phrase); err != nil {
		return err
	}
	fmt.Fprintln(w.Stdout, "Le mot de passe est remplacé. Les notes privées écrites avec l’ancien ne s’ouvrent plus.")
	return nil
}
