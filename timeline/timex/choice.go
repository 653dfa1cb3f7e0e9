package timex

import (
	"fmt"
	"strings"
	"sync"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
)

// question is one that expressions leave open and that what stands around them answers. Package maxent says how; the weights come from the articles of testdata/timex, whose annotation answers it
// (models_test.go).
type question struct {
	file   string // of the weights
	model  func() *maxent.Model
	gather func(*resolver, *evidence, *expr.Expr) // what is evidence
}

// newQuestion makes a question of its weights, which are part of the program and are read when it is first asked.
func newQuestion(file, weights string, traits []string, gather func(*resolver, *evidence, *expr.Expr)) *question {
	return &question{file, sync.OnceValue(func() *maxent.Model {
		m, err := maxent.Read(strings.NewReader(weights), traits)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", file, err))
		}
		return m
	}), gather}
}

// choice is a question asked of an expression.
type choice struct {
	*question
	e      *expr.Expr
	traits []maxent.Traits // of each candidate
}

// teacher answers choices in the place of their models, in the training.
type teacher func(*resolver, *choice) int

// decide gives the number of the likeliest candidate.
func (z *resolver) decide(c *choice) int {
	if z.teach != nil {
		return z.teach(z, c)
	}
	return z.judge(c)
}

// judge is decide by the model.
func (z *resolver) judge(c *choice) int {
	w := &z.evidence
	w.model = c.model()
	w.sum.Begin(c.traits)
	c.gather(z, w, c.e)
	best, probability := w.sum.Best()
	if z.chance == 0 {
		z.chance = 1
	}
	z.chance *= probability * trust
	return best
}

// trust is how often a model is right where it says that it certainly is, by cross-validation on the annotated articles; less certain, it is right about as much less often than it says.
const trust = 0.95
