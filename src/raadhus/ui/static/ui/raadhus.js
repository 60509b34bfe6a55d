// What HTML cannot do alone. Every page works without this file; it only saves a click or a scroll.
"use strict";

// A dialog is written as a details element; with scripts it opens as a real modal, which keeps the focus inside.
function makeDialog(fold) {
  const body = fold.querySelector(".dialog-body");
  const opener = fold.querySelector("summary");
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  dialog.className = "modal";
  dialog.setAttribute("aria-labelledby", body.getAttribute("aria-labelledby"));
  close.type = "button";
  close.className = "function-link modal-dismiss";
  close.textContent = document.documentElement.lang === "en" ? "Close" : "Luk";
  close.addEventListener("click", () => dialog.close());
  dialog.append(close, ...body.childNodes);
  body.remove();
  fold.after(dialog);
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    if (event.target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("close", () => opener.focus());
  if (fold.open || dialog.querySelector("[aria-invalid='true']")) {
    fold.open = false;
    dialog.showModal();
  }
}

const ready = new WeakSet();

function prepare(scope) {
  const each = (selector, make) =>
    scope.querySelectorAll(selector).forEach((element) => {
      if (ready.has(element)) return;
      ready.add(element);
      make(element);
    });
  each("[data-dialog]", makeDialog);
  each("[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  each("[data-copy]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => navigator.clipboard.writeText(button.dataset.copy));
  });
  // A filter that only chooses from a list shows its result at once.
  each("select[data-autosubmit]", (select) => select.addEventListener("change", () => select.form.requestSubmit()));
}

// Menus fold together when one looks elsewhere.
function closeMenus(except) {
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    if (!menu.contains(except)) menu.open = false;
  });
}

document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("focusin", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.activeElement.closest("details[data-menu][open]");
    if (menu) menu.querySelector("summary").focus();
    closeMenus(null);
  }
  // "/" goes to the search field, as in most registers
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.getElementById("site-search-field");
    if (field && !event.target.closest("input, textarea, select, [contenteditable]")) {
      event.preventDefault();
      field.focus();
    }
  }
});

// A form is sent once, however often the button is pressed. A page that is shown again from the history starts afresh.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

document.addEventListener("DOMContentLoaded", () => prepare(document));
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt.parentElement || document));
// htmx asks as the person who is logged in: the token is in the page's cookie-bound form fields
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("[name='csrfmiddlewaretoken']");
  if (token) event.detail.headers["X-CSRFToken"] = token.value;
});
