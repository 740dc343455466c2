import { documentedRefusal, type Refusal } from "./error-body.ts";

/**
 * The refusal that a request asks for with `Prefer: code=503`, as of other mock servers: some documented statuses have
 * no cause that a request could give. A status without a documented body, and any other preference, is ignored.
 */
export function preferredRefusal(headers: Headers): Refusal | undefined {
  const code = /(?:^|[,;\s])code=(\d{3})(?=$|[,;\s])/.exec(headers.get("Prefer") ?? "")?.[1];
  return code === undefined ? undefined : documentedRefusal(Number(code));
}
