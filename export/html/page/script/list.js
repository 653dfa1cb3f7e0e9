// Offers: feed(element, headings): a list of events of which only what is near the window stands in the
// document. Events come in chunks; one that is far away is a box of the height it had, or is guessed to have.

const CHUNK = 40;
const PRINTED = 5000; // the most events that go to a printer

function feed(box, headings) {
	let list = [], chunks = [], guess = 118;

	const watch = new IntersectionObserver((entries) => {
		for (const entry of entries) {
			if (entry.isIntersecting) fill(entry.target);
			else empty(entry.target);
		}
	}, { rootMargin: "1400px 0px" });

	// An event stands under the year of its beginning; those whose beginning is open come before all others.
	const headingOf = (e) => (Number.isFinite(e.from) ? yearName(civil(e.from).year) : "Beginning open");

	function fill(chunk) {
		if (chunk.filled) return;
		chunk.filled = true;
		const items = [];
		for (let i = chunk.first; i < Math.min(chunk.first + CHUNK, list.length); i++) {
			const heads = headings && (i === 0 || headingOf(list[i - 1]) !== headingOf(list[i]));
			items.push(articleOf(list[i], i, list.length, heads ? headingOf(list[i]) : null));
		}
		clear(chunk, ...items);
		chunk.style.height = "";
		for (const item of items) if (item.event === current) mark(item);
	}

	function empty(chunk) {
		if (!chunk.filled || chunk.contains(document.activeElement) || printing) return;
		const height = chunk.offsetHeight;
		if (height) guess = height / chunk.childElementCount;
		chunk.filled = false;
		chunk.style.height = height + "px";
		clear(chunk);
	}

	return {
		show(shown) {
			list = shown;
			watch.disconnect();
			chunks = [];
			for (let i = 0; i < list.length; i += CHUNK) {
				const chunk = el("div.chunk", { role: "presentation" });
				chunk.first = i;
				chunk.style.height = Math.min(CHUNK, list.length - i) * guess + "px";
				chunks.push(chunk);
			}
			clear(box, ...chunks);
			if (chunks.length) fill(chunks[0]);
			for (const chunk of chunks) watch.observe(chunk);
		},
		// find puts the event into the document and gives its article; null where the list does not have it.
		find(e) {
			const at = list.indexOf(e);
			if (at < 0) return null;
			fill(chunks[Math.floor(at / CHUNK)]);
			return byId(e.id);
		},
		fillAll: () => chunks.slice(0, PRINTED / CHUNK).forEach(fill),
		list: () => list,
	};
}

let printing = false;
