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
    /// <summary>SPSS and the like; null for CSV and workbooks.</summary>
    public string? Format { get; init; }
    /// <summary>What the file holds beside its rows and was not taken over, thing by thing.</summary>
    public IReadOnlyList<Loss> Losses { get; init; } = [];
    public required RowMode Mode { get; init; }
    public required long Rows { get; init; }
    public required long Taken { get; init; }
    public required long TurnedAway { get; init; }
    public required long ProblemsFound { get; init; }
    public required IReadOnlyList<RowProblem> Problems { get; init; }
    public required IReadOnlyList<string> UnknownColumns { get; init; }

    /// <summary>Only looked at; nothing was written.</summary>
    public bool DryRun { get; init; }
    /// <summary>Of the rows taken: new ones, those that changed something known, and those known as they are.</summary>
    public long Added { get; init; }
    public long Updated { get; init; }
    public long Unchanged { get; init; }
    /// <summary>The first lines one by one, of a dry run.</summary>
    public IReadOnlyList<LineOutcome> Lines { get; init; } = [];
    /// <summary>Rows that look like a customer who is here already or stands on an earlier line; they were taken nevertheless.</summary>
    public long LookAlikesFound { get; init; }
    public IReadOnlyList<LookAlike> LookAlikes { get; init; } = [];
    /// <summary>What the file's amounts are in.</summary>
    public string? Currency { get; init; }
    /// <summary>The sheet of a workbook that was read, and those that were not.</summary>
    public string? Sheet { get; init; }
    public IReadOnlyList<string> OtherSheets { get; init; } = [];
    /// <summary>Of a sample drawn from a segment; null for a file.</summary>
    public SampleDrawn? Sample { get; init; }
}

/// <summary>How a sample was drawn from a segment, so that it can be drawn again.</summary>
public sealed record SampleDrawn
{
    public required Guid Segment { get; init; }
    public required long Revision { get; init; }
    public required long Seed { get; init; }
    public required long Asked { get; init; }
    public required long Members { get; init; }
    /// <summary>Without a unit that this wave asks about.</summary>
    public required long Elsewhere { get; init; }
    /// <summary>Said no to surveys.</summary>
    public required long Refusing { get; init; }
    /// <summary>In the sample before.</summary>
    public required long Already { get; init; }
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

[JsonConverter(typeof(JsonStringEnumConverter<RowOutcome>))]
public enum RowOutcome { Added, Updated, Unchanged, TurnedAway }

/// <summary>What becomes of one line, and which columns it changes.</summary>
public sealed record LineOutcome
{
    public required long Line { get; init; }
    public required string Key { get; init; }
    public required RowOutcome Outcome { get; init; }
    public IReadOnlyList<string> Changes { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<Likeness>))]
public enum Likeness { Phone, Email, Plate }

/// <summary>A line that looks like another customer.</summary>
public sealed record LookAlike
{
    public required long Line { get; init; }
    public required string Key { get; init; }
    public required Likeness Because { get; init; }
    /// <summary>The number of the customer who is here already, or the earlier line of the same file.</summary>
    public long? CustomerNumber { get; init; }
    public long? OtherLine { get; init; }
}
