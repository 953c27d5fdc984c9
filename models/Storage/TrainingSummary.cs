namespace Analytics.Models.Storage;

/// <summary>What a model was trained on, for the reader of its file.</summary>
internal sealed record TrainingSummary(string Question, int Rows, double MeanTarget);
