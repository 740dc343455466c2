// What a child process does: reads a whole document, cuts the slice out and writes it, and no more.
// `floor-program.js <document> <output file>`.
import { readFile, writeFile } from "node:fs/promises";
import type { OpenApiDocument } from "./openapi-document.ts";
import { sliceUsage } from "./slice-usage.ts";

const [documentFile = "", outputFile = ""] = process.argv.slice(2);
const whole: OpenApiDocument = JSON.parse(await readFile(documentFile, "utf8"));
await writeFile(outputFile, JSON.stringify(sliceUsage(whole), undefined, 2));
