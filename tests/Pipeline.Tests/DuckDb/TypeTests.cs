using System.Numerics;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class TypeTests
{
    public static TheoryData<string, object> Literals => new()
    {
        { "true", true },
        { "(-128)::TINYINT", (sbyte)-128 },
        { "(-32768)::SMALLINT", short.MinValue },
        { "2147483647::INTEGER", int.MaxValue },
        { "(-9223372036854775808)::BIGINT", long.MinValue },
        { "255::UTINYINT", byte.MaxValue },
        { "65535::USMALLINT", ushort.MaxValue },
        { "4294967295::UINTEGER", uint.MaxValue },
        { "18446744073709551615::UBIGINT", ulong.MaxValue },
        { "(-170141183460469231731687303715884105728)::HUGEINT", -BigInteger.Pow(2, 127) },
        { "(-1)::HUGEINT", BigInteger.MinusOne },
        { "340282366920938463463374607431768211455::UHUGEINT", BigInteger.Pow(2, 128) - 1 },
        { "1e40::DOUBLE::BIGNUM", (BigInteger)1e40 },
        { "'123456789012345678901234567890123456789012345'::BIGNUM", BigInteger.Parse("123456789012345678901234567890123456789012345", null) },
        { "'-98765432109876543210987654321098765432109876'::BIGNUM", BigInteger.Parse("-98765432109876543210987654321098765432109876", null) },
        { "0::BIGNUM", BigInteger.Zero },
        { "1.5::FLOAT", 1.5f },
        { "0.1::DOUBLE", 0.1 },
        { "'-inf'::DOUBLE", double.NegativeInfinity },
        { "(-12.34)::DECIMAL(4,2)", -12.34m },
        { "1234567.89::DECIMAL(9,2)", 1234567.89m },
        { "(-123456789012345.678)::DECIMAL(18,3)", -123456789012345.678m },
        { "12345678901234567890123456.78::DECIMAL(28,2)", 12345678901234567890123456.78m },
        { "(-1)::DECIMAL(38,37)", -1m },
        { "99999999999999999999999999.99::DECIMAL(38,2)", 99999999999999999999999999.99m },
        { "''", "" },
        { "'twelve bytes'", "twelve bytes" },
        { "'thirteen byte'", "thirteen byte" },
        { "'Société Générale — 東京 🦆'", "Société Générale — 東京 🦆" },
        { @"'\x00\xFFa'::BLOB", new byte[] { 0, 255, (byte)'a' } },
        { "''::BLOB", Array.Empty<byte>() },
        { "'0101100111'::BIT", "0101100111" },
        { "'10000000'::BIT", "10000000" },
        { "DATE '1970-01-01'", new DateOnly(1970, 1, 1) },
        { "DATE '2024-02-29'", new DateOnly(2024, 2, 29) },
        { "DATE '0001-01-01'", new DateOnly(1, 1, 1) },
        { "DATE '9999-12-31'", new DateOnly(9999, 12, 31) },
        { "'infinity'::DATE", DateOnly.MaxValue },
        { "'-infinity'::DATE", DateOnly.MinValue },
        { "TIME '23:59:59.123456'", new TimeOnly(23, 59, 59, 123, 456) },
        { "'12:34:56.123456789'::TIME_NS", new TimeOnly(12, 34, 56, 123, 456).Add(TimeSpan.FromTicks(7)) },
        { "'01:02:03+05:30'::TIMETZ", new DateTimeOffset(1, 1, 2, 1, 2, 3, new TimeSpan(5, 30, 0)) },
        { "'23:00:00-08'::TIMETZ", new DateTimeOffset(1, 1, 2, 23, 0, 0, TimeSpan.FromHours(-8)) },
        { "TIMESTAMP '1969-07-20 20:17:40.000001'", new DateTime(1969, 7, 20, 20, 17, 40).AddTicks(10) },
        { "'2024-03-31 02:30:00'::TIMESTAMP_S", new DateTime(2024, 3, 31, 2, 30, 0) },
        { "'1912-06-23 01:02:03.456'::TIMESTAMP_MS", new DateTime(1912, 6, 23, 1, 2, 3, 456) },
        { "'2024-03-31 02:30:00.123456789'::TIMESTAMP_NS", new DateTime(2024, 3, 31, 2, 30, 0).AddTicks(1234567) },
        { "'2024-03-31 02:30:00+02'::TIMESTAMPTZ", new DateTime(2024, 3, 31, 0, 30, 0, DateTimeKind.Utc) },
        { "'infinity'::TIMESTAMP", DateTime.MaxValue },
        { "INTERVAL '2 days 03:04:05.000006'", new TimeSpan(2, 3, 4, 5).Add(TimeSpan.FromMicroseconds(6)) },
        { "'12345678-9abc-def0-1234-56789abcdef0'::UUID", new Guid("12345678-9abc-def0-1234-56789abcdef0") },
        { "'ffffffff-ffff-ffff-ffff-ffffffffffff'::UUID", new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff") },
        { "'sad'::ENUM('happy', 'sad')", "sad" },
        { "'{\"a\": 1}'::JSON", "{\"a\": 1}" },
        { "[1, 2, 3]", new List<int> { 1, 2, 3 } },
        { "[]::VARCHAR[]", new List<string>() },
        { "['a', NULL, 'c']", new List<string?> { "a", null, "c" } },
        { "[[1], [], [2, 3]]", new List<List<int>> { new() { 1 }, new(), new() { 2, 3 } } },
        { "[1.5, 2.5]::DOUBLE[2]", new List<double> { 1.5, 2.5 } },
        { "{'a': 1, 'b': 'x', 'c': NULL::DATE}", new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = 1, ["b"] = "x", ["c"] = null } },
        { "MAP {'x': 1, 'y': 2}", new Dictionary<string, int>(StringComparer.Ordinal) { ["x"] = 1, ["y"] = 2 } },
        { "union_value(num := 2)", 2 },
        { "'text'::UNION(num INTEGER, str VARCHAR)", "text" },
        { "NULL", DBNull.Value },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_literal_of_every_type_is_read_as_its_dotnet_value(string literal, object expected)
    {
        var value = Database.Ask($"SELECT {literal}");
        Assert.Equal(expected, value);
        if (expected is not DBNull) Assert.Equal(expected.GetType(), value!.GetType());
    }

    [Theory]
    [MemberData(nameof(Literals))]
    public void Every_type_reads_the_same_beside_nulls_and_beyond_one_chunk(string literal, object expected)
    {
        using var command = Database.Mine.Command($"SELECT v, i FROM range(5000) t(i) LEFT JOIN (SELECT {literal} AS v) ON i % 3 <> 1 ORDER BY i");
        using var reader = command.ExecuteReader();
        var rows = 0L;
        while (reader.Read())
        {
            Assert.Equal(rows, reader.GetInt64(1));
            Assert.Equal(rows++ % 3 == 1 ? DBNull.Value : expected, reader.GetValue(0));
        }
        Assert.Equal(5000, rows);
    }

    [Fact]
    public void An_enum_with_many_labels_is_read_at_every_width()
    {
        foreach (var size in new[] { 255, 256, 257, 65535, 65536 })
        {
            using var connection = Database.Open();
            connection.Run($"CREATE TYPE e AS ENUM (SELECT 'l' || i FROM range({size}) t(i))");
            Assert.Equal($"l{size - 1}", connection.Scalar($"SELECT 'l{size - 1}'::e"));
        }
    }

    [Fact]
    public void Numbers_are_read_as_wider_and_narrower_ones_and_overflow_is_an_error()
    {
        Assert.Equal(42L, Database.Ask<long>("SELECT 42::TINYINT"));
        Assert.Equal((byte)42, Database.Ask<byte>("SELECT 42::HUGEINT"));
        Assert.Equal((Int128)(-5), Database.Ask<Int128>("SELECT (-5)::HUGEINT"));
        Assert.Equal(2.5, Database.Ask<double>("SELECT 2.5::DECIMAL(10,3)"));
        Assert.Equal(7, Database.Ask<int>("SELECT 7.00::DECIMAL(10,2)"));
        Assert.Equal(12m, Database.Ask<decimal>("SELECT 12::BIGINT"));
        Assert.Throws<OverflowException>(() => Database.Ask<int>("SELECT 3000000000"));
        Assert.Throws<InvalidCastException>(() => Database.Ask<int>("SELECT 7.5::DECIMAL(10,2)"));
        Assert.Throws<InvalidCastException>(() => Database.Ask<long>("SELECT 7.5::DOUBLE"));
    }

    [Fact]
    public void Nullable_and_nested_dotnet_types_are_read_as_asked()
    {
        Assert.Null(Database.Ask<int?>("SELECT NULL::INTEGER"));
        Assert.Equal(5, Database.Ask<int?>("SELECT 5"));
        Assert.Equal([1, null, 3], Database.Ask<List<int?>>("SELECT [1, NULL, 3]"));
        Assert.Equal([1L, 2L], Database.Ask<long[]>("SELECT [1, 2]"));
        Assert.Equal(new DateTimeOffset(2024, 3, 31, 0, 30, 0, TimeSpan.Zero), Database.Ask<DateTimeOffset>("SELECT '2024-03-31 02:30:00+02'::TIMESTAMPTZ"));
        Assert.Equal(DayOfWeek.Friday, Database.Ask<DayOfWeek>("SELECT 'friday'"));
        Assert.Equal(DayOfWeek.Friday, Database.Ask<DayOfWeek>("SELECT 5"));
        Assert.Equal(new DuckDBInterval(14, 3, 1_000_000), Database.Ask<DuckDBInterval>("SELECT INTERVAL '1 year 2 months 3 days 1 second'"));
        Assert.Equal(TimeSpan.FromHours(24), Database.Ask<TimeSpan>("SELECT TIME '24:00:00'"));
        Assert.Equal(2.5, Database.Ask<Dictionary<string, double?>>("SELECT MAP {'x': 2.5, 'y': NULL}")["x"]);
    }

    [Fact]
    public void What_dotnet_cannot_hold_is_an_error_that_says_what_to_do()
    {
        Assert.Contains("DuckDBInterval", Assert.Throws<OverflowException>(() => Database.Ask("SELECT INTERVAL '1 month'")).Message, StringComparison.Ordinal);
        Assert.Contains("TimeSpan", Assert.Throws<OverflowException>(() => Database.Ask("SELECT TIME '24:00:00'")).Message, StringComparison.Ordinal);
        Assert.Contains("years 1 to 9999", Assert.Throws<OverflowException>(() => Database.Ask("SELECT DATE '10000-01-01'")).Message, StringComparison.Ordinal);
        Assert.Contains("years 1 to 9999", Assert.Throws<OverflowException>(() => Database.Ask("SELECT TIMESTAMP '0044-03-15 (BC) 00:00:00'")).Message, StringComparison.Ordinal);
        var digits = "1234567890123456789012345678901234.5678";
        Assert.Contains(digits, Assert.Throws<OverflowException>(() => Database.Ask($"SELECT {digits}::DECIMAL(38,4)")).Message, StringComparison.Ordinal);
        Assert.Equal(digits, Database.Ask<string>($"SELECT {digits}::DECIMAL(38,4)"));
        Assert.Equal(1234567890123456789012345678901234.5678, Database.Ask<double>($"SELECT {digits}::DECIMAL(38,4)"));
        Assert.Contains("NULL inside", Assert.Throws<InvalidCastException>(() => Database.Ask("SELECT [1, NULL]")).Message, StringComparison.Ordinal);
        Assert.Contains("is NULL", Assert.Throws<InvalidCastException>(() => Database.Ask<int>("SELECT NULL::INTEGER")).Message, StringComparison.Ordinal);
        Assert.Contains("INTEGER, which cannot be read as Guid", Assert.Throws<InvalidCastException>(() => Database.Ask<Guid>("SELECT 1")).Message, StringComparison.Ordinal);
    }
}
