package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2"

	"dateline/export"
	"dateline/timeline"
)

// outputFlags say where a timeline goes.
type outputFlags struct {
	Output []string `short:"o" placeholder:"FILE" sep:"none" help:"Write the timeline to FILE, in the format of its extension (${formats}). May be given more than once; - is standard output, where the timeline goes without it."`
	Format string   `placeholder:"NAME" xor:"format" help:"Format of standard output, and of files whose extension names none (${names}); json by default."`
	JSONL  bool     `name:"jsonl" xor:"format" help:"The same as --format jsonl: one event a line."`
	Excel  bool     `help:"Begin CSV with a byte order mark, so that Excel opens it right."`
}

type output struct {
	path   string // empty: standard output
	format export.Format
}

// outputs checks where the timeline is to go before any work is done: the formats are known, no file is
// given twice or is one of the inputs, and the folders are there.
func (f outputFlags) outputs(inputs []string) ([]output, error) {
	named, err := f.named()
	if err != nil {
		return nil, err
	}
	if len(f.Output) == 0 {
		return []output{{format: cmp.Or(named, export.JSON)}}, nil
	}
	var list []output
	seen := make(map[string]bool)
	used := named == ""
	for _, path := range f.Output {
		if path == "-" {
			list = append(list, output{format: cmp.Or(named, export.JSON)})
			used = true
			continue
		}
		format, err := export.ByPath(path)
		if err != nil && named != "" {
			format, err, used = named, nil, true
		}
		if err != nil {
			return nil, usageError{fmt.Errorf("output: %w", err), ""}
		}
		if abs, err := filepath.Abs(path); err == nil {
			if seen[abs] {
				return nil, usageError{fmt.Errorf("output %q is given twice", path), ""}
			}
			seen[abs] = true
		}
		if err := writable(path, inputs); err != nil {
			return nil, err
		}
		list = append(list, output{path, format})
	}
	if !used {
		return nil, usageError{fmt.Errorf("no output is written as %s: the files' extensions name other formats", named), "-o - writes to standard output too"}
	}
	return list, nil
}

// named is the format that a flag names; empty where none does.
func (f outputFlags) named() (export.Format, error) {
	switch {
	case f.JSONL:
		return export.JSONL, nil
	case f.Format == "":
		return "", nil
	}
	format, err := export.ByName(f.Format)
	if err != nil {
		return "", usageError{fmt.Errorf("--format: %w", err), ""}
	}
	return format, nil
}

// formatNames lists the names of the formats.
func formatNames() string {
	var list []string
	for _, f := range export.Formats() {
		list = append(list, string(f.Format))
	}
	return strings.Join(list, ", ")
}

// writable refuses a path that is one of the inputs or whose folder is not there.
func writable(path string, inputs []string) error {
	if in, same := sameAsInput(path, inputs); same {
		return overInput(path, in)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil {
		return fmt.Errorf("output %q: %w", path, cause(err))
	} else if !info.IsDir() {
		return fmt.Errorf("output %q: %q is not a directory", path, filepath.Dir(path))
	}
	return nil
}

// overInput is the refusal to write over an input.
func overInput(path, input string) error {
	return hinted{fmt.Errorf("output %q is also the input %q", path, input), "write to another file; inputs are never overwritten"}
}

func sameAsInput(path string, inputs []string) (string, bool) {
	out, err := os.Stat(path)
	if err != nil {
		return "", false // nothing is there to be overwritten
	}
	for _, in := range inputs {
		if info, err := os.Stat(in); err == nil && os.SameFile(out, info) {
			return in, true
		}
	}
	return "", false
}

// cause is the error without the operation and path that os adds, which the message gives already.
func cause(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// write writes a timeline to every output. One that fails does not stop the others.
func (p *program) write(t *timeline.Timeline, list []output, f outputFlags) {
	opts := []export.Option{export.Program(version())}
	if f.Excel {
		opts = append(opts, export.Excel())
	}
	for _, o := range list {
		var lost export.Lost
		err := p.create(o.path, func(w io.Writer) (err error) {
			lost, err = export.Write(w, t, o.format, opts...)
			return err
		})
		if err != nil {
			p.fail(fmt.Errorf("output %q: %w", o.path, err))
			continue
		}
		for _, l := range lost {
			fmt.Fprintf(p.stderr, "dateline: %s: %s\n", o.path, l)
		}
	}
}

// create writes a file whole or not at all. What is there already and is no regular file (a device, a
// pipe) is written to and not replaced.
func (p *program) create(path string, write func(io.Writer) error) error {
	if path == "" {
		return buffered(p.stdout, write)
	}
	info, err := os.Stat(path)
	if err == nil && p.isStdout(info) { // /dev/stdout may lead to a file that others write to as well
		return buffered(p.stdout, write)
	}
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return cause(err)
		}
		return errors.Join(buffered(f, write), f.Close())
	}
	target := path
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		target = resolved // the file that a link leads to is replaced, not the link
	}
	f, err := renameio.NewPendingFile(target, renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
	if err != nil {
		return cause(err)
	}
	if err := buffered(f, write); err != nil {
		return errors.Join(err, f.Cleanup())
	}
	if err := f.CloseAtomicallyReplace(); err != nil {
		return errors.Join(err, f.Cleanup())
	}
	return nil
}

// isStdout reports whether a file is what standard output is redirected to.
func (p *program) isStdout(info os.FileInfo) bool {
	out, ok := p.stdout.(*os.File)
	if !ok {
		return false
	}
	stdout, err := out.Stat()
	return err == nil && os.SameFile(info, stdout)
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// extensions lists the file extensions that choose a format.
func extensions() string {
	var list []string
	for _, f := range export.Formats() {
		list = append(list, f.Extensions...)
	}
	return strings.Join(list, " ")
}
