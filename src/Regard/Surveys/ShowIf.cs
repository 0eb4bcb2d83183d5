using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>When an item is shown: all of these hold, and any of those.</summary>
public sealed record ShowIf : Kept
{
    public IReadOnlyList<Condition>? All { get; init; }
    public IReadOnlyList<Condition>? Any { get; init; }

    [JsonIgnore] public IEnumerable<Condition> Conditions => [.. All ?? [], .. Any ?? []];

    public bool Holds(Answers answers) => Holds(answers.Find);

    public bool Holds(Func<string, Answer?> answerTo) =>
        (All ?? []).All(c => c.Holds(answerTo(c.Item))) && (Any is null or [] || Any.Any(c => c.Holds(answerTo(c.Item))));
}

/// <summary>Looks at one answer: of an item, or of one rating of a battery by its slot key.</summary>
public sealed record Condition : Kept
{
    public string Item { get; init; } = "";
    public Test Op { get; init; }
    public Answer? Value { get; init; }

    [JsonIgnore] public bool NeedsValue => Op is not (Test.Answered or Test.NotAnswered);

    public bool Holds(Answer? given) => Op switch
    {
        Test.Answered => given is not null,
        Test.NotAnswered => given is null,
        Test.Is => given is not null && Value is not null && given.Says(Value),
        Test.IsNot => given is null || Value is null || !given.Says(Value),
        Test.AtLeast => given?.Number >= Value?.AsNumber(),
        _ => given?.Number <= Value?.AsNumber(),
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<Test>))]
public enum Test
{
    [JsonStringEnumMemberName("is")] Is,
    [JsonStringEnumMemberName("isNot")] IsNot,
    [JsonStringEnumMemberName("atLeast")] AtLeast,
    [JsonStringEnumMemberName("atMost")] AtMost,
    [JsonStringEnumMemberName("answered")] Answered,
    [JsonStringEnumMemberName("notAnswered")] NotAnswered,
}
