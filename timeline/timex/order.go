package timex

// settleOrder decides once for the whole article how its open numeric dates are read: as its unambiguous ones are, else as
// the caller says, else month first. Where nothing settles it they stay flagged as ambiguous.
func settleOrder(found []expr, unambiguous [2]int, o DateOrder) {
	order, settled := o, o != AutoOrder
	if unambiguous[0] > 0 && unambiguous[1] == 0 {
		order, settled = MonthFirst, true
	}
	if unambiguous[1] > 0 && unambiguous[0] == 0 {
		order, settled = DayFirst, true
	}
	for k := range found {
		e := &found[k]
		if !e.ambiguous {
			continue
		}
		if order == DayFirst {
			e.parts.month, e.parts.day = e.parts.day, e.parts.month
		}
		e.ambiguous = !settled && e.parts.month != e.parts.day
	}
}
