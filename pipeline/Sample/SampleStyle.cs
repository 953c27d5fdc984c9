using System.Globalization;
using System.Text;

namespace Analytics.Pipeline.Sample;

/// <summary>How a program spells its cells: separator, encoding, and a sample of a day, of an amount and of a yes and a no.</summary>
internal sealed record SampleStyle
{
    private (CultureInfo Culture, string Pattern, string Suffix) _numbers = Numbers("1234,56");
    private (string Yes, string No) _flags = ("Oui", "Non");

    public char Separator { get; set; } = ';';
    public string Encoding { get; set; } = "UTF-8";

    /// <summary>As .NET writes formats of days.</summary>
    public string Day { get; set; } = "dd/MM/yyyy";

    /// <summary>An amount as the program writes it: "1 234,56 EUR".</summary>
    public string Amount
    {
        get;
        set
        {
            field = value;
            _numbers = Numbers(value);
        }
    }
    = "1234,56";

    /// <summary>Yes and no: "Oui/Non".</summary>
    public string Flag
    {
        get;
        set
        {
            field = value;
            _flags = (value.Split('/')[0], value.Split('/')[1]);
        }
    }
    = "Oui/Non";

    /// <summary>Whether every cell stands between quotation marks.</summary>
    public bool Quoted { get; set; }

    public Encoding Bytes => Encoding switch
    {
        "UTF-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        "UTF-8 (BOM)" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        "UTF-16 LE" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        "Windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        "ISO-8859-15" => CodePagesEncodingProvider.Instance.GetEncoding(28605)!,
        "Mac Roman" => CodePagesEncodingProvider.Instance.GetEncoding(10000)!,
        _ => throw new InvalidOperationException($"No encoding '{Encoding}'."),
    };

    public string Of(DateTime day) => day.ToString(Day, CultureInfo.InvariantCulture);

    public string Of(decimal amount) => amount.ToString(_numbers.Pattern, _numbers.Culture) + _numbers.Suffix;

    public string Of(bool flag) => flag ? _flags.Yes : _flags.No;

    /// <summary>Spelled out, since the group separator of "fr-FR" differs between systems; Windows-1252 has only the no-break space.</summary>
    private static (CultureInfo Culture, string Pattern, string Suffix) Numbers(string sample)
    {
        var mark = sample.LastIndexOfAny(['.', ',']);
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = sample[mark].ToString();
        var grouped = !char.IsAsciiDigit(sample[1]);
        if (grouped) culture.NumberFormat.NumberGroupSeparator = sample[1] == ' ' ? "\u00a0" : sample[1].ToString();
        return (culture, grouped ? "#,##0.00" : "0.00", sample[(mark + 3)..]);
    }
}
