import apm from 'elastic-apm-node';

const options = { disableSend: true, logLevel: 'off', centralConfig: false, cloudProvider: 'none' };
apm.start({ serviceName: 'job', metricsInterval: '0s', ...options });
const { callOnce, report } = await import('./call-once.js');
apm.startTransaction('job');
report(await callOnce());
process.exit(0);
