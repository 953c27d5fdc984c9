using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Analytics.Pipeline.Profiles;

/// <summary>A table of the warehouse as exports can fill it, from <c>canonical.yml</c>.</summary>
internal sealed record CanonicalTable
{
    public string Name { get; init; } = "";
    public string LabelEn { get; init; } = "";
    public string LabelFr { get; init; } = "";

    /// <summary>What its rows are called, in headers such as "Deal - Value" or "Montant de la commande".</summary>
    public IReadOnlySet<string> Entity { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Groups of columns; a file is this table only if it has one of each group; with an exclamation mark, has it plainly; "(name)": is called so itself.</summary>
    public IReadOnlyList<IReadOnlyList<string>> FoundBy { get; init; } = [];

    /// <summary>Columns without which a row cannot be counted, in a file that has them.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Columns that describe another table's row, and say nothing of which table a file is.</summary>
    public IReadOnlySet<string> Traits { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ColumnType> Columns { get; init; } = new Dictionary<string, ColumnType>(StringComparer.Ordinal);

    /// <summary>Whether a file with these columns has the one asked for: an amount, too, where it has a price and a quantity, and a name where it has a person's.</summary>
    public bool Gives(string column, IReadOnlySet<string> columns) => columns.Contains(column)
        || (column == "amount" && columns.Contains("unit_price") && columns.Contains("quantity"))
        || (column == "name" && Name is "accounts" or "owners" && columns.Contains("last_name"));

    public static IReadOnlyList<CanonicalTable> All { get; } = Read(EmbeddedText.Read("profiles/canonical.yml"));

    private static List<CanonicalTable> Read(string yaml) => Yaml.Reader
        .Deserialize<Dictionary<string, TableYaml>>(yaml)
        .Select(t => t.Value.Named(t.Key))
        .ToList();

    private sealed class TableYaml
    {
        public string LabelEn { get; set; } = "";
        public string LabelFr { get; set; } = "";
        public List<string> Entity { get; set; } = [];
        public List<List<string>> FoundBy { get; set; } = [];
        public List<string> Required { get; set; } = [];
        public List<string> Traits { get; set; } = [];
        public Dictionary<string, ColumnType> Columns { get; set; } = [];

        public CanonicalTable Named(string name) => new()
        {
            Name = name,
            LabelEn = LabelEn,
            LabelFr = LabelFr,
            Entity = Entity.ToHashSet(StringComparer.Ordinal),
            FoundBy = FoundBy,
            Required = Required,
            Traits = Traits.ToHashSet(StringComparer.Ordinal),
            Columns = Columns,
        };
    }
}

/// <summary>What a canonical column holds.</summary>
internal enum ColumnType
{
    /// <summary>An identifier, kept as text.</summary>
    Key,
    Text,
    Date,

    /// <summary>A date with its time of day, where the cell has one.</summary>
    Moment,

    /// <summary>Money: DECIMAL(18,4).</summary>
    Amount,
    Number,

    /// <summary>Minutes, written as 90, 1:30 or 1 h 30.</summary>
    Duration,

    /// <summary>An exchange rate: DECIMAL(18,8).</summary>
    Rate,

    /// <summary>A share, written as 20 %, 20 or 0.2.</summary>
    Percent,
    Flag,

    /// <summary>A French company's number, checked; another country's as it is.</summary>
    Siren,
    Vat,
    Email,
    Phone,
    Postcode,

    /// <summary>Several words, parted by semicolons.</summary>
    Tags,

    /// <summary>A code such as EUR.</summary>
    Currency,
}

internal static class Yaml
{
    public static IDeserializer Reader { get; } = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .Build();
}
