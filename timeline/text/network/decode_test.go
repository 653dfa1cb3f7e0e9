package network

import (
	"testing"

	"pgregory.net/rapid"
)

// TestTree holds the decoder to a search through all trees of short sentences.
func TestTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "tokens")
		stride := n + 1
		score := make([]float32, n*stride)
		for i := range score {
			score[i] = float32(rapid.IntRange(-100, 100).Draw(t, "score"))
		}
		head := make([]int32, n)
		var work TreeWork
		Tree(score, n, stride, head, &work)
		if !projectiveTree(head, &work) {
			t.Fatalf("%v is no projective tree with one root", head)
		}
		total := func(head []int32) (sum float32) {
			for d, h := range head {
				sum += score[d*stride+int(h)]
			}
			return sum
		}
		best, try := never, make([]int32, n)
		var search func(d int)
		search = func(d int) {
			if d == n {
				if projectiveTree(try, &work) {
					best = max(best, total(try))
				}
				return
			}
			for h := range n + 1 {
				if h != d {
					try[d] = int32(h)
					search(d + 1)
				}
			}
		}
		search(0)
		if got := total(head); got != best {
			t.Fatalf("tree %v has score %v, the best one %v", head, got, best)
		}
	})
}
