/** On paper: light, everything unfolded, nothing cut in two that fits a page. */
export const PRINT_STYLES = `
@media print {
  @page { size: A4; margin: 15mm 13mm; }
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.4; }
  nav, .skip, summary::before { display: none !important; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; height: auto; }
  .fold, .notes, .facts, .attempt, .attempt .fold, table { font-size: 8.5pt; }
  .fold > summary { color: var(--quiet); font-weight: 600; margin: .25rem 0; }
  section { padding-top: 1.25rem; }
  .masthead { padding: 0 0 1rem; }
  .scroll, .finding { border-color: var(--line); }
  .scroll { overflow: visible; }
  table th, table td, table tbody th { min-width: 0 !important; position: static !important; padding: .2rem .35rem; }
  .matrix, .routes { font-size: 7.5pt; }
  .attempt { grid-template-columns: minmax(0, 11rem) minmax(0, 1fr); padding: .5rem 0; }
  .phases { gap: .15rem 1rem; grid-template-columns: 5.5rem 1fr; }
  .facts > div { grid-template-columns: 8rem 1fr; }
  .notes > div { grid-template-columns: 4rem 1fr; }
  .waterfall, .phases dd, .notes > div, .cards > li, tr, .legend { break-inside: avoid; }
  h2, h3, h4, caption, thead, .label, .target > summary, .fold > summary, .scale { break-after: avoid; }
  .diff, .diff ins, .diff del, .masthead .glyph, .waterfall { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
