using System.Globalization;

namespace Analytics.Pipeline.Sample;

/// <summary>The dirt that real exports have, put into known rows and counted: what must be rejected, what must be mended, what comes twice.</summary>
internal sealed class SampleMess
{
    private const int ImpossibleDay = 17, AmountInWords = 42, NoAmount = 71, CutShort = 99, Respelled = 40;
    private const ulong Dirt = 7;
    private readonly SampleOptions _options;
    private readonly SampleLayout _layout;
    private readonly SampleFile _file;
    private readonly SampleFileTruth _truth;
    private readonly string[] _columns;
    private long _line;

    public SampleMess(SampleOptions options, SampleLayout layout, SampleFile file, SampleFileTruth truth)
    {
        _options = options;
        _layout = layout;
        _file = file;
        _truth = truth;
        _columns = [.. file.Columns.Values];
    }

    private bool IsOrders => _file.Table == "orders";

    /// <summary>What reports put above their headings.</summary>
    public IEnumerable<SampleCell[]> Titles()
    {
        if (_options.Mess < 2 || !IsOrders) yield break;
        yield return [_options.Language == "fr" ? "Journal des commandes" : "Sales journal"];
        yield return [""];
    }

    /// <summary>The row as it is written, and what comes before it.</summary>
    public SampleCell[][] Soil(SampleCell[] row)
    {
        _line++;
        if (_options.Mess == 0) return [row];
        if (IsOrders && Known(row) is { } known) return [known];
        return _options.Mess == 1 || _line <= 100 ? [row] : Often(row);
    }

    /// <summary>What reports put below their last row.</summary>
    public IEnumerable<SampleCell[]> Endings()
    {
        if (_options.Mess < 2 || !IsOrders) yield break;
        yield return Extra("total_row", _options.Language == "fr" ? "Total général" : "Grand total", ("amount", 1_234_567.89m));
        yield return Extra("note_row", _options.Language == "fr" ? "Confidentiel – ne pas diffuser" : "Confidential – do not distribute");
    }

    /// <summary>A few rows that are the same in every sample.</summary>
    private SampleCell[]? Known(SampleCell[] row) => _line switch
    {
        ImpossibleDay => Spoiled(row, "ordered_at", "31/02/2024", "not_a_date"),
        AmountInWords => Spoiled(row, "amount", "à définir", "not_a_number"),
        NoAmount => Spoiled(row, "amount", "", "missing_required"),
        CutShort when !_file.IsWorkbook => Cut(row),
        _ when _line % Respelled == 0 => Shouted(row, "product_name"),
        _ => null,
    };

    /// <summary>One row in eighty, of whichever kind its table can have.</summary>
    private SampleCell[][] Often(SampleCell[] row)
    {
        var random = SampleRandom.Of(_options.Seed, (int)_line, Dirt + (ulong)_file.Table.Length);
        if (!random.Chance(1 / 80.0)) return [row];
        return (_file.Table, random.Below(8)) switch
        {
            ("orders", 0) => One(Spoiled(row, "ordered_at", "32/01/2024", "not_a_date"), row),
            ("orders", 1) => One(Spoiled(row, "amount", "voir avenant", "not_a_number"), row),
            ("orders", 2) => One(Spoiled(row, "amount", "", "missing_required"), row),
            ("orders", 3) when !_file.IsWorkbook => [Cut(row)],
            ("orders", 4) when !_file.IsWorkbook => [Reject("too_many_columns", [.. row, "x", "y"])],
            ("orders", 5) => [Extra("repeated_header"), row],
            ("orders", 6) => [Extra("total_row", "Sous-total", ("amount", 9_876.5m)), row],
            ("orders", 7) => [Orphan(row)],
            ("accounts", 0 or 1 or 2) when At("siren") >= 0 => One(Misread(row, "siren", "123456789", "not_a_siren"), row),
            ("accounts", 3 or 4) => One(Slipped(row, "sector"), row),
            ("contacts", 0 or 1 or 2) => One(Misread(row, "email", "à demander", "not_an_email"), row),
            ("opportunities", 0 or 1) => One(Misread(row, "amount", "à chiffrer", "not_a_number"), row),
            ("opportunities", 2) => One(Misread(row, "created_at", "30/02/2024", "not_a_date"), row),
            ("activities", 0 or 1) => One(Misread(row, "reached", "peut-être", "not_a_flag"), row),
            ("accounts" or "opportunities" or "quotes" or "complaints", 7) when At("id") >= 0 => Twice(row),
            _ => [row],
        };
    }

    private static SampleCell[][] One(SampleCell[]? spoiled, SampleCell[] row) => [spoiled ?? row];

    private int At(string column) => Array.IndexOf(_columns, column);

    private static SampleCell[] With(SampleCell[] row, int at, SampleCell cell)
    {
        var changed = (SampleCell[])row.Clone();
        changed[at] = cell;
        return changed;
    }

    private SampleCell[]? Spoiled(SampleCell[] row, string column, string value, string reason) =>
        At(column) is >= 0 and var at ? Reject(reason, With(row, at, value)) : null;

    /// <summary>A cell that cannot be read in a row that is kept.</summary>
    private SampleCell[]? Misread(SampleCell[] row, string column, string value, string reason)
    {
        if (At(column) is not (>= 0 and var at)) return null;
        _truth.Cells[reason] = _truth.Cells.GetValueOrDefault(reason) + 1;
        return With(row, at, value);
    }

    private SampleCell[] Reject(string reason, SampleCell[] row)
    {
        _truth.Rejected[reason] = _truth.Rejected.GetValueOrDefault(reason) + 1;
        return row;
    }

    private SampleCell[] Cut(SampleCell[] row) => Reject("too_few_columns", row[..(row.Length / 2)]);

    private SampleCell[]? Shouted(SampleCell[] row, string column)
    {
        if (At(column) is not (>= 0 and var at)) return null;
        _truth.Respelled++;
        return With(row, at, row[at].In(_layout, _file).ToUpperInvariant());
    }

    /// <summary>A letter left out of a long word.</summary>
    private SampleCell[]? Slipped(SampleCell[] row, string column)
    {
        if (At(column) is not (>= 0 and var at)) return null;
        var word = row[at].In(_layout, _file);
        if (word.Length < 8) return null;
        _truth.Respelled++;
        return With(row, at, word.Remove(4, 1));
    }

    private SampleCell[][] Twice(SampleCell[] row)
    {
        _truth.Repeated++;
        return [row, row];
    }

    /// <summary>An order of a customer that no list of accounts has.</summary>
    private SampleCell[] Orphan(SampleCell[] row)
    {
        _truth.Orphans++;
        var name = string.Create(CultureInfo.InvariantCulture, $"Sté Introuvable {_line}");
        var named = At("account_name") is >= 0 and var nameAt ? With(row, nameAt, name) : row;
        return At("account_id") is >= 0 and var idAt ? With(named, idAt, string.Create(CultureInfo.InvariantCulture, $"X{_line}")) : named;
    }

    /// <summary>A row that is none: headings again, a total, a note.</summary>
    private SampleCell[] Extra(string reason, string? first = null, (string Column, decimal Amount)? sum = null)
    {
        if (first is null) return Reject(reason, [.. _file.Columns.Keys.Select(h => (SampleCell)h)]);
        var row = Enumerable.Repeat(SampleCell.Blank, _columns.Length).ToArray();
        row[0] = first;
        if (sum is { } known) row[At(known.Column)] = known.Amount;
        return Reject(reason, row);
    }
}
