export { quoteText, quoteValue } from "./quote-value.ts";
export { refuseOption, refuseParameter } from "./refuse-parameter.ts";
export { isUsageDecodeError, UsageDecodeError, type UsageDecodeErrorFacts } from "./usage-decode-error.ts";
export { isUsageError, UsageError } from "./usage-error.ts";
export { isUsageInputError, UsageInputError, type UsageInputErrorFacts } from "./usage-input-error.ts";
