// In its serverless mode, the agent has all it needs to trace and connects to nobody.
Object.assign(process.env, {
  NEW_RELIC_APP_NAME: 'job',
  NEW_RELIC_NO_CONFIG_FILE: 'true',
  NEW_RELIC_LOG_ENABLED: 'false',
  NEW_RELIC_SERVERLESS_MODE_ENABLED: 'true',
  NEW_RELIC_ACCOUNT_ID: '1',
  NEW_RELIC_TRUSTED_ACCOUNT_KEY: '1',
  NEW_RELIC_PRIMARY_APPLICATION_ID: '2',
});
const { default: newrelic } = await import('newrelic');
const { callOnce, report } = await import('./call-once.js');
await newrelic.startBackgroundTransaction('job', async () => report(await callOnce()));
