namespace Analytics.Models.Boosting;

/// <summary>A question to a row: is the feature's bin at most this one? Missing goes to the side stated; Left sums that side's derivatives.</summary>
internal sealed record Split(int Feature, int Bin, bool MissingLeft, double Gain, long Left);
