// What is pasted, made ready for the editor's schema, which judges everything else. Word writes lists as paragraphs with
// styles of its own; the page's security policy forbids style attributes, so they are read under another name.

const LEVEL = /mso-list:[^;]*level(\d)/;
const STRONG = /font-weight:\s*(bold|[6-9]00)/;
const NOT_STRONG = /font-weight:\s*(normal|400)/;
const SLANTED = /font-style:\s*italic/;

export function cleanPaste(html) {
  const bare = html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-look=").replace(/\son\w+\s*=/gi, " data-act="));
  const page = new DOMParser().parseFromString(bare, "text/html");
  lists(page);
  for (const element of page.querySelectorAll("[data-look]")) marked(page, element, element.dataset.look);
  return page.body.innerHTML;
}

// Bold and italic that were said by a style; Google Docs wraps everything in a <b> that is not bold.
function marked(page, element, look) {
  element.removeAttribute("data-look");
  if (element.tagName === "B" && NOT_STRONG.test(look)) return element.replaceWith(...element.childNodes);
  if (element.tagName !== "SPAN") return;
  for (const [pattern, tag] of [[STRONG, "strong"], [SLANTED, "em"]])
    if (pattern.test(look)) {
      const mark = page.createElement(tag);
      mark.append(...element.childNodes);
      element.append(mark);
    }
}

function lists(page) {
  let open = []; // the lists that are open, outermost first
  for (const paragraph of page.querySelectorAll("p")) {
    const level = Number(LEVEL.exec(paragraph.dataset.look ?? "")?.[1]);
    if (!level || paragraph.previousElementSibling !== open[0]) open = [];
    if (!level) continue;
    const marker = paragraph.querySelector("[data-look*='mso-list:Ignore'], [data-look*='mso-list: Ignore']");
    const ordered = /^\s*\(?\w+[.)]/.test(marker?.textContent ?? "");
    marker?.remove();
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
}
