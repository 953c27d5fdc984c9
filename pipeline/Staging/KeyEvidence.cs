using System.Data.Common;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>A column whose header says little links to the file whose keys or names its values mostly are: told from the first records, against what the other files held.</summary>
internal sealed class KeyEvidence(DbConnection connection)
{
    private const int FewestValues = 3, MostValues = 200;

    /// <summary>How many of the different values must be known.</summary>
    private const double Mostly = 0.8;

    private static readonly HashSet<string> s_bare = new(["reference", "code", "id", "identifiant", "numero", "nummer", "number", "key", "cle", "matricule", "codigo", "codice", "kennung", "nom", "name"], StringComparer.Ordinal);

    private static readonly IReadOnlyList<(string Table, string Column, string Link)> s_keys =
    [
        ("accounts", "id", "account_id"), ("accounts", "name", "account_name"), ("owners", "id", "owner_id"), ("owners", "name", "owner_name"),
        ("orders", "id", "order_id"), ("products", "id", "product_id"), ("products", "name", "product_name"), ("opportunities", "id", "opportunity_id"),
    ];

    /// <summary>Whether the file, as it is read by itself, has a column that another file's keys could explain.</summary>
    public static bool IsWanted(LandedFile file, FileMapping? mapping) => Candidates(file, mapping).Any();

    /// <summary>Header → the one link that its values speak for, and their share that is known.</summary>
    public IReadOnlyDictionary<int, KeyLink> Find(LandedFile file, FileMapping? mapping)
    {
        var values = Candidates(file, mapping).SelectMany(c => c.Values.Select(v => $"({c.Header}, {Sql.Text(v)})")).ToList();
        if (values.Count == 0) return new Dictionary<int, KeyLink>();
        connection.Execute($"create or replace temporary table candidate as from (values {string.Join(", ", values)}) as c(header, value)");
        var known = s_keys.SelectMany(k => Shares(k.Table, k.Column, k.Link)).ToList();
        connection.Execute("drop table candidate");
        return known.GroupBy(k => k.Header).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Link);
    }

    private List<(int Header, KeyLink Link)> Shares(string table, string column, string link) =>
        connection.Rows(
            $"""
            select header, count(k.key)::double / count(*) as share
            from candidate as c left join (select distinct {Sql.Name(column)} as key from {new LandingTable(connection, CanonicalTable.All.Single(t => t.Name == table)).Rows()} where _flaw is null) as k on k.key = c.value
            group by header having share >= $1 order by header
            """,
            r => (r.GetInt32(0), new KeyLink(link, r.GetDouble(1))), Mostly);

    private static IEnumerable<(int Header, List<string> Values)> Candidates(LandedFile file, FileMapping? mapping)
    {
        if (!file.Layout.HasHeader) return [];
        var namesNobody = mapping is null || Lacks(mapping, "account") || (mapping.Table.Name is "order_lines" && Lacks(mapping, "order"));
        if (!namesNobody && !Lacks(mapping!, "owner")) return [];
        return Enumerable.Range(0, file.Header.Count).Where(i => SaysLittle(file.Header[i], mapping?.Headers[i], namesNobody))
            .Select(i => (i, Values: file.Head.Where(r => i < r.Length && r[i].Trim().Length > 0).Select(r => r[i].Trim()).Distinct(StringComparer.Ordinal).Take(MostValues).ToList()))
            .Where(c => c.Values.Count >= FewestValues && c.Values.Count(Tells) >= Mostly * c.Values.Count);
    }

    /// <summary>A table that could name a customer, a salesperson or an order, and does not.</summary>
    private static bool Lacks(FileMapping mapping, string link) =>
        mapping.Table.Columns.ContainsKey($"{link}_id") && !mapping.Used.Any(h => h.Column == $"{link}_id" || h.Column == $"{link}_name");

    /// <summary>Nothing goes by the header, or what does is a weak "Ref" or "Code"; where only the salesperson is missing, it must be such a word.</summary>
    private static bool SaysLittle(string header, HeaderMapping? mapping, bool namesNobody)
    {
        var words = HeaderWords.Meaningful(HeaderWords.Normalise(header));
        if (words.Count > 1 || (!namesNobody && !words.All(s_bare.Contains))) return false;
        return mapping is null || (mapping.Column is null && mapping.Reason is null) || (mapping.Column is "id" or "product_id" or "order_ref" && mapping.Confidence <= HeaderMatch.Weak);
    }

    /// <summary>A small number is the key of everything; a code or several letters are not.</summary>
    private static bool Tells(string value) =>
        !CellShape.IsMoney(value) && !CellShape.IsDate(value) && !CellShape.IsMail(value) && (value.Any(char.IsLetter) ? value.Length > 2 : value.Count(char.IsDigit) >= 4);
}
