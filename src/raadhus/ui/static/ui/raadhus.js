// What HTML cannot do alone; pages work without it.
"use strict";
const on = (name, act) => document.addEventListener(name, act);

// A dialog is a details element; with scripts it opens as a real modal.
function makeDialog(fold) {
	const body = fold.querySelector(".dialog-body");
	const opener = fold.querySelector("summary");
	const dialog = document.createElement("dialog");
	dialog.className = "modal";
	dialog.setAttribute("aria-labelledby", body.getAttribute("aria-labelledby"));
	dialog.append(...body.childNodes);
	dialog.querySelector(".modal-dismiss").hidden = false;
	body.remove();
	fold.after(dialog);
	opener.setAttribute("aria-haspopup", "dialog");
	opener.onclick = (event) => {
		event.preventDefault();
		dialog.showModal();
	};
	dialog.onclick = ({ target }) => void (target === dialog && dialog.close());
	dialog.onclose = () => opener.focus();
	if (fold.open || dialog.querySelector("[aria-invalid='true']")) {
		fold.open = false;
		dialog.showModal();
	}
}

const ready = new WeakSet();
function prepare(scope) {
	const each = (selector, make) =>
		scope.querySelectorAll(selector).forEach((one) => ready.has(one) || (ready.add(one), make(one)));
	each("[data-dialog]", makeDialog);
	each("[data-print]", (one) => ((one.hidden = false), (one.onclick = () => print())));
}

// Menus fold when one looks elsewhere.
const closeMenus = (except) =>
	document.querySelectorAll("[data-menu][open]").forEach((menu) => (menu.open = menu.contains(except)));
for (const name of ["click", "focusin"]) on(name, (event) => closeMenus(event.target));
on("keydown", (event) => {
	if (event.key === "Escape") {
		const menu = document.activeElement.closest("[data-menu][open]");
		menu ? menu.querySelector("summary").focus() : document.activeElement.blur();
		closeMenus(null);
	}
	const calm = event.key === " " || event.key === "Enter" ? event.target === document.body : !event.target.closest("[tabindex='0']");
	if (calm && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest(FIELDS) && take(event.key)) event.preventDefault();
});

// A key that something names, such as "/": a field gets the focus, anything else is pressed. What is written while an answer
// is awaited waits too, and is letters where a field has the focus.
const FIELDS = "input,textarea,select,[contenteditable]";
let waiting = [];
function take(key) {
	const named = [...document.querySelectorAll("[data-key]")].filter((one) => one.dataset.key === key).pop();
	if (document.querySelector(".htmx-request,.htmx-settling")) return (named || key.length === 1) && waiting.push(key);
	if (document.activeElement.matches(FIELDS)) key.length === 1 && document.execCommand("insertText", false, key);
	else if (named) named[named.matches(FIELDS) ? "focus" : "click"]();
	return named;
}
for (const name of ["htmx:afterSettle", "htmx:afterRequest"])
	on(name, ({ detail }) => {
		if (!detail.successful) waiting = [];
		setTimeout(() => waiting.splice(0).forEach(take));
	});

// A form is sent once; from the history it starts afresh.
on("submit", (event) => {
	const form = event.target;
	if (form.method !== "post" || form.hasAttribute("hx-post")) return;
	if (form.dataset.sent) event.preventDefault();
	form.dataset.sent = "1";
});
addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent));

on("DOMContentLoaded", () => prepare(document));
on("htmx:load", (event) => prepare(event.detail.elt.parentElement || document));
on("htmx:configRequest", (event) => {
	const token = document.querySelector("[name='csrfmiddlewaretoken']");
	if (token) event.detail.headers["X-CSRFToken"] = token.value;
});
