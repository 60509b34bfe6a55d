// Word writes lists as paragraphs with its own styles: make them lists. Everything else is judged by the editor's schema.

const LEVEL = /mso-list:[^;"']*level(\d)/;

function pointOf(paragraph) {
  const ignored = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  const ordered = /^\s*\(?\w+[.)]/.test(ignored?.textContent ?? "") && !/^\s*o\s/.test(ignored.textContent);
  ignored?.remove();
  return { level: Number(LEVEL.exec(paragraph.getAttribute("style"))[1]), ordered };
}

export function cleanPaste(html) {
  if (!html.includes("mso-list")) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  let open = []; // the lists that are open, outermost first
  for (const paragraph of page.querySelectorAll("p")) {
    if (!LEVEL.test(paragraph.getAttribute("style") ?? "")) {
      open = [];
      continue;
    }
    if (open.length && paragraph.previousElementSibling !== open[0]) open = [];
    const { level, ordered } = pointOf(paragraph);
    open.length = Math.min(open.length, level);
    while (open.length < level) {
      const list = page.createElement(ordered ? "ol" : "ul");
      const parent = open.at(-1);
      if (parent) (parent.lastElementChild ?? parent.appendChild(page.createElement("li"))).append(list);
      else paragraph.before(list);
      open.push(list);
    }
    const item = page.createElement("li");
    open.at(-1).append(item);
    item.append(paragraph);
  }
  return page.body.innerHTML;
}
