// Package article reads articles: from text files, HTML pages and JSONL, plain or compressed, in any
// charset, one article or a whole collection.
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
