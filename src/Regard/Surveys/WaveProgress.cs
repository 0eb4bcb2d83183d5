using Regard.Organisation;
namespace Regard.Surveys;

public sealed record WaveShown
{
    public required Wave Wave { get; init; }
    public required string Programme { get; init; }
    public required Audience Audience { get; init; }
    public required string Form { get; init; }
    public required long FormNumber { get; init; }
    public required string Tree { get; init; }
    public required long TreeNumber { get; init; }
    public required IReadOnlyList<UnitProgress> Units { get; init; }
    /// <summary>The units at the ends of the tree, in the caller's care: what customers are asked about.</summary>
    public required IReadOnlyList<Unit> Places { get; init; }
    public required IReadOnlyList<DayCount> Days { get; init; }
    public required IReadOnlyList<ChannelCount> Channels { get; init; }

    public long Invited => Units.Sum(u => u.Invited);
    public long Opened => Units.Sum(u => u.Opened);
    public long Submitted => Units.Sum(u => u.Submitted);
    public long Contacts => Units.Sum(u => u.Contacts);
    public long Responses => Units.Sum(u => u.Responses);
    public double? ResponseRate => UnitProgress.Rate(Submitted, Invited);
}

/// <summary>How far the fieldwork of one unit has come.</summary>
public sealed record UnitProgress
{
    public required Unit Unit { get; init; }
    /// <summary>In the sample, whether they have a link or not.</summary>
    public required long Contacts { get; init; }
    public required long Invited { get; init; }
    public required long Opened { get; init; }
    public required long Submitted { get; init; }
    /// <summary>By every way: personal links, the open link, programs and files.</summary>
    public required long Responses { get; init; }

    /// <summary>0 to 1; null when nobody was invited. AAPOR's RR1: complete answers by all invited, of whom none is known to be outside the survey.</summary>
    public double? ResponseRate => Rate(Submitted, Invited);

    internal static double? Rate(long complete, long invited) => invited == 0 ? null : (double)complete / invited;
}

public sealed record DayCount
{
    public required DateOnly Day { get; init; }
    public required long Responses { get; init; }
}

public sealed record ChannelCount
{
    public required ResponseChannel Channel { get; init; }
    public required long Responses { get; init; }
}
