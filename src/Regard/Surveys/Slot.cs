namespace Regard.Surveys;

/// <summary>One rating of a form version: its place in the packed answers of a response, and its column in files.</summary>
public sealed record Slot
{
    /// <summary>The byte that stands for: not answered, or does not apply.</summary>
    public const byte Missing = 255;

    public int Index { get; init; }
    /// <summary>The item's key; in a battery the row's key with _E, _P or _I.</summary>
    public required string Key { get; init; }
    public required string ItemKey { get; init; }
    public string? Indicator { get; init; }
    public required Part Part { get; init; }
    public required int From { get; init; }
    public required int To { get; init; }
    public bool Reversed { get; init; }
    /// <summary>Whether "does not apply" was offered.</summary>
    public bool NotApplicable { get; init; }

    /// <summary>The byte kept for an answer on the scale.</summary>
    public byte Pack(int answer) => answer >= From && answer <= To ? (byte)(answer - From) : throw new ArgumentOutOfRangeException(nameof(answer));
    public int? Unpack(byte packed) => packed == Missing ? null : From + packed;
}
