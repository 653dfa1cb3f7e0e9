package article

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"

	"dateline/timeline/exactdate"
)

// Options say how to read what does not say so itself. The zero Options will do.
type Options struct {
	Format    Format          // of every input; Auto tells it from the name, else from the content
	Charset   string          // of text and HTML, as HTTP or the user declares it ("windows-1251"); empty is told from the content
	DateOrder exactdate.Order // of day and month in numeric publication dates
	MaxBytes  int64           // the most that one article may take, decompressed; 0 is DefaultMaxBytes
	Stdin     io.Reader       // what the input "-" reads
}

// DefaultMaxBytes is the most that one article (a file, a page, a line of JSONL) may take where Options
// do not say: 1 GiB. Without a limit a small compressed file could fill the memory.
const DefaultMaxBytes = 1 << 30

func (o Options) limit() int64 {
	if o.MaxBytes > 0 {
		return min(o.MaxBytes, math.MaxInt64-1)
	}
	return DefaultMaxBytes
}

var errNoStdin = errors.New("there is no standard input")

// stdinName is the input that stands for standard input.
const stdinName = "-"

// All reads the articles of all inputs, as Expand lists them, in order. Each pair holds an article or an
// *Error, never both; an error ends nothing but what it names. Break off where you like.
func All(inputs []string, o Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		for file, err := range expanded(inputs) {
			if err != nil {
				if !yield(Article{}, err) {
					return
				}
				continue
			}
			for a, err := range File(file, o) {
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// File reads the articles of one file, or of o.Stdin where path is "-". Pairs are those of All.
func File(path string, o Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		if path == stdinName {
			if o.Stdin == nil {
				yield(Article{}, locate(path, 0, errNoStdin))
				return
			}
			Read(o.Stdin, path, o)(yield)
			return
		}
		f, err := os.Open(path)
		if err != nil {
			yield(Article{}, locate(path, 0, err))
			return
		}
		defer f.Close()
		Read(f, path, o)(yield)
	}
}

// Read reads the articles of one stream: one from text, Markdown and HTML, one a line from JSONL. The name
// is the file's, or "-": it tells the format and the articles' IDs and stands in errors. Pairs are those of All.
func Read(r io.Reader, name string, o Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		in, closer, err := decompressed(r)
		if err != nil {
			yield(Article{}, locate(name, 0, err))
			return
		}
		defer closer.Close()
		head, err := in.Peek(sniffLength)
		if len(head) == 0 {
			if err == nil || err == io.EOF {
				err = ErrEmpty
			}
			yield(Article{}, locate(name, 0, err))
			return
		}
		base, format := splitName(name)
		if name == stdinName {
			base = "stdin"
		}
		if o.Format != Auto {
			format = o.Format
		}
		if format == Auto {
			format = sniffed(head)
		}
		s := source{name: name, base: base, options: o}
		if format == JSONL {
			s.lines(in, yield)
			return
		}
		s.document(in, format, yield)
	}
}

// sniffLength is how many bytes of an input are looked at to tell its format: the MIME Sniffing
// standard's 1,445 would do, but comments may stand before the first tag.
const sniffLength = 4 << 10

// source is a stream being read: its name and what its articles are called after.
type source struct {
	name    string // the file
	base    string // its name without directories and extensions
	options Options
}

// document reads a stream that is one article.
func (s source) document(in *bufio.Reader, format Format, yield func(Article, error) bool) {
	a, warnings, err := s.read(in, format)
	if err != nil {
		yield(Article{}, locate(s.name, 0, err))
		return
	}
	for _, w := range warnings {
		e := locate(s.name, 0, w)
		e.Warning = true
		if !yield(Article{}, e) {
			return
		}
	}
	yield(a, nil)
}

func (s source) read(in *bufio.Reader, format Format) (Article, []error, error) {
	limit := s.options.limit()
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return Article{}, nil, err
	}
	if int64(len(b)) > limit {
		return Article{}, nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, limit)
	}
	a := Article{ID: s.base}
	var warnings []error
	if format == HTML {
		text, warning, err := pageUTF8(b, s.options.Charset)
		if err != nil {
			return Article{}, nil, err
		}
		if warning != nil {
			warnings = append(warnings, warning)
		}
		more, err := readPage(text, s.options.DateOrder, &a)
		return a, append(warnings, more...), err
	}
	text, err := textUTF8(b, s.options.Charset)
	if err != nil {
		return Article{}, nil, err
	}
	warnings, err = readText(text, format == Markdown, s.options.DateOrder, &a)
	return a, warnings, err
}
