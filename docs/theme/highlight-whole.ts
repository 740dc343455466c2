import type { Renderer } from "typedoc";

/**
 * Lets code be highlighted to its end. The highlighter gives up on a line after half a second of the clock, which a
 * busy machine reaches, and pages would differ from build to build; so the clock stands still for it.
 */
export function highlightWhole({ markedPlugin }: Renderer): void {
  const highlight = markedPlugin.getHighlighted.bind(markedPlugin);
  markedPlugin.getHighlighted = (text, language) => {
    const { now } = Date;
    const startMs = now();
    Date.now = () => startMs;
    try {
      return highlight(text, language);
    } finally {
      Date.now = now;
    }
  };
}
