/** On paper: light, everything unfolded, nothing cut in two that fits a page. */
export const PRINT_STYLES = `
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav, .skip, .fold > summary::before, .target > summary::before { display: none; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; height: auto; }
  .scroll { overflow: visible; }
  .routes td, .matrix td, .routes tbody th, .matrix tbody th, .settings td, .settings th { min-width: 0; position: static; overflow-wrap: anywhere; }
  th, td { padding: .25rem .4rem; }
  .attempt, .finding h3, .cards > li, tr, .diff { break-inside: avoid; }
  h2, h3, h4, summary, .label { break-after: avoid; }
  section { padding-top: 1.5rem; }
  rect, .diff, .masthead .glyph, .waterfall { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
