// Offers: form (build, show): the controls of the filter.

const form = (() => {
	const box = byId("filter-form"), parts = {}, SHOWN = 8, MOST = 200;
	const input = (name, attributes) => (parts[name] = el("input", { name, oninput: () => read(name), ...attributes }));
	const later = (wait) => {
		let timer;
		return (f) => {
			clearTimeout(timer);
			timer = setTimeout(f, wait);
		};
	};
	const typed = later(120);

	function read(name) {
		const value = parts[name].value;
		if (name === "sure") {
			filter.sure = Number(value) / 100;
			parts.least.textContent = sureWords();
		} else {
			filter[name] = value;
		}
		if (name === "from" || name === "to") parts[name].setAttribute("aria-invalid", Boolean(value.trim()) && !parseDate(value));
		typed(filterChanged);
	}

	const sureWords = () => (filter.sure ? `at least ${percent(filter.sure)}` : "any");

	// facet is a list of values to choose from, the most frequent first.
	function facet(name, title) {
		const list = el("div"), search = el("input", { type: "search", placeholder: "Find…", "aria-label": `Find in ${title}`, oninput: () => show() });
		const more = el("button.quiet", { type: "button", onclick: () => { all = !all; show(); } });
		const part = el("fieldset.facet", null, el("legend", null, title), search, list, more);
		let all = false, counts = new Map();

		function show() {
			const { name: named, fixed } = FACETS[name], wanted = fold(search.value);
			let values = fixed ? fixed.filter((v) => known.get(name).has(v)) : [...known.get(name).keys()];
			const n = (v) => counts.get(v) || 0;
			if (!fixed) values.sort((a, b) => filter[name].has(b) - filter[name].has(a) || n(b) - n(a) || known.get(name).get(b) - known.get(name).get(a));
			if (wanted) values = values.filter((v) => fold(named(v)).includes(wanted));
			const total = values.length;
			values = values.slice(0, all || wanted ? MOST : SHOWN);
			clear(list, ...values.map((v) => el(n(v) ? "label" : "label.none", { title: named(v) },
				el("input", { type: "checkbox", name, checked: filter[name].has(v), onchange: (c) => { if (c.target.checked) filter[name].add(v); else filter[name].delete(v); filterChanged(); } }),
				name === "status" ? glyph(v) : null, el("span", { dir: "auto" }, named(v)), el("small", null, number(n(v))))));
			search.hidden = known.get(name).size <= SHOWN;
			more.hidden = total <= SHOWN || Boolean(wanted);
			more.textContent = all ? "Fewer" : total > MOST ? `${MOST} of ${number(total)}` : `All ${number(total)}`;
			part.hidden = known.get(name).size < 2 && !filter[name].size;
		}
		return { part, show: (c) => { counts = c; show(); } };
	}

	// known are all values of each facet, with how often they come.
	const known = new Map(Object.entries(FACETS).map(([name, facet]) => {
		const counts = new Map();
		for (const e of events) for (const v of facet.values(e)) counts.set(v, (counts.get(v) || 0) + 1);
		return [name, counts];
	}));

	const facets = Object.entries(FACETS).map(([name, { title }]) => [name, facet(name, title)]);
	parts.least = el("output", { for: "sure" }, "any");
	box.append(
		el("label.field", null, el("span", null, "Search"), input("words", { type: "search", placeholder: "words, names, places…", enterkeyhint: "search" })),
		el("fieldset", null, el("legend", null, "Dates"), el("div.pair", null,
			input("from", { type: "text", placeholder: "from 2019-03", "aria-label": "From date", spellcheck: "false" }), input("to", { type: "text", placeholder: "to 50 BC", "aria-label": "To date", spellcheck: "false" }))),
		...facets.map(([, f]) => f.part),
		el("label.field", null, el("span", null, "Confidence: ", parts.least), input("sure", { type: "range", min: 0, max: 100, step: 5, value: 0, id: "sure", "aria-label": "Least confidence in percent" })),
	);
	box.addEventListener("submit", (s) => s.preventDefault());

	return {
		search: parts.words,
		// show writes the filter into the controls that the reader is not typing in, and the counts beside the values.
		show(counts) {
			for (const name of ["words", "from", "to"]) if (parts[name].value !== filter[name]) parts[name].value = filter[name];
			parts.sure.value = Math.round(filter.sure * 100);
			parts.least.textContent = sureWords();
			for (const [name, f] of facets) f.show(counts[name]);
		},
	};
})();
