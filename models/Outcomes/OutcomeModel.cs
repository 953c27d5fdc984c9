using Analytics.Models.Explanation;
using Analytics.Models.Storage;

namespace Analytics.Models;

/// <summary>A model that tells from what is known of a customer whether it will leave; it can be kept as text and score customers that it was not learnt from.</summary>
public sealed class OutcomeModel
{
    internal OutcomeModel(TrainingSummary training, IReadOnlyList<TraitColumn> columns, ChurnModel model) => (Training, Columns, Model) = (training, columns, model);

    internal TrainingSummary Training { get; }

    /// <summary>The columns asked for, with the words known of each; their values do not matter.</summary>
    internal IReadOnlyList<TraitColumn> Columns { get; }

    internal ChurnModel Model { get; }

    /// <summary>Customers that it was learnt from.</summary>
    public int Customers => Training.Rows;

    /// <summary>The share of those that left.</summary>
    public double Rate => Training.MeanTarget;

    /// <summary>Reads a model kept as text; a <see cref="ModelFileException"/> says why one cannot be used.</summary>
    public static OutcomeModel Read(string text) => OutcomeModelFile.Read(text);

    /// <summary>The model as text that a person can read.</summary>
    public string Write() => OutcomeModelFile.Write(this);

    /// <summary>The chance of each customer, with reasons for the likeliest; a <see cref="ModelFileException"/> lists the columns that are missing or hold something else.</summary>
    public IReadOnlyList<OutcomeScore> Score(TraitTable traits, OutcomeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(traits);
        var asked = new TraitTable([.. Columns.Select(column => Matched(column, traits))], traits.Rows);
        return Score(asked, Model.Predict(asked.Features), _ => true, options ?? new());
    }

    /// <summary>Reasons for the likeliest of those that are worth it.</summary>
    internal IReadOnlyList<OutcomeScore> Score(TraitTable traits, double[] chances, Predicate<int> isWorthIt, OutcomeOptions options)
    {
        var features = traits.Features;
        var explained = Enumerable.Range(0, traits.Rows).Where(row => isWorthIt(row)).OrderByDescending(row => chances[row]).ThenBy(row => row).Take(options.MostExplained).ToHashSet();
        return [.. chances.Select((chance, row) => new OutcomeScore(chance, explained.Contains(row) ? OutcomeReasons.Of(traits, features, row, Model, options.Reasons) : []))];
    }

    /// <summary>The same column of another table, its words told by the places they had; a word that was not known then is as good as missing.</summary>
    private TraitColumn Matched(TraitColumn column, TraitTable traits)
    {
        var found = traits.Columns.FirstOrDefault(one => one.Name == column.Name);
        if (found is null || (found.IsWords != column.IsWords && Array.Exists(found.Values, double.IsFinite))) throw new ModelFileException(Difference(traits));
        if (!column.IsWords) return column with { Values = found.Values };
        var places = column.Words.Select((word, place) => (word, place)).ToDictionary(one => one.word, one => (double)one.place, StringComparer.Ordinal);
        return column with { Values = Array.ConvertAll(found.Values, value => double.IsFinite(value) ? places.GetValueOrDefault(found.Words[(int)value], double.NaN) : double.NaN) };
    }

    private Bilingual Difference(TraitTable traits)
    {
        var missing = Columns.Select(column => column.Name).Except(traits.Columns.Select(column => column.Name), StringComparer.Ordinal).ToList();
        var other = Columns.Where(column => traits.Columns.Any(one => one.Name == column.Name && one.IsWords != column.IsWords && Array.Exists(one.Values, double.IsFinite))).ToList();
        var numbers = other.Where(column => !column.IsWords).Select(column => column.Name).ToList();
        var words = other.Where(column => column.IsWords).Select(column => column.Name).ToList();
        return new(
            $"The model was made for other columns{En("missing now", missing)}{En("numbers then, words now", numbers)}{En("words then, numbers now", words)}. Give it a table with the columns that it was learnt from, or learn again.",
            $"Le modèle a été fait pour d’autres colonnes{Fr("manquent maintenant", missing)}{Fr("nombres alors, mots maintenant", numbers)}{Fr("mots alors, nombres maintenant", words)}. Donnez-lui un tableau avec les colonnes dont il a appris, ou réapprenez.");

        static string En(string what, List<string> names) => names.Count == 0 ? "" : $"; {what}: {string.Join(", ", names)}";
        static string Fr(string what, List<string> names) => names.Count == 0 ? "" : $"\u00a0; {what}\u00a0: {string.Join(", ", names)}";
    }
}

/// <summary>A model that was kept cannot be used, said in both languages.</summary>
public sealed class ModelFileException : Exception
{
    internal ModelFileException(Bilingual sentence, Exception? cause = null) : base(sentence.En, cause) => (TextEn, TextFr) = sentence;

    /// <summary>In English.</summary>
    public string TextEn { get; }

    /// <summary>In French.</summary>
    public string TextFr { get; }
}
