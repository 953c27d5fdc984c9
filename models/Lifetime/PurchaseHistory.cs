namespace Analytics.Models.Lifetime;

/// <summary>
/// What the lifetime models know of a customer: repeat purchases x, the time of the last one t_x and of the end of observation T,
/// both counted from the first purchase, which is not among the repeats.
/// </summary>
internal sealed record PurchaseHistory
{
    internal PurchaseHistory(int repeats, double last, double age)
    {
        if (repeats < 0 || !(last >= 0 && last <= age && double.IsFinite(age)) || (repeats == 0 && last != 0))
            throw new ArgumentException($"No history has {repeats} repeat purchases, the last at {last}, over {age}: 0 ≤ last ≤ age, and last = 0 without a repeat.", nameof(last));
        (Repeats, Last, Age) = (repeats, last, age);
    }

    internal int Repeats { get; }

    internal double Last { get; }

    internal double Age { get; }

    internal PurchaseHistory Scaled(double factor) => new(Repeats, Last * factor, Age * factor);

    /// <summary>The same purchases, watched for longer without another.</summary>
    internal PurchaseHistory StillSilentAfter(double time) => new(Repeats, Last, Age + time);
}
