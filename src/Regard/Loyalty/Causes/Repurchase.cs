using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>What a customer said that may lead to buying again.</summary>
/// <param name="Values">One of each of <see cref="Repurchase.Asked"/>, 0 to 100; NaN where it is not known.</param>
readonly record struct FactorAnswer(int Customer, int Day, double[] Values);

/// <summary>What goes together with buying again, as seen in behaviour. Pure.</summary>
static class Repurchase
{
    /// <summary>Purchases of the year before the answer: who bought often buys again, whatever is said.</summary>
    public const string Frequency = "frequency";
    const int Year = 365;

    /// <summary>Factors that a form may ask.</summary>
    public static IReadOnlyList<string> Asked { get; } = ["satisfaction", "switching", "price", "image", "habit"];

    /// <summary>By the last answer of each customer that lies back as long as it takes to be lost.</summary>
    public static RepurchaseRows Rows(CustomerBook book, IReadOnlyList<FactorAnswer> answers, Func<string, int> patienceOf)
    {
        var rows = new List<(FactorAnswer, bool, double)>();
        foreach (var customer in answers.GroupBy(a => a.Customer).OrderBy(g => g.Key))
        {
            var patience = patienceOf(book.Segments[customer.Key]);
            if (customer.Where(a => a.Day + patience <= book.AsOf.DayNumber).OrderBy(a => a.Day).Select(a => (FactorAnswer?)a).LastOrDefault() is { } ripe)
                rows.Add((ripe, AnswerOutcomes.Stayed(book, customer.Key, ripe.Day, ripe.Day + patience), Bought(book.Events, customer.Key, ripe.Day)));
        }
        return new(rows);
    }

    static int Bought(EventColumns events, int customer, int day)
    {
        var count = 0;
        for (var i = events.Start[customer]; i < events.Start[customer + 1]; i++)
            if (events.Day[i] <= day && events.Day[i] > day - Year && events.Kind[i].IsPurchase()) count++;
        return count;
    }

    /// <summary>Ten points more of a factor; twice the purchases.</summary>
    public static OddsFigures Of(RepurchaseRows rows, Func<int, bool> within)
    {
        var some = rows.All.Where(r => within(r.Answer.Customer)).ToList();
        return OddsModel.Of([.. some.Select(r => r.Stayed)], [.. Asked.Select((code, f) => new OddsFeature(code, [.. some.Select(r => r.Answer.Values[f] / 10)])), new(Frequency, [.. some.Select(r => Math.Log2(1 + r.Bought))])]).Figures;
    }
}

sealed record RepurchaseRows(IReadOnlyList<(FactorAnswer Answer, bool Stayed, double Bought)> All);

/// <summary>What goes together with buying again at a unit.</summary>
public sealed record RepurchaseDocument
{
    public const string Kind = "repurchase";

    public required OddsFigures Model { get; init; }
}
