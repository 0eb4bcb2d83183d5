namespace Regard.Surveys;

/// <summary>The answers of one response as they are kept: ratings as bytes in the order of the form's slots, the rest as JSON.</summary>
public sealed record PackedAnswers
{
    public required byte[] Ratings { get; init; }
    /// <summary>Item key -> answer, of choices, texts and numbers; null when there is none.</summary>
    public string? AnswersJson { get; init; }
    /// <summary>Somebody wrote something that can be read.</summary>
    public bool HasText { get; init; }
    /// <summary>The key chosen in the form's segment item; null without one.</summary>
    public string? Segment { get; init; }

    /// <summary>Packs answers already found without problems. What was answered before its item was hidden is left out.</summary>
    public static PackedAnswers Pack(FormDocument document, Answers answers)
    {
        var shown = AnswerRules.Shown(document, answers);
        var there = shown.SelectMany(i => i.AnswerKeys).ToHashSet();
        var slots = document.Slots;
        var ratings = new byte[slots.Count];
        foreach (var slot in slots)
            ratings[slot.Index] = there.Contains(slot.Key) && answers.Find(slot.Key)?.Number is { } n ? slot.Pack((int)n) : Slot.Missing;
        var rest = new Answers(
            from item in shown
            where item is SingleItem or MultipleItem or TextItem or NumberItem
            let given = answers.Find(item.Key)
            where given is not (null or { IsNotApplicable: true } or { Said: "" } or { Chosen.Count: 0 })
            select KeyValuePair.Create(item.Key, given));
        return new()
        {
            Ratings = ratings,
            AnswersJson = rest.Count == 0 ? null : rest.ToJson(),
            HasText = shown.OfType<TextItem>().Any(i => !string.IsNullOrWhiteSpace(rest.Find(i.Key)?.Said)),
            Segment = document.SegmentItem is { } segment ? rest.Find(segment.Key)?.Said : null,
        };
    }

    public bool SaysTheSame(PackedAnswers other) => AnswersJson == other.AnswersJson && Ratings.AsSpan().SequenceEqual(other.Ratings);

    /// <summary>The answers again; a rating missing and one that does not apply look the same.</summary>
    public static Answers Unpack(FormDocument document, byte[] ratings, string? answersJson)
    {
        var answers = answersJson is null ? [] : Answers.FromJson(answersJson);
        foreach (var slot in document.Slots) if (slot.Unpack(ratings[slot.Index]) is { } n) answers[slot.Key] = Answer.Of(n);
        return answers;
    }
}
