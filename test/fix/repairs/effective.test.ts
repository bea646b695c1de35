import { expect, test } from "vitest";
import { isRepeatable } from "../../../src/fix/repairs/effective.ts";
import { readingOfFile } from "../../../src/formats/reading.ts";
import { numbering } from "../../../src/model/mark.ts";

test.each([
  ["http://10.0.0.33:3128", true],
  ["http://u:hunter2@10.0.0.33:3128", true],
  ["http://u:hunter2@10.0.0.33:3128/?token=s3cret", false],
  ["http://u:hun@ter/2#x@10.0.0.33:3128", false],
])("what is hidden behind the login cannot be written once more: %s", (value, expected) => {
  const file = { path: "/etc/environment", loader: "pam-env", text: `http_proxy=${value}\n` } as const;
  expect(readingOfFile(file, numbering()).settings.map(isRepeatable)).toEqual([expected]);
});
