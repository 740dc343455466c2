import type { ServiceDescriptor } from "@ldusage/types/catalog";
import type { Difference } from "../change.ts";
import { compareMembers, listed, type MemberRules } from "../compare-members.ts";
import { phrase, plain, quoteJson } from "../phrase.ts";

type Service = ServiceDescriptor;
type Servers = Service["servers"];

/** Everything that differs between two descriptions of the service as a whole. */
export function compareService(before: Service, after: Service): Difference[] {
  return [...listed(compareMembers(before, after, serviceRules, plain("the service")))];
}

const serviceRules: MemberRules<Service> = {
  servers: ({ servers: old }, { servers: now }) =>
    compareMembers(
      old,
      now,
      { us: serverRule("us"), eu: serverRule("eu"), federal: serverRule("federal") },
      plain("the servers"),
    ),
  authenticationHeader: ({ authenticationHeader: old }, { authenticationHeader: now }) => [
    {
      kind: "authentication-changed",
      what: phrase`The access token is sent in ${now} now; it was in ${old}.`,
    },
  ],
  versionHeader: ({ versionHeader: old }, { versionHeader: now }) => [
    {
      kind: "version-header-changed",
      what: phrase`The version is asked for in ${now} now; it was in ${old}.`,
    },
  ],
  versionValue: ({ versionValue: old }, { versionValue: now }) => [
    {
      kind: "version-header-changed",
      what: phrase`The version that is asked for is ${now} now; it was ${old}.`,
    },
  ],
  minutesPerServiceConnection: (
    { minutesPerServiceConnection: old },
    { minutesPerServiceConnection: now },
  ) => [
    {
      kind: "minutes-changed",
      what: phrase`A service connection is ${now} minutes now; it was ${old}.`,
    },
  ],
};

function serverRule(region: keyof Servers) {
  return ({ [region]: old }: Servers, { [region]: now }: Servers): Difference[] => [
    {
      kind: "server-changed",
      what: phrase`The server of the region ${region} is ${quoteJson(now)} now; it was ${quoteJson(old)}.`,
    },
  ];
}
