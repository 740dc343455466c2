import { type Editable, everyObject } from "./editable.ts";
import { usageItems } from "./usage-parts.ts";
import type { Variant } from "./variant.ts";

/** Ways to say the same in other words. */
const rewordings: readonly [RegExp, string][] = [
  [
    /Can be specified multiple times, one query parameter per [\w ]+?(?=[.,<]|$)/g,
    "May be given more than once",
  ],
  [/\(Unix milliseconds\)/g, "(in ms since the epoch)"],
  [/\(Unix seconds\)/g, "(Unix epoch time in seconds)"],
  [/The maximum time range is (\d+) days\./g, "The time range can be up to $1 days."],
  [/Defaults to `(\w+)`\./g, "The default value is `$1`."],
  [/Must be either `(\w+)` or `(\w+)`\./g, "One of: `$1`, `$2`."],
  [/Defaults to the beginning of the current month\./g, "Defaults to the first day of the current month."],
  [/Returns one series for each distinct value of this field\./g, "Groups the results by this field."],
  [/The granularity is always daily\./g, "Only daily granularity is supported."],
];

/** Variants that change words and markup of descriptions, and nothing that they say. */
export const wordingVariants: Readonly<Record<string, Variant>> = {
  "other-wording": ({ document }) => {
    rewrite(document, (text) =>
      rewordings.reduce((changed, [pattern, replacement]) => changed.replace(pattern, replacement), text),
    );
  },
  "reordered-sentences": ({ document }) => {
    rewrite(document, (text) =>
      text
        .split(/(\n\n|<br\/>)/)
        .map((part) =>
          part
            .replace(/(?<=\w)$/, ".")
            .split(/(?<=\.)\s(?=[A-Z`])/)
            .toReversed()
            .join(" "),
        )
        .join(""),
    );
  },
  "html-breaks": ({ document }) => {
    rewrite(document, (text) =>
      text
        .replace(/(Valid values: )(`.+`)\.$/g, (_whole, title: string, list: string) => {
          const items = list
            .split(", ")
            .map((item) => `<li>${item.replace(/`(.+)`/, "<code>$1</code>")}</li>`);
          return `<p>${title}</p><ul>${items.join("\n")}</ul>`;
        })
        .replaceAll("\n\n", "<br><br>")
        .replaceAll(/\*\*(\w+)\*\*/g, "<strong>$1</strong>")
        .replaceAll(/(?<=\.) (?=[A-Z])/g, "<br/>")
        .replaceAll(" the ", " the&nbsp;"),
    );
  },
};

/** Changes every description of the usage operations, but not those of answers. */
function rewrite(document: Editable, change: (text: string) => string): void {
  for (const [, item] of usageItems(document)) {
    for (const object of everyObject(item)) {
      if (typeof object["description"] === "string") object["description"] = change(object["description"]);
    }
  }
}
