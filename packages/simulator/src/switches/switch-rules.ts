import { answerSwitchRules } from "../answer/answer-switch-rules.ts";
import type { Switches } from "../simulator-options.ts";
import { isWholeNumber, offOr, oneOf, onOrOff, type SwitchRule } from "./switch-rule.ts";

/** Every switch. What checks, lists or reads switches goes by this table. */
export const switchRules: { readonly [Name in keyof Switches]: SwitchRule } = {
  ...answerSwitchRules,
  badSource: oneOf([404, 400], "The status for a path segment that is none of the few words it must be."),
  betaBody: oneOf(["message-only", "code+message"], "Whether the 403 for a missing beta header has a code."),
  errorId: onOrOff("Whether the body of a refusal has an `id`."),
  groupOrder: oneOf(["shuffled", "stable"], "Whether groups keep their order between calls."),
  incrementalDistinct: oneOf(
    ["B", "A"],
    "Whether an increment of a distinct count holds new keys (`A`) or active ones (`B`).",
  ),
  longGroupedRange: offOr(
    { days: isWholeNumber(1, 36_600) },
    "{ days } with a whole number from 1 to 36600",
    "Whether grouped ranges of more days than this are refused, as has been seen.",
  ),
  monthToDateAnchor: oneOf(
    ["month", "range-start"],
    "Where month-to-date points begin to count when a range starts inside a month.",
  ),
  region: oneOf(["us", "eu", "federal"], "The instance; some products are said to be missing outside `us`."),
  retryAfter: onOrOff("Whether a 429 for a spent budget carries `Retry-After`."),
  timeUnit: oneOf(
    ["strict", "lenient"],
    "Whether timestamps count in the documented unit alone, or in the one that their magnitude suggests.",
  ),
  toInclusive: onOrOff("Whether a bucket that starts at the end of a range is part of the answer."),
  unknownParams: oneOf(["ignore", "refuse"], "What happens to parameters that the operation does not have."),
};
