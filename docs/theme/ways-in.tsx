/** @jsx JSX.createElement */
/** @jsxFrag JSX.Fragment */
// biome-ignore lint/style/useImportType: JSX makes the elements below.
import {
  type DefaultThemeRenderContext,
  JSX,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from "typedoc";
import { arrangeDocuments } from "./documents.ts";

/** The ways into the site: guides, operations and packages. */
export function waysIn(context: DefaultThemeRenderContext, project: ProjectReflection): JSX.Element {
  const { guides, operations } = arrangeDocuments(project);
  const packages = project.getChildrenByKind(ReflectionKind.Module);
  const link = (reflection: Reflection): JSX.Element => (
    <li>
      <a href={context.urlTo(reflection) ?? ""}>{reflection.name}</a>
    </li>
  );
  return (
    <nav class="ways-in" aria-label="Ways in">
      {guides.length > 0 && (
        <section>
          <h2>Guides</h2>
          <ul>{guides.map(link)}</ul>
        </section>
      )}
      <section>
        <h2>Reference</h2>
        <ul>
          {operations !== undefined && link(operations)}
          {packages.map(link)}
        </ul>
      </section>
    </nav>
  );
}
