using System.Globalization;
using Analytics.Pipeline.Warehouse;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Pipeline.Tests.Staging;

/// <summary>Whatever the number or the day, written in any spelling that we read, it is read as itself; whatever the text, nothing breaks.</summary>
public sealed class ValuePropertyTests(ValueFormatTests.Macros macros) : IClassFixture<ValueFormatTests.Macros>
{
    private const int FirstYear = 1900, LastYear = 2199;

    private static readonly Config s_always = Config.QuickThrowOnFailure.WithMaxTest(12).WithReplay(20_261_128, 7).WithStartSize(60).WithEndSize(200).WithQuietOnSuccess(true);

    private static readonly string[] s_french = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] s_frenchShort = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    public static TheoryData<string, string> Amounts => new()
    {
        { "read_amount_comma", "," }, { "read_amount_comma", " ," }, { "read_amount_comma", "\u00a0," }, { "read_amount_comma", "\u202f," }, { "read_amount_comma", "\u2009," }, { "read_amount_comma", ".," },
        { "read_amount_point", "." }, { "read_amount_point", ",." }, { "read_amount_point", "'." }, { "read_amount_point", " ." },
    };

    public static TheoryData<string, string> Days => new()
    {
        { "read_date_dmy", "dd/MM/yyyy" }, { "read_date_dmy", "d/M/yyyy" }, { "read_date_dmy", "dd.MM.yyyy" }, { "read_date_dmy", "dd-MM-yyyy" }, { "read_date_dmy", "dd/MM/yyyy HH:mm" }, { "read_date_dmy", "dd/MM/yyyy HH:mm:ss" },
        { "read_date_mdy", "MM/dd/yyyy" }, { "read_date_mdy", "M/d/yyyy" }, { "read_date_mdy", "MM/dd/yyyy HH:mm" }, { "read_date_mdy", "MM/dd/yyyy hh:mm tt" },
        { "read_date_iso", "yyyy-MM-dd" }, { "read_date_iso", "yyyy-MM-dd HH:mm:ss" }, { "read_date_iso", "yyyy-MM-ddTHH:mm:ssZ" }, { "read_date_iso", "yyyy-MM-ddTHH:mm:ss.fffZ" }, { "read_date_iso", "yyyy-MM-ddTHH:mm:ss+02:00" }, { "read_date_iso", "yyyy-MM-ddTHH:mm:ss-05:00" },
        { "read_date_ymd", "yyyyMMdd" }, { "read_date_ymd", "yyyy/MM/dd" },
        { "read_date_words", "d MMMM yyyy" }, { "read_date_words", "MMMM d, yyyy" }, { "read_date_words", "dd-MMM-yyyy" },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Every_amount_is_read_from_every_spelling_of_it(string macro, string marks) => Check(Gen.Choose(int.MinValue, int.MaxValue), (numbers, at) =>
    {
        var rounded = Math.Round(numbers * (decimal)Math.Pow(10, at % 7 - 4), at % 5);
        var amount = rounded == 0 ? 0m : rounded;
        var culture = Culture(marks);
        var plain = amount.ToString(marks.Length > 1 ? "#,##0.####" : "0.####", culture);
        string[] dresses = [plain, $" {plain} ", $"{plain}\u00a0€", $"{plain} EUR", $"{(amount < 0 ? $"({plain.TrimStart('-')})" : plain)}", amount < 0 ? $"{plain.TrimStart('-')}-" : plain, plain.Replace('-', '−')];
        return (dresses[at % dresses.Length], amount.ToString("0.0000", CultureInfo.InvariantCulture));
    }, $"{macro}(x)::varchar");

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_day_is_read_from_every_spelling_of_it(string macro, string format) => Check(DaysAhead(FirstYear, LastYear), (days, at) =>
    {
        var time = new DateTime(FirstYear, 1, 1).AddDays(days).AddMinutes(at * 37 % 1440);
        return (time.ToString(format, CultureInfo.InvariantCulture), Day(time));
    }, $"{macro}(x)::varchar");

    [Theory]
    [InlineData("read_date_dmy_short", "dd/MM/yy")]
    [InlineData("read_date_mdy_short", "MM/dd/yy")]
    public void Two_digits_of_a_year_are_of_ours(string macro, string format) => Check(DaysAhead(1970, 2068), (days, _) =>
    {
        var day = new DateTime(1970, 1, 1).AddDays(days);
        return (day.ToString(format, CultureInfo.InvariantCulture), Day(day));
    }, $"{macro}(x)::varchar");

    [Fact]
    public void Every_day_in_french_words_is_read() => Check(DaysAhead(FirstYear, LastYear), (days, at) =>
    {
        var day = new DateTime(FirstYear, 1, 1).AddDays(days);
        var month = (at % 2 == 0 ? s_french : s_frenchShort)[day.Month - 1];
        return ($"{(day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture))} {month} {day.Year}", Day(day));
    }, "read_date_words(x)::varchar");

    [Fact]
    public void Every_serial_of_a_workbook_is_its_day() => Check(DaysAhead(FirstYear + 1, LastYear), (days, at) =>
    {
        var day = new DateTime(FirstYear + 1, 1, 1).AddDays(days);
        return ((day - new DateTime(1899, 12, 30)).TotalDays.ToString(CultureInfo.InvariantCulture) + (at % 2 == 0 ? "" : ".75"), Day(day));
    }, "read_date_serial(x)::varchar");

    /// <summary>A reader gives a value or none; it never gives up.</summary>
    [Theory]
    [InlineData("read_text, read_amount_comma, read_amount_point, read_rate_comma, read_rate_point, read_flag, is_blank, name_key")]
    [InlineData("read_date_iso, read_date_ymd, read_date_dmy, read_date_mdy, read_date_dmy_short, read_date_mdy_short, read_date_month, read_date_serial, read_date_words")]
    [InlineData("read_moment_iso, read_moment_ymd, read_moment_dmy, read_moment_mdy, read_moment_dmy_short, read_moment_mdy_short, read_moment_serial")]
    [InlineData("read_siren, read_vat, read_email, read_phone, read_postcode, read_tags, read_currency")]
    public void No_text_breaks_a_reader(string readers) =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?[]>(), texts =>
        {
            Fill([.. texts, .. texts.Select(t => $"{t}1{t}"), "1e309", "-1e309", "inf", "nan", "1e5000", "9999999999999.9", "\0", new string('9', 400), "0000-00-00", "24:00", "\uD83D\uDE00", "infinity", "epoch", "-0"]);
            foreach (var reader in readers.Split(", ")) Rows($"select ({reader}(x))::varchar from cells");
        }).Check(s_always);

    private static Gen<int> DaysAhead(int from, int to) => Gen.Choose(0, (new DateTime(to, 12, 31) - new DateTime(from, 1, 1)).Days);

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CultureInfo Culture(string marks)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = marks[^1].ToString();
        if (marks.Length > 1) culture.NumberFormat.NumberGroupSeparator = marks[0].ToString();
        return culture;
    }

    /// <summary>All values of a trial are read by one statement.</summary>
    private void Check(Gen<int> values, Func<int, int, (string Text, string Value)> spell, string read) =>
        Prop.ForAll(values.ArrayOf().ToArbitrary(), drawn =>
        {
            var spelled = drawn.Select(spell).ToList();
            Fill(spelled.Select(s => s.Text));
            Assert.Equal(spelled, spelled.Zip(Rows($"select {read} from cells order by i"), (s, found) => (s.Text, found ?? "not read")));
        }).Check(s_always);

    private void Fill(IEnumerable<string?> texts)
    {
        macros.Connection.Execute("create or replace temp table cells (i integer, x varchar)");
        using var appender = macros.Connection.CreateAppender("cells");
        var i = 0;
        foreach (var text in texts) appender.CreateRow().AppendValue(i++).AppendValue(text).EndRow();
    }

    private List<string?> Rows(string sql) => macros.Connection.Rows(sql, row => row.IsDBNull(0) ? null : row.GetString(0));
}
