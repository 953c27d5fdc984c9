namespace Analytics.Notebooks;

/// <summary>Something in a cell that the analyst can mend, said in a sentence; it is shown without a stack.</summary>
public sealed class CellException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    public CellException(string message) : base(message)
    {
    }

    /// <summary>The same, keeping the error that revealed it.</summary>
    public CellException(string message, Exception cause) : base(message, cause)
    {
    }
}
