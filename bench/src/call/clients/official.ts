import { AccountUsageBetaApi, Configuration } from "launchdarkly-api-typescript";
import { type CallClient, epochMsText, headers, request } from "../call-client.ts";

export const client: CallClient = {
  createCall(baseUrl) {
    const { accessToken: apiKey } = request;
    const api = new AccountUsageBetaApi(
      new Configuration({ apiKey, basePath: baseUrl, baseOptions: { headers } }),
    );
    return async () => {
      const response = await api.getMauUsage(epochMsText(request.from), epochMsText(request.to));
      return response.data;
    };
  },
};
