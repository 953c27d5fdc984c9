namespace Analytics.Dashboards.Data;

/// <summary>The lists of customers by name, the largest part of a page's words: they lie deflated in it, and are read after the first figures show.</summary>
internal sealed record CustomerLists(IReadOnlyList<Customer> Top, IReadOnlyList<CustomerAtRisk> Watch, IReadOnlyList<WorthyCustomer> Worthy, Cards Cards, IReadOnlyList<PlanItem> Plan, IReadOnlyList<Named> Prospects);
