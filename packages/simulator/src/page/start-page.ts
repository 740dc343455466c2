import { catalog, type OperationDescriptor, type ParameterDescriptor } from "@ldusage/types/catalog";
import { projectsPath } from "../http/answer-projects.ts";
import { isServedIn } from "../http/is-served-in.ts";
import type { Settings } from "../settings.ts";
import type { Switches } from "../simulator-options.ts";
import { isSwitchName } from "../switches/read-switches.ts";
import { switchRules } from "../switches/switch-rules.ts";
import { sampleCall } from "./sample-call.ts";

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
pre { border: 1px solid; border-radius: 4px; overflow-x: auto; padding: 0.75rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border-bottom: 1px solid; padding: 0.3rem 1rem 0.3rem 0; text-align: left; vertical-align: top; }
`;

/** The page that says what there is to ask and how. It needs no token, no script and nothing from elsewhere. */
export function startPage(origin: string, settings: Settings): Response {
  const { switches, accessToken } = settings;
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Account usage simulator</title>
<style>${style}</style>
</head>
<body>
<h1>Account usage simulator</h1>
<p>A stand-in for LaunchDarkly's Account usage (beta) API. It is not affiliated with LaunchDarkly, and no number here is
real. Its clock says ${text(new Date(settings.now()).toISOString())}.</p>
<h2>A call to copy</h2>
<pre><code>${text(sampleCall(origin, accessToken))}</code></pre>
<h2>Routes</h2>
<p>* may be repeated, one <code>name=value</code> pair for each value.</p>
${table(["Path", "Operation", "Parameters"], routeRows(switches))}
<h2>Switches</h2>
<p>Each stands for something that is not known of the API.</p>
${table(["Switch", "Now", "Stands for"], switchRows(switches))}
</body>
</html>
`;
  return new Response(body, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
      "Cache-Control": "no-store",
    },
  });
}

/** Cells are HTML. */
type Row = readonly string[];

function routeRows({ region }: Switches): Row[] {
  const operations: readonly OperationDescriptor[] = Object.values(catalog);
  const served = operations.filter((operation) => isServedIn(region, operation));
  const rows = served.map(({ path, operationId, summary, parameters, timeUnit }) => [
    code(path),
    `${code(operationId)}<br>${text(summary)}`,
    parameters.map((parameter) => parameterText(parameter, timeUnit)).join("<br>"),
  ]);
  return [...rows, [code(projectsPath), text("Names and keys for the ids in metadata"), "limit<br>offset"]];
}

function parameterText(
  { name, repeatable, place, role, values, default: fallback }: ParameterDescriptor,
  timeUnit: OperationDescriptor["timeUnit"],
): string {
  const isTime = role === "range-start" || role === "range-end";
  const facts = [
    place === "path" ? "in the path" : "",
    isTime && timeUnit !== null ? `Unix ${timeUnit === "s" ? "seconds" : "milliseconds"}` : "",
    values?.join(" | ") ?? "",
    fallback === undefined ? "" : `default ${fallback}`,
  ].filter((fact) => fact !== "");
  return `${code(name)}${repeatable ? "*" : ""}${facts.length > 0 ? ` ${text(facts.join(", "))}` : ""}`;
}

function switchRows(switches: Switches): Row[] {
  return Object.entries(switches).flatMap(([name, value]: [string, unknown]) =>
    isSwitchName(name)
      ? [[code(name), code(JSON.stringify(value) ?? "off"), text(switchRules[name].standsFor)]]
      : [],
  );
}

function table(heads: readonly string[], rows: readonly Row[]): string {
  const row = (cells: Row, tag: "th" | "td"): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>\n${[row(heads, "th"), ...rows.map((cells) => row(cells, "td"))].join("\n")}\n</table>`;
}

function code(content: string): string {
  return `<code>${text(content)}</code>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function text(content: string): string {
  return content.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}
