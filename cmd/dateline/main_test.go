package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts in testdata/script are the command's specification: each is a folder of files with the
// commands run on them and what they print. UPDATE_SCRIPTS=1 writes the expected output of
// `cmp` lines anew, for review by diff.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dateline": func() {
			p := program{
				ctx: context.Background(), stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
				today: today,
			}
			os.Exit(p.run(os.Args[1:]))
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error { // what a script cannot hold as text
			return errors.Join(
				os.WriteFile(filepath.Join(env.WorkDir, "binary.txt"), []byte("PK\x03\x04\x00\x00\x00\x00"), 0o644),
				os.WriteFile(filepath.Join(env.WorkDir, "latin.jsonl"), []byte("{\"text\": \"Caf\xe9.\"}\n"), 0o644),
			)
		},
		RequireUniqueNames: true,
		UpdateScripts:      os.Getenv("UPDATE_SCRIPTS") != "",
	})
}
