using System.Data;
using System.Data.Common;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class ReaderTests
{
    [Fact]
    public void Statements_run_one_after_another_and_NextResult_finds_those_with_rows()
    {
        using var connection = Database.Open();
        using var command = connection.Command("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2); SELECT a FROM t ORDER BY a; UPDATE t SET a = 5 WHERE a = 1; SELECT sum(a)::INTEGER FROM t;");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(1, reader.GetInt32(0));
        Assert.True(reader.NextResult());
        Assert.True(reader.Read());
        Assert.Equal(7, reader.GetInt32(0));
        Assert.False(reader.NextResult());
        Assert.Equal(3, reader.RecordsAffected);
    }

    [Fact]
    public void Closing_a_reader_runs_the_statements_that_are_left()
    {
        using var connection = Database.Open();
        using (connection.Command("SELECT 1; CREATE TABLE t AS SELECT 42 AS a").ExecuteReader()) { }
        Assert.Equal(42, connection.Scalar("SELECT a FROM t"));
    }

    [Fact]
    public void Another_command_may_run_while_a_reader_is_open()
    {
        using var connection = Database.Open();
        using var reader = connection.Command("SELECT i FROM range(200000) t(i)").ExecuteReader();
        var rows = 0L;
        while (reader.Read())
        {
            Assert.Equal(rows++, reader.GetInt64(0));
            if (rows % 50_000 == 1) Assert.Equal(1, connection.Scalar("SELECT 1"));
        }
        Assert.Equal(200_000, rows);
    }

    [Fact]
    public void Rows_are_read_before_the_query_has_made_them_all()
    {
        using var reader = Database.Mine.Command("SELECT i FROM range(1000000000000) t(i)").ExecuteReader();
        for (var i = 0L; i < 10_000; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i, reader.GetInt64(0));
        }
    }

    [Fact]
    public void An_error_in_the_middle_of_the_rows_is_thrown()
    {
        using var reader = Database.Mine.Command("SELECT CASE WHEN i = 500000 THEN error('row 500000') ELSE i END FROM range(1000000) t(i)").ExecuteReader();
        var error = Assert.Throws<DuckDBException>(() => { while (reader.Read()) { } });
        Assert.Contains("row 500000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_among_rows_taken_ahead_is_thrown_to_their_reader_only()
    {
        using var connection = Database.Open();
        using var reader = connection.Command("SELECT CASE WHEN i = 500000 THEN error('row 500000') ELSE i END FROM range(1000000) t(i)").ExecuteReader();
        Assert.Equal(1, connection.Scalar("SELECT 1"));
        var error = Assert.Throws<DuckDBException>(() => { while (reader.Read()) { } });
        Assert.Contains("row 500000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_tells_names_types_and_precision()
    {
        using var reader = Database.Mine.Command("""
            SELECT 1 AS id, 2.50::DECIMAL(18,2) AS amount, ['a'] AS tags, {'a': 1, 'b c': DATE '2024-01-01'} AS s, MAP {'k': 1} AS m, 'x'::ENUM('x') AS e, '{}'::JSON AS j
            """).ExecuteReader();
        Assert.Equal(
            ["INTEGER", "DECIMAL(18,2)", "VARCHAR[]", "STRUCT(\"a\" INTEGER, \"b c\" DATE)", "MAP(VARCHAR, INTEGER)", "ENUM('x')", "JSON"],
            Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeName));
        Assert.Equal(typeof(List<string>), reader.GetFieldType(2));
        Assert.Equal(1, reader.GetOrdinal("AMOUNT"));
        Assert.Throws<IndexOutOfRangeException>(() => reader.GetOrdinal("none"));
        var amount = reader.GetColumnSchema()[1];
        Assert.Equal(("amount", 18, 2, typeof(decimal)), (amount.ColumnName, amount.NumericPrecision, amount.NumericScale, amount.DataType));
        Assert.Equal("tags", reader.GetSchemaTable()!.Rows[2][SchemaTableColumn.ColumnName]);
    }

    [Fact]
    public void A_DataTable_loads_from_a_reader()
    {
        using var reader = Database.Mine.Command("SELECT i::INTEGER AS n, CASE WHEN i > 0 THEN 'x' || i END AS t, DATE '2024-01-01' AS d FROM range(3) r(i)").ExecuteReader();
        using var table = new DataTable();
        table.Load(reader);
        Assert.Equal([2, "x2", new DateOnly(2024, 1, 1)], table.Rows[2].ItemArray);
        Assert.Equal(DBNull.Value, table.Rows[0]["t"]);
        Assert.Equal(typeof(int), table.Columns["n"]!.DataType);
    }

    [Fact]
    public void Reading_without_a_row_or_after_closing_is_an_error()
    {
        var reader = Database.Mine.Command("SELECT 1").ExecuteReader();
        Assert.True(reader.HasRows);
        Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0));
        Assert.True(reader.Read());
        Assert.Equal(1, reader.GetInt32(0));
        Assert.False(reader.Read());
        Assert.False(reader.Read());
        Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0));
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Read());
        reader.Dispose();
    }

    [Fact]
    public void Without_rows_HasRows_is_false_and_the_columns_are_known()
    {
        using var reader = Database.Mine.Command("SELECT 1 AS a WHERE false").ExecuteReader();
        Assert.False(reader.HasRows);
        Assert.Equal("a", reader.GetName(0));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Inserted_rows_come_back_with_RETURNING()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER)");
        Assert.Equal(7, connection.Scalar("INSERT INTO t VALUES (7) RETURNING a"));
        Assert.Equal(-1, connection.Run("SELECT 1"));
        Assert.Equal(1, connection.Run("DELETE FROM t"));
    }

    [Fact]
    public async Task Rows_are_read_asynchronously()
    {
        await using var command = Database.Mine.Command("SELECT i FROM range(10000) t(i)");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var sum = 0L;
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) sum += reader.GetInt64(0);
        Assert.Equal(49_995_000, sum);
    }
}
