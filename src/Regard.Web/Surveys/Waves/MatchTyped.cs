using Regard.Files;
using Regard.Surveys;
namespace Regard.Web.Surveys.Waves;

/// <summary>Which column of a file answers which question of the form, as somebody said.</summary>
public sealed record MatchTyped
{
    /// <summary>In the order of the columns: the key of a question, unit, weight and the like, or nothing.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];
    public string NoAnswer { get; init; } = "";
    public string UnitCode { get; init; } = "";
    public string? Mode { get; init; }

    internal static MatchTyped Guess(IReadOnlyList<ColumnGuess> guesses, IReadOnlyList<FormColumn> asked) => new()
    {
        Holds = [.. guesses.Select(g => FormColumn.Guess(g, asked))], NoAnswer = string.Join(", ", ColumnGuess.NoAnswers(guesses).Order()),
    };

    internal static MatchTyped Read(IFormCollection sent) => new()
    {
        Holds = [.. sent["holds"].Select(h => h ?? "")], NoAnswer = sent["NoAnswer"].ToString(), UnitCode = sent["UnitCode"].ToString(), Mode = sent["mode"],
    };

    internal ImportResponses Import(Id<Wave> wave, Stream file, Upload upload, IReadOnlyList<string> header) =>
        Holds.Count != header.Count ? throw new Invalid("Columns", "The page did not send all columns. Please load it again.") : new(wave, file, upload.FileName, UploadedFile.Mode(Mode))
        {
            Columns = header.Zip(Holds).Where(c => c.First.Length > 0).ToDictionary(c => c.First, c => c.Second), UnitCode = UnitCode, NoAnswer = BringTyped.Numbers(NoAnswer), UploadId = upload.Id, LargestFile = Upload.Largest,
        };
}
