using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class ChunkTests
{
    [Fact]
    public void Columns_are_spans_over_all_rows()
    {
        var (rows, sum, bytes, days) = (0, 0.0, 0L, 0L);
        using var command = Database.Mine.Command("SELECT i / 2 AS half, 'text ' || i AS name, DATE '1970-01-01' + i::INTEGER AS day FROM range(10000) t(i)");
        foreach (var chunk in command.ExecuteChunks())
        {
            rows += chunk.RowCount;
            foreach (var half in chunk.Column<double>(0)) sum += half;
            var names = chunk.Column<DuckDBString>(1);
            for (var i = 0; i < names.Length; i++) bytes += names[i].Bytes.Length;
            foreach (var day in chunk.Column<int>(2)) days += day;
        }
        Assert.Equal((10_000, 24_997_500.0, 88_890L, 49_995_000L), (rows, sum, bytes, days));
    }

    [Fact]
    public void Strings_short_and_long_are_read_in_place()
    {
        using var command = Database.Mine.Command("SELECT unnest(['', 'twelve bytes', 'thirteen byte', 'été'])");
        var texts = command.ExecuteChunks().SelectMany(chunk =>
        {
            var column = chunk.Column<DuckDBString>(0);
            var read = new string[column.Length];
            for (var i = 0; i < read.Length; i++) read[i] = column[i].ToString();
            return read;
        });
        Assert.Equal(["", "twelve bytes", "thirteen byte", "été"], texts);
    }

    [Fact]
    public void Validity_tells_which_rows_are_NULL()
    {
        using var command = Database.Mine.Command("SELECT CASE WHEN i % 3 = 0 THEN i END, i FROM range(100) t(i)");
        var chunk = Assert.Single(command.ExecuteChunks().Select(c => (
            Nulls: Enumerable.Range(0, c.RowCount).Count(i => !c.IsValid(0, i)),
            First: c.Validity(0)[0] & 0b1111,
            None: c.Validity(1).IsEmpty || Enumerable.Range(0, c.RowCount).All(i => c.IsValid(1, i)))));
        Assert.Equal((66, 0b1001UL, true), chunk);
    }

    [Fact]
    public void Decimals_enums_and_hugeints_are_spans_of_what_DuckDB_stores()
    {
        using var command = Database.Mine.Command("SELECT 12.34::DECIMAL(9,2), 'b'::ENUM('a', 'b'), (-5)::HUGEINT, TIMESTAMP '1970-01-01 00:00:01'");
        foreach (var chunk in command.ExecuteChunks())
        {
            Assert.Equal(1234, chunk.Column<int>(0)[0]);
            Assert.Equal("b", chunk.EnumLabels(1)[chunk.Column<byte>(1)[0]]);
            Assert.Equal((Int128)(-5), chunk.Column<Int128>(2)[0]);
            Assert.Equal(1_000_000, chunk.Column<long>(3)[0]);
        }
    }

    [Fact]
    public void The_wrong_element_type_is_an_error_that_names_the_right_one()
    {
        using var command = Database.Mine.Command("SELECT 1::BIGINT AS a, [1] AS b");
        foreach (var chunk in command.ExecuteChunks())
        {
            var error = Assert.Throws<InvalidCastException>(() => chunk.Column<int>(0)[0]);
            Assert.Contains("'a' is BIGINT, which is stored as Int64", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidCastException>(() => chunk.Column<int>(1)[0]);
        }
    }

    [Fact]
    public void A_chunk_is_over_when_the_next_one_comes()
    {
        using var command = Database.Mine.Command("SELECT i FROM range(5000) t(i)");
        var first = command.ExecuteChunks().First();
        Assert.Throws<ObjectDisposedException>(() => first.Column<long>(0)[0]);
    }
}
