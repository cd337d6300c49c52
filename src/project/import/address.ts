import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that must not be asked: it leads into the machine or its own network. */
export class PrivateAddress extends Error {
  constructor(host: string, address: string) {
    super(
      host === address
        ? `${address} is a private address`
        : `${host} leads to ${address}, a private address`,
    );
  }
}

/** Whether an IP address is one of the public internet. Anything else is private, reserved or not an address. */
export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(bare) === 0) return false;
  return ipaddr.process(bare).range() === 'unicast' && !isTranslated(bare);
}

/** IPv6 that stands for an IPv4 address: `::a.b.c.d`, long out of use, reaches IPv4 hosts all the same. */
const isTranslated = (address: string): boolean =>
  isIP(address) === 6 &&
  ipaddr
    .parse(address)
    .toByteArray()
    .slice(0, 12)
    .every(byte => byte === 0);

/** Throws PrivateAddress for a host that is written as a private address; names are looked up later. */
export function refusePrivateHost(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host, host);
}

/**
 * Looks a name up for a connection and hands on public addresses only, so that the address that was
 * checked is the one that is connected to, whatever the name leads to a moment later.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const bad = addresses.find(({ address }) => !isPublic(address));
    if (bad) return done(new PrivateAddress(hostname, bad.address), []);
    const [first] = addresses;
    if (options.all || !first) done(null, addresses);
    else done(null, first.address, first.family);
  });
};
