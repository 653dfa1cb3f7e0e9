// Package article reads articles: from text files, Markdown, HTML pages and JSONL, plain or compressed, in
// the charset they came in, one article or a whole collection.
//
// In come the arguments of a user (files, directories, globs, "-") or a stream; out come Articles, one at a
// time and in the order of the input. What could not be read comes as an *Error in its place, and reading
// goes on with what follows: one broken line of a collection costs that line. The parts run in this order:
//
//	arguments become a list of files, each once           (expand.go)
//	a file is opened and, if compressed, decompressed     (read.go, compress.go)
//	its format is told by its extension or first bytes    (format.go)
//	the format's reader takes the stream:
//	    text and Markdown: header lines, then the body     (text.go, frontmatter.go, heading.go)
//	    HTML: the page's body and metadata                 (html.go; noise.go, render.go, metadata.go, jsonld.go, published.go)
//	    JSONL: one article a line, text or html            (jsonl.go)
//	bytes become UTF-8 before text and HTML are read      (charset.go, windows1252.go, binary.go)
//
// A collection of any size is read in the memory of its longest line; a text file or a page is held whole.
// Nothing here reads a clock, follows a link or keeps a file open after its last article.
package article

import "dateline/timeline/calendar"

// Article is one document.
type Article struct {
	ID        string        // its name in a timeline's sources: a JSONL line's id, else the file's name without extensions
	Title     string        // without markup; empty where there is none
	Text      string        // the body, valid UTF-8; every offset into the article counts from its first byte
	Published calendar.Date // publication date, the document creation time; the zero Date where unknown
	URL       string
	Author    string
	Language  string // BCP 47, as the source declares it; empty where it does not
}
