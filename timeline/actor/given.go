package actor

import (
	"slices"
	"strings"
)

// SameGiven reports whether two names with one last name can be one person's by the words in front of it:
// "Donald J. Trump", "Donald Trump" and "D. Trump" can, "Ivanka Trump" and "Donald Trump" cannot. A last
// name alone goes with every given name.
func SameGiven(a, b []string) bool {
	a, b = a[:len(a)-1], b[:len(b)-1]
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	if !sameWord(a[0], b[0]) {
		return false
	}
	short, long := a[1:], b[1:]
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, w := range short { // "John Paul Smith" is not "John Peter Smith"
		if !slices.ContainsFunc(long, func(x string) bool { return sameWord(w, x) }) {
			return false
		}
	}
	return true
}

// sameWord compares two given names, either of which may be an initial.
func sameWord(a, b string) bool {
	a, b = strings.ToLower(strings.TrimSuffix(a, ".")), strings.ToLower(strings.TrimSuffix(b, "."))
	if len([]rune(a)) == 1 || len([]rune(b)) == 1 {
		return a != "" && b != "" && []rune(a)[0] == []rune(b)[0]
	}
	return a == b
}

func isInitial(w string) bool { return len([]rune(strings.TrimSuffix(w, "."))) == 1 }

func opposite(a, b Gender) bool { return a != Unknown && b != Unknown && a != b }
