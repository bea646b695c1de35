import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** An element of a page: its name, its attributes, the text within it. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inside: readonly Element[];
};

/** A page as a browser reads it, every element of it in document order, and the errors on the way. */
export type Parsed = { readonly elements: readonly Element[]; readonly errors: readonly string[] };

export function parsed(page: string): Parsed {
  const errors: string[] = [];
  const document = parse(page, {
    onParseError: ({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`),
  });
  return { elements: document.childNodes.flatMap(elementsOf).flatMap(withInner), errors };
}

/** The elements of a kind. */
export function all({ elements }: Parsed, name: string): readonly Element[] {
  return elements.filter((each) => each.name === name);
}

function withInner(element: Element): readonly Element[] {
  return [element, ...element.inside.flatMap(withInner)];
}

function elementsOf(node: DefaultTreeAdapterTypes.ChildNode): readonly Element[] {
  if (!("tagName" in node)) return [];
  return [
    {
      name: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      text: textOf(node),
      inside: node.childNodes.flatMap(elementsOf),
    },
  ];
}

function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
