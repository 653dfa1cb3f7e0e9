package train

import (
	"dateline/timeline/actor"
	"dateline/timeline/actor/antecedent"
	"dateline/timeline/text"
)

// Measure counts for each of the two names of GAP's passages whether the pronoun was taken to mean it and whether it does.
type Measure struct{ Right, Found, Wanted int }

// F1 returns precision, recall and their harmonic mean, GAP's measure over both genders.
func (m Measure) F1() (precision, recall, f1 float64) {
	share := func(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
	return share(m.Right, m.Found), share(m.Right, m.Wanted), share(2*m.Right, m.Found+m.Wanted)
}

// CrossValidate measures the ranker on passages that it was not trained on: every passage whose number leaves the same
// remainder when divided by folds, with the weights that all others and GUM's files give. The file must have both names'
// spans; progress is called after every fold.
func CrossValidate(file string, gum []string, o antecedent.Options, folds int, progress func(fold int, m Measure)) (Measure, error) {
	var all Measure
	model, err := text.Load()
	if err != nil {
		return all, err
	}
	for f := range folds {
		w, err := pronouns(GAP{File: file, Keep: func(n int) bool { return n%folds != f }}, gum, o)
		if err != nil {
			return all, err
		}
		var m Measure
		held := GAP{File: file, Keep: func(n int) bool { return n%folds == f }}
		if err := held.each(func(d *passage) { m.add(d, model, w) }); err != nil {
			return all, err
		}
		progress(f, m)
		all.Right, all.Found, all.Wanted = all.Right+m.Right, all.Found+m.Found, all.Wanted+m.Wanted
	}
	return all, nil
}

// add counts one passage.
func (m *Measure) add(d *passage, model *text.Model, w *antecedent.Weights) {
	offsets := byteOffsets(d.Text)
	var meant antecedent.Candidate
	for _, c := range actor.Choices(text.Split(d.Text), model, w) {
		if c.Start == offsets[d.Pronoun.Start] {
			meant = c.Candidates[w.Best(c)]
		}
	}
	for _, n := range []gapSpan{d.A, d.B} {
		found := named(meant, n, offsets)
		if found {
			m.Found++
		}
		if n.Coref {
			m.Wanted++
		}
		if found && n.Coref {
			m.Right++
		}
	}
}
