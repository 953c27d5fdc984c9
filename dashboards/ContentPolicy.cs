using System.Security.Cryptography;
using System.Text;

namespace Analytics.Dashboards;

/// <summary>What the page may do: run exactly these scripts, and load nothing.</summary>
public static class ContentPolicy
{
    /// <summary>The policy that allows these scripts by their hashes.</summary>
    // Plotly writes its own style rules, hence 'unsafe-inline' for styles, which cannot run code.
    public static string Allowing(params IReadOnlyList<string> scripts) =>
        $"default-src 'none'; script-src {string.Join(' ', scripts.Select(Source))}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";

    private static string Source(string script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
