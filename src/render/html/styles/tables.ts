/** Tables in boxes of their own, whose first column stays in sight. */
export const TABLE_STYLES = `
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
.scroll + .scroll { margin-top: 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .6rem .75rem; color: var(--quiet); border-bottom: 1px solid var(--line); }
caption > span { position: sticky; left: .75rem; display: inline-block; max-width: calc(100vw - 4.5rem); }
th, td { text-align: left; vertical-align: top; padding: .42rem .75rem; overflow-wrap: break-word; }
thead th { font-weight: 600; vertical-align: bottom; background: var(--sheet); border-bottom: 1px solid var(--line); }
tbody tr + tr > * { border-top: 1px solid var(--line); }
tbody th { font-weight: 400; }
.routes tbody th, .matrix tbody th { position: sticky; left: 0; background: var(--paper); min-width: 8.5rem; }
.routes tbody th a, .matrix tbody th a { color: inherit; text-decoration-color: var(--quiet); }
.routes tbody th a:hover, .matrix tbody th a:hover { color: var(--link); }
.routes td { min-width: 7.5rem; }
.matrix td { min-width: 6rem; }
.matrix td a, .matrix td a span { text-decoration-color: currentColor; }
.matrix td a:has(.bad) { color: var(--bad); }
.matrix td a:has(.warn) { color: var(--warn); }
.settings td, .settings th { overflow-wrap: anywhere; min-width: 8rem; }
.settings td:nth-child(2) { min-width: 14rem; word-break: break-all; }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; font-size: .875rem; margin-top: .6rem; }
.legend ~ p { font-size: .875rem; }
`;
