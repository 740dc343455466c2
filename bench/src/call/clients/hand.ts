// The few lines that one would write for one operation.
import { type CallClient, epochMsText, headers, request } from "../call-client.ts";

export const client: CallClient = {
  createCall(baseUrl) {
    const getUsage = async (parameters: Record<string, string>): Promise<unknown> => {
      const query = new URLSearchParams(parameters);
      const response = await fetch(`${baseUrl}${request.path}?${query}`, { headers });
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return response.json();
    };
    return () => getUsage({ from: epochMsText(request.from), to: epochMsText(request.to) });
  },
};
