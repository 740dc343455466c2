/** @jsx JSX.createElement */
/** @jsxFrag JSX.Fragment */
import { readFileSync } from "node:fs";
import {
  DefaultTheme,
  DefaultThemeRenderContext,
  JSX,
  type NavigationElement,
  type PageEvent,
  type ProjectReflection,
  type Reflection,
} from "typedoc";
import { mendPage } from "./mend-page.ts";
import { arrangeNavigation } from "./navigation.ts";
import { waysIn } from "./ways-in.tsx";

const nothing: JSX.Element = JSX.createElement(JSX.Fragment, null);

type Page = PageEvent<Reflection>;

// All packages share one version.
const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../../packages/client/package.json", import.meta.url), "utf8"),
);

/** TypeDoc's own theme, arranged by task, with what it lacks for keyboards, screen readers and local files. */
export class SiteTheme extends DefaultTheme {
  override ContextClass = SiteContext;

  override buildNavigation(project: ProjectReflection): NavigationElement[] {
    return arrangeNavigation(super.buildNavigation(project), project, this.router);
  }
}

class SiteContext extends DefaultThemeRenderContext {
  constructor(...context: ConstructorParameters<typeof DefaultThemeRenderContext>) {
    super(...context);
    const { breadcrumbs, defaultLayout, header } = this;
    this.breadcrumbs = (reflection) =>
      reflection.parent?.isProject() ? nothing : <nav aria-label="Breadcrumb">{breadcrumbs(reflection)}</nav>;
    // The README of a package begins with its name.
    this.header = (page) => (page.model.isDeclaration() && page.model.readme ? nothing : header(page));
    this.defaultLayout = (template, page) => mendPage(defaultLayout(template, page));
  }

  override indexTemplate = ({ model }: PageEvent<ProjectReflection>): JSX.Element => {
    const html = this.markdown(model.readme ?? []);
    const at = html.indexOf("<h2");
    return (
      <div class="tsd-panel tsd-typography">
        <JSX.Raw html={html.slice(0, at)} />
        {waysIn(this, model)}
        <JSX.Raw html={html.slice(at)} />
      </div>
    );
  };

  override toolbar = (_page: Page): JSX.Element => (
    <>
      <a class="skip-link" href="#content">
        Skip to the text
      </a>
      <header class="tsd-page-toolbar">
        <div class="tsd-toolbar-contents container">
          <a class="title" href={this.relativeURL("index.html")}>
            ldusage
          </a>
          <button id="tsd-search-trigger" type="button" aria-label="Search">
            {this.icons.search()}
            <span>Search</span>
            <kbd>/</kbd>
          </button>
          {this.#searchDialog()}
          {this.#schemeSwitch()}
          <button
            id="menu-trigger"
            type="button"
            aria-controls="menu"
            aria-expanded="false"
            aria-label="Menu"
          >
            {this.icons.menu()}
          </button>
        </div>
      </header>
    </>
  );

  // The script of TypeDoc's theme finds these by their ids.
  #searchDialog = (): JSX.Element => (
    <dialog id="tsd-search" aria-label="Search">
      <input
        id="tsd-search-input"
        role="combobox"
        aria-label="Search the site"
        aria-controls="tsd-search-results"
        aria-autocomplete="list"
        aria-expanded="true"
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        placeholder="An operation, a function, a word of a guide"
        maxLength={100}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the script fills it with items of a list. */}
      <ul id="tsd-search-results" role="listbox" aria-label="Results" />
      <div id="tsd-search-status" aria-live="polite" aria-atomic="true">
        <div>Preparing the search index</div>
      </div>
    </dialog>
  );

  #schemeSwitch = (): JSX.Element => (
    <select id="tsd-theme" aria-label="Colours">
      <option value="os">System</option>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </select>
  );

  override navigation = ({ url }: Page): JSX.Element => (
    <nav class="tsd-navigation" aria-label="Site">
      <a href={this.relativeURL("index.html")} class={url === "index.html" ? "current" : ""}>
        Home
      </a>
      <ul class="tsd-small-nested-navigation" id="tsd-nav-container">
        <li>Loading</li>
      </ul>
    </nav>
  );

  override pageSidebar = (page: Page): JSX.Element => {
    const contents = this.pageNavigation(page);
    return contents.tag === JSX.Fragment ? nothing : <nav aria-label="On this page">{contents}</nav>;
  };

  override footer = (): JSX.Element => (
    <footer>
      <p>ldusage {version}. Not affiliated with LaunchDarkly.</p>
    </footer>
  );
}
