using System.Numerics;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class ParameterTests
{
    public static TheoryData<object, string, string> Values => new()
    {
        { true, "BOOLEAN", "true" },
        { (sbyte)-5, "TINYINT", "-5" },
        { (byte)200, "UTINYINT", "200" },
        { short.MinValue, "SMALLINT", "-32768" },
        { ushort.MaxValue, "USMALLINT", "65535" },
        { -7, "INTEGER", "-7" },
        { uint.MaxValue, "UINTEGER", "4294967295" },
        { long.MinValue, "BIGINT", "-9223372036854775808" },
        { ulong.MaxValue, "UBIGINT", "18446744073709551615" },
        { Int128.MinValue, "HUGEINT", "-170141183460469231731687303715884105728" },
        { UInt128.MaxValue, "UHUGEINT", "340282366920938463463374607431768211455" },
        { BigInteger.MinusOne, "HUGEINT", "-1" },
        { BigInteger.Pow(2, 127), "UHUGEINT", "170141183460469231731687303715884105728" },
        { 1.25f, "FLOAT", "1.25" },
        { 0.1, "DOUBLE", "0.1" },
        { 12.340m, "DECIMAL(5,3)", "12.340" },
        { -0.05m, "DECIMAL(3,2)", "-0.05" },
        { decimal.MaxValue, "DECIMAL(29,0)", "79228162514264337593543950335" },
        { "d'été 🦆", "VARCHAR", "d'été 🦆" },
        { "", "VARCHAR", "" },
        { 'x', "VARCHAR", "x" },
        { new byte[] { 0, 65, 255 }, "BLOB", @"\x00A\xFF" },
        { Array.Empty<byte>(), "BLOB", "" },
        { new DateOnly(2024, 2, 29), "DATE", "2024-02-29" },
        { new DateOnly(1, 1, 1), "DATE", "0001-01-01" },
        { new TimeOnly(1, 2, 3, 4, 5), "TIME", "01:02:03.004005" },
        { new DateTime(1969, 12, 31, 23, 59, 59, 999), "TIMESTAMP", "1969-12-31 23:59:59.999" },
        { new DateTimeOffset(2024, 1, 1, 1, 0, 0, TimeSpan.FromHours(2)), "TIMESTAMP WITH TIME ZONE", "2023-12-31 23:00:00+00" },
        { new TimeSpan(1, 2, 3, 4, 5), "INTERVAL", "1 day 02:03:04.005" },
        { -new TimeSpan(1, 2, 0, 0), "INTERVAL", "-1 day -02:00:00" },
        { new DuckDBInterval(14, 0, 0), "INTERVAL", "1 year 2 months" },
        { new Guid("00112233-4455-6677-8899-aabbccddeeff"), "UUID", "00112233-4455-6677-8899-aabbccddeeff" },
        { DayOfWeek.Friday, "INTEGER", "5" },
        { new[] { 1, 2 }, "INTEGER[]", "[1, 2]" },
        { new List<string?> { "a", null }, "VARCHAR[]", "[a, NULL]" },
        { new List<string>(), "VARCHAR[]", "[]" },
        { new[] { 1.5m, 10.25m }, "DECIMAL(4,2)[]", "[1.50, 10.25]" },
        { new[] { new[] { 1L }, new[] { 2L, 3L } }, "BIGINT[][]", "[[1], [2, 3]]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_arrives_as_the_type_and_text_that_DuckDB_gives_it(object value, string type, string text)
    {
        Assert.Equal(type, Database.Ask("SELECT typeof($1)", value));
        Assert.Equal(text, Database.Ask("SET TimeZone = 'UTC'; SELECT $1::VARCHAR", value));
    }

    [Theory]
    [InlineData(null)]
    [MemberData(nameof(Nulls))]
    public void Null_and_DBNull_are_NULL(object? value) => Assert.Equal(true, Database.Ask("SELECT ? IS NULL", value));

    public static TheoryData<object> Nulls => new() { DBNull.Value };

    [Fact]
    public void Named_parameters_are_found_by_name_whatever_their_case_and_prefix()
    {
        using var command = Database.Mine.Command("SELECT $name || $other || $Name");
        command.Parameters.Add(new DuckDBParameter("@other", "-"));
        command.Parameters.Add(new DuckDBParameter("NAME", "a"));
        Assert.Equal("a-a", command.ExecuteScalar());
    }

    [Fact]
    public void Positional_parameters_count_from_each_statement_on()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER, b VARCHAR)");
        Assert.Equal(2, connection.Run("INSERT INTO t VALUES (?, ?); INSERT INTO t VALUES ($1 + 1, $2)", 1, "x"));
        Assert.Equal("1x,2x", connection.Scalar("SELECT string_agg(a || b, ',' ORDER BY a) FROM t"));
    }

    [Fact]
    public void A_missing_parameter_is_named()
    {
        Assert.Contains("parameter $x", Assert.Throws<InvalidOperationException>(() => Database.Ask("SELECT $x")).Message, StringComparison.Ordinal);
        Assert.Contains("parameter $2", Assert.Throws<InvalidOperationException>(() => Database.Ask("SELECT ? + ?", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_an_unknown_type_is_refused_by_name()
    {
        var error = Assert.Throws<NotSupportedException>(() => Database.Ask("SELECT ?", new Uri("https://example.org")));
        Assert.Contains("parameter $1 is a Uri", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prepared_command_runs_again_and_again_with_new_values()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER)");
        using var command = connection.Command("INSERT INTO t VALUES ($a)");
        var parameter = command.Parameters.Add(new DuckDBParameter("a", null));
        command.Prepare();
        for (var i = 1; i <= 100; i++)
        {
            parameter.Value = i;
            Assert.Equal(1, command.ExecuteNonQuery());
        }
        Assert.Equal(5050, connection.Scalar("SELECT sum(a)::INTEGER FROM t"));
    }
}
