// The editor of one section: django-prose-editor's module with exactly what the block model holds.
import { hunks } from "./hunks.js";
import { placeOf } from "./findings.js";
import { cleanPaste } from "./pasting.js";

const LARGEST_PASTE = 1_000_000;
const LINKABLE = /^(https?:|mailto:|tel:)[^\s<>"'\\]+$/i;

// The same set of extensions for every section of the page.
export function schemaOf(module) {
  const { Document, Paragraph, Text, HardBreak, Bold, Italic, Heading, BulletList, OrderedList, ListItem } = module;
  const { Table, TableRow, TableHeader, TableCell, Gapcursor, UndoRedo, Mark, Node } = module;
  const kept = (name) => ({ default: null, parseHTML: (dom) => dom.getAttribute(`data-${name}`), renderHTML: (attrs) => (attrs[name] ? { [`data-${name}`]: attrs[name] } : {}) });
  const cell = (tag) => ({
    content: "paragraph+",
    addAttributes: () => ({ colspan: { default: 1, parseHTML: () => 1 }, rowspan: { default: 1, parseHTML: () => 1 }, colwidth: { default: null, parseHTML: () => null } }),
    parseHTML: () => [{ tag }],
  });
  const Link = Mark.create({
    name: "link",
    inclusive: false,
    addAttributes: () => ({ href: { default: null } }),
    parseHTML: () => [{ tag: "a[href]", getAttrs: (dom) => LINKABLE.test(dom.getAttribute("href")) && null }],
    renderHTML: ({ HTMLAttributes }) => ["a", { href: HTMLAttributes.href, rel: "noopener" }, 0],
  });
  const Picture = Node.create({
    name: "image",
    group: "block",
    atom: true,
    addAttributes: () => ({ sha256: kept("sha256"), alt: { ...kept("alt"), default: "" } }),
    parseHTML: () => [{ tag: "div[data-sha256]" }],
    renderHTML: ({ node, HTMLAttributes }) => ["div", { ...HTMLAttributes, class: "picture" }, node.attrs.alt || "–"],
  });
  return [
    Document, Paragraph, Text, HardBreak, Bold, Italic, Link, Picture, BulletList, OrderedList, Gapcursor, UndoRedo, TableRow,
    Heading.extend({ marks: "" }).configure({ levels: [1, 2, 3, 4, 5, 6] }),
    ListItem.extend({
      content: "paragraph (bulletList | orderedList)?",
      addAttributes: () => ({ label: { ...kept("label"), keepOnSplit: false } }),
    }),
    Table.extend({
      addAttributes: () => ({ caption: kept("caption"), headerRows: { default: 1, rendered: false } }),
      renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
    }),
    TableHeader.extend(cell("th")),
    TableCell.extend(cell("td")),
  ];
}

export class Section {
  constructor(host, page, module, extensions, shown) {
    Object.assign(this, { host, page, place: shown.id, address: `${page.api}/sections/${shown.id}` });
    this.heading = host.querySelector("[data-heading]");
    const { Editor, pm } = module;
    this.Mapping = pm.transform.Mapping;
    this.editor = new Editor({
      element: host.querySelector("[data-editor]"),
      extensions,
      content: this.whole(shown.content),
      injectCSS: false,
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", "aria-label": `${page.texts.text}: ${shown.heading}` },
        transformPastedHTML: cleanPaste,
        handlePaste: (_view, event) => this.tooLarge(event),
      },
      onTransaction: ({ transaction }) => {
        this.mapping?.appendMapping(transaction.mapping);
        if (transaction.docChanged && !transaction.getMeta("silent")) this.changed();
      },
      onFocus: () => page.focus(this),
      onSelectionUpdate: () => page.selected(this),
    });
    this.heading.addEventListener("input", () => this.changed());
    this.heading.addEventListener("focus", () => page.focus(this));
  }

  changed() {
    this.count();
    this.saver?.changed();
  }

  // The schema wants at least one block; an empty section gets its empty paragraph.
  whole(said) {
    return said.content?.length ? said : { type: "doc", content: [{ type: "paragraph" }] };
  }

  tooLarge(event) {
    const size = event.clipboardData?.getData("text/plain").length ?? 0;
    if (size > LARGEST_PASTE) this.page.say(this.page.texts.tooLarge);
    return size > LARGEST_PASTE;
  }

  count() {
    const text = this.editor.state.doc.textBetween(0, this.editor.state.doc.content.size, " ", " ");
    this.words = text.split(/\s+/).filter(Boolean).length;
    this.host.querySelector("[data-words]").textContent = this.words;
    this.page.total();
  }

  read() {
    return { heading: this.heading.value, blocks: this.editor.getJSON() };
  }

  snapshot() {
    this.mapping = new this.Mapping();
    return { doc: this.editor.state.doc, mapping: this.mapping, heading: this.heading.value };
  }

  set(said) {
    this.heading.value = said.heading;
    this.editor.commands.setContent(this.whole(said.blocks), { emitUpdate: false });
    this.count();
  }

  // Put another's changes in without touching what was typed since the snapshot. False: they stand in each other's way.
  absorb(said, { doc, mapping, heading }) {
    const { state, view, schema } = this.editor;
    const made = schema.nodeFromJSON(this.whole(said.blocks));
    const parts = (node) => node.content.content.map((child) => JSON.stringify(child));
    const starts = [0];
    doc.forEach((child, offset) => starts.push(offset + child.nodeSize));
    const change = state.tr;
    for (const [start, end, from, to] of hunks(parts(doc), parts(made)).reverse()) {
      const [left, right] = [mapping.map(starts[start], -1), mapping.map(starts[end], start === end ? -1 : 1)];
      const untouched = state.doc.slice(left, right).content.eq(doc.slice(starts[start], starts[end]).content);
      if (!untouched || state.doc.resolve(left).depth) return false;
      change.replaceWith(left, right, made.content.content.slice(from, to));
    }
    if (said.heading !== heading && this.heading.value !== heading) return false;
    if (said.heading !== heading) this.heading.value = said.heading;
    view.dispatch(change.setMeta("addToHistory", false).setMeta("silent", true));
    this.count();
    return true;
  }

  // Make a correction of the linter's in the text, as if it was typed. False where its place is not plain.
  correct(fix) {
    const { state, view } = this.editor;
    const places = [];
    state.doc.descendants((node, at) => {
      const found = node.isTextblock ? placeOf(node.textBetween(0, node.content.size, "", "\ufffc"), fix) : -1;
      if (found >= 0) places.push(at + 1 + found);
    });
    if (places.length !== 1) return false;
    view.dispatch(state.tr.insertText(fix.replacement, places[0], places[0] + fix.found.length));
    return true;
  }

  conflict(answer, saver) {
    this.page.conflict(this.host.querySelector("[data-conflict]"), answer, saver);
  }

  // At once, not with the next frame as the editor's own command does: what is typed meanwhile would be lost.
  focus() {
    this.editor.view.focus();
    this.editor.commands.scrollIntoView();
  }
}
