using System.Numerics;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class AppenderTests
{
    [Fact]
    public void Ten_thousand_rows_of_common_types_arrive_as_sent()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER, b VARCHAR, c DOUBLE, d DATE, e DECIMAL(12,2), f TIMESTAMP, g BOOLEAN)");
        using (var appender = connection.CreateAppender("t"))
            for (var i = 0; i < 10_000; i++)
                appender.CreateRow().AppendValue(i).AppendValue(i % 7 == 0 ? null : $"row {i} {new string('é', i % 20)}")
                    .AppendValue(i / 4.0).AppendValue(new DateOnly(2020, 1, 1).AddDays(i)).AppendValue(i / 100m)
                    .AppendValue(new DateTime(2020, 1, 1).AddSeconds(i)).AppendValue(i % 2 == 0).EndRow();
        Assert.Equal(10_000L, connection.Scalar("""
            SELECT count(*) FROM t JOIN range(10000) r(i) ON a = i
            WHERE b IS NOT DISTINCT FROM CASE WHEN i % 7 <> 0 THEN 'row ' || i || ' ' || repeat('é', (i % 20)::INT) END
              AND c = i / 4 AND d = DATE '2020-01-01' + i::INT AND e = (i / 100)::DECIMAL(12,2)
              AND f = TIMESTAMP '2020-01-01' + to_seconds(i) AND g = (i % 2 = 0)
            """));
    }

    public static TheoryData<string, object?, string?> Values => new()
    {
        { "TINYINT", -128, "-128" },
        { "UBIGINT", ulong.MaxValue, "18446744073709551615" },
        { "HUGEINT", BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { "UHUGEINT", UInt128.MaxValue, "340282366920938463463374607431768211455" },
        { "FLOAT", 1.5m, "1.5" },
        { "DECIMAL(4,1)", 12.25m, "12.3" },
        { "DECIMAL(4,1)", -12.25, "-12.3" },
        { "DECIMAL(9,2)", 7, "7.00" },
        { "DECIMAL(38,10)", 1234567890123456789.5m, "1234567890123456789.5000000000" },
        { "VARCHAR", "twelve bytes", "twelve bytes" },
        { "VARCHAR", "thirteen byte", "thirteen byte" },
        { "VARCHAR", DayOfWeek.Friday, "Friday" },
        { "BLOB", new byte[] { 0, 255 }, @"\x00\xFF" },
        { "UUID", new Guid("80112233-4455-6677-8899-aabbccddeeff"), "80112233-4455-6677-8899-aabbccddeeff" },
        { "DATE", new DateTime(1969, 7, 20), "1969-07-20" },
        { "TIME", new TimeOnly(1, 2, 3), "01:02:03" },
        { "TIMETZ", new DateTimeOffset(2024, 1, 1, 1, 2, 3, TimeSpan.FromHours(-3.5)), "01:02:03-03:30" },
        { "TIMESTAMP_S", new DateTime(1969, 12, 31, 23, 59, 58), "1969-12-31 23:59:58" },
        { "TIMESTAMP_NS", new DateTime(2024, 1, 1).AddTicks(7), "2024-01-01 00:00:00.0000007" },
        { "TIMESTAMPTZ", new DateTimeOffset(2024, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)), "2024-01-01 00:00:00+00" },
        { "INTERVAL", new DuckDBInterval(1, 2, 3_000_000), "1 month 2 days 00:00:03" },
        { "ENUM('a', 'b')", "b", "b" },
        { "VARCHAR[]", new[] { "a", null, "a text of more than twelve bytes" }, "[a, NULL, a text of more than twelve bytes]" },
        { "INTEGER[][]", new[] { new[] { 1 }, new[] { 2, 3 } }, "[[1], [2, 3]]" },
        { "DOUBLE[2]", new[] { 1.5, 2.5 }, "[1.5, 2.5]" },
        { "STRUCT(a INTEGER, b VARCHAR)", new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = 1 }, "{'a': 1, 'b': NULL}" },
        { "MAP(VARCHAR, INTEGER)", new Dictionary<string, int>(StringComparer.Ordinal) { ["x"] = 1, ["y"] = 2 }, "{x=1, y=2}" },
        { "STRUCT(a INTEGER)", null, null },
        { "INTEGER[]", null, null },
        { "INTEGER[2]", null, null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_every_type_arrives_as_DuckDB_writes_it(string type, object? value, string? text)
    {
        using var connection = Database.Open();
        connection.Run($"SET TimeZone = 'UTC'; CREATE TABLE t (before {type}, v {type}, after {type})");
        using (var appender = connection.CreateAppender("t"))
            for (var i = 0; i < 3; i++)
                appender.CreateRow().AppendNullValue().AppendValue(value).AppendValue(value).EndRow();
        Assert.Equal(3L, connection.Scalar("SELECT count(*) FROM t WHERE before IS NULL AND v::VARCHAR IS NOT DISTINCT FROM ? AND after IS NOT DISTINCT FROM v", text));
    }

    [Fact]
    public void Defaults_and_a_schema_are_found()
    {
        using var connection = Database.Open();
        connection.Run("CREATE SCHEMA s; CREATE TABLE s.t (a INTEGER, b VARCHAR DEFAULT 'none', c INTEGER)");
        using (var appender = connection.CreateAppender("s", "t"))
            appender.CreateRow().AppendValue(1).AppendDefault().AppendDefault().EndRow();
        Assert.Equal("1 none true", connection.Scalar("SELECT a || ' ' || b || ' ' || (c IS NULL) FROM s.t"));
    }

    [Fact]
    public void An_unknown_table_is_DuckDBs_own_error()
    {
        using var connection = Database.Open();
        var error = Assert.Throws<DuckDBException>(() => connection.CreateAppender("nowhere"));
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_fails_is_left_out_and_the_others_are_kept()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER, b TINYINT)");
        using (var appender = connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue(1).AppendValue(1).EndRow();
            Assert.Throws<OverflowException>(() => appender.CreateRow().AppendNullValue().AppendValue(1000));
            Assert.Throws<InvalidCastException>(() => appender.CreateRow().AppendValue(2.5));
            Assert.Throws<InvalidOperationException>(() => appender.CreateRow().AppendValue(1).EndRow());
            appender.CreateRow().AppendValue(2).AppendValue(2).EndRow();
        }
        Assert.Equal("1 1, 2 2", connection.Scalar("SELECT string_agg(a || ' ' || b, ', ' ORDER BY a) FROM t"));
    }

    [Fact]
    public void What_DuckDB_refuses_is_thrown_when_the_appender_closes()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
        var appender = connection.CreateAppender("t");
        appender.CreateRow().AppendValue(1).EndRow();
        appender.CreateRow().AppendValue(1).EndRow();
        Assert.Contains("duplicate key", Assert.Throws<DuckDBException>(appender.Dispose).Message, StringComparison.OrdinalIgnoreCase);
        appender.Dispose();
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_row_without_its_end_is_an_error_at_closing()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER)");
        var appender = connection.CreateAppender("t");
        appender.CreateRow().AppendValue(1);
        Assert.Contains("not ended", Assert.Throws<InvalidOperationException>(appender.Dispose).Message, StringComparison.Ordinal);
    }
}
