import { packedText } from "./packedText";
import type { Cards, Customer, CustomerAtRisk, Named, PageData, PlanItem, WorthyCustomer } from "./pageData";

interface CustomerLists { top: Customer[]; watch: CustomerAtRisk[]; worthy: WorthyCustomer[]; cards: Cards; plan: PlanItem[]; prospects: Named[] }

/** Brings the customers' lists, which the first page does without, to the page's data. */
export async function addLists(data: PageData): Promise<void> {
  const { top, watch, worthy, cards, plan, prospects } = JSON.parse(await packedText("page-lists")) as CustomerLists;
  data.base.top = top;
  data.watch = watch;
  data.worth.customers = worthy;
  data.cards = cards;
  data.plan = plan;
  data.prospects = prospects;
}
