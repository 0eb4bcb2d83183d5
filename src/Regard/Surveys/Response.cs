using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>The way by which an answered form came in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResponseChannel>))]
public enum ResponseChannel { PersonalLink, OpenLink, Program, Import }

/// <summary>One answered form, ratings packed in the order of the form version's slots.</summary>
public sealed record Response
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Response> Id { get; init; }
    public required Id<Wave> WaveId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string Segment { get; init; }
    public required byte[] Ratings { get; init; }
    public string? Answers { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The same form sent once more, as when an acknowledgement got lost.</summary>
    public bool SaysTheSame(Id<Wave> wave, Id<Unit> unit, PackedAnswers answers) =>
        WaveId == wave && UnitId == unit && new PackedAnswers { Ratings = Ratings, AnswersJson = Answers }.SaysTheSame(answers);
}
