package cli

import "fmt"

func help(w World, _ line) error {
	fmt.Fprintln(w.Stdout, "Mercredi, pour les équipes de réussite éducative.")
	fmt.Fprintln(w.Stdout, "\nSans commande, la fenêtre s’ouvre\u00a0: mercredi [--dossier D]")
	for _, group := range groups {
		fmt.Fprintf(w.Stdout, "\n%s\n", group)
		for _, c := range commands() {
			if c.group != group {
				continue
			}
			line := "  mercredi " + c.name
			if c.usage != "" {
				line += " " + c.usage
			}
			fmt.Fprintf(w.Stdout, "%s\n      %s\n", line, c.summary)
		}
	}
	fmt.Fprint(w.Stdout, helpEnd)
	return nil
}

const helpEnd = `
Ouvrir un dossier
  --membre NOM                  dont la clé ouvre le dossier (sans elle, la première coordination)
  --phrase-fichier F            son mot de passe est dans le fichier F (sans elle, il est demandé au clavier)
  --cle-papier-fichier F        la clé de secours du fichier F ouvre le dossier, sans mot de passe
  --nouvelle-phrase-fichier F   le mot de passe à donner est dans le fichier F
  F vaut « - » pour l’entrée standard. Un mot de passe ne s’écrit jamais sur la ligne de commande.
  REF est la référence d’un enfant, telle que le journal la donne.

Codes de sortie
  0  fait
  1  problème
  2  commande mal écrite, ou nom inconnu du dossier
  3  mot de passe ou clé de secours manquants ou refusés
  4  dossier absent, occupé ou abîmé, trousseau, sauvegarde, problème ou plan inutilisables
  5  écriture impossible (droits, place, disque débranché), ou sauvegarde manquée quelque part
  6  le dossier s’ouvre, mais quelque chose n’y tient pas ensemble (liens entre fiches, journal)
`
