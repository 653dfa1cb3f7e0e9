// Package html writes a timeline as one web page that needs nothing else: no network, no server, no
// library. Saved, mailed or printed, it shows the same years later.
//
// Comes in: a timeline. Goes out: page/page.html with its places filled, in one go from top to bottom:
//
//	the head: title, style sheet, Content-Security-Policy    page.go, assets.go
//	the masthead: what a reader without JavaScript sees       page.go
//	the data, as JSON in a script element that never runs     data.go
//	the script that draws it                                  assets.go
//
// The style sheet and the script are the files of page/style and page/script, joined in the order that
// assets.go lists; they are what is served, with no build step between. A script opens with what it offers
// to those after it.
//
// The chart is drawn by a few hundred lines of our own on a canvas rather than by vis-timeline (0.5 MB,
// whose elements are one DOM node an event: it stalls at some thousands, and its inline styles and HTML
// templates ask for a weaker policy than this page has). The list is the accessible form of the same
// events; only what is near the window stands in the document.
//
// The policy lets the page run its own style sheet and script, by their hashes, and nothing else: no
// request, no frame, no form, no evaluated string, and no text that becomes markup (Trusted Types).
// Texts reach the document as text nodes alone.
//
// A page holds at most MaxEvents events. Of a larger timeline it shows the surest, says so in its
// masthead, and Write returns how many it left out.
package html

import (
	"bufio"
	"cmp"
	"io"
	"slices"

	"dateline/timeline"
)

// MaxEvents is the most events that a page holds. The bound is the browser's: 200,000 events with a sentence
// of 100 characters each are 91 MB, which Chromium 156 shows after 4.4 s on two cores, and V8 refuses a string
// of 512 MB, which articles with long sentences would come near to with some times as many.
const MaxEvents = 200_000

// Options say what the page takes from its caller.
type Options struct {
	Program string                      // named in the foot of the page
	Date    func(*timeline.Date) string // an event's date in words
}

// Write writes the page. The count is that of the events left out, 0 for a timeline of up to MaxEvents.
func Write(w io.Writer, t *timeline.Timeline, o Options) (left int, err error) {
	return write(w, t, o, MaxEvents)
}

func write(w io.Writer, t *timeline.Timeline, o Options, most int) (int, error) {
	keep, left := surest(t, most)
	out := bufio.NewWriterSize(w, 1<<16) // keeps its first error until Flush
	writeHead(out, t, left)
	if err := writeData(out, t, o, keep); err != nil {
		return left, err
	}
	writeFoot(out, o.Program)
	return left, out.Flush()
}

// surest chooses the events that the page holds: all, or the most confident, of equals the first. It
// gives a predicate on their confidence to be asked once for each event in order, and how many it refuses.
func surest(t *timeline.Timeline, most int) (keep func(*timeline.Event) bool, left int) {
	n := len(t.Events) + len(t.Undated)
	if n <= most {
		return func(*timeline.Event) bool { return true }, 0
	}
	confidences := make([]float64, 0, n)
	for _, events := range [...][]timeline.Event{t.Events, t.Undated} {
		for i := range events {
			confidences = append(confidences, events[i].Confidence)
		}
	}
	slices.SortFunc(confidences, func(a, b float64) int { return cmp.Compare(b, a) })
	least, atLeast := confidences[most-1], 0 // of those with the least confidence kept, how many fit
	for i := most - 1; i >= 0 && confidences[i] == least; i-- {
		atLeast++
	}
	return func(e *timeline.Event) bool {
		if e.Confidence == least {
			atLeast--
			return atLeast >= 0
		}
		return e.Confidence > least
	}, n - most
}
