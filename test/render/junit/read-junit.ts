import { SaxesParser } from "saxes";

/** An element with its attributes, the text in it and the elements in it. */
export type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
};

/** A document by a strict parser of XML 1.0; throws at its first error. */
export function readXml(text: string): Node {
  const parser = new SaxesParser();
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open: Node[] = [root];
  const inner = () => open.at(-1) ?? root;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: "" };
    inner().children.push(node);
    open.push(node);
  });
  parser.on("text", (part) => {
    inner().text += part;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  return root.children[0] ?? root;
}

/** All elements of a name, wherever they are. */
export function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((each) => [...(each.name === name ? [each] : []), ...all(each, name)]);
}

/** The testcases by their names. */
export function casesOf(text: string): ReadonlyMap<string, Node> {
  const cases = all(readXml(text), "testcase");
  return new Map(cases.map((each) => [each.attributes["name"] ?? "", each]));
}
