// Offers: el, textOf, byId, clear, number, percent. Texts become text nodes, never markup.

const byId = (id) => document.getElementById(id);

// el makes an element of "tag.class", its attributes or on… listeners, and its children; null is left out.
function el(spec, attributes, ...children) {
	const [tag, ...classes] = spec.split(".");
	const e = document.createElement(tag);
	if (classes.length) e.className = classes.join(" ");
	for (const [name, value] of Object.entries(attributes || {})) {
		if (name.startsWith("on")) e.addEventListener(name.slice(2), value);
		else if (value === true) e.setAttribute(name, "");
		else if (value !== false && value != null) e.setAttribute(name, value);
	}
	e.append(...children.filter((c) => c != null));
	return e;
}

// textOf shows a text from an article: isolated, so that its direction stays its own.
const textOf = (text, tag = "span", lang) => el(tag + ".text", { dir: "auto", lang }, text);

function clear(e, ...children) {
	e.replaceChildren(...children);
	return e;
}

const number = (n) => n.toLocaleString("en");
const percent = (x) => Math.round(x * 100) + "%";
