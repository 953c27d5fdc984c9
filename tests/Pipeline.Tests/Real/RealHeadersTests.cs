using System.Text.Json;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Tests.Real;

/// <summary>The headers of eleven CRMs' exports, each with its meaning as gathered by hand: expected against found.</summary>
public class RealHeadersTests(ITestOutputHelper output)
{
    /// <summary>Meaning of a header → the column that must hold it.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Meanings = new()
    {
        ["opportunities"] = new()
        {
            ["deal.id"] = "id",
            ["deal.name"] = "name",
            ["deal.stage"] = "stage",
            ["deal.amount"] = "amount",
            ["deal.close_date"] = "closed_at",
            ["deal.create_date"] = "created_at",
            ["deal.owner"] = "owner_name",
            ["deal.owner_id"] = "owner_id",
            ["account.name"] = "account_name",
            ["account.id"] = "account_id",
            ["deal.status"] = "status",
            ["deal.won_date"] = "won_at",
            ["deal.lost_date"] = "lost_at",
            ["deal.lost_reason"] = "loss_reason",
            ["deal.source"] = "channel",
            ["deal.is_closed"] = "is_closed",
            ["deal.is_won"] = "is_won",
            ["product.name"] = "product_name",
            ["product.family"] = "product_family",
            ["account.postal_code"] = "account_postcode",
            ["deal.deleted"] = "is_deleted",
        },
        ["accounts"] = new()
        {
            ["account.id"] = "id",
            ["account.name"] = "name",
            ["account.type"] = "type",
            ["account.industry"] = "sector",
            ["account.employees"] = "employees",
            ["account.revenue"] = "annual_revenue",
            ["account.city"] = "city",
            ["account.postal_code"] = "postcode",
            ["account.country"] = "country",
            ["account.website"] = "domain",
            ["account.domain"] = "domain",
            ["account.phone"] = "phone",
            ["account.owner"] = "owner_name",
            ["account.owner_id"] = "owner_id",
            ["account.parent_id"] = "parent_id",
            ["account.siret"] = "siren",
            ["account.source"] = "channel",
            ["account.email"] = "email",
            ["account.vat"] = "vat",
            ["account.tags"] = "tags",
        },
        ["contacts"] = new()
        {
            ["contact.id"] = "id",
            ["contact.first_name"] = "first_name",
            ["contact.last_name"] = "last_name",
            ["contact.email"] = "email",
            ["contact.phone"] = "phone",
            ["contact.owner"] = "owner_name",
            ["account.id"] = "account_id",
            ["account.name"] = "account_name",
            ["contact.job_title"] = "job_title",
            ["contact.create_date"] = "created_at",
            ["contact.modified"] = "modified_at",
        },
    };

    [Fact]
    public void Every_header_goes_where_its_meaning_says_and_no_column_is_missed()
    {
        var wrong = new List<string>();
        using var sets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RealData.Folder("crm_headers"), "headers.json")));
        foreach (var set in sets.RootElement.EnumerateArray())
            wrong.AddRange(Compare(set));
        Assert.Empty(wrong);
    }

    private List<string> Compare(JsonElement set)
    {
        var name = $"{set.GetProperty("crm")} {set.GetProperty("object")} ({set.GetProperty("lang")})";
        var headers = set.GetProperty("columns").EnumerateArray().Select(c => (Header: c.GetProperty("header").GetString()!, Meaning: c.GetProperty("canonical").GetString()!)).ToList();
        var mapping = Recognition.Recognise("export.csv", headers.Select(h => h.Header).ToList());
        var table = TableOf(headers.Select(h => h.Meaning).ToList(), set.GetProperty("object").GetString()!);
        output.WriteLine($"{name}: {mapping?.Crm} {mapping?.Table.Name}");
        if (mapping?.Table.Name != table) return [$"{name}: expected {table}, found {mapping?.Table.Name}"];
        return mapping is null ? [] : Compare(name, Meanings[table!], headers, mapping);
    }

    private List<string> Compare(string name, Dictionary<string, string> meanings, List<(string Header, string Meaning)> headers, FileMapping mapping)
    {
        var wrong = new List<string>();
        var found = mapping.Used.Select(h => h.Column).ToHashSet();
        foreach (var ((header, meaning), taken) in headers.Zip(mapping.Headers))
        {
            var expected = meanings.GetValueOrDefault(meaning);
            output.WriteLine($"  {header} | {meaning} | expected {expected} | found {taken.Column} {taken.Confidence:F2}");
            // A contact's name beside a company's may stand in where the company has none.
            if (taken.Column is not null && taken.Column != expected && meaning != $"contact.{taken.Column}") wrong.Add($"{name}: {header} ({meaning}) was taken for {taken.Column}");
            if (expected is not null && !found.Contains(expected)) wrong.Add($"{name}: {header} fills no {expected}");
        }
        return wrong;
    }

    private static string? TableOf(List<string> meanings, string kind) => kind switch
    {
        "contacts" or "contacts export" => "contacts",
        _ when meanings.Any(m => m.StartsWith("deal.", StringComparison.Ordinal)) => "opportunities",
        _ => "accounts",
    };
}
