import type { DocumentReflection, NavigationElement, ProjectReflection, Router } from "typedoc";
import { arrangeDocuments } from "./documents.ts";

const overview = "Overview";

/** The navigation by task, made of TypeDoc's own. */
export function arrangeNavigation(
  elements: readonly NavigationElement[],
  project: ProjectReflection,
  router: Router,
): NavigationElement[] {
  const { guides, operations, others } = arrangeDocuments(project);
  const link = (document: DocumentReflection): NavigationElement => ({
    text: document.name,
    path: router.getFullUrl(document),
  });
  const documents = new Set(project.documents?.map((document) => router.getFullUrl(document)));
  const packages = elements.filter(({ path }) => path === undefined || !documents.has(path));
  const sections: NavigationElement[] = [
    { text: "Guides", children: guides.map(link) },
    {
      text: "Operations",
      children:
        operations === undefined
          ? []
          : [{ ...link(operations), text: overview }, ...(operations.children ?? []).map(link)],
    },
    ...packages.map(withOverview),
    { text: "Maintaining", children: others.map(link) },
  ];
  return sections.filter(({ children }) => children === undefined || children.length > 0);
}

// What opens a branch of the tree cannot be a link as well: neither keyboards nor screen readers tell them apart.
function withOverview({ path, ...element }: NavigationElement): NavigationElement {
  if (element.children === undefined) return path === undefined ? element : { ...element, path };
  const children = element.children.map(withOverview);
  return path === undefined
    ? { ...element, children }
    : { text: element.text, children: [{ text: overview, path }, ...children] };
}
