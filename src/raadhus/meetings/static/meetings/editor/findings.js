// The linter's findings beside each section: fetched as HTML after what was typed is saved; safe corrections by a button.

const SOON = 1500;

export function prepareFindings(form, page) {
  let soon = null;
  const slots = () => form.querySelectorAll("[data-findings]");
  const fetched = async () => {
    soon = null;
    const answer = await fetch(page.findings).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const slot of slots()) {
      const made = found.querySelector(`[data-findings="${slot.dataset.findings}"]`);
      // Nobody's pen is taken away: a list in which one stands just now is left alone.
      if (made && !slot.contains(document.activeElement) && slot.innerHTML !== made.innerHTML) slot.replaceChildren(...made.childNodes);
    }
  };
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-fix]");
    if (!button) return;
    const place = button.closest("[data-findings]").dataset.findings;
    const text = page.savers.find((saver) => saver.text.place === place)?.text;
    if (text?.correct(button.dataset)) button.closest("li").remove();
    else page.say(page.texts.cannotFix);
  });
  return () => (soon ??= setTimeout(fetched, SOON));
}

// Where `found` stands in a text: with what is around it, with less of that, alone; -1 unless there is exactly one place.
export function placeOf(text, { before, found, after }) {
  for (const length of [30, 10, 3, 0]) {
    const [left, right] = [length ? before.slice(-length) : "", after.slice(0, length)];
    const at = text.indexOf(left + found + right);
    if (at >= 0 && text.indexOf(left + found + right, at + 1) < 0) return at + left.length;
  }
  return -1;
}
