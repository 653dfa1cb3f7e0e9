package network

// Tree turns scores into the best projective tree with one root. score[d*stride+h] is the score of
// governor h for token d, where h = n stands for the root. head gets the governors, n for the root.
//
// Mostly the best governors of all tokens already make such a tree; only otherwise Eisner's
// algorithm (Eisner 1996) runs, in time cubic in n.
func Tree(score []float32, n, stride int, head []int32, work *TreeWork) {
	for d := range n {
		best := -1
		for h := 0; h <= n; h++ {
			if h != d && (best < 0 || score[d*stride+h] > score[d*stride+best]) {
				best = h
			}
		}
		head[d] = int32(best)
	}
	if projectiveTree(head[:n], work) {
		return
	}
	work.eisner(score, n, stride, head)
}

// TreeWork is memory that Tree uses again.
type TreeWork struct {
	seen             []int32
	open, closed     [2][]float32 // best score of a span by its first and last token; [1]: the first governs
	openAt, closedAt [2][]int32
}

// projectiveTree reports whether the governors make one projective tree with one root.
func projectiveTree(head []int32, work *TreeWork) bool {
	n := int32(len(head))
	roots := 0
	for _, h := range head {
		if h == n {
			roots++
		}
	}
	return roots == 1 && nested(head) && acyclic(head, work)
}

// nested reports whether no arc crosses another one or spans the root's token: the governors of the
// tokens under an arc lie under it too.
func nested(head []int32) bool {
	n := int32(len(head))
	for d, h := range head {
		if h == n {
			continue
		}
		low, high := min(int32(d), h), max(int32(d), h)
		for k := low + 1; k < high; k++ {
			if head[k] < low || head[k] > high {
				return false
			}
		}
	}
	return true
}

// acyclic reports whether every token leads to the root.
func acyclic(head []int32, work *TreeWork) bool {
	n := int32(len(head))
	work.seen = resize(work.seen, len(head))
	clear(work.seen)
	for i := range n {
		j := i
		for j != n && work.seen[j] == 0 {
			work.seen[j] = i + 1
			j = head[j]
		}
		if j != n && work.seen[j] == i+1 {
			return false
		}
	}
	return true
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

const never = float32(-1e30)

// eisner fills in head with the best projective tree over the tokens; the root takes one token.
func (w *TreeWork) eisner(score []float32, n, stride int, head []int32) {
	size := n * n
	for side := range 2 {
		w.open[side], w.closed[side] = resize(w.open[side], size), resize(w.closed[side], size)
		w.openAt[side], w.closedAt[side] = resize(w.openAt[side], size), resize(w.closedAt[side], size)
	}
	for i := range n {
		w.closed[0][i*n+i], w.closed[1][i*n+i] = 0, 0
	}
	for length := 1; length < n; length++ {
		for i := 0; i+length < n; i++ {
			j := i + length
			w.span(score, n, stride, i, j)
		}
	}
	best, root := never, 0
	for r := range n {
		s := w.closed[0][0*n+r] + w.closed[1][r*n+n-1] + score[r*stride+n]
		if s > best || r == 0 {
			best, root = s, r
		}
	}
	head[root] = int32(n)
	w.trace(n, 0, root, 0, true, head)
	w.trace(n, root, n-1, 1, true, head)
}

// span fills in the four entries of the span from token i to token j. Side 1: i governs.
func (w *TreeWork) span(score []float32, n, stride, i, j int) {
	at := i*n + j
	best, split := never, i
	for k := i; k < j; k++ {
		if s := w.closed[1][i*n+k] + w.closed[0][(k+1)*n+j]; s > best {
			best, split = s, k
		}
	}
	w.open[0][at], w.openAt[0][at] = best+score[i*stride+j], int32(split)
	w.open[1][at], w.openAt[1][at] = best+score[j*stride+i], int32(split)
	best, split = never, i
	for k := i; k < j; k++ {
		if s := w.closed[0][i*n+k] + w.open[0][k*n+j]; s > best {
			best, split = s, k
		}
	}
	w.closed[0][at], w.closedAt[0][at] = best, int32(split)
	best, split = never, j
	for k := i + 1; k <= j; k++ {
		if s := w.open[1][i*n+k] + w.closed[1][k*n+j]; s > best {
			best, split = s, k
		}
	}
	w.closed[1][at], w.closedAt[1][at] = best, int32(split)
}

// trace reads the arcs of a span off the tables.
func (w *TreeWork) trace(n, i, j, side int, complete bool, head []int32) {
	if i == j {
		return
	}
	at := i*n + j
	if complete {
		k := int(w.closedAt[side][at])
		if side == 0 {
			w.trace(n, i, k, 0, true, head)
			w.trace(n, k, j, 0, false, head)
		} else {
			w.trace(n, i, k, 1, false, head)
			w.trace(n, k, j, 1, true, head)
		}
		return
	}
	k := int(w.openAt[side][at])
	if side == 0 {
		head[i] = int32(j)
	} else {
		head[j] = int32(i)
	}
	w.trace(n, i, k, 1, true, head)
	w.trace(n, k+1, j, 0, true, head)
}
