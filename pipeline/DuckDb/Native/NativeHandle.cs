using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>A native object that keeps alive the one it lives in, in whatever order finalizers run.</summary>
internal abstract class NativeHandle() : SafeHandle(0, ownsHandle: true)
{
    private NativeHandle? _owner;

    public override bool IsInvalid => handle == 0;

    internal void KeepAlive(NativeHandle owner)
    {
        var added = false;
        owner.DangerousAddRef(ref added);
        if (added) _owner = owner;
    }

    protected abstract void Destroy();

    protected sealed override bool ReleaseHandle()
    {
        Destroy();
        _owner?.DangerousRelease();
        return true;
    }
}
