using System.Runtime.CompilerServices;
using System.Text;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

internal sealed unsafe partial class ColumnVector
{
    internal string ReadText(int row) => Type.Id switch
    {
        NativeType.Varchar => Encoding.UTF8.GetString(BytesOf(row)),
        NativeType.Enum => Type.Labels[EnumCode(row)],
        NativeType.Bit => ReadBits(row),
        NativeType.Decimal => DecimalText(Mantissa(row)),
        _ => throw NotReadableAs(typeof(string)),
    };

    internal byte[] ReadBytes(int row) => Type.Id is NativeType.Blob or NativeType.Geometry or NativeType.Varchar
        ? BytesOf(row).ToArray()
        : throw NotReadableAs(typeof(byte[]));

    internal Guid ReadGuid(int row)
    {
        if (Type.Id != NativeType.Uuid) throw NotReadableAs(typeof(Guid));
        // DuckDB flips the highest bit so that UUIDs sort as signed numbers.
        var bits = At<UInt128>(row) ^ (UInt128.One << 127);
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        return new Guid(bytes, bigEndian: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> BytesOf(int row) => Unsafe.AsRef<DuckDBString>(_data + (long)row * sizeof(DuckDBString)).Bytes;

    private int EnumCode(int row) => Type.Labels.Length switch
    {
        <= byte.MaxValue => At<byte>(row),
        <= ushort.MaxValue => At<ushort>(row),
        _ => (int)At<uint>(row),
    };

    // The first byte counts the padding bits at the start of the second.
    private string ReadBits(int row)
    {
        var bytes = BytesOf(row);
        var text = new StringBuilder(bytes.Length * 8);
        for (var bit = (int)bytes[0]; bit < (bytes.Length - 1) * 8; bit++)
            text.Append((bytes[1 + bit / 8] >> (7 - bit % 8) & 1) == 1 ? '1' : '0');
        return text.ToString();
    }
}
