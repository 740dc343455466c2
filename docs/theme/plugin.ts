import { Application, Converter } from "typedoc";
import { categorize } from "./categories.ts";
import { prepareDocuments } from "./documents.ts";
import { highlightWhole } from "./highlight-whole.ts";
import { reportSize } from "./report-size.ts";
import { SiteRouter } from "./site-router.ts";
import { SiteTheme } from "./site-theme.tsx";

// After TypeDoc has grouped what a module has, and before it puts what has no category into one.
const afterGroups = -150;
// Before anything is sorted by its name.
const beforeGroups = 100;

/** What TypeDoc calls of this plugin. */
export function load(app: Application): void {
  app.renderer.defineTheme("ldusage", SiteTheme);
  app.renderer.defineRouter("ldusage", SiteRouter);
  highlightWhole(app.renderer);
  app.converter.on(Converter.EVENT_RESOLVE_END, categorize, afterGroups);
  app.on(Application.EVENT_PROJECT_REVIVE, prepareDocuments, beforeGroups);
  app.renderer.postRenderAsyncJobs.push((event) => reportSize(event.outputDirectory, app.logger));
}
