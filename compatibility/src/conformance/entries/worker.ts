// For workerd: the settings are the body of the request that starts the suite; the answer says that it is over.
import { runSuite } from "./run-suite.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    await runSuite(await request.json());
    return new Response("over");
  },
};
