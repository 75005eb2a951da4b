package main_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The walls of the house, described in ARCHITECTURE.md. Each is a rule over the source that fails when it is
// crossed. A wall has doors: the places where the thing is allowed, each with its reason. To open another, add a
// line here and say why; do not weaken the rule.

type door struct{ path, reason string }

type wall struct {
	name     string
	doors    []door
	tests    bool // whether test files stand behind the wall too
	breaches func(*source) []breach
}

var walls = []wall{
	{"imports follow the direction", nil, true, importBreaches},
	{"the domain uses the standard library only", nil, false, domainImports},
	{"time comes in as an argument", []door{
		{"main.go", "the real clock enters the program here"},
	}, true, clockReads},
	{"goroutines start in one room", []door{
		{"ui/task/", "the room that runs, reports, cancels and settles"},
	}, false, goroutines},
	{"French is written where people read it", []door{
		{"main.go", "the last words when nothing else can speak"},
		{"data/fr/", "the French of the domain"},
		{"data/sample/", "the invented town"},
		{"data/calendar/", "names of holidays"},
		{"export/", "papers"},
		{"ui/", "screens and commands"},
		{"assets/", "embedded texts"},
	}, false, frenchStrings},
	{"colours and text sizes come from the theme", []door{
		{"ui/look/", "the theme"},
		{"ui/kit/", "widgets draw with the theme's scale"},
		{"export/pdf/", "the palette of papers"},
	}, false, looseLooks},
	{"files and functions stay short", nil, true, longThings},
	{"interfaces and parameter lists stay small", nil, false, wideThings},
	{"names say what things are", nil, false, vagueNames},
	{"nothing is left for later or skipped", nil, true, leftovers},
}

// importWall says that the packages under from never see those under never, save those under but.
type importWall struct {
	from, never, but []string
	testsMay         []string
	why              string
}

var importWalls = []importWall{
	{from: []string{"data"}, never: []string{"mercredi/ui", "mercredi/export", "fyne.io"}, why: "the domain knows neither screens nor papers"},
	{from: []string{"export"}, never: []string{"mercredi/ui", "fyne.io"}, why: "papers know no screen"},
	{from: []string{"ui", "export"}, never: []string{"mercredi/data/kv", "go.etcd.io"}, testsMay: []string{"mercredi/data/kv/mem"}, why: "screens and papers go through the registry"},
	{from: []string{"ui/cli"}, never: []string{"fyne.io", "mercredi/ui"}, but: []string{"mercredi/ui/cli", "mercredi/ui/task"}, why: "commands run without a display"},
	{from: []string{"ui/kit", "ui/look", "ui/task"}, never: []string{"mercredi/data/registry", "mercredi/export"}, why: "the kit knows no domain"},
	{from: []string{"data/kv"}, never: []string{"mercredi/data/vault", "mercredi/data/registry"}, why: "registry → vault → kv, never back"},
	{from: []string{"data/vault"}, never: []string{"mercredi/data/registry"}, why: "registry → vault → kv, never back"},
	{from: []string{"export/pdf"}, never: []string{"mercredi/data/registry"}, why: "the typesetter knows no child"},
	{from: []string{"assets"}, never: []string{"mercredi"}, why: "assets are embedded files, nothing else"},
}

// onlyIn names the one room that wraps a dependency.
var onlyIn = map[string]string{
	"go.etcd.io/bbolt":            "data/kv/bolt",
	"codeberg.org/go-pdf/fpdf":    "export/pdf",
	"github.com/piglig/go-qr":     "export/pdf",
	"github.com/emersion/go-ical": "export/ics",
	"github.com/xuri/excelize":    "export/sheet",
}

const (
	maxFileLines     = 500
	maxFunctionLines = 70
	maxMethods       = 5
	maxParameters    = 4
)

