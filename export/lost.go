package export

import "fmt"

// Lost counts what a format could not hold, one entry a reason, in a fixed order. It is empty where the
// output holds all that the format promises.
type Lost []Loss

// Loss is what was left out or cut for one reason.
type Loss struct {
	What  string // in the plural: "events without a date left out"
	Count int    // how many, never 0
}

// String is a message of the form "events without a date left out: 3".
func (l Loss) String() string { return fmt.Sprintf("%s: %d", l.What, l.Count) }

// add counts n more of a kind of loss.
func (l *Lost) add(what string, n int) {
	if n == 0 {
		return
	}
	for i := range *l {
		if (*l)[i].What == what {
			(*l)[i].Count += n
			return
		}
	}
	*l = append(*l, Loss{what, n})
}
