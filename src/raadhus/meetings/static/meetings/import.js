// Sends the chosen files one at a time, so that each result is seen when it is there. Without this file they are sent together.
"use strict";

async function sendEach(form, files) {
  const report = form.parentElement.querySelector("[data-import-report]");
  const rows = report.querySelector("tbody");
  const progress = report.querySelector("progress");
  const button = form.querySelector("button[type=submit]");
  report.hidden = false;
  button.disabled = true;
  progress.max = files.length;
  progress.value = 0;
  for (const file of files) {
    const data = new FormData(form);
    data.delete("documents");
    data.append("documents", file);
    const answer = await fetch(form.action, { method: "POST", body: data, headers: { "HX-Request": "true" } });
    if (!answer.ok) return form.submit();
    rows.insertAdjacentHTML("beforeend", await answer.text());
    progress.value += 1;
  }
  button.disabled = false;
  form.reset();
}

document.querySelectorAll("form[data-import]").forEach((form) =>
  form.addEventListener("submit", (event) => {
    const files = [...form.querySelector("input[type=file]").files];
    if (files.length < 2) return;
    event.preventDefault();
    sendEach(form, files);
  })
);
