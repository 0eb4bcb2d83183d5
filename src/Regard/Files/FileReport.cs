using System.Text.Json.Serialization;
namespace Regard.Files;

[JsonConverter(typeof(JsonStringEnumConverter<RowMode>))]
public enum RowMode
{
    /// <summary>One bad row, and nothing is taken.</summary>
    AllOrNothing,
    /// <summary>The good rows are taken and the bad ones handed back.</summary>
    GoodRows,
}

/// <summary>What became of the rows of a file.</summary>
public sealed record FileReport
{
    /// <summary>Problems that are told one by one; all are counted.</summary>
    public const int ProblemsTold = 1000;

    public required string FileName { get; init; }
    public required string Encoding { get; init; }
    public required char Separator { get; init; }
    public required RowMode Mode { get; init; }
    public required long Rows { get; init; }
    public required long Taken { get; init; }
    public required long TurnedAway { get; init; }
    public required long ProblemsFound { get; init; }
    public required IReadOnlyList<RowProblem> Problems { get; init; }
    public required IReadOnlyList<string> UnknownColumns { get; init; }
}

/// <summary>What is wrong on one line, counted from 1 with the header.</summary>
public sealed record RowProblem
{
    public required long Line { get; init; }
    public required string Column { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];

    [JsonIgnore] public Words Words => Words.Of(Text, [.. Values]);
}
