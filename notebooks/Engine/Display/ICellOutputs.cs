namespace Analytics.Notebooks.Display;

/// <summary>Where a running cell's outputs go: to Jupyter's clients, or into a document.</summary>
internal interface ICellOutputs
{
    /// <summary>Text printed; the name is "stdout" or "stderr".</summary>
    void Stream(string name, string text);

    void Display(MimeBundle bundle, string? id);

    void Update(MimeBundle bundle, string id);

    /// <summary>Takes away what the cell has shown so far.</summary>
    void Clear();

    /// <summary>Asks the analyst for a line.</summary>
    string Ask(string prompt);
}
