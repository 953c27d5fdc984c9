using Analytics.Models;
using Analytics.Pipeline;
using Analytics.Targets;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>The list of a table's customers who may leave: those that are known to have left are not on it.</summary>
internal static class CustomerScores
{
    private const string WorkbookName = "leavers.xlsx";
    private const string TextName = "leavers.csv";

    public static TraitTable Traits(IReadOnlyList<CustomerColumn> columns, int rows) => new([.. columns.Select(column => new TraitColumn(column.Name, column.Values, column.Words))], rows);

    public static void Write(
        CustomerTable customers, CustomerOutcome? outcome, IReadOnlyList<OutcomeScore> scores, IReadOnlyList<string> notes, string output, Texts texts, IAnsiConsole console)
    {
        var names = customers.Names;
        var leavers = Enumerable.Range(0, customers.Rows).Where(row => outcome?.Left[row] != true)
            .Select(row => new Leaver(names[row], scores[row].Chance, [.. scores[row].Reasons.Where(reason => reason.Contribution > 0).Select(reason => texts.Language == "fr" ? reason.LabelFr : reason.LabelEn)]))
            .ToList();
        var list = new LeaverList(leavers, notes, texts.Language);
        var workbook = OutputFile.Write(output, WorkbookName, list.WriteWorkbook);
        OutputFile.Write(output, TextName, list.WriteCsv);
        console.WriteLine(texts.Fill("learn.list", ("count", texts.Number(leavers.Count)), ("path", workbook)));
    }
}