func TestNoWallOfTheHouseIsCrossed(t *testing.T) {
	house := readHouse(t)
	for _, w := range walls {
		t.Run(w.name, func(t *testing.T) {
			for _, s := range house {
				for _, b := range w.check(s) {
					t.Errorf("%s:%d: %s", s.path, s.line(b.pos), b.what)
				}
			}
		})
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	said := map[string]bool{}
	for _, s := range readHouse(t) {
		if !s.test {
			said[s.dir] = said[s.dir] || s.file.Doc != nil
		}
	}
	for dir, ok := range said {
		if !ok {
			t.Errorf("%s: no file has a package comment", dir)
		}
	}
}

func TestTheTopOfTheHouseHasFourRooms(t *testing.T) {
	rooms := []string{"ui", "data", "export", "assets", "docs", "bin", "build"}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !slices.Contains(rooms, e.Name()) {
			t.Errorf("%s/: a new room at the top; the rooms are %v", e.Name(), rooms)
		}
	}
	for _, s := range readHouse(t) {
		if s.dir == "." && s.path != "main.go" && !s.test {
			t.Errorf("%s: code at the top belongs in a room; only main.go stands there", s.path)
		}
		if base := path.Base(s.dir); slices.Contains([]string{"pkg", "internal", "cmd", "util", "utils", "common", "helpers", "misc"}, base) {
			t.Errorf("%s: a package named %s says nothing about what it holds", s.path, base)
		}
	}
}

var machinePath = regexp.MustCompile(`(^|[\s"'=(:` + "`" + `])/(work|home|root|Users|tmp)/`)

func TestNoTextNamesAPlaceOfSomebodysMachine(t *testing.T) {
	for _, name := range readable(t, ".go", ".md", ".sh", ".toml", ".txt", "Makefile", ".ci/run") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if machinePath.MatchString(line) {
				t.Errorf("%s:%d: an absolute path of one machine: %s", name, i+1, strings.TrimSpace(line))
			}
		}
	}
}

// TestEveryWallNoticesItsBreach builds a small breach for each wall, so that none can go blind unnoticed.
func TestEveryWallNoticesItsBreach(t *testing.T) {
	long := "package p\nfunc f() {\n" + strings.Repeat("\tprintln()\n", maxFunctionLines+1) + "}\n"
	breaches := []struct{ wall, path, text string }{
		{"imports follow the direction", "data/stats/a.go", "package p\nimport _ \"mercredi/ui/kit\"\n"},
		{"imports follow the direction", "export/a.go", "package p\nimport _ \"fyne.io/fyne/v2\"\n"},
		{"imports follow the direction", "ui/home/a.go", "package p\nimport _ \"mercredi/data/kv/bolt\"\n"},
		{"imports follow the direction", "ui/home/a_test.go", "package p\nimport _ \"mercredi/data/kv/bolt\"\n"},
		{"imports follow the direction", "ui/cli/a.go", "package p\nimport _ \"mercredi/ui/home\"\n"},
		{"imports follow the direction", "data/vault/a.go", "package p\nimport _ \"mercredi/data/registry\"\n"},
		{"imports follow the direction", "main.go", "package p\nimport _ \"go.etcd.io/bbolt\"\n"},
		{"imports follow the direction", "export/a.go", "package p\nimport _ \"codeberg.org/go-pdf/fpdf\"\n"},
		{"the domain uses the standard library only", "data/a.go", "package p\nimport _ \"golang.org/x/text/unicode/norm\"\n"},
		{"time comes in as an argument", "ui/task/a.go", "package p\nimport \"time\"\nvar x = time.Now()\n"},
		{"time comes in as an argument", "data/a_test.go", "package p\nimport \"time\"\nvar x = time.Since\n"},
		{"goroutines start in one room", "ui/home/a.go", "package p\nfunc f() { go f() }\n"},
		{"goroutines start in one room", "ui/home/a.go", "package p\nimport \"time\"\nvar x = time.AfterFunc(0, nil)\n"},
		{"goroutines start in one room", "ui/home/a.go", "package p\nimport \"sync\"\nfunc f() { var w sync.WaitGroup; w.Go(f) }\n"},
		{"French is written where people read it", "data/registry/a.go", "package p\nvar x = \"école\"\n"},
		{"colours and text sizes come from the theme", "ui/home/a.go", "package p\nimport \"image/color\"\nvar x = color.NRGBA{}\n"},
		{"colours and text sizes come from the theme", "ui/home/a.go", "package p\nfunc f(t *text) { t.TextSize = 12 }\n"},
		{"files and functions stay short", "ui/a.go", "package p\n" + strings.Repeat("\n", maxFileLines)},
		{"files and functions stay short", "ui/a.go", long},
		{"files and functions stay short", "ui/a_test.go", long},
		{"interfaces and parameter lists stay small", "ui/a.go", "package p\ntype T interface { A(); B(); C(); D(); E(); F() }\n"},
		{"interfaces and parameter lists stay small", "ui/a.go", "package p\nfunc f(a, b, c int, d, e string) {}\n"},
		{"names say what things are", "ui/a.go", "package p\ntype ChildManager struct{}\n"},
		{"names say what things are", "ui/a.go", "package p\nfunc GetChild() {}\n"},
		{"nothing is left for later or skipped", "ui/a.go", "package p\n// TO" + "DO: finish\n"},
		{"nothing is left for later or skipped", "ui/a_test.go", "package p\nimport \"testing\"\nfunc TestX(t *testing.T) { t.Skip() }\n"},
	}
	for _, b := range breaches {
		i := slices.IndexFunc(walls, func(w wall) bool { return w.name == b.wall })
		if i < 0 {
			t.Fatalf("no wall is named %q", b.wall)
		}
		s, err := parse(b.path, []byte(b.text))
		if err != nil {
			t.Fatal(err)
		}
		if len(walls[i].check(s)) == 0 {
			t.Errorf("%q did not notice, in %s:\n%.120s", b.wall, b.path, b.text)
		}
	}
}

