using System.Text;

namespace Analytics.Dashboards.Engine;

/// <summary>Names in parts, as many have their first word, or their last, in common: which word each part is, and the words.</summary>
/// <param name="Parts">Of each name, the code of each of its parts; 0 where it has fewer.</param>
/// <param name="Words">Of each part its words by code, from 1, one a line, deflated: the most frequent first.</param>
internal sealed record CustomerNames(PackedTable Parts, IReadOnlyList<PackedBytes> Words)
{
    /// <summary>What follows the last of these spaces is one part.</summary>
    private const int MostParts = 4;

    public static CustomerNames Pack(ColumnPacker packer, IReadOnlyList<string> names)
    {
        var split = names.Select(name => name.ReplaceLineEndings(" ").Split(' ', MostParts)).ToList();
        var columns = new Dictionary<string, PackedColumn>(StringComparer.Ordinal);
        var words = new List<PackedBytes>();
        for (var part = 0; part < split.Max(name => (int?)name.Length).GetValueOrDefault(); part++)
        {
            var place = part;
            var ofNames = split.ConvertAll(name => name.ElementAtOrDefault(place));
            var known = ofNames.OfType<string>().CountBy(word => word, StringComparer.Ordinal).OrderByDescending(word => word.Value).Select(word => word.Key).ToList();
            var codes = known.Select((word, code) => (word, code)).ToDictionary(pair => pair.word, pair => pair.code + 1L, StringComparer.Ordinal);
            // Where no word comes twice, they lie in the order of the names.
            columns[$"{part}"] = packer.Pack([.. ofNames.Select(word => word is null ? 0 : codes[word])], known.Count == names.Count ? Expected.Before : Expected.Nothing, null, [], []);
            words.Add(packer.Pack(Encoding.UTF8.GetBytes(string.Join('\n', known))));
        }
        return new CustomerNames(new PackedTable(names.Count, columns), words);
    }
}
