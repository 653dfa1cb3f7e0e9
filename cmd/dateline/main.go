// Command dateline builds timelines from articles; see `dateline --help`.
//
// It wires the packages together and holds no logic of its own: main.go parses the command line and turns
// errors into messages and exit codes, input.go and output.go open files, and each command is a file.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/alecthomas/kong"

	"dateline/timeline/calendar"
)

// Exit codes, as design and help give them.
const (
	exitDone   = 0
	exitFailed = 1 // some input or output failed; the rest was done
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	y, m, d := time.Now().Date()
	unused := make([]byte, unusedRoom)
	p := program{ctx: ctx, stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, today: calendar.Must(calendar.OfDay(y, int(m), d))}
	code := p.run(os.Args[1:])
	runtime.KeepAlive(unused)
	os.Exit(code)
}

// unusedRoom is how many bytes the garbage collector counts that are never touched, and so take no memory. It comes when the heap has doubled, which that of a command that
// goes from one article to the next does at every few; with this room it comes a tenth as often, and the heap grows by no more than so many bytes.
const unusedRoom = 16 << 20

// program is what a command works with. Nothing else in the module touches the standard streams or knows
// what day it is.
type program struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	today          calendar.Date
	failed         bool // something went wrong that did not stop the rest
}

type commands struct {
	Build    buildCmd         `cmd:"" help:"Build a timeline from articles."`
	Annotate annotateCmd      `cmd:"" help:"Mark the time expressions and names of articles, one line of JSON an article."`
	Convert  convertCmd       `cmd:"" help:"Write a timeline in other formats."`
	Merge    mergeCmd         `cmd:"" help:"Join timelines into one."`
	Schema   schemaCmd        `cmd:"" help:"Print the JSON Schema of a timeline's JSON."`
	Serve    serveCmd         `cmd:"" help:"Show a timeline in the browser and to programs, on this machine."`
	Explain  explainCmd       `cmd:"" help:"Tell why events of a timeline have their dates, statuses and actors."`
	Version  kong.VersionFlag `help:"Print the version."`
}

const description = `Reads news articles and other prose and builds a timeline: what happened, when, who took part, and where in the text it says so.

INPUT is a file, a directory, a glob or - for standard input: plain text (.txt, .md), HTML, or JSONL with one article a line; each may be compressed (.gz, .zst).

Exit codes: 0 done, 1 some input or output failed, 2 wrong usage.`

// exit is what kong's help and version flags end the parse with.
type exit int

func (p *program) run(args []string) (code int) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case exit:
			code = int(r)
		default:
			panic(r)
		}
	}()
	var c commands
	parser, err := kong.New(&c,
		kong.Name("dateline"), kong.Description(description), kong.Vars{"version": version()},
		kong.Writers(p.stdout, p.stderr), kong.Exit(func(code int) { panic(exit(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.Vars{"formats": extensions(), "names": formatNames()},
	)
	if err != nil {
		panic(fmt.Sprintf("the command line's table is wrong: %v", err))
	}
	k, err := parser.Parse(args)
	if err == nil {
		err = k.Run(p)
	} else {
		err = usageError{err, "dateline --help lists the commands and options"}
	}
	var usage usageError
	switch {
	case errors.As(err, &usage):
		p.complain(err)
		return exitUsage
	case err != nil:
		p.complain(err)
		return exitFailed
	case p.failed:
		return exitFailed
	}
	return exitDone
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return "dateline " + info.Main.Version
	}
	return "dateline (devel)"
}
