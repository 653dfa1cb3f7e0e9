package maxent

import "math/bits"

// table numbers hashes. It is searched onwards from the slot that a hash chooses. A slot holds the bits of a hash but the last rowBits, and there the number of its row and one; 0 is free. Most of those
// bits choose the slot, so that about as much of a hash is compared as it has.
type table []uint64

const (
	rowBits  = 16
	mostRows = 1<<rowBits - 1
	tagBits  = ^uint64(mostRows)
)

// tableOf numbers hashes that are all different, no more than mostRows, by their places.
func tableOf(hashes []uint64) table {
	t := make(table, 1<<bits.Len(uint(2*len(hashes)))) // no more than half full
	for row, hash := range hashes {
		k := int(hash) & (len(t) - 1)
		for t[k] != 0 {
			k = (k + 1) & (len(t) - 1)
		}
		t[k] = hash&tagBits | uint64(row+1)
	}
	return t
}

// find gives the row of a hash, -1 where it has none.
func (t table) find(hash uint64) int {
	if len(t) == 0 {
		return -1
	}
	for k := int(hash); ; k++ {
		held := t[k&(len(t)-1)]
		if held == 0 || held&tagBits == hash&tagBits {
			return int(held&mostRows) - 1
		}
	}
}
