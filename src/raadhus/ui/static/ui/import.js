// Sends the chosen files one at a time, so that each result is seen when it is there.
"use strict";
document.querySelectorAll("[data-import]").forEach((form) => {
	form.onsubmit = async (event) => {
		const files = [...form.querySelector("[type=file]").files];
		if (files.length < 2) return;
		event.preventDefault();
		const report = form.parentElement.querySelector("[data-import-report]");
		const progress = report.querySelector("progress");
		const button = form.querySelector("[type=submit]");
		report.hidden = !(button.disabled = true);
		progress.max = files.length;
		progress.value = 0;
		for (const file of files) {
			const body = new FormData(form);
			body.set("documents", file);
			const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
			if (!answer.ok) return form.submit();
			report.querySelector("tbody").insertAdjacentHTML("beforeend", await answer.text());
			progress.value += 1;
		}
		button.disabled = false;
		form.reset();
	};
});
