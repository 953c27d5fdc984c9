using System.Globalization;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>Gives a statement's parameters their values: by name where the names meet, else by position.</summary>
internal static class ParameterBinder
{
    internal static void Bind(PreparedHandle prepared, DuckDBParameterCollection parameters)
    {
        var count = NativeMethods.duckdb_nparams(prepared);
        if (count > 0) NativeMethods.duckdb_clear_bindings(prepared);
        for (ulong index = 1; index <= count; index++)
        {
            var name = NativeMethods.Taken(NativeMethods.duckdb_parameter_name(prepared, index)) ?? "";
            var parameter = Find(parameters, name) ?? throw Missing(name, parameters.Count);
            using var value = ValueFactory.Create(parameter.Value, Describe(name));
            NativeMethods.Check(
                NativeMethods.duckdb_bind_value(prepared, index, value),
                NativeMethods.Borrowed(NativeMethods.duckdb_prepare_error(prepared)),
                $"DuckDB refused the value of {Describe(name)}.");
        }
    }

    private static DuckDBParameter? Find(DuckDBParameterCollection parameters, string name)
    {
        if (parameters.Find(name) is { } named) return named;
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position <= parameters.Count
            ? parameters[position - 1]
            : null;
    }

    private static InvalidOperationException Missing(string name, int given) =>
        new($"The statement needs {Describe(name)}, and the command has {given.ToString(CultureInfo.InvariantCulture)} parameters without it.");

    private static string Describe(string name) => $"parameter ${name}";
}
