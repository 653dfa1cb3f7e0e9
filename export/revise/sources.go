package revise

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"dateline/export/table"
	"dateline/timeline"
)

// sources are the articles, corrected.
type sources struct {
	list   []*timeline.Source
	byID   map[string]*timeline.Source
	byName map[string]*timeline.Source // the first of each name, as it stands in a cell; former names too
	number int                         // highest of the ids' numbers
}

// sourceTexts are the columns that hold a text as it is.
var sourceTexts = [...]struct {
	heading string
	of      func(*timeline.Source) *string
}{
	{"Name", func(s *timeline.Source) *string { return &s.Name }},
	{"Title", func(s *timeline.Source) *string { return &s.Title }},
	{"Author", func(s *timeline.Source) *string { return &s.Author }},
	{"URL", func(s *timeline.Source) *string { return &s.URL }},
	{"Language", func(s *timeline.Source) *string { return &s.Language }},
	{"SHA-256", func(s *timeline.Source) *string { return &s.SHA256 }},
}

// readSources reads the sheet Sources. Without it the articles are those of the original.
func (r *reader) readSources() {
	r.sources = sources{byID: map[string]*timeline.Source{}, byName: map[string]*timeline.Source{}}
	for i := range r.original.Sources {
		r.sources.number = max(r.sources.number, numberOf(r.original.Sources[i].ID))
	}
	if r.lists[sourceList] == nil {
		for _, s := range r.original.Sources {
			r.sources.add(&s, s.Name)
		}
		return
	}
	was := map[string]*timeline.Source{}
	for i := range r.original.Sources {
		was[r.original.Sources[i].ID] = &r.original.Sources[i]
	}
	r.rows(sourceList, func(l row) {
		s := &timeline.Source{}
		id := l.text("ID")
		if before := was[id]; before != nil && r.sources.byID[id] == nil {
			*s = *before
			l.written = r.written.source(before)
		}
		former := s.Name
		r.source(l, s)
		switch {
		case s.ID != "":
		case !r.known && id != "" && r.sources.byID[id] == nil:
			s.ID = id
			r.sources.number = max(r.sources.number, numberOf(id))
		default:
			r.sources.number++
			s.ID = "s" + strconv.Itoa(r.sources.number)
			r.touched = true
		}
		r.sources.add(s, former)
	})
	if len(r.sources.list) != len(r.original.Sources) {
		r.touched = true
	}
}

func (s *sources) add(x *timeline.Source, former string) {
	s.list = append(s.list, x)
	s.byID[x.ID] = x
	for _, name := range [...]string{x.Name, former} {
		if name = table.Name(name); name != "" && s.byName[name] == nil {
			s.byName[name] = x
		}
	}
}

// source reads a row of the sheet.
func (r *reader) source(l row, s *timeline.Source) {
	for _, f := range sourceTexts {
		c, edited := l.edited(f.heading)
		if !edited {
			continue
		}
		text := strings.TrimSpace(c.Text)
		switch {
		case f.heading == "Name" && text == "":
			r.fault(l, f.heading, "is no name: an article needs one", "")
		case f.heading == "SHA-256" && !isHash(text):
			r.fault(l, f.heading, "is no SHA-256", "64 hexadecimal digits, or the row's former ones")
		default:
			*f.of(s), r.touched = text, true
		}
	}
	if s.Name == "" {
		s.Name = first(s.Title, s.URL, "unnamed")
	}
	if s.SHA256 == "" {
		s.SHA256 = hashOfNothing
	}
	if w, edited := r.end(l, "Published (ISO)", "Published"); edited {
		s.Published, r.touched = w.Start, true
	}
	if n, edited := r.number(l, "Characters"); edited {
		s.Characters, r.touched = n, true
	}
}

// hashOfNothing is the SHA-256 of an article whose text is not known: that of an empty text, as its length
// is 0.
var hashOfNothing = func() string { h := sha256.Sum256(nil); return hex.EncodeToString(h[:]) }()

func isHash(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

// named gives the article of that name, as it stands in a cell; a new one where there is none.
func (r *reader) sourceNamed(name, url string) *timeline.Source {
	if s := r.sources.byName[name]; s != nil {
		return s
	}
	r.sources.number++
	s := &timeline.Source{ID: "s" + strconv.Itoa(r.sources.number), Name: name, URL: url, SHA256: hashOfNothing}
	r.sources.add(s, "")
	r.touched = true
	return s
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// numberOf is the number in an id such as e12; 0 where it has none.
func numberOf(id string) int {
	if id == "" {
		return 0
	}
	n, err := strconv.Atoi(id[1:])
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// number reads a cell of a whole number.
func (r *reader) number(l row, heading string) (n int, edited bool) {
	c, edited := l.edited(heading)
	if !edited {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(c.Text))
	if err != nil || n < 0 {
		r.fault(l, heading, "is no number of 0 or more", "digits alone")
		return 0, false
	}
	return n, true
}
