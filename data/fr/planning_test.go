package fr_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"mercredi/data/fr"
	"mercredi/data/planning"
)

// constants are those of a type in the source of data/planning, so that none can be forgotten here.
func constants(t *testing.T, typeName string) (values []string) {
	t.Helper()
	sources, err := filepath.Glob("../planning/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if name, ok := spec.Type.(*ast.Ident); ok && name.Name == typeName {
				value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				values = append(values, value)
			}
			return true
		})
	}
	if len(values) < 3 {
		t.Fatalf("%s: %d constants", typeName, len(values))
	}
	return values
}

var (
	looseMark = regexp.MustCompile(`[^\x{a0}][:;!?»](?:\s|$)|«[^\x{a0}]|  |\.\.|%!|^[a-zàâéèêîôûç]`)
	pieces    = []string{"a", "b", "c"}
)

// wellSaid checks that a sentence is one, printed as French is.
func wellSaid(t *testing.T, code, sentence string) {
	t.Helper()
	if !strings.HasSuffix(sentence, ".") || looseMark.MatchString(sentence) || strings.Contains(sentence, "'") {
		t.Errorf("%s: %q", code, sentence)
	}
}

func TestEveryCodeOfAPlanHasItsSentence(t *testing.T) {
	var n planning.Names
	for _, code := range constants(t, "Code") {
		wellSaid(t, code, fr.PlanViolation(n, planning.Violation{
			Code: planning.Code(code), Groups: pieces, Children: pieces, Room: "r", OtherRoom: "s", Facilitator: "f", Workshop: "w",
			OtherWorkshop: "x", Start: 840, End: 900, Count: 3, Limit: 2,
		}))
	}
	for _, code := range constants(t, "ReasonCode") {
		wellSaid(t, code, fr.PlanReason(n, planning.Reason{Code: planning.ReasonCode(code), About: pieces, Start: 840, Count: 3, Limit: 2, Grade: "CP"}))
	}
	for _, code := range constants(t, "RemedyCode") {
		wellSaid(t, code, fr.PlanRemedy(n, planning.Remedy{Code: planning.RemedyCode(code), Group: "g", Moved: "c", To: "h", Elsewhere: "w", With: pieces, Start: 840, Places: 8}))
	}
	for _, code := range constants(t, "FaultCode") {
		wellSaid(t, code, fr.PlanFault(n, planning.Fault{Code: planning.FaultCode(code), About: []string{"room", "b", "c"}, Start: 840, Count: 3, Limit: 2}))
	}
	g := planning.Group{ID: "g", Workshop: "w", Room: "r", Facilitator: "f", Start: 840, Children: pieces}
	later := planning.Group{ID: "h", Workshop: "w", Room: "s", Facilitator: "f", Start: 900, Children: pieces}
	for _, code := range constants(t, "ChangeCode") {
		c := planning.Change{Code: planning.ChangeCode(code), Workshop: "w", Was: &g, Is: &later, Moves: []planning.Move{{Child: "c", From: "g", To: "h"}}}
		wellSaid(t, code, fr.PlanChange(n, c)+".")
		wellSaid(t, code, fr.PlanChangeWhere(n, c)+".")
	}
	for _, code := range constants(t, "ChangeReasonCode") {
		for _, v := range constants(t, "Code") {
			solved := planning.Violation{Code: planning.Code(v), Groups: pieces, Children: pieces, Room: "r", Facilitator: "f", Workshop: "w", Start: 840, Count: 3, Limit: 2}
			wellSaid(t, code, fr.PlanChangeReason(n, planning.ChangeReason{Code: planning.ChangeReasonCode(code), About: pieces, Count: 3, Solved: &solved}))
		}
	}
	for _, code := range constants(t, "FormatCode") {
		wellSaid(t, code, fr.Error(&planning.FormatError{Code: planning.FormatCode(code), Path: "rooms", Line: 3, Found: "x", Want: planning.WantHour}))
	}
	for _, want := range constants(t, "Want") {
		sentence := fr.Error(&planning.FormatError{Code: planning.WrongType, Path: "rooms", Line: 3, Found: "true", Want: planning.Want(want)})
		if strings.Contains(sentence, "attend ,") {
			t.Errorf("%s: %q", want, sentence)
		}
	}
}

// town are the words of the mockups.
var town = planning.Names{
	Child: func(id string) string {
		return map[string]string{"kenza": "Kenza\u00a0Z.", "ines": "Inès\u00a0A."}[id]
	},
	Group: func(id string) string {
		return map[string]string{"g1": "groupe\u00a01", "g2": "groupe\u00a02", "trio": "trio du matin"}[id]
	},
	Workshop:    func(id string) string { return map[string]string{"art": "art-thérapie", "sophro": "sophrologie"}[id] },
	Room:        func(id string) string { return map[string]string{"grande": "Grande salle", "deux": "Salle\u00a02"}[id] },
	Facilitator: func(id string) string { return "Irène Salvat" },
}

