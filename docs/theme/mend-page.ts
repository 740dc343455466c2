import { JSX } from "typedoc";

interface Props {
  readonly class?: string;
  readonly href?: string;
  readonly html?: string;
}

const iconFile = /[^"]*assets\/icons\.svg#/g;

/**
 * Mends what TypeDoc's pages lack: a landmark for the text of a page, summaries that hold nothing to click on but
 * themselves, and icons that a page reads from itself, since browsers let no local page read a file of them.
 */
export function mendPage(page: JSX.Element): JSX.Element {
  let mains = 0;
  const mend = (element: JSX.Element): JSX.Element => {
    // Every property that is looked at is text wherever it occurs.
    const props = (element.props ?? {}) as Props;
    const children = mendChildren(element.children);
    if (element.tag === JSX.Raw) return { ...element, props: { html: localIcons(props.html ?? "") } };
    if (element.tag === "use") return { ...element, props: { ...props, href: localIcons(props.href ?? "") } };
    if (element.tag === "summary") return { ...element, children: withoutAnchors(children) };
    if (element.tag !== "div" || props.class !== "col-content") return { ...element, children };
    mains += 1;
    return { tag: "main", props: { ...props, id: "content", tabIndex: -1 }, children };
  };
  const mendChildren = (children: readonly JSX.Children[]): JSX.Children[] =>
    children.map((child) =>
      Array.isArray(child) ? mendChildren(child) : isElement(child) ? mend(child) : child,
    );
  const mended = mend(page);
  if (mains !== 1)
    throw new Error(`A page of TypeDoc has ${mains} columns of text: see docs/theme/mend-page.ts.`);
  return mended;
}

const localIcons = (html: string): string => html.replaceAll(iconFile, "#");

function withoutAnchors(children: readonly JSX.Children[]): JSX.Children[] {
  return children.map((child) => {
    if (Array.isArray(child)) return withoutAnchors(child);
    if (!isElement(child)) return child;
    if (child.tag === "a" && (child.props as Props).class === "tsd-anchor-icon") return null;
    return { ...child, children: withoutAnchors(child.children) };
  });
}

function isElement(child: JSX.Children): child is JSX.Element {
  return typeof child === "object" && child !== null && "tag" in child;
}
