package ner

// label is a token's place in a name: outside, or begin, inside, last or unit (the only token) of a
// name of a type (the BILOU scheme, Ratinov and Roth 2009).
type label uint8

const (
	outside label = 0
	begin   label = iota - 1
	inside
	last
	unit
	positions = 4
	labels    = 1 + positions*int(types)
)

func labelOf(position label, t Type) label { return 1 + position + positions*label(t) }

func (l label) typ() Type       { return Type((l - 1) / positions) }
func (l label) position() label { return (l - 1) % positions }
func (l label) begins() bool    { return l != outside && (l.position() == begin || l.position() == unit) }
func (l label) ends() bool      { return l == outside || l.position() == last || l.position() == unit }

// follows reports whether b may come after a.
func follows(a, b label) bool {
	if a.ends() {
		return b == outside || b.begins()
	}
	return b != outside && b.typ() == a.typ() && !b.begins()
}

// mayEnd reports whether a segment may end in l.
func (l label) mayEnd() bool { return l.ends() }
