package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// patience is how long work goes on in silence.
const patience = 2 * time.Second

// progress counts articles on stderr, once the work has been long, where stderr is a terminal. Call step
// after each article and done at the end.
func (p *program) progress() (step, done func()) {
	f, ok := p.stderr.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return func() {}, func() {}
	}
	var (
		bar   *progressbar.ProgressBar
		begun = time.Now()
		n     int
	)
	step = func() {
		n++
		if bar == nil && time.Since(begun) > patience {
			bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription("articles"),
				progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		}
		if bar != nil {
			_ = bar.Set(n) // a progress line that cannot be drawn is no failure of the work
		}
	}
	done = func() {
		if bar != nil {
			_ = bar.Finish()
		}
	}
	return step, done
}
