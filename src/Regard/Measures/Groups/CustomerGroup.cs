using System.Text.Json.Serialization;
namespace Regard.Measures;

/// <summary>By what customers are told apart.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Grouping>))]
public enum Grouping
{
    /// <summary>By what they spent in the months before they answered.</summary>
    Spend,
    /// <summary>By how far they took part: as they say, else by how much happened in the months before.</summary>
    Participation,
    /// <summary>New ones bought for the first time within the months before.</summary>
    Tenure,
    /// <summary>By the segment that the answer is counted in.</summary>
    Segment,
    /// <summary>By the grade that the customer held when the wave closed.</summary>
    Grade,
}

/// <summary>Customers who are looked at together.</summary>
/// <param name="Title">As the form says it; null for groups made from events.</param>
/// <param name="Above">Over this, in the smallest unit of the currency or in events; null for the lowest.</param>
/// <param name="UpTo">Up to this, and this too; null for the highest.</param>
public sealed record CustomerGroup(string Code, Text? Title = null, double? Above = null, double? UpTo = null);
