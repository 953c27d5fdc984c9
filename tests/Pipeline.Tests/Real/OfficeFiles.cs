using System.Diagnostics;

namespace Analytics.Pipeline.Tests.Real;

/// <summary>Has LibreOffice, where it is installed, write a workbook of ours in another format.</summary>
public sealed class OfficeFiles : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _profile = new();

    /// <summary>A folder with the workbook in that format alone.</summary>
    public TemporaryFolder Converted(string format, string name)
    {
        var program = Find() ?? throw new InvalidOperationException("skipped before");
        using var source = new TemporaryFolder();
        var target = new TemporaryFolder();
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList = { $"-env:UserInstallation={new Uri(_profile.Path)}", "--headless", "--convert-to", format, "--outdir", target.Path, source.Write($"{name}.fods", Workbook) },
        };
        using var office = Process.Start(start)!;
        var said = office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(office.WaitForExit(Patience), "LibreOffice did not finish.");
        Assert.True(Directory.EnumerateFiles(target.Path).Any(), said.Result);
        return target;
    }

    public void Dispose() => _profile.Dispose();

    private static string? Find()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(f => (string[])[Path.Combine(f, "soffice"), Path.Combine(f, "soffice.exe")]).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "LibreOffice is not installed (Debian: apt-get install libreoffice-calc; elsewhere: libreoffice.org), so no file of a real office program is made.");
        return path;
    }

    private static string Workbook => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
          xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
          office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
        <office:automatic-styles>
          <number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
          <style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
        </office:automatic-styles>
        <office:body><office:spreadsheet>
        <table:table table:name="Commandes">
          <table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column table:number-columns-repeated="4"/>
          <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="6"><text:p>Commandes de l’année</text:p></table:table-cell></table:table-row>
          <table:table-row><table:table-cell/></table:table-row>
          <table:table-row>{Text("(Ne pas modifier) Commande")}{Text("(Ne pas modifier) Somme de contrôle de la ligne")}{Text("Code client")}{Text("Client")}{Text("Date de commande")}{Text("Montant HT")}</table:table-row>
          <table:table-row>{Text("g1")}{Text("x")}{Text("C1")}{Text("Société Générale d’Été")}{Day("2025-01-31")}{Number("1250.5")}</table:table-row>
          <table:table-row>{Text("g2")}{Text("x")}{Text("C2")}{Text("Œuvres d’été")}{Day("2025-02-28")}{Number("99.99")}</table:table-row>
          <table:table-row>{Text("g3")}{Text("x")}{Text("C1")}{Text("Société Générale d’Été")}{Day("2025-12-31")}<table:table-cell table:formula="of:=[.F4]*2" office:value-type="float" office:value="2501"/></table:table-row>
          <table:table-row>{Text("Total")}<table:table-cell table:number-columns-repeated="4"/>{Number("3851.49")}</table:table-row>
        </table:table>
        <table:table table:name="Clients">
          <table:table-row>{Text("Code client")}{Text("Raison sociale")}{Text("Ville")}</table:table-row>
          <table:table-row>{Text("C1")}{Text("Société Générale d’Été")}{Text("Paris")}</table:table-row>
          <table:table-row>{Text("C2")}{Text("Œuvres d’été")}{Text("Évry")}</table:table-row>
        </table:table>
        </office:spreadsheet></office:body></office:document>
        """;

    private static string Text(string text) => $"""<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>""";

    private static string Number(string value) => $"""<table:table-cell office:value-type="float" office:value="{value}"/>""";

    private static string Day(string day) => $"""<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{day}"/>""";
}
