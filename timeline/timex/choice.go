package timex

import (
	"fmt"
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
)

// choice is a question that an expression leaves open and that what stands around it answers. Package maxent says how; its weights come from the articles of testdata/timex, whose annotation answers it
// (models_test.go).
type choice struct {
	e      *expr.Expr
	model  func() *maxent.Model
	gather func(*resolver, *evidence, *expr.Expr)
	traits []maxent.Traits // of each candidate
}

// decide gives the number of the likeliest candidate.
func (z *resolver) decide(c *choice) int {
	if z.o.teach != nil {
		return z.o.teach(z, c)
	}
	w := evidence{model: c.model()}
	c.gather(z, &w, c.e)
	best, probability := w.sum.Best(c.traits)
	if z.chance == 0 {
		z.chance = 1
	}
	z.chance *= probability * trust
	return best
}

// trust is how often a model is right where it says that it certainly is, by cross-validation on the annotated articles; less certain, it is right about as much less often than it says.
const trust = 0.95

// readModel reads the weights of a model, which is part of the program, from the file of that name.
func readModel(name, weights string, traits []string) *maxent.Model {
	m, err := maxent.Read(strings.NewReader(weights), traits)
	if err != nil {
		panic(fmt.Sprintf("%s: %v", name, err))
	}
	return m
}