// --- the rules ---

type breach struct {
	pos  token.Pos
	what string
}

func (w wall) check(s *source) []breach {
	behindADoor := slices.ContainsFunc(w.doors, func(d door) bool { return strings.HasPrefix(s.path, d.path) })
	if behindADoor || s.test && !w.tests {
		return nil
	}
	return w.breaches(s)
}

func importBreaches(s *source) (found []breach) {
	for _, i := range s.file.Imports {
		imported, _ := strconv.Unquote(i.Path.Value)
		for _, w := range importWalls {
			but := w.but
			if s.test {
				but = append(slices.Clone(but), w.testsMay...)
			}
			if under(s.dir, w.from...) && under(imported, w.never...) && !under(imported, but...) {
				found = append(found, breach{i.Pos(), fmt.Sprintf("%s imports %s: %s", s.dir, imported, w.why)})
			}
		}
		for dependency, room := range onlyIn {
			if under(imported, dependency) && !under(s.dir, room) {
				found = append(found, breach{i.Pos(), fmt.Sprintf("%s is wrapped by %s; import that instead", dependency, room)})
			}
		}
	}
	return found
}

func domainImports(s *source) (found []breach) {
	for _, i := range s.file.Imports {
		imported, _ := strconv.Unquote(i.Path.Value)
		first, _, _ := strings.Cut(imported, "/")
		if s.dir == "data" && (first == "mercredi" || strings.Contains(first, ".")) {
			found = append(found, breach{i.Pos(), "data imports " + imported + ": its values use the standard library only"})
		}
	}
	return found
}

func clockReads(s *source) []breach {
	return s.find(func(n ast.Node) string {
		if name := s.member(n, "time"); name == "Now" || name == "Since" || name == "Until" {
			return "time." + name + ": take the time as an argument; the clock is read in main.go"
		}
		return ""
	})
}

func goroutines(s *source) []breach {
	const advice = ": background work goes through ui/task"
	return s.find(func(n ast.Node) string {
		if _, ok := n.(*ast.GoStmt); ok {
			return "go statement" + advice
		}
		if name := s.member(n, "time"); slices.Contains([]string{"AfterFunc", "After", "Tick", "NewTimer", "NewTicker"}, name) {
			return "time." + name + advice
		}
		if call, ok := n.(*ast.CallExpr); ok {
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Go" && !isWindow(f.X) {
				return "a call of Go" + advice
			}
		}
		return ""
	})
}

