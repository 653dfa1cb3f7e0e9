package score

import (
	"strings"
)

// align pairs gold and system words in text order.
func align(gold, system []node) [][2]int {
	var pairs [][2]int
	for i, j := 0, 0; i < len(gold) && j < len(system); {
		if n := shared(gold[i:]); n > 1 {
			from := j
			for from < len(system) && system[from].Start < gold[i].Start {
				from++
			}
			to := from
			for to < len(system) && system[to].End <= gold[i].End {
				to++
			}
			for _, p := range subsequence(gold[i:i+n], system[from:to]) {
				pairs = append(pairs, [2]int{i + p[0], from + p[1]})
			}
			i, j = i+n, to
			continue
		}
		g, s := gold[i].Span, system[j].Span
		switch {
		case g == s:
			pairs = append(pairs, [2]int{i, j})
			i++
			j++
		case g.Start < s.Start || g.Start == s.Start && g.End < s.End:
			i++
		default:
			j++
		}
	}
	return pairs
}

// shared returns how many words from the first on have the same span.
func shared(nodes []node) int {
	n := 1
	for n < len(nodes) && nodes[n].Span == nodes[0].Span {
		n++
	}
	return n
}

// subsequence returns a longest common subsequence by form, letter case ignored.
func subsequence(a, b []node) [][2]int {
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	same := func(i, j int) bool { return strings.EqualFold(a[i].form, b[j].form) }
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if same(i, j) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case same(i, j):
			pairs = append(pairs, [2]int{i, j})
			i++
			j++
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
