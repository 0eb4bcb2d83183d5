using Regard.Customers;
using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Tests.Surveys;
namespace Regard.Tests.Loyalty;

/// <summary>Customers who answered a wave on a day, and what they bought before and after: all as rows.</summary>
public sealed class GivenAnswers
{
    public required GivenBase Base { get; init; }
    public required Id<Wave> Wave { get; init; }
    long number;

    internal static Text Same(string text) => Text.Of(text, text, text);
    internal static SingleItem YesNo(string key) => Choice(key, "yes", "no");
    internal static SingleItem Choice(string key, params IReadOnlyList<string> options) => new() { Key = key, Title = Same(key), Options = [.. options.Select(o => new Choice { Key = o, Title = Same(o) })] };
    /// <summary>A rating from 0 to 10.</summary>
    internal static RatingItem Rating(string key, Trait? tells = null, Part part = Part.Other, string? indicator = null) => new() { Key = key, Title = Same(key), Part = part, Indicator = indicator, Tells = tells, Scale = new() { From = 0, To = 10 } };

    /// <param name="beside">Further questions, after the rating of overall satisfaction.</param>
    public static async Task<GivenAnswers> In(GivenBase given, params IReadOnlyList<Item> beside)
    {
        var t = given.Test;
        var tree = await t.Do(new AdoptRaterTree());
        var version = await GivenForm.Of(t, new()
        {
            Title = Same("Survey"), Languages = ["zh-Hans", "zh-Hant", "en"],
            Pages = [new() { Items = [new RatingItem { Key = "overall", Title = Same("Overall"), Part = Part.Overall, Scale = new() { From = 0, To = 10 } }, YesNo("had_problem"), YesNo("told_us"), .. beside] }],
        });
        var programme = await t.Do(new StartProgramme("Half-yearly", MinimumN: 10));
        // A wave is planned ahead.
        var now = t.Clock.Now;
        t.Clock.Now = new(2029, 12, 1, 9, 0, 0, TimeSpan.Zero);
        var wave = await t.Do(new PlanWave(programme, "Spring", version, tree, new(2030, 1, 1), new(2030, 1, 31)));
        t.Clock.Now = now;
        return new() { Base = given, Wave = wave };
    }

    /// <param name="overall">0 to 10.</param>
    internal Task Answer(IEnumerable<(Id<Customer> Customer, int Store, int Overall, DateOnly Day, string? Answers)> all) =>
        Answered(all.Select(a => (a.Customer, a.Store, new[] { (byte)a.Overall }, a.Day, a.Answers)));

    /// <param name="ratings">Packed, in the order of the form.</param>
    internal Task Answered(IEnumerable<(Id<Customer> Customer, int Store, byte[] Ratings, DateOnly Day, string? Answers)> all) => Base.Write(async s =>
    {
        await using var append = s.Dialect.Append(s.Transaction, "responses", "customer_id", "id", "wave_id", "number", "unit_id", "segment", "channel", "language_tag", "ratings", "answers", "weight", "has_text", "submitted_at");
        foreach (var (customer, store, ratings, day, answers) in all)
            await append.Write(customer.Value, Id<Response>.New(s.Now).Value, Wave.Value, ++number, Base.Company.Store(store).Value, "", nameof(ResponseChannel.PersonalLink), "en", ratings, answers, 1.0, false, new DateTimeOffset(day.ToDateTime(new(12, 0)), TimeSpan.Zero));
        await append.Complete();
    });

    /// <summary>A purchase of so much before the answer and one after it, half of each gross profit.</summary>
    internal async Task<List<Id<Customer>>> Customers(IReadOnlyList<(int Overall, long After)> all)
    {
        var (before, answered, after) = (new DateOnly(2029, 11, 1), new DateOnly(2030, 1, 15), new DateOnly(2030, 6, 1));
        var keys = await Base.Customers([.. all.Select((_, i) => (1 + i % 4, "", (IReadOnlyList<(DateOnly, long)>)[]))]);
        await Base.Write(async s =>
        {
            await using var append = s.Dialect.Append(s.Transaction, "events", "customer_id", "id", "kind", "day", "unit_id", "amount", "profit", "created_at");
            for (var i = 0; i < all.Count; i++)
                foreach (var (day, amount) in new[] { (before, 20_000L), (after, all[i].After) })
                    if (amount > 0) await append.Write(keys[i].Value, Id<CustomerEvent>.New(s.Now).Value, nameof(EventKind.Purchase), day, Base.Company.Store(1 + i % 4).Value, amount, amount / 2, s.Now);
            await append.Complete();
        });
        await Answer(all.Select((a, i) => (keys[i], 1 + i % 4, a.Overall, answered, (string?)null)));
        return keys;
    }
}
