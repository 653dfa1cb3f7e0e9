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

// countOrders adds to n the numeric dates that can only be read month first, and only day first.
func countOrders(text string, found []expr, n [2]int) [2]int {
	for k := range found {
		e := &found[k]
		if e.rule != ruleNumeric && e.rule != ruleNumeric+"+clock" || e.ambiguous || !e.parts.has(hasDay) || !isDigit(text[e.start]) {
			continue
		}
		first := int(text[e.start] - '0')
		if isDigit(text[e.start+1]) {
			first = first*10 + int(text[e.start+1]-'0')
			if isDigit(text[e.start+2]) {
				continue // year first
			}
		}
		if first == e.parts.month && e.parts.day > 12 {
			n[0]++
		} else if first == e.parts.day && e.parts.day > 12 {
			n[1]++
		}
	}
	return n
}
