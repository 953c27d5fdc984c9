using System.Data.Common;
using System.Text;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Engine;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards;

/// <summary>Turns a warehouse's marts into one HTML page that opens from disk, offline.</summary>
public static class Dashboard
{
    /// <summary>Reads the marts through an open connection and writes the page to a file, whole or not at all.</summary>
    public static void Write(DbConnection warehouse, string path, DashboardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var html = Html(warehouse, options);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var unfinished = path + ".writing";
        File.WriteAllText(unfinished, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Reads the marts through an open connection and gives the page's text.</summary>
    public static string Html(DbConnection warehouse, DashboardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var chosen = DashboardOptions.Checked(options ?? new DashboardOptions());
        return Page.Render(Marts.Read(warehouse, chosen), FactReader.Read(warehouse), chosen.Language);
    }
}
