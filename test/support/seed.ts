import fc from 'fast-check';

/**
 * `npm test` tries the same cases on every run, so that it fails for a change and not for luck;
 * `npm run test:long` tries new ones each time.
 */
if (!process.env.MARGINALIA_LONG) fc.configureGlobal({ seed: 20261122 });