// isWindow reports whether e is the desk's Window: its Go takes the person to a page, and starts nothing.
func isWindow(e ast.Expr) bool {
	f, ok := e.(*ast.SelectorExpr)
	return ok && f.Sel.Name == "Window"
}

var accented = regexp.MustCompile(`[À-ÖØ-öø-ÿŒœŸ]`)

func frenchStrings(s *source) []breach {
	return s.find(func(n ast.Node) string {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING && accented.MatchString(l.Value) {
			return "French text " + l.Value + ": sentences of the domain live in data/fr"
		}
		return ""
	})
}

func looseLooks(s *source) []breach {
	return s.find(func(n ast.Node) string {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if name := s.member(n.Type, "image/color"); name != "" {
				return "color." + name + " literal: colours live in ui/look"
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				field, ok := left.(*ast.SelectorExpr)
				if ok && field.Sel.Name == "TextSize" && i < len(n.Rhs) && isNumber(n.Rhs[i]) {
					return "a text size in figures: sizes live in ui/look"
				}
			}
		}
		return ""
	})
}

func longThings(s *source) (found []breach) {
	if lines := s.tokens.LineCount(); lines > maxFileLines {
		found = append(found, breach{s.file.Pos(), fmt.Sprintf("%d lines; the wall is %d: split by noun", lines, maxFileLines)})
	}
	for _, d := range s.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		if lines := s.bodyLines(f); lines > maxFunctionLines {
			found = append(found, breach{f.Pos(), fmt.Sprintf("%s has %d lines; the wall is %d", f.Name.Name, lines, maxFunctionLines)})
		}
	}
	return found
}

// bodyLines counts the lines between the braces of f. A table is not code: it counts for nothing where it is the
// whole of the function, and anywhere in a test.
func (s *source) bodyLines(f *ast.FuncDecl) int {
	lines := s.line(f.Body.End()) - s.line(f.Body.Pos()) - 1
	if !s.test && len(f.Body.List) != 1 {
		return lines
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if l, ok := n.(*ast.CompositeLit); ok {
			lines -= s.line(l.End()) - s.line(l.Pos())
			return false
		}
		return true
	})
	return lines
}

func wideThings(s *source) []breach {
	return s.find(func(n ast.Node) string {
		switch n := n.(type) {
		case *ast.InterfaceType:
			if methods := n.Methods.NumFields(); methods > maxMethods {
				return fmt.Sprintf("an interface of %d methods; the wall is %d", methods, maxMethods)
			}
		case *ast.FuncDecl:
			if parameters := n.Type.Params.NumFields(); parameters > maxParameters {
				return fmt.Sprintf("%s takes %d parameters; above %d take a struct", n.Name.Name, parameters, maxParameters)
			}
		}
		return ""
	})
}

var (
	vagueType = regexp.MustCompile(`(Manager|Helper|Utils?|Info|Data)$`)
	getter    = regexp.MustCompile(`^Get[A-Z]`)
)

func vagueNames(s *source) []breach {
	return s.find(func(n ast.Node) string {
		switch n := n.(type) {
		case *ast.TypeSpec:
			if vagueType.MatchString(n.Name.Name) {
				return n.Name.Name + ": say what it is or does"
			}
		case *ast.FuncDecl:
			if getter.MatchString(n.Name.Name) {
				return n.Name.Name + ": no Get before a field"
			}
		}
		return ""
	})
}

var later = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)

func leftovers(s *source) (found []breach) {
	for _, group := range s.file.Comments {
		for _, c := range group.List {
			if later.MatchString(c.Text) {
				found = append(found, breach{c.Pos(), "a note for later: do it now, or open an issue"})
			}
		}
	}
	return append(found, s.find(func(n ast.Node) string {
		call, ok := n.(*ast.CallExpr)
		if !ok || !s.test {
			return ""
		}
		f, ok := call.Fun.(*ast.SelectorExpr)
		if ok && slices.Contains([]string{"Skip", "Skipf", "SkipNow"}, f.Sel.Name) {
			return "a skipped test tests nothing: repair it or remove it"
		}
		return ""
	})...)
}
