namespace Regard.Statistics.Tests.Lifetime;

public class NextPurchaseTests
{
    static readonly PurchaseHistory[] Histories = [new(0, 0, 30), new(2, 25, 38), new(7, 36, 38), new(4, 10, 50)];

    public static TheoryData<PurchaseModel> Models => [new BgNbd(0.243, 4.414, 0.793, 2.426), new BgNbd(0.525, 6.183, 0.891, 1.614, true), new ParetoNbd(0.553, 10.58, 0.606, 11.67), new ParetoNbd(1.4, 12, 1.7, 9)];

    [Theory, MemberData(nameof(Models))]
    public void Bounds_have_the_chance_they_claim(PurchaseModel model)
    {
        foreach (var history in Histories)
        {
            var next = NextPurchase.Of(model, history);
            if (next.Median is { } median) Assert.Equal(0.5, model.PurchaseWithin(history, median), 1e-9);
            if (next.Upper is { } upper) Assert.Equal(0.9, model.PurchaseWithin(history, upper), 1e-9);
            if (next.Lower is { } lower) Assert.Equal(0.1, model.PurchaseWithin(history, lower), 1e-9);
            if (next.MedianIfAlive is { } alive) Assert.Equal(0.5 * model.Alive(history), model.PurchaseWithin(history, alive), 1e-9);
            Assert.Equal(1 - model.PurchaseWithin(history, double.PositiveInfinity), next.Never, 1e-12);
            Assert.Equal(next.Median is null, next.Never > 0.5);
        }
    }

    [Theory, MemberData(nameof(Models))]
    public void Drawn_futures_come_as_often_and_as_soon_as_the_formulas_say(PurchaseModel model)
    {
        foreach (var history in Histories)
        {
            var (stream, purchases, drawn) = (Draws.Seeded(5).Of(0), new List<double>(), 60_000);
            double sum = 0, square = 0, within = 0, discounted = 0;
            for (var i = 0; i < drawn; i++)
            {
                purchases.Clear();
                if (stream.Uniform() < model.Alive(history)) model.Draw(ref stream, history, 26, purchases);
                sum += purchases.Count;
                square += (double)purchases.Count * purchases.Count;
                if (purchases.Count > 0 && purchases[0] <= 4) within++;
                discounted += purchases.Sum(week => Math.Exp(-0.02 * week));
            }
            var error = Math.Sqrt((square / drawn - sum / drawn * sum / drawn) / drawn);
            Assert.InRange(sum / drawn - model.Expected(history, 26), -4 * error, 4 * error);
            Assert.InRange(discounted / drawn - model.Discounted(history, 26, 0.02), -4 * error, 4 * error);
            var chance = model.PurchaseWithin(history, 4);
            Assert.InRange(within / drawn - chance, -4 * Math.Sqrt(chance / drawn), 4 * Math.Sqrt(chance / drawn));
        }
    }

    [Fact]
    public void The_rhythm_of_gaps_tells_how_overdue_a_customer_is()
    {
        double[] gaps = [.. Enumerable.Range(1, 100).Select(g => (double)g)];
        var rhythm = PurchaseRhythm.Of(gaps, 50);
        Assert.Equal((0.5, 25.5), (rhythm.Longer.Value!.Value, rhythm.Median!.Value));
        Assert.InRange(rhythm.Upper!.Value, 45, 46);
        var late = PurchaseRhythm.Of(gaps, 98);
        Assert.Equal((0.02, (double?)null), (late.Longer.Value!.Value, late.Median));
        Assert.Throws<DataRefused>(() => PurchaseRhythm.Of([0], 5));
    }
}
