import type { Codebook, Theme } from './codebook.ts';

const base = { memo: '', parent: null, status: 'active', mergedInto: null } as const;

const stateThreats: Theme = {
  ...base,
  id: 'state-threats',
  name: 'State threats',
  definition:
    'Hostile activity in or against the country that a foreign state directs, pays for or tolerates: espionage, interference, sabotage, cyber attacks, threats to life, disinformation.',
  include:
    'Who is approached and how; what is stolen or influenced; powers and laws against it; advice to those at risk; states that are named or hinted at.',
  exclude:
    'Terrorism with no state behind it; ordinary crime; diplomacy and lobbying in the open; trade policy.',
  colour: 'sky',
  mark: '●',
  key: 1,
  patterns: [
    'state threat',
    'hostile state',
    'hostile actor',
    'state actor',
    'state-backed',
    'state-sponsored',
    'nation state',
    'foreign state',
    'foreign power',
    'foreign intelligence',
    'spy',
    'espionage',
    'interference',
    'disinformation',
    'misinformation',
    'influence operation',
    'troll farm',
    'hack and leak',
    'cyber',
    'cyber-attack',
    'ransomware',
    'sabotage',
    'assassination',
    'nerve agent',
    'Salisbury',
    'Russia',
    'China',
    'Iran',
    'Official Secrets Act',
    'National Security Act',
    'Think Before You Link',
    'Trusted Research',
  ],
};

const erwt: Theme = {
  ...base,
  id: 'erwt',
  name: 'ERWT',
  definition:
    'Extreme Right Wing Terrorism: terrorism, planned or done, whose cause is racial, nationalist or anti-government, and the groups, spaces and materials that feed it.',
  include:
    'Investigations, plots, arrests and convictions of that kind; groups, banned or splintered; the age of those involved; online spaces; who leads the work against it.',
  exclude:
    'Hate crime without a terrorist aim; party politics; other ideologies, unless the two are compared.',
  colour: 'orange',
  mark: '■',
  key: 2,
  patterns: [
    'extreme right wing',
    'right wing terror',
    'right wing extremist',
    'far right',
    'ERWT',
    'neo-Nazi',
    'fascist',
    'racist',
    'white supremacist',
    'white nationalist',
    'hate-filled',
    'great replacement',
    'accelerationist',
    'National Action',
    'Atomwaffen',
    'Sonnenkrieg',
  ],
};

const preventReferrals: Theme = {
  ...base,
  id: 'prevent-referrals',
  name: 'Prevent referrals',
  definition:
    'People referred to the Prevent programme, or at risk of being drawn into terrorism in the sense it uses: who they are, why, how many, and what is done for them.',
  include:
    'Figures and classes of referrals; vulnerability, youth, mental ill health and isolation given as reasons; work with schools, health and families before any crime.',
  exclude: 'Arrests and prosecutions; prevention in the everyday sense; protective security.',
  colour: 'green',
  mark: '▲',
  key: 3,
  patterns: [
    '"Prevent"',
    'referral',
    'mixed, unstable or unclear',
    '"vulnerable"',
    'radicalise',
    'drawn into terrorism',
    'drawn to terrorism',
    'susceptible',
    'young people',
    'mental health',
    'mental ill health',
    'social isolation',
    'socially isolated',
    'complex needs',
    'grievance',
    'safeguarding',
    'Channel panel',
    'Channel programme',
    'early intervention',
  ],
};

const encryption: Theme = {
  ...base,
  id: 'encryption',
  name: 'Encryption',
  definition:
    'What is said about encryption that keeps the content of messages from everyone but the two ends, and about lawful access to it.',
  include:
    'Products and companies; warrants and powers; detection of content; the costs and benefits of either choice; the words the sides use of each other.',
  exclude:
    'Encryption of stored data; anonymity as such; moderation of public posts with no word on encryption.',
  colour: 'pink',
  mark: '◆',
  key: 4,
  patterns: [
    'encryption',
    'encrypted',
    'end-to-end',
    'lawful access',
    'exceptional access',
    'back door',
    'front door',
    'privacy',
    'warrant',
    'messaging app',
    'messaging service',
    'WhatsApp',
    'client-side scanning',
    'scanning',
    'interception',
    'going dark',
  ],
};

/** The four themes that a new project starts with. */
export const starterCodebook: Codebook = {
  version: 1,
  themes: [stateThreats, erwt, preventReferrals, encryption],
};
