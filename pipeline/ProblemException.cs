namespace Analytics.Pipeline;

/// <summary>Something that the person who runs the pipeline can mend; the front end turns code and facts into a sentence in the reader's language.</summary>
public sealed class ProblemException : Exception
{
    /// <summary>Names the problem and the facts (file, line, expected, found…) that its sentence shows.</summary>
    public ProblemException(ProblemCode code, params (string Name, string Value)[] facts)
        : this(code, null, facts)
    {
    }

    /// <summary>The same, keeping the error that revealed the problem.</summary>
    public ProblemException(ProblemCode code, Exception? cause, params (string Name, string Value)[] facts)
        : base($"{code}: {string.Join(", ", facts.Select(f => $"{f.Name} = {f.Value}"))}", cause)
    {
        Code = code;
        Facts = facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
    }

    /// <summary>Which problem it is.</summary>
    public ProblemCode Code { get; }

    /// <summary>What the sentence shows, by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }
}

/// <summary>The problems that a person can mend.</summary>
public enum ProblemCode
{
    /// <summary>The exports folder does not exist (path).</summary>
    FolderNotFound,

    /// <summary>The exports folder holds no file (path).</summary>
    FolderEmpty,

    /// <summary>No file was recognised as a CRM table (path, files).</summary>
    NoTableRecognised,

    /// <summary>Nothing to measure: neither opportunities nor orders could be read (path, tables).</summary>
    NothingToMeasure,

    /// <summary>Every row of the opportunities or orders was rejected (file, rows; header, column, line and value of what most rows fail at).</summary>
    AllRejected,

    /// <summary>A file cannot be opened or read (file, reason).</summary>
    FileUnreadable,

    /// <summary>The output folder cannot be written (path, reason).</summary>
    OutputNotWritable,

    /// <summary>Another run holds the output folder (path).</summary>
    RunInProgress,

    /// <summary>The disk is full (path, reason).</summary>
    DiskFull,

    /// <summary>The finished warehouse is held open by another program, so it could not be replaced (path).</summary>
    WarehouseInUse,

    /// <summary>A check of the figures failed (check, failures, sample).</summary>
    CheckFailed,

    /// <summary>A column of amounts holds several currencies (file, column, currencies).</summary>
    SeveralCurrencies,

    /// <summary>The mapping file holds a mistake (file, code, line, column, found, expected, nearest).</summary>
    MappingInvalid,

    /// <summary>There is a mapping file already, which a new one would overwrite (path).</summary>
    MappingExists,

    /// <summary>A past prediction cannot be judged: the exports end before its horizon does (asOf, days, last).</summary>
    NotYetKnown,

    /// <summary>Nothing in the exports bears a date, and no as-of date was given.</summary>
    NoDates,

    /// <summary>The as-of date lies before all facts (asOf, first).</summary>
    AsOfTooEarly,

    /// <summary>No sales, but a file of customers with a column that may say who left (path, file, column).</summary>
    CustomersAlone,

    /// <summary>A file of customers holds no table (file, reason).</summary>
    NoCustomerTable,

    /// <summary>No column of a file of customers says who left (file, columns).</summary>
    NoOutcome,

    /// <summary>A file of customers has no column of that name (file, column, columns).</summary>
    ColumnNotFound,

    /// <summary>The values of a column do not say which of them means that a customer left (file, column, count, values, left).</summary>
    OutcomeUndecided,
}
