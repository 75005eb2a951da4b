package main_test

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// source is one parsed Go file of the house.
type source struct {
	path, dir string
	test      bool
	file      *ast.File
	tokens    *token.File
}

// find walks the file and keeps the nodes about which complain has something to say.
func (s *source) find(complain func(ast.Node) string) (found []breach) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if what := complain(n); what != "" {
			found = append(found, breach{n.Pos(), what})
		}
		return true
	})
	return found
}

// member is the name X when n is pkg.X and pkg is what the file calls the import importPath, "" otherwise.
func (s *source) member(n ast.Node, importPath string) string {
	selector, ok := n.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	pkg, ok := selector.X.(*ast.Ident)
	if !ok {
		return ""
	}
	for _, i := range s.file.Imports {
		name := path.Base(importPath)
		if i.Name != nil {
			name = i.Name.Name
		}
		if i.Path.Value == strconv.Quote(importPath) && pkg.Name == name {
			return selector.Sel.Name
		}
	}
	return ""
}

func (s *source) line(p token.Pos) int { return s.tokens.Line(p) }

func isNumber(e ast.Expr) bool {
	l, ok := e.(*ast.BasicLit)
	return ok && (l.Kind == token.INT || l.Kind == token.FLOAT)
}

// under reports whether name is one of roots or lies below one.
func under(name string, roots ...string) bool {
	return slices.ContainsFunc(roots, func(root string) bool {
		return name == root || strings.HasPrefix(name, root+"/")
	})
}

func readHouse(t *testing.T) []*source {
	t.Helper()
	var house []*source
	for _, name := range readable(t, ".go") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := parse(name, text)
		if err != nil {
			t.Fatal(err)
		}
		if s.built() {
			house = append(house, s)
		}
	}
	return house
}

func parse(name string, text []byte) (*source, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	test := strings.HasSuffix(name, "_test.go")
	return &source{name, path.Dir(name), test, file, files.File(file.FileStart)}, nil
}

// builds are the build tags of the house: the tests' build and the product's, on each system.
var builds = [][]string{
	{"linux", "unix", "ci", "robustness"}, {"linux", "unix", "cgo"}, {"windows", "ci"}, {"windows", "cgo"}, {"darwin", "unix", "ci"}, {"darwin", "unix", "cgo"},
}

// built reports whether some build of the house, on any of its systems, contains the file.
func (s *source) built() bool {
	for _, group := range s.file.Comments {
		for _, c := range group.List {
			if group.Pos() > s.file.Package || !constraint.IsGoBuild(c.Text) {
				continue
			}
			expr, err := constraint.Parse(c.Text)
			return err == nil && slices.ContainsFunc(builds, func(tags []string) bool {
				return expr.Eval(func(tag string) bool { return slices.Contains(tags, tag) })
			})
		}
	}
	return true
}

// readable lists the files of the house whose names end in one of endings, with forward slashes.
func readable(t *testing.T, endings ...string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		name = filepath.ToSlash(name)
		if err != nil || e.IsDir() && slices.Contains([]string{".git", "bin", "build", "testdata"}, e.Name()) {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !e.IsDir() && slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(name, ending) }) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
