using Regard.Loyalty;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The groups that the respondents of a wave fall into.</summary>
/// <param name="Of">Group of a respondent by key, ratings, other answers and segment; -1 for whoever is not known.</param>
/// <param name="Asked">The question that tells, where one does.</param>
/// <param name="ReadsAnswers">Whether the other answers are looked at.</param>
sealed record CustomerGroups(IReadOnlyList<CustomerGroup> All, Func<Guid, byte[], string?, string, int> Of, Text? Asked = null, bool ReadsAnswers = false)
{
    const int Levels = 3;
    static readonly string[] levels = ["low", "medium", "high"];

    /// <param name="cuts">Null for bands that hold as many customers each.</param>
    public static async Task<CustomerGroups> Read(Session s, MeasuredWave wave, Grouping by, int months, int bands, IReadOnlyList<double>? cuts)
    {
        if (by == Grouping.Participation && Said(wave.Form) is { } said) return said;
        if (by == Grouping.Segment) return await Segments(s, wave);
        if (by == Grouping.Grade) return Graded(await new GradesOfRespondents(wave.Wave.Id, wave.Wave.ClosesOn).Run(s));
        var known = await AnswererStore.Of(s, wave.Wave.Id, months);
        return by switch
        {
            Grouping.Tenure => new([new("new"), new("existing")], (key, _, _, _) => known.GetValueOrDefault(key) is { FirstPurchase: { } first, Day: var day } ? first > day.AddMonths(-months) ? 0 : 1 : -1),
            Grouping.Spend => Banded(known, a => a.Spent, cuts is null ? null : new(cuts), bands, band => $"band{band + 1}"),
            _ => Banded(known, a => a.Events, null, Levels, band => levels[band]),
        };
    }

    /// <summary>In the order of the form's question where one tells them apart, else by name.</summary>
    static async Task<CustomerGroups> Segments(Session s, MeasuredWave wave)
    {
        var question = wave.Form.Items.OfType<SingleItem>().FirstOrDefault(i => i.Segment);
        var titles = question?.Options.ToDictionary(o => o.Key, o => o.Title) ?? [];
        var order = question?.Options.Select(o => o.Key).ToList() ?? [];
        var found = (await s.Many<string>("select distinct segment from responses where wave_id = @Id and segment <> ''", new { wave.Wave.Id })).OrderBy(x => order.IndexOf(x) is var at && at < 0 ? int.MaxValue : at).ThenBy(x => x, StringComparer.Ordinal).ToList();
        var places = found.Index().ToDictionary(f => f.Item, f => f.Index);
        return new([.. found.Select(f => new CustomerGroup(f, titles.GetValueOrDefault(f)))], (_, _, _, segment) => places.GetValueOrDefault(segment, -1), question?.Title);
    }

    static CustomerGroups Graded(IReadOnlyDictionary<Guid, string> held)
    {
        var grades = held.Values.Where(g => g != GradeRule.Ungraded).Distinct().Order(StringComparer.Ordinal).ToList();
        return new([.. grades.Select(g => new CustomerGroup(g))], (key, _, _, _) => held.TryGetValue(key, out var grade) ? grades.IndexOf(grade) : -1);
    }

    /// <summary>Of those who ever bought.</summary>
    static CustomerGroups Banded(Dictionary<Guid, Answerer> known, Func<Answerer, double> value, Bands? given, int howMany, Func<int, string> code)
    {
        var bands = given ?? Bands.Even(known.Values.Where(a => a.FirstPurchase is not null).Select(value), howMany);
        return new([.. Enumerable.Range(0, bands.Count).Select(b => new CustomerGroup(code(b), null, bands.Above(b), bands.UpTo(b)))],
            (key, _, _, _) => known.GetValueOrDefault(key) is { FirstPurchase: not null } a ? bands.Of(value(a)) : -1);
    }

    /// <summary>A choice from low to high, or a rating in thirds of its scale.</summary>
    static CustomerGroups? Said(FormDocument form)
    {
        if (form.Telling<SingleItem>(Trait.Participation) is { } choice)
        {
            var places = choice.Options.Index().ToDictionary(o => o.Item.Key, o => o.Index);
            return new([.. choice.Options.Select(o => new CustomerGroup(o.Key, o.Title))], (_, _, answers, _) =>
                answers is { Length: > 0 } && Answers.FromJson(answers).Find(choice.Key)?.Said is { } key && places.TryGetValue(key, out var at) ? at : -1, choice.Title, ReadsAnswers: true);
        }
        if (form.Telling<RatingItem>(Trait.Participation) is not { } rating) return null;
        var slot = form.Slots.First(x => x.ItemKey == rating.Key);
        return new([.. levels.Select(l => new CustomerGroup(l))], (_, ratings, _, _) => ratings[slot.Index] is Slot.Missing ? -1
            : Level(slot.Reversed ? slot.To - slot.From - ratings[slot.Index] : ratings[slot.Index], slot.To - slot.From + 1), rating.Title);
    }

    static int Level(int step, int steps) => Math.Min(Levels - 1, step * Levels / steps);
}
