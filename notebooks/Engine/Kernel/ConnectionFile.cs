using System.Net;
using System.Text.Json;

namespace Analytics.Notebooks.Kernel;

/// <summary>Where Jupyter wants the kernel's sockets, and the key that messages are signed with.</summary>
internal sealed record ConnectionFile(string Transport, string Ip, int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HbPort, string Key, string SignatureScheme)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static ConnectionFile Read(string path)
    {
        var file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path), SnakeCase)!;
        if (file.Transport != "tcp") throw new NotSupportedException($"{path}: transport '{file.Transport}' is not served; expected tcp (c.KernelManager.transport = 'tcp').");
        if (file.Key.Length > 0 && file.SignatureScheme != "hmac-sha256") throw new NotSupportedException($"{path}: signature_scheme '{file.SignatureScheme}' is not served; expected hmac-sha256.");
        return file;
    }

    public IPEndPoint At(int port) => new(Ip is "*" or "localhost" ? IPAddress.Loopback : IPAddress.Parse(Ip), port);
}