func TestPlansAreSaidAsOnTheMockups(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{fr.PlanReasons(town, []planning.Reason{{Code: planning.GroupFull, About: []string{"g1"}},
			{Code: planning.BusyThen, About: []string{"g2", "trio", "sophro"}, Start: 15*60 + 15}}),
			"Groupe~1 complet. Groupe~2~: déjà en sophrologie à 15~h~15."},
		{fr.PlanReason(town, planning.Reason{Code: planning.FreePlace, About: []string{"g2"}, Start: 15*60 + 15, Count: 1}), "1~place, groupe~2 à 15~h~15."},
		{fr.PlanReason(town, planning.Reason{Code: planning.NotTheAge, Count: 5, Limit: 6}), "Trop jeune~: atelier à partir de 6~ans."},
		{fr.PlanReason(town, planning.Reason{Code: planning.NotTheAge, Count: 17, Limit: 16}), "Âge dépassé~: atelier jusqu’à 16~ans."},
		{fr.PlanReason(town, planning.Reason{Code: planning.RoomBusy, About: []string{"grande", "g1", "art"}, Start: 14 * 60}), "Grande salle prise à 14~h."},
		{fr.PlanReason(town, planning.Reason{Code: planning.ApartFrom, About: []string{"g1", "ines"}}), "Groupe~1~: pas avec Inès~A."},
		{fr.PlanViolation(town, planning.Violation{Code: planning.ChildBusy, Children: []string{"kenza"}, Room: "grande", OtherRoom: "deux", Start: 14 * 60, End: 15 * 60}),
			"Kenza~Z. est à deux endroits de 14~h à 15~h~: Grande salle et Salle~2."},
		{fr.PlanViolation(town, planning.Violation{Code: planning.FacilitatorBusy, Groups: []string{"g1", "trio"}, Workshop: "art", OtherWorkshop: "sophro", Start: 840}),
			"Irène Salvat a deux groupes à 14~h~: groupe~1 d’art-thérapie et trio du matin de sophrologie."},
		{fr.PlanViolation(town, planning.Violation{Code: planning.TooMany, Groups: []string{"g2"}, Workshop: "art", Count: 8, Limit: 7}),
			"Groupe~2 d’art-thérapie~: 8~enfants pour 7~places."},
		{fr.PlanRemedy(town, planning.Remedy{Code: planning.MoveChild, Moved: "ines", To: "g2"}), "Possible en déplaçant Inès~A. au groupe~2."},
		{fr.PlanRemedy(town, planning.Remedy{Code: planning.MoveChild, Moved: "ines", To: "trio"}), "Possible en déplaçant Inès~A. au trio du matin."},
		{fr.PlanRemedy(town, planning.Remedy{Code: planning.MoveSelf, To: "trio", Elsewhere: "sophro"}), "Possible en passant au trio du matin de sophrologie."},
		{fr.PlanChange(town, planning.Change{Code: planning.ChildRetimed, Moves: []planning.Move{{Child: "kenza"}}}), "Kenza~Z. change d’heure"},
		{fr.PlanChange(town, planning.Change{Code: planning.ChildJoins, Is: &planning.Group{ID: "g2"}, Moves: []planning.Move{{Child: "kenza"}}}), "Kenza~Z. rejoint le groupe~2"},
		{fr.PlanChangeWhere(town, planning.Change{Code: planning.ChildRetimed, Is: &planning.Group{ID: "trio", Start: 10*60 + 15}}), "Trio du matin, 10~h~15"},
		{fr.PlanChangeWhere(town, planning.Change{Code: planning.ChildJoins, Workshop: "art", Is: &planning.Group{ID: "g2", Start: 15*60 + 15}}), "Art-thérapie, 15~h~15"},
		{fr.PlanChangeReasons(town, planning.Change{Reasons: []planning.ChangeReason{{Code: planning.Solves, Solved: &planning.Violation{Code: planning.ChildBusy}},
			{Code: planning.SameBoth}}}), "N’est plus à deux endroits à la fois. Même intervenant, même salle."},
		{fr.PlanChangeReasons(town, planning.Change{Reasons: []planning.ChangeReason{{Code: planning.LastPlace}, {Code: planning.HasWaited, Count: 34}}}),
			"Dernière place. Attend depuis 34~jours."},
		{fr.PlanFault(town, planning.Fault{Code: planning.MinAboveMax, About: []string{"art"}, Count: 8, Limit: 7}),
			"Art-thérapie~: le minimum (8) dépasse le maximum (7). Changez l’un des deux."},
		{fr.PlanFault(town, planning.Fault{Code: planning.BadHours, About: []string{"kenza"}}),
			"Des heures de Kenza~Z. finissent avant de commencer. Vérifiez-les."},
	} {
		expect(t, "sentence", c.got, c.want)
	}
}

func TestFileThatIsNoPlanSaysWhereAndWhatToDo(t *testing.T) {
	for text, want := range map[string]string{
		`{"format": "mercredi-planning/1", "rooms": [{"id": "r1", "plases": 3}]}`: "Le champ «~plases~» n’existe pas, dans «~rooms[0].plases~» (ligne 1). Retirez-le, ou corrigez son nom.",
		`{"format": "mercredi-plan/1"`:                                            "Le format «~mercredi-plan/1~» n’est pas celui attendu ici (ligne 1). Choisissez un autre fichier, ou mettez Mercredi à jour.",
		`{"step_minutes": "15"}`:                                                  "Le champ «~step_minutes~» attend un nombre entier, et contient \"15\" (ligne 1). Corrigez-le.",
		"":                                                                        "Le fichier est vide. Faites-le de nouveau.",
	} {
		_, _, err := planning.ReadProblem(strings.NewReader(text))
		expect(t, text, fr.Error(err), want)
	}
}
