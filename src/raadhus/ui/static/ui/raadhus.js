// What HTML cannot do alone. Every page works without this file.
"use strict";
const on = (name, act) => document.addEventListener(name, act);

// A dialog is a details element; with scripts it opens as a real modal.
function makeDialog(fold) {
	const body = fold.querySelector(".dialog-body");
	const opener = fold.querySelector("summary");
	const make = (name, of) => Object.assign(document.createElement(name), of);
	const dialog = make("dialog", { className: "modal" });
	const textContent = document.documentElement.lang === "en" ? "Close" : "Luk";
	const close = make("button", { type: "button", className: "function-link modal-dismiss", textContent });
	dialog.setAttribute("aria-labelledby", body.getAttribute("aria-labelledby"));
	dialog.append(close, ...body.childNodes);
	body.remove();
	fold.after(dialog);
	opener.setAttribute("aria-haspopup", "dialog");
	opener.onclick = (event) => {
		event.preventDefault();
		dialog.showModal();
	};
	dialog.onclick = ({ target }) => {
		if (target === dialog || target === close || target.closest("[data-close]")) dialog.close();
	};
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
	const press = (selector, act) => each(selector, (one) => ((one.hidden = false), (one.onclick = () => act(one))));
	each("[data-dialog]", makeDialog);
	press("[data-print]", () => print());
	press("[data-copy]", (one) => navigator.clipboard.writeText(one.dataset.copy));
	// A filter that only chooses from a list shows its result at once.
	each("select[data-autosubmit]", (one) => (one.onchange = () => one.form.requestSubmit()));
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
	// A key that something names, such as "/": a field gets the focus, anything else is pressed; not while an answer is awaited.
	const named = [...document.querySelectorAll("[data-key]")].filter((one) => one.dataset.key === event.key).pop();
	const calm = event.key !== "Enter" || event.target === document.body;
	if (named && calm && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input,textarea,select,[contenteditable],[tabindex='0']")) {
		event.preventDefault();
		if (!document.querySelector(".htmx-request")) named[named.matches("input,textarea") ? "focus" : "click"]();
	}
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
