import type { Numbers } from "./columns";
import type { Cells, Pass } from "./cells/index";
import type { Facts, Path } from "./facts";
import type { Filter } from "./filter";
import { byStretch } from "./stretches";

/**
 * Spend is known by channel and campaign; a selection bears its part of the leads that it brought, as core.spend_shares does for one segment: under
 * several filters at once, the part of those leads that pass them all. Spend that brought no lead is borne by what is not known.
 */
export function spendCells(spend: Facts, leads: Facts, pass: Pass, by: string | undefined, filters: readonly Filter[]): Cells {
  const { count, slots } = pass;
  const cells = { spend: new Float64Array(count * slots.width), laterSpend: new Float64Array(count * slots.width) };
  const [channels, campaigns, days, laters, amounts] = ["channel", "campaign", "day", "later", "amount"].map(name => spend.column(name)) as [Numbers, Numbers, Numbers, Numbers, Numbers];
  const shares = sharesOf(leads, pass);
  const orphaned = bearer(by, filters);
  for (let row = 0; row < spend.rows; row++) {
    const [channel, amount] = [channels[row]!, amounts[row]! * spend.step("amount")];
    const borne = shares(channel, campaigns[row]!) ?? orphaned(channel);
    for (const [group, share] of borne) {
      cells.spend[group * slots.width + slots.of[days[row]! + 2]!]! += amount * share;
      cells.laterSpend[group * slots.width + slots.of[laters[row]! + 2]!]! += amount * share;
    }
  }
  return cells;
}

type Borne = [group: number, share: number][];

/** Of the leads that a spend brought, the part that each group has; nothing where it brought none. Leads of its campaign count before its channel's. */
function sharesOf(leads: Facts, pass: Pass): (channel: number, campaign: number) => Borne | undefined {
  const channels = channelShares(leads, pass);
  const campaigns = campaignShares(leads, pass);
  return (channel, campaign) => (campaign > 0 ? campaigns.get(poolOf(channel, campaign)) : undefined) ?? (channel > 0 ? channels.get(channel) : undefined);
}

function channelShares(leads: Facts, { ranges, column, codes, count }: Pass): Map<number, Borne> {
  const all = leadsOf(leads).channels;
  const led: Float64Array[] = [];
  all.forEach((_, channel) => led[channel] = new Float64Array(count));
  byStretch(ranges, addLeads, { led, channel: leads.path("channel")!, column, codes });
  const shares = new Map<number, Borne>();
  led.forEach((counts, channel) => {
    const borne: Borne = [];
    counts.forEach((passed, group) => passed > 0 && borne.push([group, passed / all[channel]!]));
    shares.set(channel, borne);
  });
  return shares;
}

function addLeads({ led, channel, column, codes }: Path & { led: readonly Float64Array[]; channel: Path }, row: number, end: number): void {
  const { column: channels, codes: channelCodes } = channel;
  for (; row < end; row++) led[channelCodes[channels[row]!]!]![codes[column[row]!]!]!++;
}

/** Few leads name a campaign, and there may be many campaigns: only groups that have some are held. */
function campaignShares(leads: Facts, { ranges, column, codes }: Pass): Map<string, Borne> {
  const all = leadsOf(leads).campaigns;
  if (all.size === 0) return new Map();
  const [channelOf, campaigns] = [channelsOf(leads), leads.column("campaign")];
  const led = new Map([...all.keys()].map(pool => [pool, new Map<number, number>()]));
  byStretch(ranges, addCampaigns, { led, campaigns, channelOf, column, codes });
  return new Map([...led].map(([pool, groups]) => [pool, [...groups].map(([group, passed]) => [group, passed / all.get(pool)!])]));
}

type OfCampaigns = Path & { led: ReadonlyMap<string, Map<number, number>>; campaigns: Numbers; channelOf: (row: number) => number };

function addCampaigns({ led, campaigns, channelOf, column, codes }: OfCampaigns, row: number, end: number): void {
  for (; row < end; row++) {
    if (campaigns[row]! === 0) continue;
    const group = codes[column[row]!]!;
    for (const pool of poolsOf(channelOf(row), campaigns[row]!)) led.get(pool)!.set(group, (led.get(pool)!.get(group) ?? 0) + 1);
  }
}

/** The leads of a campaign, within a channel or (0) wherever they came from. */
function poolOf(channel: number, campaign: number): string {
  return `${campaign} ${channel}`;
}

function poolsOf(channel: number, campaign: number): Set<string> {
  return new Set([poolOf(channel, campaign), poolOf(0, campaign)]);
}

interface Led { channels: number[]; campaigns: Map<string, number> }

const counted = new WeakMap<Facts, Led>();

/** How many leads each channel and each campaign has in the whole base. */
function leadsOf(leads: Facts): Led {
  let led = counted.get(leads);
  if (led) return led;
  counted.set(leads, led = { channels: [], campaigns: new Map() });
  const [channelOf, campaigns] = [channelsOf(leads), leads.column("campaign")];
  for (let row = 0; row < leads.rows; row++) {
    const channel = channelOf(row);
    led.channels[channel] = (led.channels[channel] ?? 0) + 1;
    if (campaigns[row]! > 0) for (const pool of poolsOf(channel, campaigns[row]!)) led.campaigns.set(pool, (led.campaigns.get(pool) ?? 0) + 1);
  }
  return led;
}

/** The channel of each lead, its own or its account's. */
function channelsOf(leads: Facts): (row: number) => number {
  const { column, codes } = leads.path("channel")!;
  return row => codes[column[row]!]!;
}

/** Who bears the spend of a channel without leads: the channel itself, and of every other dimension what is not known. */
function bearer(by: string | undefined, filters: readonly Filter[]): (channel: number) => Borne {
  return channel => {
    const codeOf = (dimension: string) => (dimension === "channel" ? channel : 0);
    if (by === "customer" || filters.some(({ dimension, passes }) => passes[codeOf(dimension)] !== 1)) return [];
    return [[by === undefined ? 0 : codeOf(by), 1]];
  };
}
