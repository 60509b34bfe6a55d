// Notes are saved while one writes; chosen text is marked. Forms do it too.
"use strict";
document.querySelectorAll("[data-note]").forEach((form) => {
	let timer, turn;
	const says = form.querySelector("output");
	const later = (wait) => {
		clearTimeout(timer);
		timer = setTimeout(() => (turn = Promise.resolve(turn).then(save)), wait);
	};
	async function save() {
		try {
			const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
			const told = await answer.json();
			says.textContent = told.text ? `${told.said} »${told.text}«` : told.said;
			if (answer.ok) form.revision.value = told.revision;
		} catch {
			says.textContent = form.dataset.lost;
			later(5000);
		}
	}
	form.oninput = () => later(800);
});
const mark = document.querySelector("[data-mark]");
document.onselectionchange = () => {
	const chosen = getSelection();
	const at = chosen.rangeCount && chosen.getRangeAt(0).startContainer;
	const block = mark && at && (at.closest ? at : at.parentElement).closest("[data-block]");
	if (!block || chosen.isCollapsed) return;
	const form = mark.querySelector("form");
	form.quote.value = chosen;
	form.block.value = block.dataset.block;
	form.section.value = block.closest("[data-section]").dataset.section;
	mark.open = true;
};
