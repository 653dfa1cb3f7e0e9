package article

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
)

// Format is how an input writes its articles.
type Format uint8

// The formats. Auto is told by the file's extension, else by its first bytes.
const (
	Auto Format = iota
	Text
	Markdown
	HTML
	JSONL
)

// extensions names the formats' files. A directory is searched for these alone.
var extensions = map[string]Format{
	".txt":      Text,
	".text":     Text,
	".md":       Markdown,
	".markdown": Markdown,
	".html":     HTML,
	".htm":      HTML,
	".xhtml":    HTML,
	".jsonl":    JSONL,
	".ndjson":   JSONL,
}

// readable is the list of extensions as a hint shows it: the formats' usual ones.
const readable = ".txt, .md, .html or .jsonl, each also with .gz or .zst"

// compressed are the extensions that may follow a format's own.
var compressed = map[string]bool{".gz": true, ".zst": true}

// splitName takes a file's name apart: its base without extensions and its format, Auto where the
// extension names none. "court.txt.gz" is "court" and Text.
func splitName(path string) (base string, f Format) {
	base = filepath.Base(path)
	if ext := filepath.Ext(base); compressed[strings.ToLower(ext)] && ext != base {
		base = strings.TrimSuffix(base, ext)
	}
	ext := filepath.Ext(base)
	if ext == base || !looksLikeExtension(ext) {
		return base, Auto
	}
	return strings.TrimSuffix(base, ext), extensions[strings.ToLower(ext)]
}

// looksLikeExtension keeps the ".11" of "2020.03.11" and the ". Smith" of "J. Smith" in the name.
func looksLikeExtension(ext string) bool {
	letter := false
	for _, c := range []byte(strings.TrimPrefix(strings.ToLower(ext), ".")) {
		switch {
		case 'a' <= c && c <= 'z':
			letter = true
		case c < '0' || c > '9':
			return false
		}
	}
	return letter && len(ext) <= 9
}

var (
	// A JSON object's first key or an array's first element; spread over lines it is JSONL's to refuse.
	jsonStart = regexp.MustCompile(`^\s*(\{\s*("|\}|$)|\[\s*(\{|$))`)
	// The tags that the MIME Sniffing standard (section 7.1) takes for HTML, after blanks and comments.
	htmlStart = regexp.MustCompile(`(?is)^\s*(<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|link|article|main|section)[\s/>]`)
)

// sniffed tells the format from an input's first bytes.
func sniffed(head []byte) Format {
	head = bytes.TrimPrefix(head, utf8BOM)
	if s, ok := utf16Text(head); ok {
		head = []byte(s)
	}
	switch {
	case jsonStart.Match(head):
		return JSONL
	case htmlStart.Match(head):
		return HTML
	}
	return Text
}
