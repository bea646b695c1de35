/** Source text without its comments, strings, regular expressions, and what a template holds outside of `${}`. */
export function codeOf(source: string): string {
  const code =
    /\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|(?<=(?:^|[(,=:!&|?>;{}])\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|[\s\S]/y;
  const text = /\$\{|\\[\s\S]|[\s\S]/y;
  // For each template that is open: the braces that are open in its `${`, or none while its text is read.
  const templates: number[] = [];
  let left = "";
  for (let at = 0; at < source.length; ) {
    const inText = templates.at(-1) === 0;
    const token = inText ? text : code;
    token.lastIndex = at;
    const [found = ""] = token.exec(source) ?? [];
    at += found.length;
    const braces = templates.pop();
    if (found === "`")
      templates.push(...(braces === undefined || inText ? [] : [braces]), ...(inText ? [] : [0]));
    else if (inText) templates.push(found === "${" ? 1 : 0);
    else if (braces !== undefined) templates.push(braces + Number(found === "{") - Number(found === "}"));
    if (!inText && found.length === 1) left += found;
  }
  return left;
}
