package table

import "strings"

// Separator stands between several names in one cell.
const Separator = "; "

// joiner joins names into a cell.
type joiner struct {
	names []string
}

// addOnce adds a name unless it is there already. A semicolon in a name would end it, so a comma stands
// for it.
func (j *joiner) addOnce(name string) {
	name = Name(name)
	for _, n := range j.names {
		if n == name {
			return
		}
	}
	j.names = append(j.names, name)
}

func (j *joiner) String() string { return strings.Join(j.names, Separator) }

// Name is the name as it stands among others in one cell: with a comma in the place of each semicolon.
func Name(s string) string { return strings.ReplaceAll(s, ";", ",") }

// Join joins names into one cell, each once.
func Join(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return Name(names[0])
	}
	var j joiner
	for _, n := range names {
		j.addOnce(n)
	}
	return j.String()
}

// Split takes a cell of names apart: at semicolons, with the space around the names taken off.
func Split(cell string) []string {
	names := []string{}
	for n := range strings.SplitSeq(cell, ";") {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}
