package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/holiday"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// gap is what lies between a lexeme and the one before it.
type gap uint8

const (
	gapBreak  gap = iota // other words, or the end of a sentence: nothing goes across
	gapNone              // nothing
	gapSpace             // blanks, or one line end
	gapHyphen            // a hyphen: "ten-day"
	gapDash              // a dash: "1939–1945", "May 3 - May 5"
	gapComma             // a comma and blanks
	gapSlash             // "1997/98"
	gapOwner             // 's or an apostrophe: "last year's quarter"
)

// lexeme is a word or number that can be part of a time expression.
type lexeme struct {
	start, end int // bytes of the text
	class      lexicon.Class
	gap        gap
	entry      *lexicon.Entry // never nil
	number     int            // value of a number, an ordinal, a year, a decade
	digits     int            // how many digits a number is written with; 0 for words
	cap        bool           // begins with a capital
	plain      bool           // a number without sign, currency, percentage or group separators: one that can be a year or a day
	stop       bool           // an abbreviation with its full stop
	clock      clockTime
	zoned      bool // the clock time has a zone, of so many minutes east of UTC
	zone       int
	date       [3]int // of lexicon.Date: year, month, day; 0 where there is none
	order      numericOrder
	holiday    *holiday.Holiday // of lexicon.Holiday
}

// is reports whether the lexeme is the given word of class lexicon.Word.
func (l *lexeme) is(value string) bool { return l.class == lexicon.Word && l.entry.Value == value }

func (l *lexeme) isThe() bool { return l.class == lexicon.Det && l.entry.Value == "THE" }

func (l *lexeme) isA() bool { return l.class == lexicon.Det && l.entry.Value == "A" }

// run is a stretch of lexemes with nothing but blanks, hyphens, commas and the like between them. Time expressions
// lie within one.
type run struct {
	text     string
	lx       []lexeme
	log      bool             // the text has clock times as logs have them: "at 0540"
	surnames []*lexicon.Entry // the months and seasons that are persons' surnames in the text
	timeless bool             // a day is read without the time that follows it
	depth    int              // how many expressions are being read that hold the one at hand
	pool     []expr.Expr      // the readings of the expression at hand, most of which come to nothing
}

// has reports whether lexeme i exists and is of class c.
func (r *run) has(i int, c lexicon.Class) bool { return i >= 0 && i < len(r.lx) && r.lx[i].class == c }

// word reports whether lexeme i exists and is the given word of class lexicon.Word.
func (r *run) word(i int, value string) bool { return i >= 0 && i < len(r.lx) && r.lx[i].is(value) }

// value reports whether lexeme i exists, is of class c and has the given value.
func (r *run) value(i int, c lexicon.Class, value string) bool {
	return r.has(i, c) && r.lx[i].entry.Value == value
}

// one reports whether lexeme i exists, is of class c and in the singular.
func (r *run) one(i int, c lexicon.Class) bool { return r.has(i, c) && !r.lx[i].entry.Plural }

// reads reports whether lexeme i is written as the given word, in whatever case.
func (r *run) reads(i int, word string) bool {
	return prose.EqualFold(r.text[r.lx[i].start:r.lx[i].end], word)
}

// introduced reports whether "the" or the name of a part, "early", "mid-", stands before lexeme i and is joined to it.
func (r *run) introduced(i int) bool {
	return i > 0 && (r.lx[i-1].isThe() || r.lx[i-1].class == lexicon.Mod) && r.joined(i)
}

// plainNumber reports whether lexeme i is a number in digits that can be a year or a day.
func (r *run) plainNumber(i int) bool { return r.has(i, lexicon.Int) && r.lx[i].plain }

// next reports whether lexeme i is of class c and joined to the one before it.
func (r *run) next(i int, c lexicon.Class) bool { return r.has(i, c) && r.joined(i) }

// nextOne reports whether lexeme i is of class c, in the singular and joined to the one before it.
func (r *run) nextOne(i int, c lexicon.Class) bool { return r.one(i, c) && r.joined(i) }

// nextWord reports whether lexeme i is the given word of class lexicon.Word and joined to the one before it.
func (r *run) nextWord(i int, value string) bool { return r.word(i, value) && r.joined(i) }

// nextValue reports whether lexeme i is of class c, has the given value and is joined to the one before it.
func (r *run) nextValue(i int, c lexicon.Class, value string) bool {
	return r.value(i, c, value) && r.joined(i)
}

// nextUnit reports whether lexeme i is one of the given unit, in the singular, and joined to the one before it.
func (r *run) nextUnit(i int, unit string) bool {
	return r.nextOne(i, lexicon.Unit) && r.lx[i].entry.Value == unit
}

// until reports whether "to", "until" or "through" stands at lexeme i.
func (r *run) until(i int) bool { return r.word(i, "TO") || r.word(i, "UNTIL") || r.word(i, "THROUGH") }

// orSo reports whether "or so" stands at lexeme i.
func (r *run) orSo(i int) bool { return r.nextWord(i, "OR") && r.nextWord(i+1, "SO") }

// orMore reports whether lexeme i says of the amount that begins at lexeme first that it may be a little more: "a decade or so", "a year or two", and not "a year or two months".
func (r *run) orMore(first, i int) bool {
	if r.orSo(i) {
		return true
	}
	n := i + 1
	return r.lx[first].isA() && r.nextWord(i, "OR") && r.next(n, lexicon.Num) && (r.lx[n].number == 2 || r.lx[n].number == 3) && !r.next(n+1, lexicon.Unit) && !r.next(n+1, lexicon.Num)
}

// andAHalf reports whether "and a half" stands at lexeme i.
func (r *run) andAHalf(i int) bool {
	return r.nextWord(i, "AND") && r.joined(i+1) && r.lx[i+1].isA() && r.has(i+2, lexicon.Half)
}

// andAQuarter reports whether "and a quarter" stands at lexeme i before a unit.
func (r *run) andAQuarter(i int) bool {
	return r.nextWord(i, "AND") && r.joined(i+1) && r.lx[i+1].isA() && r.nextUnit(i+2, "Q") && r.has(i+3, lexicon.Unit)
}

// the gives the index after an article "the" at i, or i.
func (r *run) the(i int) int {
	if i < len(r.lx) && r.lx[i].isThe() {
		return i + 1
	}
	return i
}

// joined reports whether lexeme i exists and stands beside the one before it with only blanks or a hyphen between.
func (r *run) joined(i int) bool {
	return i < len(r.lx) && (r.lx[i].gap == gapSpace || r.lx[i].gap == gapHyphen || r.lx[i].gap == gapNone)
}

// dashed reports whether a hyphen or a dash stands between lexeme i and the one before it.
func (r *run) dashed(i int) bool { return r.lx[i].gap == gapHyphen || r.lx[i].gap == gapDash }

// near is joined, with a comma allowed.
func (r *run) near(i int) bool { return r.joined(i) || i < len(r.lx) && r.lx[i].gap == gapComma }

// usualReadings is a number that few expressions have more of.
const usualReadings = 8

// new keeps a reading for as long as the expression at hand is read.
func (r *run) new(e expr.Expr) *expr.Expr {
	if len(r.pool) == cap(r.pool) {
		r.pool = make([]expr.Expr, 0, usualReadings+2*cap(r.pool)) // readings that are in use stay where they are
	}
	r.pool = append(r.pool, e)
	return &r.pool[len(r.pool)-1]
}
