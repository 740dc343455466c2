import type { paths } from "@ldusage/types";
import createClient from "openapi-fetch";
import { type CallClient, epochMsText, headers, request } from "../call-client.ts";

export const client: CallClient = {
  createCall(baseUrl) {
    const { GET } = createClient<paths>({ baseUrl, headers });
    return async () => {
      const query = { from: epochMsText(request.from), to: epochMsText(request.to) };
      const { data, error } = await GET(request.path, { params: { query } });
      if (data === undefined) throw new Error(String(error));
      return data;
    };
  },
};
