using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

/// <summary>What a column is made of, read once per result.</summary>
internal sealed partial record ColumnType(NativeType Id)
{
    internal byte Width { get; init; }

    internal byte Scale { get; init; }

    internal int ArraySize { get; init; }

    /// <summary>The texts of an ENUM, by code.</summary>
    internal string[] Labels { get; init; } = [];

    /// <summary>The name that DuckDB gives a type built on another, such as JSON.</summary>
    internal string? Alias { get; init; }

    /// <summary>The element of a list or array, the key and value of a map, the members of a struct or union.</summary>
    internal ColumnType[] Children { get; init; } = [];

    internal string[] ChildNames { get; init; } = [];

    internal bool IsText => Id is NativeType.Varchar or NativeType.Blob or NativeType.Bit or NativeType.BigNum or NativeType.Geometry;

    internal static ColumnType Read(LogicalTypeHandle handle)
    {
        using var type = handle;
        var id = NativeMethods.duckdb_get_type_id(type);
        var plain = new ColumnType(id) { Alias = NativeMethods.Taken(NativeMethods.duckdb_logical_type_get_alias(type)) };
        return id switch
        {
            NativeType.Decimal => plain with
            {
                Width = NativeMethods.duckdb_decimal_width(type),
                Scale = NativeMethods.duckdb_decimal_scale(type),
            },
            NativeType.Enum => plain with { Labels = ReadLabels(type) },
            NativeType.List => plain with { Children = [Read(NativeMethods.duckdb_list_type_child_type(type))] },
            NativeType.Array => plain with
            {
                Children = [Read(NativeMethods.duckdb_array_type_child_type(type))],
                ArraySize = (int)NativeMethods.duckdb_array_type_array_size(type),
            },
            NativeType.Map => plain with
            {
                Children = [Read(NativeMethods.duckdb_map_type_key_type(type)), Read(NativeMethods.duckdb_map_type_value_type(type))],
                ChildNames = ["key", "value"],
            },
            NativeType.Struct => ReadStruct(plain, type),
            NativeType.Union => ReadUnion(plain, type),
            _ => plain,
        };
    }

    private static string[] ReadLabels(LogicalTypeHandle type)
    {
        var labels = new string[NativeMethods.duckdb_enum_dictionary_size(type)];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = NativeMethods.Taken(NativeMethods.duckdb_enum_dictionary_value(type, (ulong)i)) ?? "";
        return labels;
    }

    private static ColumnType ReadStruct(ColumnType plain, LogicalTypeHandle type)
    {
        var members = Enumerable.Range(0, (int)NativeMethods.duckdb_struct_type_child_count(type)).ToArray();
        return plain with
        {
            Children = [.. members.Select(i => Read(NativeMethods.duckdb_struct_type_child_type(type, (ulong)i)))],
            ChildNames = [.. members.Select(i => NativeMethods.Taken(NativeMethods.duckdb_struct_type_child_name(type, (ulong)i)) ?? "")],
        };
    }

    private static ColumnType ReadUnion(ColumnType plain, LogicalTypeHandle type)
    {
        var members = Enumerable.Range(0, (int)NativeMethods.duckdb_union_type_member_count(type)).ToArray();
        return plain with
        {
            Children = [.. members.Select(i => Read(NativeMethods.duckdb_union_type_member_type(type, (ulong)i)))],
            ChildNames = [.. members.Select(i => NativeMethods.Taken(NativeMethods.duckdb_union_type_member_name(type, (ulong)i)) ?? "")],
        };
    }
}
