// The limit: `fetch` alone, with an address that is written already.
import { type CallClient, epochMsText, headers, request } from "../call-client.ts";

export const client: CallClient = {
  createCall(baseUrl) {
    const url = `${baseUrl}${request.path}?from=${epochMsText(request.from)}&to=${epochMsText(request.to)}`;
    return async () => {
      const response = await fetch(url, { headers });
      return JSON.parse(await response.text());
    };
  },
};
