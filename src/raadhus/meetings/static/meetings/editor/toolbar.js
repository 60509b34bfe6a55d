// One toolbar for all sections: its buttons act where one last wrote. Arrow keys go along it, Alt+F10 leads to it.

const COMMANDS = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  heading: (chain) => chain.toggleHeading({ level: 1 }),
  subheading: (chain) => chain.toggleHeading({ level: 2 }),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  addRow: (chain) => chain.addRowAfter(),
  addColumn: (chain) => chain.addColumnAfter(),
  deleteRow: (chain) => chain.deleteRow(),
  deleteColumn: (chain) => chain.deleteColumn(),
  deleteTable: (chain) => chain.deleteTable(),
};
const ACTIVE = { heading: ["heading", { level: 1 }], subheading: ["heading", { level: 2 }] };

export function prepareToolbar(bar, page) {
  const buttons = [...bar.querySelectorAll("button, summary")];
  buttons.forEach((button, place) => (button.tabIndex = place ? -1 : 0));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") page.current?.focus();
    const shown = buttons.filter((button) => button.offsetParent);
    const next = step && shown[(shown.indexOf(event.target) + step + shown.length) % shown.length];
    if (!next) return;
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });
  bar.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-command]")?.dataset.command;
    const editor = page.current?.editor;
    if (!name || !editor) return;
    if (name === "link") return linkDialog(editor, page);
    page.current.focus();
    COMMANDS[name](editor.chain()).run();
  });
  return () => {
    const editor = page.current?.editor;
    for (const button of bar.querySelectorAll("[data-command]")) {
      const name = button.dataset.command;
      button.disabled = !editor;
      if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", Boolean(editor?.isActive(...(ACTIVE[name] ?? [name]))));
      if (button.dataset.within) button.hidden = !editor?.isActive(button.dataset.within);
    }
  };
}

function linkDialog(editor, page) {
  const dialog = document.querySelector("[data-link-dialog]");
  const [field, refused] = [dialog.querySelector("input"), dialog.querySelector("[role=alert]")];
  field.value = editor.getAttributes("link").href ?? "";
  refused.textContent = "";
  dialog.showModal();
  field.select();
  dialog.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    const said = field.value.trim();
    const href = said && !/^[a-z]+:/i.test(said) ? (said.includes("@") ? `mailto:${said}` : `https://${said}`) : said;
    if (href && !/^(https?:|mailto:|tel:)[^\s<>"'\\]+$/i.test(href)) return (refused.textContent = page.texts.badLink);
    dialog.close();
    editor.view.focus();
    const chain = editor.chain().extendMarkRange("link");
    if (!href) return chain.unsetMark("link").run();
    if (editor.state.selection.empty && !editor.isActive("link"))
      return chain.insertContent({ type: "text", text: said, marks: [{ type: "link", attrs: { href } }] }).run();
    chain.setMark("link", { href }).run();
  };
}
