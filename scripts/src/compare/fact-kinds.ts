import type { ChangeKindEntry } from "./change-kinds.ts";

/** What can change in the catalog of facts. */
export const factKinds = {
  "operation-removed": {
    bump: "major",
    reason:
      "The method, its types and its entry in the catalog are gone: code that names them no longer compiles.",
  },
  "operation-renamed": {
    bump: "major",
    reason:
      "The method and its types have another name: code that names the former one no longer compiles. Path and answers are the same.",
  },
  "operation-moved": {
    bump: "major",
    reason:
      "Methods send to the new path by themselves. `usage.raw`, `paths`, recorded requests and routes of your own name the path and must follow.",
  },
  "operation-added": {
    bump: "minor",
    reason: "There is a method more, with types, facts and simulated answers. What exists stays as it is.",
  },
  "parameter-removed": {
    bump: "major",
    reason: "Calls that give the parameter no longer compile, and are refused before they are sent.",
  },
  "parameter-renamed": {
    bump: "major",
    reason:
      "It means the same under another name: calls that give the former one no longer compile, and are refused before they are sent.",
  },
  "required-parameter-added": {
    bump: "major",
    reason: "Calls without it no longer compile, and are refused before they are sent.",
  },
  "parameter-made-required": {
    bump: "major",
    reason: "Calls without it no longer compile, and are refused before they are sent.",
  },
  "parameter-made-single": {
    bump: "major",
    reason: "Calls that give several values no longer compile, and are refused before they are sent.",
  },
  "parameter-made-repeatable": {
    bump: "major",
    reason:
      "Methods take one value as before, or a list. `usage.raw` is typed by what is sent, which is a list now: a lone value there no longer compiles.",
  },
  "parameter-place-changed": {
    bump: "major",
    reason:
      "Methods put it where it belongs by themselves. `usage.raw` is typed by place, and calls of it no longer compile.",
  },
  "parameter-made-optional": {
    bump: "minor",
    reason: "Calls may leave it out; those that give it stay as they are.",
  },
  "parameter-added": {
    bump: "minor",
    reason: "There is more to choose from; calls without it stay as they are.",
  },
  "parameter-role-changed": {
    bump: "major",
    reason: "The parameter does something else: the same call is written, planned and simulated differently.",
  },
  "parameter-role-learned": {
    bump: "minor",
    reason: "What the parameter does was not known; helpers and simulator treat it accordingly now.",
  },
  "values-removed": {
    bump: "major",
    reason: "Calls that give such a value no longer compile, and are refused before they are sent.",
  },
  "values-listed": {
    bump: "major",
    reason:
      "Any text was accepted; calls with another value no longer compile, and are refused before they are sent.",
  },
  "values-unlisted": {
    bump: "minor",
    reason: "Any text is accepted; the values are no longer listed in types and catalog.",
  },
  "values-added": { bump: "minor", reason: "There is more to choose from." },
  "dimension-changed": {
    bump: "major",
    reason:
      "Helpers and simulator relate filters, groups and names by dimension: tables come out under another word, or are no longer joined.",
  },
  "dimension-learned": {
    bump: "minor",
    reason: "What the filter selects on was not known; helpers and simulator relate it to groups now.",
  },
  "companion-required": {
    bump: "major",
    reason:
      "Calls without exactly one value of the other parameter no longer compile, and are refused before they are sent.",
  },
  "companion-lifted": { bump: "minor", reason: "Combinations that were refused are accepted." },
  "default-changed": {
    bump: "major",
    reason: "The same call gives other numbers: give the value where you relied on the default.",
  },
  "default-unstated": {
    bump: "major",
    reason:
      "What the server does without a value is no longer known: helpers that relied on it ask for one, and the simulator has none. Give the value.",
  },
  "default-stated": {
    bump: "minor",
    reason: "What the server does without a value was not known; helpers and simulator go by it now.",
  },
  "unit-changed": {
    bump: "major",
    reason:
      "Methods and helpers convert by themselves, so that their calls stay right. The catalog's `timeUnit`, what is given to `usage.raw`, and stored or recorded requests silently change their meaning by a factor of 1,000: multiply or divide there.",
  },
  "limit-lowered": {
    bump: "major",
    reason:
      "A longer range is refused by the client before it is sent. `planRequests` and `collectSeries` cut ranges to fit by themselves, into more requests.",
  },
  "limit-raised": {
    bump: "minor",
    reason: "Longer ranges are accepted, and helpers need fewer requests for them.",
  },
  "look-back-shortened": { bump: "major", reason: "The same call answers for fewer days." },
  "look-back-extended": { bump: "minor", reason: "The same call answers for more days." },
  "aggregation-removed": {
    bump: "major",
    reason: "Calls that ask for it no longer compile, and are refused before they are sent.",
  },
  "aggregation-changed": {
    bump: "major",
    reason:
      "The same points cover something else: plans, sums and forecasts of the same call come out differently.",
  },
  "aggregation-learned": {
    bump: "minor",
    reason: "What the points cover was not known, and helpers refused what depends on it; now they do it.",
  },
  "aggregation-added": { bump: "minor", reason: "There is more to choose from." },
  "pair-removed": {
    bump: "major",
    reason: "Calls with this combination no longer compile, and are refused before they are sent.",
  },
  "pair-added": { bump: "minor", reason: "There is more to choose from." },
  "granularity-rule-changed": {
    bump: "major",
    reason: "The same call may answer in buckets of another width, and plans cut its range elsewhere.",
  },
  "granularity-removed": {
    bump: "major",
    reason: "Calls that ask for it no longer compile, and are refused before they are sent.",
  },
  "granularity-added": { bump: "minor", reason: "There is more to choose from." },
  "group-removed": {
    bump: "major",
    reason: "Calls that group by it no longer compile, and are refused before they are sent.",
  },
  "group-changed": {
    bump: "major",
    reason:
      "Series are labelled or broken down differently: columns, joins of names and sums over groups change.",
  },
  "group-added": { bump: "minor", reason: "There is more to choose from." },
  "measure-changed": {
    bump: "major",
    reason:
      "The numbers count something else: sums, forecasts and simulated answers of the same call come out differently.",
  },
  "measure-learned": {
    bump: "minor",
    reason:
      "What the numbers count was not known, and they were treated as the least additive kind; now helpers can do more.",
  },
  "additivity-stricter": {
    bump: "major",
    reason: "Helpers refuse to add what they added until now, since the sums were wrong.",
  },
  "additivity-looser": { bump: "minor", reason: "Helpers add what they refused to add until now." },
  "additivity-restated": { bump: "patch", reason: "Helpers refuse to add the groups, as before." },
  "counted-thing-changed": {
    bump: "major",
    reason:
      "Numbers carry another name, and those who read `unit` to tell minutes from connections decide differently.",
  },
  "counted-thing-learned": { bump: "minor", reason: "Numbers have a name now." },
  "population-changed": {
    bump: "major",
    reason:
      "The numbers are about other clients or contexts, so that they are comparable with other operations than before.",
  },
  "response-changed": {
    bump: "major",
    reason: "What a call resolves to has another type, and is read differently.",
  },
  "response-looser": {
    bump: "minor",
    reason: "What a call resolves to is read as before, and tells more or allows more.",
  },
  "response-type-renamed": {
    bump: "patch",
    reason: "Types are compared by what is in them; differences there are listed on their own.",
  },
  "status-added": {
    bump: "minor",
    reason:
      "The client handles any status. The error types of `usage.raw` have one more member, which an exhaustive switch must handle.",
  },
  "status-removed": {
    bump: "minor",
    reason: "The client handles any status. The error types of `usage.raw` have one member less.",
  },
  deprecated: {
    bump: "minor",
    reason: "Nothing breaks yet: editors strike the method through. Plan to leave it.",
  },
  "deprecation-lifted": { bump: "minor", reason: "Nothing breaks: the method is no longer struck through." },
  retiring: {
    bump: "minor",
    reason: "Nothing breaks yet: upstream advises against relying on the operation. Plan to leave it.",
  },
  "retirement-lifted": {
    bump: "minor",
    reason: "Nothing breaks: upstream no longer advises against the operation.",
  },
  documented: {
    bump: "patch",
    reason: "It was assumed, and turns out to hold. Nothing but the mark in the catalog changes.",
  },
  assumed: { bump: "patch", reason: "It is taken to hold on. Nothing but the mark in the catalog changes." },
  "server-changed": {
    bump: "major",
    reason:
      "Calls go to another host by themselves: allow-lists, proxies and recordings that name the former one must follow.",
  },
  "authentication-changed": {
    bump: "major",
    reason:
      "The client sends the token in the new header by itself: a transport or recording of your own that reads the former one must follow.",
  },
  "version-header-changed": {
    bump: "major",
    reason:
      "The client asks for another version of the API by itself, in which the same call may answer differently.",
  },
  "minutes-changed": {
    bump: "major",
    reason: "The same minutes come out as another number of service connections.",
  },
} as const satisfies Readonly<Record<string, ChangeKindEntry>>;
