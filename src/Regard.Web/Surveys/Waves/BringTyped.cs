using System.Globalization;
using Regard.Files;
using Regard.Surveys;
namespace Regard.Web.Surveys.Waves;

/// <summary>What somebody said about the columns of their file.</summary>
public sealed record BringTyped
{
    public string Name { get; init; } = "";
    public string From { get; init; } = "";
    public string To { get; init; } = "";
    public string UnitCode { get; init; } = "";
    public string? Mode { get; init; }
    /// <summary>Numbers that stand for "no answer", with commas between.</summary>
    public string NoAnswer { get; init; } = "";
    /// <summary>In the order of the columns: a <see cref="ColumnUse"/>, or unit, weight and the like.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];
    public IReadOnlyList<string> Dimensions { get; init; } = [];
    public IReadOnlySet<int> Reversed { get; init; } = new HashSet<int>();

    internal static BringTyped Guess(Upload upload, IReadOnlyList<ColumnGuess> guesses)
    {
        var scale = ColumnGuess.ScaleOf(guesses);
        return new()
        {
            Name = Path.GetFileNameWithoutExtension(upload.FileName), From = scale.From.ToString(CultureInfo.InvariantCulture), To = scale.To.ToString(CultureInfo.InvariantCulture),
            Uses = [.. guesses.Select(g => g.Extra ?? g.Use.ToString())], Dimensions = [.. guesses.Select(g => g.Dimension ?? "")], NoAnswer = string.Join(", ", ColumnGuess.NoAnswers(guesses).Order()),
        };
    }

    internal static BringTyped Read(IFormCollection sent) => new()
    {
        Name = sent["Name"].ToString(), From = sent["From"].ToString(), To = sent["To"].ToString(), UnitCode = sent["UnitCode"].ToString(), Mode = sent["mode"], NoAnswer = sent["NoAnswer"].ToString(),
        Uses = [.. sent["use"].Select(u => u ?? "")], Dimensions = [.. sent["dimension"].Select(d => d ?? "")],
        Reversed = sent["reversed"].Select(r => int.TryParse(r, CultureInfo.InvariantCulture, out var i) ? i : -1).ToHashSet(),
    };

    internal BringData Bring(Stream file, Upload upload, IReadOnlyList<ColumnGuess> guesses)
    {
        if (Uses.Count != guesses.Count || Dimensions.Count != guesses.Count) throw new Invalid("Columns", "The page did not send all columns. Please load it again.");
        var scale = int.TryParse(From, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(To, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? new Scale { From = from, To = to } : throw new Invalid("Scale", "Say from where to where the scale runs, such as 1 to 10.");
        return new(Name, file, upload.FileName, [.. guesses.Select((g, i) => Column(g, i))], scale)
        {
            Extras = guesses.Index().Where(g => ImportColumns.Extras.Contains(Uses[g.Index])).ToDictionary(g => g.Item.Name, g => Uses[g.Index]),
            UnitCode = UnitCode, Mode = UploadedFile.Mode(Mode), UploadId = upload.Id, NoAnswer = Numbers(NoAnswer),
        };
    }

    internal static IReadOnlySet<int> Numbers(string typed) => typed.Split([',', '，', '、', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
        .Select(t => int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : throw new Invalid("NoAnswer", "“{0}” is not a number.", t)).ToHashSet();

    ColumnUsed Column(ColumnGuess guess, int at) => new()
    {
        Name = guess.Name, Use = Enum.TryParse<ColumnUse>(Uses[at], out var use) && Enum.IsDefined(use) ? use : ColumnUse.Ignore,
        Dimension = Dimensions[at].Trim(), Reversed = Reversed.Contains(at), Values = guess.Values, Coded = guess.Coded,
    };
}
