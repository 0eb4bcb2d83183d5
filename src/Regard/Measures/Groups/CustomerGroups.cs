using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The groups that the respondents of a wave fall into.</summary>
/// <param name="Of">Group of a respondent by key, ratings and other answers; -1 for whoever is not known.</param>
/// <param name="Asked">The question that tells, where one does.</param>
/// <param name="ReadsAnswers">Whether the other answers are looked at.</param>
sealed record CustomerGroups(IReadOnlyList<CustomerGroup> All, Func<Guid, byte[], string?, int> Of, Text? Asked = null, bool ReadsAnswers = false)
{
    const int Levels = 3;
    static readonly string[] levels = ["low", "medium", "high"];

    /// <param name="cuts">Null for bands that hold as many customers each.</param>
    public static async Task<CustomerGroups> Read(Session s, MeasuredWave wave, Grouping by, int months, int bands, IReadOnlyList<double>? cuts)
    {
        if (by == Grouping.Participation && Said(wave.Form) is { } said) return said;
        var known = await AnswererStore.Of(s, wave.Wave.Id, months);
        return by switch
        {
            Grouping.Tenure => new([new("new"), new("existing")], (key, _, _) => known.GetValueOrDefault(key) is { FirstPurchase: { } first, Day: var day } ? first > day.AddMonths(-months) ? 0 : 1 : -1),
            Grouping.Spend => Banded(known, a => a.Spent, cuts is null ? null : new(cuts), bands, band => $"band{band + 1}"),
            _ => Banded(known, a => a.Events, null, Levels, band => levels[band]),
        };
    }

    /// <summary>Of those who ever bought.</summary>
    static CustomerGroups Banded(Dictionary<Guid, Answerer> known, Func<Answerer, double> value, Bands? given, int howMany, Func<int, string> code)
    {
        var bands = given ?? Bands.Even(known.Values.Where(a => a.FirstPurchase is not null).Select(value), howMany);
        return new([.. Enumerable.Range(0, bands.Count).Select(b => new CustomerGroup(code(b), null, bands.Above(b), bands.UpTo(b)))],
            (key, _, _) => known.GetValueOrDefault(key) is { FirstPurchase: not null } a ? bands.Of(value(a)) : -1);
    }

    /// <summary>A choice from low to high, or a rating in thirds of its scale.</summary>
    static CustomerGroups? Said(FormDocument form)
    {
        if (form.Telling<SingleItem>(Trait.Participation) is { } choice)
        {
            var places = choice.Options.Index().ToDictionary(o => o.Item.Key, o => o.Index);
            return new([.. choice.Options.Select(o => new CustomerGroup(o.Key, o.Title))], (_, _, answers) =>
                answers is { Length: > 0 } && Answers.FromJson(answers).Find(choice.Key)?.Said is { } key && places.TryGetValue(key, out var at) ? at : -1, choice.Title, ReadsAnswers: true);
        }
        if (form.Telling<RatingItem>(Trait.Participation) is not { } rating) return null;
        var slot = form.Slots.First(x => x.ItemKey == rating.Key);
        return new([.. levels.Select(l => new CustomerGroup(l))], (_, ratings, _) => ratings[slot.Index] is Slot.Missing ? -1
            : Level(slot.Reversed ? slot.To - slot.From - ratings[slot.Index] : ratings[slot.Index], slot.To - slot.From + 1), rating.Title);
    }

    static int Level(int step, int steps) => Math.Min(Levels - 1, step * Levels / steps);
}
