import type { Numbers } from "./columns";
import type { Cells, Pass } from "./cells/index";
import type { Facts } from "./facts";
import type { Filter } from "./filter";
import { byStretch } from "./stretches";

/**
 * Spend is known by channel only; a selection bears its part of a channel's leads, as core.spend_shares does for one segment: under several
 * filters at once, the part of the channel's leads that pass them all. A channel without leads is borne by what is not known.
 */
export function spendCells(spend: Facts, leads: Facts, pass: Pass, by: string | undefined, filters: readonly Filter[]): Cells {
  const { count, slots } = pass;
  const cells = { spend: new Float64Array(count * slots.width), laterSpend: new Float64Array(count * slots.width) };
  const [channels, days, laters, amounts] = ["channel", "day", "later", "amount"].map(name => spend.column(name)) as [Numbers, Numbers, Numbers, Numbers];
  const shares = sharesOf(leads, pass);
  const orphaned = bearer(by, filters);
  for (let row = 0; row < spend.rows; row++) {
    const [channel, amount] = [channels[row]!, amounts[row]! * spend.step("amount")];
    const borne = (channel > 0 && shares.get(channel)) || orphaned(channel);
    for (const [group, share] of borne) {
      cells.spend[group * slots.width + slots.of[days[row]! + 2]!]! += amount * share;
      cells.laterSpend[group * slots.width + slots.of[laters[row]! + 2]!]! += amount * share;
    }
  }
  return cells;
}

/** Of each channel with leads, the part of them that each group has. */
function sharesOf(leads: Facts, { ranges, column, codes, count }: Pass): Map<number, [number, number][]> {
  const channels = leads.column("channel");
  const all = leadsOf(leads);
  const led: Float64Array[] = [];
  all.forEach((_, channel) => led[channel] = new Float64Array(count));
  byStretch(ranges, (row, end) => { for (; row < end; row++) led[channels[row]!]![codes[column[row]!]!]!++; });
  const shares = new Map<number, [number, number][]>();
  led.forEach((counts, channel) => {
    const borne: [number, number][] = [];
    counts.forEach((passed, group) => passed > 0 && borne.push([group, passed / all[channel]!]));
    shares.set(channel, borne);
  });
  return shares;
}

const counted = new WeakMap<Facts, number[]>();

/** How many leads each channel has in the whole base. */
function leadsOf(leads: Facts): number[] {
  let all = counted.get(leads);
  if (all) return all;
  counted.set(leads, all = []);
  for (const channel of leads.column("channel")) all[channel] = (all[channel] ?? 0) + 1;
  return all;
}

/** Who bears the spend of a channel without leads: the channel itself, and of every other dimension what is not known. */
function bearer(by: string | undefined, filters: readonly Filter[]): (channel: number) => [number, number][] {
  return channel => {
    const codeOf = (dimension: string) => (dimension === "channel" ? channel : 0);
    if (by === "customer" || filters.some(({ dimension, passes }) => passes[codeOf(dimension)] !== 1)) return [];
    return [[by === undefined ? 0 : codeOf(by), 1]];
  };
}
