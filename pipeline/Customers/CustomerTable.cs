using Analytics.Pipeline.Customers;

namespace Analytics.Pipeline;

/// <summary>A file of one row a customer, as it stands, whatever its columns are called.</summary>
/// <param name="Columns">All columns, in their order.</param>
/// <param name="Rows">Rows kept; rows read = these + rejected + repeated.</param>
public sealed record CustomerTable(string File, IReadOnlyList<CustomerColumn> Columns, int Rows)
{
    /// <summary>Rows that have another number of cells than there are headings.</summary>
    public long Rejected { get; init; }

    /// <summary>Rows that repeat another one to the last cell.</summary>
    public long Repeated { get; init; }

    /// <summary>Reads a file of any format that exports have; a <see cref="ProblemException"/> says why one is no table.</summary>
    public static CustomerTable Read(string path, CancellationToken cancellation = default) => CustomerFile.Read(path, cancellation);

    /// <summary>Who left, told from the column named, else from the one whose heading and values say so; null where none does.</summary>
    /// <param name="left">The value that means that a customer left; null where the usual words are to be looked for.</param>
    public CustomerOutcome? Outcome(string? column = null, string? left = null) => OutcomeColumn.Of(this, column, left);

    /// <summary>What a row is called: its key where the table has one, else its place in the file.</summary>
    public IReadOnlyList<string> Names => CustomerKeys.NamesOf(this);

    /// <summary>The columns that customers can be compared by, and the others with the reason: <c>key</c>, <c>many</c>, <c>same</c>, <c>outcome</c>.</summary>
    public CustomerTraits TraitsBeside(CustomerOutcome outcome) => CustomerKeys.TraitsOf(this, outcome);
}

/// <summary>Who is known to have left (true) or stayed (false); null where the cell is blank.</summary>
/// <param name="LeftValues">The values that were read as having left.</param>
public sealed record CustomerOutcome(CustomerColumn Column, IReadOnlyList<string> LeftValues, IReadOnlyList<bool?> Left);

/// <summary>The columns to compare customers by, and those left out, each with its reason.</summary>
public sealed record CustomerTraits(IReadOnlyList<CustomerColumn> Compared, IReadOnlyList<(string Name, string Reason)> LeftOut);
