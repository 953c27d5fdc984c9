namespace Analytics.Pipeline.Warehouse;

/// <summary>The folder that a run writes to: its lock, the warehouse being built, and the last good one.</summary>
internal sealed class OutputFolder : IDisposable
{
    private const string LockName = ".analytics.lock";
    private readonly FileStream _lock;
    private readonly List<string> _withdrawn = [];

    public OutputFolder(string path)
    {
        Path = path;
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }
        _lock = TakeLock();
        DeleteLeftovers();
        Directory.CreateDirectory(Scratch);
    }

    public string Path { get; }

    public string Warehouse => System.IO.Path.Combine(Path, "warehouse.duckdb");

    public string Building => Warehouse + ".building";

    /// <summary>What was read of each file, for the next run.</summary>
    public string Landing => System.IO.Path.Combine(Path, "landing");

    public string Scratch => System.IO.Path.Combine(Path, ".scratch");

    private string Staged => System.IO.Path.Combine(Scratch, "files");

    /// <summary>Where a file that is published with the warehouse is written first.</summary>
    public string Stage(string name)
    {
        var file = System.IO.Path.Combine(Staged, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        return file;
    }

    /// <summary>A file that goes when the warehouse is published.</summary>
    public string Withdraw(string name)
    {
        var file = System.IO.Path.Combine(Path, name);
        _withdrawn.Add(file);
        return file;
    }

    /// <summary>Renames on the same disk: readers see the old warehouse or the new one, never half of one.</summary>
    public void Publish()
    {
        Replace(Building, Warehouse);
        foreach (var file in Directory.Exists(Staged) ? Directory.GetFiles(Staged, "*", SearchOption.AllDirectories) : [])
            Replace(file, System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Staged, file)));
        foreach (var file in _withdrawn.Where(File.Exists)) File.Delete(file);
    }

    public void Dispose()
    {
        DeleteLeftovers();
        _lock.Dispose();
        File.Delete(System.IO.Path.Combine(Path, LockName));
    }

    private static void Replace(string finished, string last)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(last)!);
            File.Move(finished, last, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(ProblemCode.WarehouseInUse, e, ("path", last), ("reason", e.Message));
        }
    }

    private FileStream TakeLock()
    {
        var file = System.IO.Path.Combine(Path, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(file))
        {
            throw new ProblemException(ProblemCode.RunInProgress, e, ("path", Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }
    }

    private void DeleteLeftovers()
    {
        File.Delete(Building);
        File.Delete(Building + ".wal");
        if (Directory.Exists(Scratch)) Directory.Delete(Scratch, recursive: true);
    }

    private ProblemException NotWritable(Exception cause) => StorageProblems.IsDiskFull(cause)
        ? StorageProblems.DiskFull(Path, cause)
        : new(ProblemCode.OutputNotWritable, cause, ("path", Path), ("reason", cause.Message));
}
