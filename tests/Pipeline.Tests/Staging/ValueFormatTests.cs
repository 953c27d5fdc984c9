using System.Globalization;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Staging;

public sealed class ValueFormatTests(ValueFormatTests.Macros macros) : IClassFixture<ValueFormatTests.Macros>
{
    /// <summary>A database that knows how cells are read.</summary>
    public sealed class Macros : IDisposable
    {
        public Macros()
        {
            Connection.Open();
            WarehouseSchema.Create(Connection);
        }

        public DuckDBConnection Connection { get; } = new("Data Source=:memory:");

        public void Dispose() => Connection.Dispose();
    }

    [Theory]
    [InlineData("1 234,56 €", "1234.56")]
    [InlineData("1\u00a0234,56", "1234.56")]
    [InlineData("1\u202f234,56\u00a0€", "1234.56")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("-12,00", "-12")]
    [InlineData("−12,00", "-12")]
    [InlineData("(12,00)", "-12")]
    [InlineData("12,00-", "-12")]
    [InlineData("1 234,56 EUR", "1234.56")]
    [InlineData("0", "0")]
    public void Amounts_with_a_decimal_comma_are_read(string text, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Read<decimal?>("read_amount_comma", text));

    [Theory]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("$1,234.56", "1234.56")]
    [InlineData("1'234.56", "1234.56")]
    [InlineData("1234", "1234")]
    [InlineData("(1,000.10)", "-1000.1")]
    public void Amounts_with_a_decimal_point_are_read(string text, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Read<decimal?>("read_amount_point", text));

    [Theory]
    [InlineData("à définir")]
    [InlineData("12 ou 13")]
    [InlineData("1,2,3")]
    [InlineData("99999999999999999999")]
    public void What_is_no_amount_is_not_read(string text) => Assert.Null(Read<decimal?>("read_amount_comma", text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("\u00a0")]
    [InlineData("N/A")]
    public void Blanks_of_every_kind_are_blank(string text) => Assert.True(Read<bool>("is_blank", text));

    [Theory]
    [InlineData("Dupont")]
    [InlineData(" Dupont", "Dupont")]
    [InlineData("Dupont ", "Dupont")]
    [InlineData("\u00a0Dupont", "Dupont")]
    [InlineData("Dupont\u00a0", "Dupont")]
    [InlineData("\u2009Dupont\u202f", "Dupont")]
    [InlineData("Dupont\t", "Dupont")]
    [InlineData("Élan")]
    [InlineData("-12 rue", "-12 rue")]
    [InlineData("75")]
    [InlineData("n/a", null)]
    [InlineData("NULL", null)]
    [InlineData("NaN", null)]
    [InlineData("—", null)]
    [InlineData("", null)]
    public void A_text_is_read_without_the_spaces_around_it(string text, string? value = "=") =>
        Assert.Equal(value == "=" ? text : value, Read<string>("read_text", text));

    [Theory]
    [InlineData("read_date_dmy", "31/12/2025", "2025-12-31")]
    [InlineData("read_date_dmy", "1/2/2025", "2025-02-01")]
    [InlineData("read_date_dmy", "31.12.2025 18:30", "2025-12-31")]
    [InlineData("read_date_dmy_short", "31/12/25", "2025-12-31")]
    [InlineData("read_date_mdy", "12/31/2025", "2025-12-31")]
    [InlineData("read_date_mdy", "12/31/2025 11:59 PM", "2025-12-31")]
    [InlineData("read_date_iso", "2025-12-31", "2025-12-31")]
    [InlineData("read_date_iso", "2025-12-31T23:59:59Z", "2025-12-31")]
    [InlineData("read_date_iso", "2025-12-31 08:00", "2025-12-31")]
    [InlineData("read_date_iso", "2025-12-31 23:30:00 +0200", "2025-12-31")]
    [InlineData("read_date_iso", "2025-12-31T23:30:00.000+0000", "2025-12-31")]
    [InlineData("read_date_iso", "2025-12-31 09:12 AM", "2025-12-31")]
    [InlineData("read_date_iso", "2025-12-31 23:30:00 UTC", "2025-12-31")]
    [InlineData("read_date_dmy", "31/12/2025, 14:30", "2025-12-31")]
    [InlineData("read_date_dmy", "31/12/2025 14h30", "2025-12-31")]
    [InlineData("read_date_dmy", "31/12/2025 à 14:30", "2025-12-31")]
    [InlineData("read_date_dmy", "31-12-2025 14:30:05.120", "2025-12-31")]
    [InlineData("read_date_dmy_short", "31/12/25 14:30:05", "2025-12-31")]
    [InlineData("read_date_mdy", "3/1/2025, 9:12 AM", "2025-03-01")]
    [InlineData("read_date_mdy", "12/31/2025 11:59:59 PM", "2025-12-31")]
    [InlineData("read_date_mdy_short", "3/1/25 9:12 PM", "2025-03-01")]
    [InlineData("read_date_ymd", "20251231", "2025-12-31")]
    [InlineData("read_date_ymd", "2025/12/31 23:30:00 +0900", "2025-12-31")]
    [InlineData("read_date_epoch", "1767139200", "2025-12-31")]
    [InlineData("read_date_epoch", "1767139200000", "2025-12-31")]
    [InlineData("read_date_serial", "46022", "2025-12-31")]
    [InlineData("read_date_serial", "46022.75", "2025-12-31")]
    [InlineData("read_date_words", "12 mars 2024", "2024-03-12")]
    [InlineData("read_date_words", "1er août 2024", "2024-08-01")]
    [InlineData("read_date_words", "mardi 2 avril 2024", "2024-04-02")]
    [InlineData("read_date_words", "3 févr. 2024", "2024-02-03")]
    [InlineData("read_date_words", "9 juin 2024", "2024-06-09")]
    [InlineData("read_date_words", "14 juil. 2024 08:30", "2024-07-14")]
    [InlineData("read_date_words", "March 12, 2024", "2024-03-12")]
    [InlineData("read_date_words", "Tuesday, December 3rd, 2024", "2024-12-03")]
    [InlineData("read_date_words", "12-May-24", "2024-05-12")]
    [InlineData("read_date_words", "Mar 02, 2024", "2024-03-02")]
    [InlineData("read_date_words", "Mar 2, 2024 10:12 AM", "2024-03-02")]
    [InlineData("read_date_words", "mar. 5 mars 2024", "2024-03-05")]
    [InlineData("read_date_words", "mar 5 nov. 2024", "2024-11-05")]
    [InlineData("read_date_words", "mardi 2 mars 2024", "2024-03-02")]
    [InlineData("read_date_month", "202503", "2025-03-01")]
    [InlineData("read_date_words", "5 de enero de 2024", "2024-01-05")]
    public void Dates_are_read(string macro, string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Read<DateOnly?>(macro, text));

    [Theory]
    [InlineData("read_moment_iso", "2025-03-01T00:00:00.000Z", null)]
    [InlineData("read_moment_iso", "2025-03-01 00:00:01", "2025-03-01T00:00:01")]
    [InlineData("read_moment_iso", "2025-03-01T09:30:00.000Z", "2025-03-01T09:30:00")]
    [InlineData("read_moment_iso", "2025-03-01T09:30:00.000+0000", "2025-03-01T09:30:00")]
    [InlineData("read_moment_iso", "2025-03-01T09:30:00+02:00", "2025-03-01T07:30:00")]
    [InlineData("read_moment_iso", "2025-03-01T00:30:00.000+0200", "2025-02-28T22:30:00")]
    [InlineData("read_moment_dmy", "01/03/2025 09:30 -03:30", "2025-03-01T13:00:00")]
    [InlineData("read_moment_dmy", "01-03-2025 09:30", "2025-03-01T09:30:00")]
    [InlineData("read_moment_dmy", "01/03/2025", null)]
    public void A_clock_is_read_with_its_zone_and_midnight_on_the_dot_is_none(string macro, string text, string? moment) => Assert.Equal(
        moment is null ? null : DateTime.Parse(moment, CultureInfo.InvariantCulture), macros.Connection.ExecuteScalar<DateTime?>($"select clocked({macro}($text), $text)", new { text }));

    [Theory]
    [InlineData("read_moment_iso", "2025-12-31 23:30:05 UTC", "2025-12-31T23:30:05")]
    [InlineData("read_moment_iso", "2025-12-31 11:30 PM", "2025-12-31T23:30:00")]
    [InlineData("read_moment_dmy", "31/12/2025 14h30", "2025-12-31T14:30:00")]
    [InlineData("read_moment_dmy", "31/12/2025 à 14:30:05", "2025-12-31T14:30:05")]
    [InlineData("read_moment_mdy", "3/1/2025, 12:12 AM", "2025-03-01T00:12:00")]
    [InlineData("read_moment_mdy", "3/1/2025, 12:12 PM", "2025-03-01T12:12:00")]
    [InlineData("read_moment_mdy_short", "3/1/25 9:12 PM", "2025-03-01T21:12:00")]
    [InlineData("read_moment_words", "Mar 2, 2024 10:12 AM", "2024-03-02T10:12:00")]
    [InlineData("read_moment_words", "12 mars 2024 à 14h30", "2024-03-12T14:30:00")]
    [InlineData("read_moment_words", "12 mars 2024", "2024-03-12T00:00:00")]
    public void A_days_time_is_read(string macro, string text, string moment) =>
        Assert.Equal(DateTime.Parse(moment, CultureInfo.InvariantCulture), Read<DateTime?>(macro, text));

    [Theory]
    [InlineData("read_siren", "732 829 320", "732829320")]
    [InlineData("read_siren", "73282932000074", "73282932000074")]
    [InlineData("read_siren", "356 000 000 00048", "35600000000048")]
    [InlineData("read_siren", "35600000049837", "35600000049837")]
    [InlineData("read_siren", "732829321", null)]
    [InlineData("read_siren", "73282932", null)]
    [InlineData("read_siren", "B-12345678", "B-12345678")]
    [InlineData("read_vat", "fr 83 404.833.048", "FR83404833048")]
    [InlineData("read_email", " Jean.DUPONT@Exemple.fr ", "jean.dupont@exemple.fr")]
    [InlineData("read_email", "a@b.fr; c@d.fr", "a@b.fr")]
    [InlineData("read_email", "mailto:a@b.fr", "a@b.fr")]
    [InlineData("read_email", "a@b", null)]
    [InlineData("read_email", "appeler", null)]
    [InlineData("read_phone", "+33 (0)6 12.34-56 78", "+33612345678")]
    [InlineData("read_phone", "0033 6 12 34 56 78", "+33612345678")]
    [InlineData("read_phone", "06 12 34 56 78", "0612345678")]
    [InlineData("read_postcode", " '01000 ", "01000")]
    [InlineData("read_postcode", "sw1a  1aa", "SW1A 1AA")]
    [InlineData("read_tags", "a; b|c ,,", "a;b;c")]
    [InlineData("read_currency", "€", "EUR")]
    [InlineData("read_currency", "usd", "USD")]
    [InlineData("read_currency", "EUR - Euro", "EUR")]
    public void Numbers_addresses_and_codes_take_one_spelling_and_what_is_none_is_not_read(string macro, string text, string? value) =>
        Assert.Equal(value, Read<string?>(macro, text));

    [Theory]
    [InlineData("read_date_month", "03/2025", "2025-03-01")]
    [InlineData("read_date_month", "2025-3", "2025-03-01")]
    [InlineData("read_date_words", "janv. 2025", "2025-01-01")]
    [InlineData("read_date_words", "Dec 2024", "2024-12-01")]
    public void A_month_stands_for_its_first_day(string macro, string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Read<DateOnly?>(macro, text));

    [Theory]
    [InlineData("read_date_dmy", "31/02/2024")]
    [InlineData("read_date_dmy", "12/31/2025")]
    [InlineData("read_date_dmy", "bientôt")]
    [InlineData("read_date_dmy", "31/12/2025 à confirmer")]
    [InlineData("read_date_dmy", "31/12/2025 25:10")]
    [InlineData("read_date_iso", "2025-12-31 09:12 demain")]
    [InlineData("read_date_iso", "2025-12-31 +0200")]
    [InlineData("read_date_words", "31 février 2024")]
    [InlineData("read_date_words", "bientôt")]
    [InlineData("read_date_serial", "12 ou 13")]
    [InlineData("read_date_iso", "0001-01-01")]
    [InlineData("read_date_iso", "9999-12-31")]
    public void Impossible_and_implausible_days_are_not_read(string macro, string text) => Assert.Null(Read<DateOnly?>(macro, text));

    [Theory]
    [InlineData("read_date_words", "12 mars 2024", "1er avril 2024")]
    [InlineData("read_date_serial", "45000", "46022")]
    [InlineData("read_date_epoch", "1735603200", "1767139200000")]
    [InlineData("read_date_month", "01/2025", "12/2025")]
    [InlineData("read_date_month", "2025-01", "2025-12")]
    [InlineData("read_date_month", "202501", "202512")]
    public void Dates_in_words_and_serials_are_recognised(string macro, params string[] values) => Assert.Equal(macro, Format(ColumnType.Date, values).Macro);

    [Theory]
    [InlineData("00:30", 30)]
    [InlineData("1:30:00", 90)]
    [InlineData("0:00:45", 0.75)]
    [InlineData("1h30", 90)]
    [InlineData("1 h 30 min", 90)]
    [InlineData("2 heures", 120)]
    [InlineData("1,5 h", 90)]
    [InlineData("45 min", 45)]
    [InlineData("15 minutes", 15)]
    public void A_duration_is_read_in_minutes(string text, double minutes)
    {
        Assert.Equal("read_minutes", Format(ColumnType.Duration, text).Macro);
        Assert.Equal((decimal)minutes, Read<decimal?>("read_minutes", text));
    }

    [Theory]
    [InlineData("une heure")]
    [InlineData("3 appels")]
    [InlineData("2 Std.")]
    [InlineData("12/05")]
    public void What_is_no_duration_is_not_read(string text) => Assert.Null(Read<decimal?>("read_minutes", text));

    [Fact]
    public void Minutes_written_as_numbers_are_numbers() => Assert.Equal("read_amount_comma", Format(ColumnType.Duration, "30", "12,5").Macro);

    [Theory]
    [InlineData("1 €", "EUR")]
    [InlineData("$2", "USD")]
    [InlineData("-3,00EUR", "EUR")]
    [InlineData("4", null)]
    public void A_currency_is_read_out_of_a_cell(string text, string? code) => Assert.Equal(code, Read<string?>("read_currency_mark", text));

    [Theory]
    [InlineData("read_amount_comma", "1 234,56", "12")]
    [InlineData("read_amount_comma", "1.234,56")]
    [InlineData("read_amount_point", "1,234.56")]
    [InlineData("read_amount_point", "12.5")]
    [InlineData("read_amount_comma", "1.234.567")]
    public void The_decimal_mark_is_told_from_the_values(string macro, params string[] values)
    {
        if (values is ["1.234.567"]) values = ["1.234.567", "1,5"];
        Assert.Equal(macro, Format(ColumnType.Amount, values).Macro);
    }

    [Fact]
    public void A_lone_group_of_three_digits_follows_the_separator_and_is_said_to_be_ambiguous()
    {
        var semicolon = ValueFormat.Of([(ColumnType.Amount, ["1.234"])], ';')[0];
        Assert.Equal(("read_amount_comma", true), (semicolon.Macro, semicolon.Ambiguous));
        var comma = ValueFormat.Of([(ColumnType.Amount, ["1,234"])], ',')[0];
        Assert.Equal(("read_amount_point", true), (comma.Macro, comma.Ambiguous));
    }

    private static ValueFormat Format(ColumnType type, params string[] values) => ValueFormat.Of([(type, values)], ',')[0];

    private T? Read<T>(string macro, string text)
    {
        using var command = macros.Connection.CreateCommand();
        command.CommandText = $"select {macro}($1)";
        command.Parameters.Add(new DuckDBParameter(text));
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.IsDBNull(0) ? default : reader.GetFieldValue<T>(0);
    }
}
