/** A finding: its severity at the edge, its notes in two columns, its diff. */
export const FINDING_STYLES = `
.finding { border: 1px solid var(--line); border-left-width: 5px; border-radius: 6px; padding: 1.1rem clamp(1rem, 2.5vw, 1.5rem); color: var(--ink); display: grid; gap: .75rem; }
.finding + .finding, .scroll + .finding, p + .finding { margin-top: 1.25rem; }
.finding.bad { border-left-color: var(--bad); }
.finding.warn { border-left-color: var(--warn); }
.finding.quiet { border-left-color: var(--quiet); }
.finding h3 { max-width: 62rem; }
.label { font-size: .875rem; display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
.label > span { font-weight: 700; }
.label code { font-size: .9375em; }
.notes { display: grid; gap: .5rem; font-size: .9375rem; max-width: 66rem; }
.notes > div { display: grid; grid-template-columns: 6.75rem 1fr; gap: 0 1rem; }
.notes dt { color: var(--quiet); }
.notes dt::first-letter { text-transform: uppercase; }
.notes dd > * + * { margin-top: .25rem; }
.place code { padding-left: 1.5em; text-indent: -1.5em; display: block; white-space: pre-wrap; }
.commands { display: grid; gap: .35rem; }
.command { display: inline-block; background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; padding: .1rem .5rem; user-select: all; -webkit-user-select: all; }
.diff { word-break: break-all; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; }
.diff ins, .diff del { text-decoration: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.diff ins { color: var(--good); background: var(--good-sheet); }
.diff del { color: var(--bad); background: var(--bad-sheet); }
.evidence { display: grid; gap: .2rem; }
@media (max-width: 40rem) {
  .notes > div { grid-template-columns: 1fr; }
}
`;
