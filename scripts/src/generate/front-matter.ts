import { bannerText } from "./banner.ts";
import { literal } from "./escape.ts";

/**
 * The YAML at the head of a page that is generated. TypeDoc looks for code and tags before it looks for YAML, so that
 * none of its marks may stand there as they are.
 */
export function frontMatter(title: string, group: string, children: readonly string[] = []): string {
  const entries = children.map((child) => `  - ${yamlText(child)}\n`);
  const list = entries.length === 0 ? "" : `children:\n${entries.join("")}`;
  return `---
# ${bannerText.replaceAll("`", "")}
title: ${yamlText(title)}
group: ${yamlText(group)}
${list}---
`;
}

function yamlText(text: string): string {
  const escaped = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return literal(text).replace(/[`{}@<>]/g, escaped);
}
