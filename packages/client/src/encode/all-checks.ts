import { checkNames } from "./check-names.ts";
import { checkPair } from "./check-pair.ts";
import { checkRange } from "./check-range.ts";
import { checkScope } from "./check-scope.ts";
import { checkValues } from "./check-values.ts";
import type { ParameterCheck } from "./given-parameters.ts";

/** Every rule that the catalog knows of parameters, in the order in which they are checked. */
export const allChecks: readonly ParameterCheck[] = [
  checkNames,
  checkValues,
  checkRange,
  checkPair,
  checkScope,
];
