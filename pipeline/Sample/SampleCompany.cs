namespace Analytics.Pipeline.Sample;

/// <summary>A plausible French supplier of workshop equipment, written as a program of its choice exports it, with what is true of it beside.</summary>
public static class SampleCompany
{
    /// <summary>The names of the files that <see cref="Write(string, SampleOptions?)"/> writes.</summary>
    public static IReadOnlyList<string> FilesOf(SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. SampleFiles.Of(SampleLayout.Of(options.Crm, options.Language), options).Select(f => f.Name), SampleTruth.FileName];
    }

    /// <summary>Writes the exports into a folder, which is made if needed, and gives the files' paths, the truths' last; the same options give the same bytes.</summary>
    public static IReadOnlyList<string> Write(string folder, SampleOptions? options = null) => Stream(folder, options ?? new(), null, CancellationToken.None);

    /// <summary>The same for a company so large that one wants to see it come.</summary>
    /// <param name="written">Is told how many accounts are written.</param>
    public static IReadOnlyList<string> Stream(string folder, SampleOptions options, IProgress<int>? written, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(folder);
        using var exports = new SampleExports(folder, SampleLayout.Of(options.Crm, options.Language), options);
        exports.Write(new SampleSimulation(options), written, cancellation);
        return exports.Finish();
    }
}
