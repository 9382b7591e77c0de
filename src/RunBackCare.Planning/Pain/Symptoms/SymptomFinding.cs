namespace RunBackCare.Planning.Pain.Symptoms;

/// <summary>A symptom found in what a person wrote.</summary>
/// <param name="Days">Days that the words themselves say it has lasted; 0 where they say nothing of it.</param>
public sealed record SymptomFinding(Symptom Symptom, int Days);
