"""The style of the exported web page: readable on a screen, handsome on paper."""

STYLE = """\
:root { color-scheme: light; --ink: #1a1a1a; --quiet: #545454; --line: #bfbfbf; --mark: #0059b3; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.0625rem/1.6 "IBM Plex Sans", "Segoe UI", system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.5rem; font-weight: 600; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin-top: 0.25rem; }
h2 { font-size: 1.45rem; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1rem; }
p { margin: 0 0 0.85rem; overflow-wrap: break-word; }
a { color: var(--mark); }
.municipality { margin: 0; color: var(--quiet); font-weight: 600; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.5rem; }
.facts { margin: 1.5rem 0 2rem; padding: 1rem 0; border-block: 1px solid var(--line); }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }
.contents { margin-bottom: 3rem; }
.contents h2 { font-size: 1.15rem; }
.contents li { margin: 0.3rem 0; }
.item { margin-top: 3rem; padding-top: 1.5rem; border-top: 3px solid var(--ink); }
.item > h2 { margin-top: 0; }
.item.closed { border-top-color: var(--line); }
.case-number { color: var(--quiet); margin: 0; }
.decision { margin: 1.5rem 0; padding: 0.1rem 1.25rem 0.4rem; border-left: 4px solid var(--mark); background: #f5f8fc; }
.decision h3 { margin-top: 0.75rem; }
ul, ol { margin: 0 0 0.85rem; padding-left: 1.6rem; }
ol.labelled { list-style: none; padding-left: 0; }
ol.labelled ol, ol.labelled ul { padding-left: 1.6rem; }
li { margin: 0.25rem 0; }
.label { font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 1.5rem; font-size: 0.95rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.35rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { border-bottom: 2px solid var(--ink); }
@media (max-width: 30rem) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 0.5rem; } }
@media print {
  @page { size: A4; margin: 22mm 20mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .item { break-before: page; }
  .decision { background: none; }
}
"""
