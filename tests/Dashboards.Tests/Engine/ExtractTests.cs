using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Analytics.Dashboards.Tests.Browser;
using Analytics.Pipeline.Sample;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>A page for one owner holds no one else's customers, and a page without names holds no name, in any of its bytes.</summary>
[Collection("sample")]
public class ExtractTests(Chromium browser, SamplePage sample)
{
    private static readonly QuestionPeriod All = new("all", "", "");

    [Fact]
    public async Task A_page_of_one_owner_holds_its_customers_and_nothing_of_the_others()
    {
        var (owner, html) = (sample.Owner, sample.OwnersHtml);
        var text = Said(html);

        var own = Texts($"select name from marts.customers where owner_id = '{owner.Id}'");
        Assert.Equal(owner.Customers, own.Length);
        Assert.All(own, name => Assert.True(Holds(text, name), $"{name} is missing."));
        Assert.All(Texts($"select name from marts.customers where owner_id <> '{owner.Id}'").Where(name => !own.Any(other => other.Contains(name, StringComparison.Ordinal))),
            name => Assert.False(Holds(text, name), $"{name} is in the page of {owner.Name}."));
        Assert.Equal(WordsOf(own), CustomerWords(html).ToHashSet(StringComparer.Ordinal));
        const string Prospects = "from core.accounts where account_id not in (select account_id from marts.customers) and account_id in (select account_id from core.opportunities)";
        Assert.All(Texts($"select name {Prospects} and owner_id = '{owner.Id}'"), name => Assert.True(Holds(text, name), $"{name} is missing."));
        var known = Texts($"select name from core.accounts where owner_id = '{owner.Id}'");
        Assert.All(Texts($"select name {Prospects} and owner_id is distinct from '{owner.Id}'").Where(name => !known.Any(other => other.Contains(name, StringComparison.Ordinal))),
            name => Assert.False(Holds(text, name), $"{name} is in the page of {owner.Name}."));
        Assert.All(Texts($"select account_id from core.accounts where owner_id is distinct from '{owner.Id}'"), id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
        Assert.All(Texts($"select name from core.owners where owner_id <> '{owner.Id}'"), name => Assert.False(Holds(text, name), $"{name} is in the page of {owner.Name}."));

        using var engine = new AskedEngine(html);
        var revenue = sample.Sql($"select sum(s.amount)::double from core.sales as s join core.accounts as a using (account_id) where a.owner_id = '{owner.Id}'");
        Assert.Equal(revenue, engine.Ask(new Question("revenue", new Dictionary<string, string[]>(), All)).Facts.Single().Value!.Value, 1e-6 * revenue);

        await using var opened = await browser.Open(html);
        Assert.Equal(["overview", "segments", "pareto", "keep", "win", "trust"], await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav [data-page]')].map(link => link.dataset.page)"));
        foreach (var link in await opened.Find("nav a").AllAsync()) await link.ClickAsync();
        Assert.EndsWith(owner.Name, await opened.Text("h1"), StringComparison.Ordinal);
        opened.HasNoComplaint();
        Assert.Equal(sample.Built.Html, Dashboard.Html(sample.Built.Warehouse));
    }

    [Fact]
    public async Task A_page_without_names_gives_the_same_figures_and_no_way_back()
    {
        var html = sample.NamelessHtml;
        var text = Said(html);

        string[] kinds = ["name from core.accounts", "name from core.owners", "manager from core.owners", "team from core.owners", "name from core.products", "family from core.products", "file from staging.files"];
        Assert.All(kinds.SelectMany(kind => Texts($"select distinct {kind}")).Where(name => name.Length > 4), name => Assert.False(Holds(text, name), $"{name} is in the page."));
        Assert.NotEmpty(CustomerWords(html));
        Assert.Empty(WordsOf(Texts("select name from marts.customers")).Intersect(CustomerWords(html)));
        Assert.All(Texts("select account_id from core.accounts union select owner_id from core.owners"), id => Assert.DoesNotContain($"\"{id}\"", text, StringComparison.Ordinal));

        using var engine = new AskedEngine(html);
        using var named = new AskedEngine(sample.Built.Html);
        foreach (var kpi in (string[])["revenue", "margin", "win_rate_closed_by_count", "attrition", "cac", "pareto_customers"])
        {
            var question = new Question(kpi, new Dictionary<string, string[]> { ["type"] = ["TPE"] }, kpi == "attrition" ? new("year", "2025-01-01", "2026-01-01") : All);
            Assert.Equal(named.Ask(question).Facts.Single().Value, engine.Ask(question).Facts.Single().Value);
        }

        await using var opened = await browser.Open(html);
        foreach (var link in await opened.Find("nav a").AllAsync()) await link.ClickAsync();
        Assert.Equal("Figures without names", await opened.Text("h1"));
        Assert.Equal(["Doc. 1", "Doc. 2", "Doc. 3"], (await opened.Texts(".file-name"))[..3]);
        Assert.DoesNotContain(await opened.Texts("#duplicates .rule"), remark => remark.StartsWith("The 0 ", StringComparison.Ordinal));
        opened.HasNoComplaint();
    }

    [Fact]
    public void A_reason_for_complaints_that_few_gave_may_name_someone_and_is_not_in_the_page_without_names()
    {
        const string Rare = "Martin ne vient jamais";
        var exports = Directory.CreateTempSubdirectory("analytics-rare-").FullName;
        SampleCompany.Write(exports, new() { Customers = 80 });
        File.AppendAllText(Path.Combine(exports, "reclamations.csv"), $"R99999;CL00001;;30/12/2025;{Rare};\n");
        using var built = BuiltPage.Of(exports);
        var nameless = "";
        built.Build.Anonymously(extract => nameless = Said(Dashboard.Html(extract)));

        Assert.True(Holds(Said(built.Html), Rare));
        Assert.False(Holds(nameless, Rare));
        Assert.True(Holds(nameless, "Délai de livraison"));
        Directory.Delete(exports, recursive: true);
    }

    /// <summary>As it stands, or as the page's JSON escapes it.</summary>
    private static bool Holds(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal) || text.Contains(JsonEncodedText.Encode(name, JavaScriptEncoder.Create(UnicodeRanges.All)).ToString(), StringComparison.Ordinal);

    /// <summary>All of the page but its scripts, and what is packed in it.</summary>
    private static string Said(string html) =>
        html.Split("<style>")[0] + html.Split("id=\"page-data\">")[1].Split("</script>")[0] + html.Split("id=\"page-facts\">")[1].Split("</script>")[0] + Unpacked(html);

    /// <summary>The customers' lists and the names that the facts' codes stand for, inflated.</summary>
    private static string Unpacked(string html) => Lists(html) + Names(html);

    private static string Lists(string html)
    {
        var parts = html.Split("id=\"page-lists\" data-length=\"")[1].Split("</script>")[0].Split("\">", 2);
        return Inflated(Bytes(parts[1]), 0, int.Parse(parts[0], CultureInfo.InvariantCulture));
    }

    private static string Names(string html) => Inflated(html, Facts(html).GetProperty("names"));

    /// <summary>The words of the customers' names: the first, the second, the third, and what follows them.</summary>
    private static string[] CustomerWords(string html) =>
        [.. Facts(html).GetProperty("customers").GetProperty("words").EnumerateArray().SelectMany(part => Inflated(html, part).Split('\n'))];

    private static HashSet<string> WordsOf(IEnumerable<string> names) => names.SelectMany(name => name.Split(' ', 4)).ToHashSet(StringComparer.Ordinal);

    private static JsonElement Facts(string html)
    {
        using var document = JsonDocument.Parse(html.Split("id=\"page-facts\">")[1].Split("</script>")[0]);
        return document.RootElement.Clone();
    }

    private static string Inflated(string html, JsonElement part) =>
        Inflated(Bytes(html.Split("id=\"page-bytes\">")[1].Split("</script>")[0]), part.GetProperty("start").GetInt32(), part.GetProperty("length").GetInt32());

    private static string Inflated(byte[] bytes, int start, int length)
    {
        using var packed = new MemoryStream(bytes, start, length);
        using var inflated = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return inflated.ReadToEnd();
    }

    /// <summary>Seven digits of base 116, the lowest first, are six bytes.</summary>
    private static byte[] Bytes(string text)
    {
        var digits = Enumerable.Range(0, 128).Select(code => (char)code).Except("\0\t\n\v\f\r\u001a\u001b&<>\u007f").ToList();
        return [.. text.Chunk(7).SelectMany(group =>
        {
            var number = group.Reverse().Aggregate(0L, (sum, character) => 116 * sum + digits.IndexOf(character));
            return Enumerable.Range(0, 6).Select(place => (byte)(number >> (8 * place)));
        })];
    }

    private string[] Texts(string statement) => [.. EngineTests.Rows(sample.Built.Warehouse, statement, (DbDataReader row) => row.IsDBNull(0) ? "" : row.GetString(0)).Where(text => text.Length > 0)];
}
