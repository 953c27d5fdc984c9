namespace Analytics.Pipeline.Mapping;

/// <summary>Holds a mapping against the exports themselves: files and headers that are not there.</summary>
internal static class MappingCheck
{
    public static IEnumerable<MappingProblem> Against(IReadOnlyList<FileReport> files, MappingFile mapping) => mapping.Files.SelectMany(mapped =>
    {
        var names = files.Select(f => f.File).ToList();
        return files.FirstOrDefault(f => f.File == mapped.Name) is { } file
            ? Against(file, mapped)
            : [new("file_not_there", mapped.At.Line, mapped.At.Column, mapped.Name, string.Join(", ", names), NearestName.Of(mapped.Name, names))];
    });

    private static IEnumerable<MappingProblem> Against(FileReport file, MappedFile mapped)
    {
        var headers = file.Columns.Select(c => c.Header).ToList();
        var left = headers.ToList();
        return mapped.Columns.Where(c => !left.Remove(c.Header))
            .Select(c => new MappingProblem("header_not_there", c.At.Line, c.At.Column, c.Header, string.Join(", ", headers), NearestName.Of(c.Header, headers)));
    }
}
