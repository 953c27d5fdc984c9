using System.Text;

namespace Analytics.Pipeline.Tests.Fuzzing;

/// <summary>The smallest .xls that a reader opens: one sheet of texts and numbers (MS-XLS) in a compound file (MS-CFB), written by hand.</summary>
internal static class OldWorkbook
{
    private const int Sector = 512, StreamSectors = 8;
    private const int EndOfChain = -2, FatSector = -3, Free = -1;

    public static byte[] Of(IReadOnlyList<IReadOnlyList<object>> rows)
    {
        using var bytes = new MemoryStream();
        using var file = new BinaryWriter(bytes, Encoding.Unicode);
        WriteHeader(file);
        WriteAllocation(file);
        WriteDirectory(file);
        var stream = Book(rows);
        file.Write(stream);
        file.Write(new byte[Sector * StreamSectors - stream.Length]);
        return bytes.ToArray();
    }

    private static void WriteHeader(BinaryWriter file)
    {
        file.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        file.Write(new byte[16]);
        foreach (var number in new ushort[] { 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0 }) file.Write(number);
        foreach (var number in new[] { 0, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0 }) file.Write(number);
        for (var i = 1; i < 109; i++) file.Write(Free);
    }

    private static void WriteAllocation(BinaryWriter file)
    {
        file.Write(FatSector);
        file.Write(EndOfChain);
        for (var i = 1; i < StreamSectors; i++) file.Write(2 + i);
        file.Write(EndOfChain);
        for (var i = 2 + StreamSectors; i < Sector / 4; i++) file.Write(Free);
    }

    private static void WriteDirectory(BinaryWriter file)
    {
        WriteEntry(file, "Root Entry", 5, child: 1, EndOfChain, 0);
        WriteEntry(file, "Workbook", 2, child: Free, 2, Sector * StreamSectors);
        WriteEntry(file, "", 0, child: Free, 0, 0);
        WriteEntry(file, "", 0, child: Free, 0, 0);
    }

    private static void WriteEntry(BinaryWriter file, string name, byte type, int child, int start, int size)
    {
        file.Write(Encoding.Unicode.GetBytes(name.PadRight(32, '\0')));
        file.Write((ushort)(name.Length == 0 ? 0 : 2 * (name.Length + 1)));
        file.Write(type);
        file.Write((byte)1);
        file.Write(Free);
        file.Write(Free);
        file.Write(child);
        file.Write(new byte[36]);
        file.Write(start);
        file.Write((long)size);
    }

    private static byte[] Book(IReadOnlyList<IReadOnlyList<object>> rows)
    {
        using var bytes = new MemoryStream();
        using var book = new BinaryWriter(bytes);
        Record(book, 0x809, w => Numbers(w, 0x600, 5, 0xDBB, 0x7CC, 0, 0, 6, 0));
        Record(book, 0x42, w => Numbers(w, 1200));
        for (var i = 0; i < 16; i++) Record(book, 0xE0, w => w.Write(new byte[20]));
        const string Name = "Ventes";
        var sheet = (int)bytes.Length + 4 + 8 + Name.Length + 4;
        Record(book, 0x85, w =>
        {
            w.Write(sheet);
            Numbers(w, 0);
            w.Write((byte)Name.Length);
            w.Write((byte)0);
            w.Write(Encoding.Latin1.GetBytes(Name));
        });
        Record(book, 0x0A, _ => { });
        Record(book, 0x809, w => Numbers(w, 0x600, 0x10, 0xDBB, 0x7CC, 0, 0, 6, 0));
        Record(book, 0x200, w => Numbers(w, 0, 0, (ushort)rows.Count, 0, 0, (ushort)rows[0].Count, 0));
        for (var row = 0; row < rows.Count; row++)
            for (var column = 0; column < rows[row].Count; column++)
                WriteCell(book, (ushort)row, (ushort)column, rows[row][column]);
        Record(book, 0x0A, _ => { });
        return bytes.ToArray();
    }

    private static void WriteCell(BinaryWriter book, ushort row, ushort column, object cell) => Record(book, (ushort)(cell is double ? 0x203 : 0x204), w =>
    {
        Numbers(w, row, column, 15);
        if (cell is double number)
        {
            w.Write(number);
            return;
        }
        var text = (string)cell;
        Numbers(w, (ushort)text.Length);
        w.Write((byte)0);
        w.Write(Encoding.Latin1.GetBytes(text));
    });

    private static void Record(BinaryWriter book, ushort id, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var content = new BinaryWriter(bytes, Encoding.Latin1, leaveOpen: true)) write(content);
        book.Write(id);
        book.Write((ushort)bytes.Length);
        book.Write(bytes.ToArray());
    }

    private static void Numbers(BinaryWriter writer, params ushort[] numbers)
    {
        foreach (var number in numbers) writer.Write(number);
    }
}
