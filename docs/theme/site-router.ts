import { KindRouter, type Reflection } from "typedoc";
import { fileOf } from "./documents.ts";

/** Addresses that can be guessed: documents lie where their files do, and packages go by their short names. */
export class SiteRouter extends KindRouter {
  protected override getIdealBaseName(reflection: Reflection): string {
    if (!reflection.isDocument()) return super.getIdealBaseName(reflection).replace("/_ldusage_", "/");
    return fileOf(reflection)
      .replace(/^docs\//, "")
      .replace(/(?:\/README)?\.md$/, "");
  }
}
