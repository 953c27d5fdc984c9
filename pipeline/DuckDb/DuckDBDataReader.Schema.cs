using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Reading;

namespace Analytics.Pipeline.DuckDb;

public sealed partial class DuckDBDataReader : IDbColumnSchemaGenerator
{
    public override int FieldCount => _columns.Length;

    public override string GetName(int ordinal) => _columns[ordinal].Name;

    /// <summary>The type as SQL writes it, such as "DECIMAL(18,2)" or "VARCHAR[]".</summary>
    public override string GetDataTypeName(int ordinal) => _columns[ordinal].Type.SqlName;

    public override Type GetFieldType(int ordinal) => _columns[ordinal].Type.ClrType;

    /// <summary>The column of that name, in exact letters if there is one, else whatever its case; none is an IndexOutOfRangeException.</summary>
    public override int GetOrdinal(string name)
    {
        var exact = Array.FindIndex(_columns, c => string.Equals(c.Name, name, StringComparison.Ordinal));
        if (exact >= 0) return exact;
        var loose = Array.FindIndex(_columns, c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        return loose >= 0 ? loose : throw new IndexOutOfRangeException(
            $"The result has no column '{name}'. It has: {string.Join(", ", _columns.Select(c => c.Name))}.");
    }

    public ReadOnlyCollection<DbColumn> GetColumnSchema() =>
        new([.. _columns.Select((column, i) => (DbColumn)new SchemaColumn(column, i))]);

    public override DataTable? GetSchemaTable()
    {
        if (_columns.Length == 0) return null;
        var table = new DataTable("SchemaTable") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        table.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        table.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        table.Columns.Add(SchemaTableColumn.NumericPrecision, typeof(short));
        table.Columns.Add(SchemaTableColumn.NumericScale, typeof(short));
        table.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        table.Columns.Add(SchemaTableColumn.ProviderType, typeof(int));
        table.Columns.Add("DataTypeName", typeof(string));
        table.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        table.Columns.Add(SchemaTableColumn.IsLong, typeof(bool));
        foreach (var column in GetColumnSchema().Cast<SchemaColumn>()) table.Rows.Add(column.Row);
        return table;
    }

    private sealed class SchemaColumn : DbColumn
    {
        private readonly NativeType _id;

        internal SchemaColumn(ColumnVector column, int ordinal)
        {
            _id = column.Type.Id;
            ColumnName = column.Name;
            ColumnOrdinal = ordinal;
            ColumnSize = -1;
            DataType = column.Type.ClrType;
            DataTypeName = column.Type.SqlName;
            AllowDBNull = true;
            IsReadOnly = true;
            IsLong = false;
            if (_id == NativeType.Decimal) (NumericPrecision, NumericScale) = (column.Type.Width, column.Type.Scale);
        }

        internal object?[] Row =>
        [
            ColumnName, ColumnOrdinal, ColumnSize, Nullable(NumericPrecision), Nullable(NumericScale),
            DataType, (int)_id, DataTypeName, AllowDBNull, IsLong,
        ];

        private static object Nullable(int? number) => number is { } value ? (short)value : DBNull.Value;
    }
}
